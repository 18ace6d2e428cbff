"""Talk: the living room, where people speak with each other in the open.

Nouns: spaces, posts, threads, questions, answers, how-to pages, thanks, polls, announcements, events, proposals to talk, drafts,
bookmarks. Verbs stand in the storeys: `spaces.open`, `posts.write`, `questions.ask`, `thanks.give`, `polls.vote`, `events.plan` …

Storeys, top to bottom: order / replies / timeline / search / guides / questions | polls | thanks | announcements | events | proposals |
reading / posts / files | following | drafts / spaces.
One Django app with one migration history; `models.py` re-exports the storeys' tables.

Talk never sends a mail or a notice (readers of the logbook do), never counts likes, never ranks people, and has no private messages.
"""
