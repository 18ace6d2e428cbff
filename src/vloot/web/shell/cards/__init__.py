"""Posts as HTML. The one place where pages are made by Python and not by a template: a page of home holds twenty cards, and
a template takes longer for one than this takes for all. What is rare (a poll) still has its template.

Nouns: card (the head of a thread), reply (an answer or comment), byline, deeds, menu, words.
Verbs: `card`, `reply` (both kept, see web/shell/pieces), `with_form`.
Never: lets a word of a person through unescaped (only `html` fields, which ground.text made), asks a rule, reads a table.
"""

from vloot.web.shell.cards.kept import card, reply, with_form

__all__ = ["card", "reply", "with_form"]
