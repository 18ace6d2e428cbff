"""Importers: the door through which another program's history comes in.

Nouns: an archive (what the other program wrote), a record in it, a report.
Verbs: each folder here reads one dialect and calls the acts of the rooms; `cli` is what `vloot import` calls.
Never: decides what may be; writes a table; tells anybody (an import's entries have the origin `import:<dialect>`, which readers pass by);
brings in direct messages.
"""
