"""Questions to the index. Who may read is part of each statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo
from functools import cache
from typing import Any

import msgspec
from django.conf import settings
from django.utils.module_loading import import_string

from vloot.ground import ids
from vloot.ground.database import sql
from vloot.ground.finding import Finder, Found, Sought
from vloot.people.actor import Actor
from vloot.talk.posts.models import Post
from vloot.talk.questions.reads import QuestionLine, lines
from vloot.talk.search import matching, meaning, query, saying
from vloot.talk.search.facets import Facets, facets
from vloot.talk.search.hits import Hit, hits, hits_of
from vloot.talk.search.meaning import Meaning
from vloot.talk.search.query import Query
from vloot.talk.spaces import reads as spaces

PAGE = 20
LOOKED_AT = 60  # newest hits of which facets are made
RANKED = 400  # newest hits among which the most fitting ones are looked for
WEIGHTS = "{0.1,0.2,0.4,1}"  # of what stands around a body, of nothing, of a body, of a title

_KEYS = """
            talk_search_keys(d.words, d.shelf)
            && array(select hashtextextended(word, shelf.number) from unnest(%(group{n})s::text[]) word)"""
_WORDS = "join talk_search_document d on d.post_id = sorted.post_id"
_RANK = ", ts_rank(%(weights)s::float4[], found.words, %(closeness)s::tsquery)"


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """A page of hits. `older` goes on after this page, None at its end."""

    meant: Meaning
    hits: list[Hit]
    older: int | None
    facets: Facets

    @property
    def query(self) -> Query:
        """What was typed."""
        return self.meant.query

    @property
    def said(self) -> str:
        """What was asked for, repeated in words."""
        return saying.said(self.meant)

    @property
    def notes(self) -> list[str]:
        """What of it could not be understood."""
        return self.meant.notes

    @property
    def is_asked(self) -> bool:
        """Whether anything was."""
        return bool(self.query.terms)


class When(msgspec.Struct, frozen=True):
    """Today, where the reader is."""

    today: date
    zone: tzinfo | None = None


def search(
    actor: Actor, typed: str, when: When, *, before: int | None = None, is_fitting: bool = False
) -> Results:
    """What was said that fits what was typed, the newest first; or the most fitting first, of the newest few hundred.

    `before` is the `older` of the page before.
    """
    asked = query.parse(typed)
    meant = meaning.of(actor, asked, today=when.today, zone=when.zone)
    is_fitting = is_fitting and bool(meant.closeness)
    if not asked.terms or meant.is_nothing:
        found: list[int] = []
    elif is_fitting:
        found = _fitting(actor, meant)
    elif before is not None and (page := _more(actor, meant, before)):
        return page
    else:
        found = _newest(actor, meant, before, LOOKED_AT if before is None else PAGE + 1)
    shown = found[found.index(before) + 1 :] if is_fitting and before in found else found
    return Results(
        meant=meant,
        hits=hits(actor, shown[:PAGE], meant.wanted),
        older=shown[PAGE - 1] if len(shown) > PAGE else None,
        facets=facets(actor, meant, found[:LOOKED_AT]) if before is None else Facets(),
    )


def similar(actor: Actor, title: str, limit: int = 5) -> list[QuestionLine]:
    """Questions that share words with what is being asked, the closest first: any of the words counts, in any form.

    Ranked within the newest few hundred, so that it stays cheap however many there are.
    """
    meant = _sharing_words(title, Post.QUESTION)
    return lines(actor, _fitting(actor, meant)[: limit * 2])[:limit] if meant else []


def speaking_of(actor: Actor, text: str, also: Sequence[str] = ()) -> list[int]:
    """The ids of the questions and answers that share words with a text, or have any of `also`: the closest first, of the newest 400."""
    meant = _sharing_words(text, Post.QUESTION, Post.ANSWER, also=also)
    return _fitting(actor, meant) if meant else []


def _sharing_words(text: str, *kinds: str, also: Sequence[str] = ()) -> Meaning | None:
    wanted = matching.lexemes([text[:200], *also])
    telling = [lexeme for lexeme in sorted(wanted) if len(lexeme) > len("n:") + 1]
    if not telling:
        return None
    groups = [telling, [f"is:{kind}" for kind in kinds]]
    return Meaning(query=query.parse(""), groups=groups, wanted=frozenset(telling))


def named(actor: Actor, text: str, *, is_start: bool, limit: int = 6) -> dict[str, list[Found]]:
    """What the rooms have of this name: people, spaces, how-to pages …, by kind, in the order of `wiring.FIND`."""
    met = spaces.shared_with(actor)
    sought = Sought(text=text[: query.LONGEST], limit=limit, is_start=is_start, met=met)
    finders: Sequence[Finder[Actor]] = import_string(settings.VLOOT_FIND)
    found: dict[str, list[Found]] = {}
    for one in (one for finder in finders for one in finder.find(actor, sought)):
        found.setdefault(one.kind, []).append(one)
    return found


def _more(actor: Actor, meant: Meaning, before: int) -> Results | None:
    """A page after the first, which asks for no facets: found and shown by one question. None when there is nothing to show."""
    cut = min(meant.before, before)
    statement, asked = _asking(actor, meant, cut, PAGE + 1, is_ranked=False)
    found, many = hits_of(statement, asked, meant.wanted)
    shown = found[:PAGE]
    if not shown:
        return None
    older = shown[-1].id if many > PAGE else None
    return Results(meant=meant, hits=shown, older=older, facets=Facets())


def _newest(actor: Actor, meant: Meaning, before: int | None, limit: int) -> list[int]:
    cut = min(meant.before, before or ids.LARGEST)
    return [row[0] for row in _rows(actor, meant, cut, limit, is_ranked=False)]


def _fitting(actor: Actor, meant: Meaning) -> list[int]:
    rows = _rows(actor, meant, meant.before, RANKED, is_ranked=True)
    return [post_id for post_id, _close in sorted(rows, key=lambda row: (-row[1], -row[0]))]


def _rows(actor: Actor, meant: Meaning, before: int, limit: int, *, is_ranked: bool) -> list[tuple[Any, ...]]:
    """The ids found, the newest first, each with how well it fits if that is asked."""
    rows = sql.rows(*_asking(actor, meant, before, limit, is_ranked=is_ranked))
    return sorted(rows, key=lambda row: -row[0])


def _asking(
    actor: Actor, meant: Meaning, before: int, limit: int, *, is_ranked: bool
) -> tuple[str, dict[str, Any]]:
    """The statement that finds them, and what it is given."""
    groups = _groups(actor, meant)
    exact = meant.exact
    asked = {**actor.asking, "before": before, "after": meant.after}
    asked |= {f"group{n}": group for n, group in enumerate(groups)}
    if exact:
        asked["exact"] = exact
    if is_ranked:
        asked |= {"weights": WEIGHTS, "closeness": meant.closeness}
    return _statement(len(groups), limit, is_exact=bool(exact), is_ranked=is_ranked), asked


@cache
def _statement(groups: int, limit: int, *, is_exact: bool, is_ranked: bool) -> str:
    """One statement for each number of groups and each limit, which the planner must see: each is prepared once."""
    exact = "and d.words @@ %(exact)s::tsquery" if is_exact else ""
    if not groups:
        newest = sql.beside(__file__, "newest").replace("{exact}", exact)
        return newest.replace("{limit}", str(limit))
    places = {
        "{limit}": str(limit),
        "{keys}": " and ".join(_KEYS.replace("{n}", str(n)) for n in range(groups)),
        "{words}": f"{_WORDS} {exact}" if is_exact or is_ranked else "",
        "{columns}": _RANK if is_ranked else "",
        "{carried}": ", d.words" if is_ranked else "",
    }
    statement = sql.beside(__file__, "by_words")
    for place, filling in places.items():
        statement = statement.replace(place, filling)
    return statement


def _groups(actor: Actor, meant: Meaning) -> Sequence[list[str]]:
    """What the index is asked; a guest's few spaces are part of it, so that those of others need not be looked through."""
    if not actor.is_guest:
        return meant.groups
    own = [f"in:{space}" for space in sorted(spaces.visible_space_ids(actor))]
    return [*meant.groups, own or ["in:"]]
