"""Pilots: colleagues to whom others go in truth, who agreed to be found.

Nouns: asking (three weeks in which everybody finds on their own page whether they are asked), pilot, quiet (that somebody never wants
to be asked). Verbs: `say_yes`, `change`, `step_down`, `keep_quiet`, `be_asked_again`.
Never: writes down whom it asks. Whoever is asked sees it on their own page, where it is computed as they look (docs/adr/0017); saying no
and saying nothing are the same, and nothing. Shows a number, a score or an order of pilots but the alphabet's.
"""
