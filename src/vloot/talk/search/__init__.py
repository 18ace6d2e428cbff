"""Search: finding what was said, by words in any form, in three languages, with or without accents.

Nouns: documents (what of a post is indexed), lexemes (the forms in which words are compared), shelves (runs of ids that are looked
through one after the other, the newest first), queries (what was typed, and what it means), hits.
Verbs: `index`, `reindex`; `reads.search`, `reads.similar`, `reads.named`.

Who may read is part of every statement; a facet, a completion and a highlight are made of nothing but hits. What was removed or edited
a moment ago is no hit until the index has followed. The index keeps no words that the posts do not have, and it can be made anew from
them at any time. It never counts, never ranks people, and keeps nobody's searches.
"""
