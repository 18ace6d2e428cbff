"""The climate: how open, trusting and safe people find it here, and what changes because of it.

Nouns: item, scale, wave, part, reporting group, ballot, published figure.
Verbs: `rhythm.acts.announce`, `remind`, `stop`; `waves.acts.choose_paper`, `cast`; `matters.acts.answer`, `judge`.

Storeys, top to bottom: rhythm (announcing, opening, reminding, closing, and the lock before the next wave) / board (what changes because
of it) | registers (fears and promises) | mirror (what the top team says) / matters (what asks for an answer, and the answers) / results
(what was published) / waves (items, reporting groups, answers) / engine (arithmetic).
Never: adds the scales up; shows a group below the minimum; knows who answered what; tells anybody earlier than everybody.
"""
