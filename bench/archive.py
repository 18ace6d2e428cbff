"""A million posts and their index, written by the database itself: words as often as in any language (Zipf's law), in one language.

What the index holds of a post is what `talk.search` would have made of it, but for the words' being their own stems.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from vloot.ground import ids
from vloot.talk.search.acts import FULL

POSTS = 1_000_000
VOCABULARY = 20_000
YEARS = timedelta(days=3 * 365)
SYLLABLES = "{bak,dor,fel,gum,hak,jol,kam,lop,mug,nok,pak,rom,sok,tam,vul,wak,zog,bim,dak,fok}"

_WORD = " || ".join(f"(%(syllables)s::text[])[1 + {part} %% 20]" for part in ("r", "r / 20", "r / 400 %% 50"))
_POSTS = f"""
insert into talk_post (id, kind, space_id, author_id, title, source, html, parts, parts_html, language, tags, reply_count,
    closed_reason, origin)
select made.id, case when made.n %% 10 = 3 then 'question' else 'update' end,
       (%(spaces)s::bigint[])[1 + floor(power(random(), 2) * %(space_count)s)::int],
       (%(people)s::bigint[])[1 + floor(random() * %(people_count)s)::int],
       '', said.words, '<p>' || said.words || '</p>', '{{}}', '{{}}', 'nl', '{{}}', 0, '', 'import:bench'
from (
    select n, %(first)s::bigint + n::bigint * %(step)s::bigint as id from generate_series(%(from)s::int, %(to)s::int) n
) made
cross join lateral (
    select string_agg({_WORD}, ' ') as words
    from (
        select floor(exp(random() * ln(%(vocabulary)s)))::int as r from generate_series(1, 10 + (made.n %% 31))
    ) token
) said
"""
_DOCUMENTS = """
insert into talk_search_document (post_id, shelf, space_id, words)
select p.id, coalesce((select number from talk_search_shelf where first_id <= p.id order by first_id desc limit 1), 0), p.space_id,
       (select string_agg(format('''n:%s'':%sC', word, place), ' ')::tsvector
        from unnest(string_to_array(p.source, ' ')) with ordinality as said (word, place))
       || format('''by:%s'' ''in:%s'' ''is:%s'' ''lang:n''', p.author_id, p.space_id, p.kind)::tsvector
from talk_post p where p.origin = 'import:bench'
"""
_QUESTIONS = """
insert into talk_question (post_id, owner_id) select id, author_id from talk_post where origin = 'import:bench' and kind = 'question'
"""


def word(rank: int) -> str:
    """The word of this rank: 1 stands in nearly every post, 20,000 in few."""
    found = SYLLABLES.strip("{}").split(",")
    return found[rank % 20] + found[rank // 20 % 20] + found[rank // 400 % 50 % 20]


def fill(
    people: list[int], spaces: list[int], until: datetime, posts: int = POSTS, *, is_kept: bool = True
) -> None:
    """Write the posts, their documents on full shelves, and the index over them."""
    first = ids.first(until - YEARS)
    step = (ids.first(until) - first) // posts
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select setseed(0.7)")
        cursor.execute("set constraints all immediate")  # an index is not made while some wait
        cursor.execute("set local maintenance_work_mem = '512MB'")
        cursor.execute("set local max_parallel_maintenance_workers = 2")
        cursor.execute("drop index search_by_shelf")
        asked: dict[str, Any] = {
            "syllables": SYLLABLES, "vocabulary": VOCABULARY, "spaces": spaces, "space_count": len(spaces), "people": people,
            "people_count": len(people), "first": first, "step": step, "from": 1, "to": posts,
        }  # fmt: skip
        cursor.execute(_POSTS, asked)
        cursor.execute(_QUESTIONS)
        starts = [first + step * n for n in range(FULL, posts, FULL)]
        cursor.execute("insert into talk_search_shelf (first_id) select unnest(%s::bigint[])", [starts])
        cursor.execute(_DOCUMENTS)
        cursor.execute(
            "create index search_by_shelf on talk_search_document using gin (talk_search_keys(words, shelf)) with (fastupdate = off)"
        )
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze" if is_kept else "analyze")


def guest(person_id: int, space_id: int) -> int:
    """Let somebody be a guest of one space and nothing else. Gives their id."""
    with connection.cursor() as cursor:
        cursor.execute("delete from talk_membership where person_id = %s", [person_id])
        cursor.execute(
            "insert into talk_membership (space_id, person_id, is_host, joined_at) values (%s, %s, false, now())",
            [space_id, person_id],
        )
        role = "insert into people_role (id, person_id, name, given_at) values (%s, %s, 'guest', now())"
        cursor.execute(role, [ids.new(), person_id])
    return person_id
