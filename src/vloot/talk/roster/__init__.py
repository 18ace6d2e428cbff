"""The duty roster: which host of a space answers this week, so that whoever asks finds somebody who expects it.

Nouns: turns (one host, one week of a space), swaps that are asked for, absences (a week in which somebody cannot).
Verbs: fill, take, ask_swap, accept_swap, decline_swap, be_away, be_back.

A space keeps a roster once a host has filled one; from then on exactly one of its hosts is on duty each week, while it has any.
Who is absent is not, unless nobody else is there. Nothing is counted that a page would show.
"""
