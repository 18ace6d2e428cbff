"""`vloot import people FILE.csv`: the formal chart from a table.

Nouns: a table, its columns, the report of the people room.
Verbs: read the table; hand its rows to the one act `people.acts.import_people_many`; print what it says.
Never: decides which row is right; writes half a file.
"""
