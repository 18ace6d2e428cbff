"""The registers: what people fear, and what they were promised, by name or without.

Nouns: fear, promise, voice (that somebody may say something, and nothing about who). Verbs: `let_speak`, `say`, `say_by_name`.

What is said without a name is kept without a person and without a time finer than its week. It waits, mixed with what else was said, until
the week is over, and is then shown all at once in no order. The server does see the request; the page says so.
Never: keeps who wrote without a name, shows what waits, counts whom else something concerns.
"""
