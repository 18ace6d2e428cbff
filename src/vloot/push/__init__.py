"""Web push: carries notices to the browsers on which somebody asked to be told.

Nouns: the message, sealed for one browser.
Verbs: carry.
Never: says a word of what was written, unless its reader chose so for that browser, and then only of spaces that are open to all; decides
who is told what and when (notices does), or which services may be asked (an administrator does).
"""
