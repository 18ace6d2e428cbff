"""The demo company: a door that lets a shipyard of 140 people come into being through the acts, as if they had talked for half a year.

Nouns: cast (people, teams, spaces as they stand in `cast/`), script (what they wrote, in `texts/`), calendar, diary. Verbs: build.

It never writes to a table itself, never decides what is allowed, and never runs in a company that is real: `vloot demo` calls it
on an empty, throw-away folder only. All chance in it is seeded, so that the same moment gives the same company.
"""
