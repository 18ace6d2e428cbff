"""What of a post is indexed: its words with their places, the title the heaviest, and the facts one can ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vloot.ground.text import plain, spoken
from vloot.talk.events.models import Event
from vloot.talk.files import reads as files
from vloot.talk.files.reads import FileCard
from vloot.talk.polls.models import Choice
from vloot.talk.posts.models import Post
from vloot.talk.questions.models import Question
from vloot.talk.search import words

TITLE, BODY, AROUND = "A", "C", "D"
LAST_PLACE = 16_000  # PostgreSQL's vectors know no places beyond 16,383
GAP = 3  # between two fields, so that no phrase reaches across


class Field(NamedTuple):
    """One text of a post, and how much its words weigh."""

    text: str
    weight: str


class Facts(NamedTuple):
    """What the posts of one batch have beside their own rows."""

    files: Mapping[int, Sequence[FileCard]]
    choices: Mapping[int, Sequence[str]]  # of a poll; and where an event is
    states: Mapping[int, str]


def vectors(posts: Sequence[Post]) -> dict[int, str]:
    """The vector of each post, as PostgreSQL reads it; none for what was removed. A fixed number of queries for them all."""
    said = [post for post in posts if post.removed_at is None]
    facts = _facts([post.id for post in said])
    texts = {
        post.id: list(fields(post, facts.files.get(post.id, ()), facts.choices.get(post.id, ())))
        for post in said
    }
    cut = {
        post_id: [(list(words.cut(field.text)), field.weight) for field in found]
        for post_id, found in texts.items()
    }
    words.learn(word.text for found in cut.values() for some, _weight in found for word in some)
    made = {}
    for post in said:
        letters = _letters(texts[post.id])
        made[post.id] = vector(cut[post.id], letters, _asked_by(post, facts, letters))
    return made


def fields(post: Post, attached: Iterable[FileCard], choices: Iterable[str]) -> Iterator[Field]:
    """The texts of a post, in the order in which they are shown."""
    if post.title:
        yield Field(post.title, TITLE)
    yield Field(plain(post.html), BODY)
    for _name, part in sorted(post.parts_html.items()):
        yield Field(plain(part), BODY)
    for choice in choices:
        yield Field(choice, AROUND)
    for file in attached:
        yield Field(f"{file.name} {file.alt}", AROUND)


def vector(
    cut: Sequence[tuple[Sequence[words.Word], str]], letters: Collection[str], facts: Iterable[str]
) -> str:
    """A vector in PostgreSQL's own writing, of words that have been learned."""
    places: dict[str, list[str]] = {}
    place = 0
    for found, weight in cut:
        for word in found:
            place += 1
            if place > LAST_PLACE:
                break
            known = words.forms(word.text).lexemes
            for letter in letters:
                for lexeme in known[letter]:
                    places.setdefault(lexeme, []).append(f"{place}{weight}")
        place += GAP
    named = [quoted(fact) for fact in facts]
    # More than 255 places of one word are not kept.
    return " ".join([*named, *(f"{quoted(lexeme)}:{','.join(at[:255])}" for lexeme, at in places.items())])


def quoted(lexeme: str) -> str:
    """A lexeme as vectors and queries of PostgreSQL write it."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def _letters(found: Sequence[Field]) -> list[str]:
    """The languages a post may be in: one when it is clear, all three when it is not."""
    said = " ".join(field.text for field in found if field.weight != AROUND)
    return [words.LANGUAGES[language] for language in spoken(said)]


def _asked_by(post: Post, facts: Facts, letters: Sequence[str]) -> Iterator[str]:
    """What one can ask for beside words."""
    yield f"by:{post.author_id}"
    yield f"in:{post.space_id}"
    yield f"is:{post.kind}"
    yield from (f"tag:{tag}" for tag in post.tags)
    if len(letters) == 1:
        yield f"lang:{letters[0]}"
    if attached := facts.files.get(post.id):
        yield "has:file"
        if any(file.is_image for file in attached):
            yield "has:image"
    if post.id in facts.states:
        yield f"is:{facts.states[post.id]}"


def _facts(post_ids: Collection[int]) -> Facts:
    choices: dict[int, list[str]] = {}
    for post_id, place in (
        Event.objects.filter(post__in=post_ids).exclude(place="").values_list("post_id", "place")
    ):
        choices.setdefault(post_id, []).append(place)
    for post_id, text in (
        Choice.objects.filter(poll__post__in=post_ids).order_by("position").values_list("poll_id", "text")
    ):
        choices.setdefault(post_id, []).append(text)
    states = {
        question.post_id: "closed" if question.closed_at else "answered" if question.accepted_id else "open"
        for question in Question.objects.filter(post_id__in=post_ids)
    }
    return Facts(files.of_posts(post_ids), choices, states)
