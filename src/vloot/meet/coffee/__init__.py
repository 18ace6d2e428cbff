"""Coffee rounds: half an hour with somebody of another team, by lot among what fits.

Nouns: round, coming (that somebody comes along), table, seat. Verbs: `open_round`, `come`, `stay_away`, `we_met`,
`say_learned`, `keep_apart`, `let_again`.
Never: shows who did not come along; tells anybody with whom somebody would rather not; says why two were not brought together; rewards.
"""
