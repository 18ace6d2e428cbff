"""Events: when and where one meets, and who comes.

Nouns: events, replies (yes, maybe, no), places, the waiting list, calendars. Verbs: plan, change, cancel, reply, release; renew_calendar.

Who says yes has a place in the order of saying it; beyond the capacity the same order is the waiting list. So nobody is on it twice or
falls off it, and whoever moves up does so because a place before them went free. Never: ranks anybody (people stand alphabetically),
says who has not replied.
"""
