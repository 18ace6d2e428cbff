"""Who knows about something: the few whose own answers, read by whoever asks, speak for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from vloot.experts import reads, topics
from vloot.experts.models import Craft, Holding, Wish
from vloot.ground import clock, ids
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.posts.models import Post
from vloot.talk.questions import rules as questions
from vloot.talk.questions.models import Helped, Outdated, Question
from vloot.talk.search import reads as search
from vloot.talk.search.words import forms

if TYPE_CHECKING:
    from vloot.experts.engine.ranking import Document, Known

MOST = 5  # people who are named
REASONS = 3  # answers that are shown for each
NAMED = 0.5  # how likely somebody knows who named the craft and has answered nothing yet
LONGEST = 200  # letters of what is asked
_DAY = 86_400.0


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """An answer somebody gave, by the title of what it answers."""

    post_id: int
    thread_id: int
    title: str


class Knower(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who knows about it, and why they are named: a craft of theirs, answers of theirs."""

    person: PersonCard
    crafts: list[str]
    reasons: list[Reason]


class _Found(NamedTuple):
    """The top band, the answers it was found by, and by person the crafts they named."""

    band: list[Known]
    answers: dict[int, Post]
    crafts: dict[str, list[str]]


def who_knows(actor: Actor, typed: str) -> list[Knower]:
    """At most five of those who know about it, alphabetically; never the one who asks, nor who would rather not be asked.

    Only answers that the actor may read speak for anybody.
    """

    found = _found(actor, typed)
    met = reads.meetable(actor, [int(one.person) for one in found.band]) - {actor.person_id}
    met -= kept_away(met, typed)
    chosen = {int(one.person): one for one in [one for one in found.band if int(one.person) in met][:MOST]}
    cards = people.cards(chosen)
    return [
        Knower(
            person=card,
            crafts=found.crafts.get(str(card.id), []),
            reasons=_reasons(found.answers, chosen[card.id].because)[:REASONS],
        )
        for card in people.alphabetical(cards.values())
    ]


def likely(actor: Actor, typed: str) -> dict[int, float]:
    """The top band with how likely each knows, for the draw that invites: for no page. The likeliest has 1."""
    found = _found(actor, typed)
    strongest = max((one.evidence for one in found.band), default=0.0) or 1.0
    return {
        int(one.person): max(one.evidence / strongest, NAMED if one.person in found.crafts else 0.0)
        for one in found.band
    }


def _found(actor: Actor, typed: str) -> _Found:
    from vloot.experts.engine import ranking  # numpy is slow to start with

    typed = typed[:LONGEST]
    if not (terms := _terms(typed)):
        return _Found([], {}, {})
    answers = {post.id: post for post in _answers(actor, typed)}
    crafts = _crafts(typed)
    # What was written this very moment counts too.
    now = clock.now().timestamp() / _DAY + 1e-6
    known = ranking.rank(terms, _documents(list(answers.values())), now, list(crafts))
    return _Found(ranking.band(known, list(crafts)), answers, crafts)


def best_answers(actor: Actor, topic: str, most: int = 5) -> list[Reason]:
    """Answers about a topic that their askers accepted or that helped somebody, the newest first, one for each question."""
    good = [post for post in _answers(actor, topic) if topics.is_about(topic, topics.said(_words_of(post)))]
    kept = (_accepted(good) | _thanked(good)) - _outdated(good)
    return _reasons(
        {post.id: post for post in good}, [str(post.id) for post in good if post.id in kept][::-1]
    )[:most]


def _answers(actor: Actor, typed: str) -> list[Post]:
    """The answers under questions that share words with what is asked, and those that do so themselves."""
    near = search.speaking_of(actor, typed, topics.apart(typed))
    roots = set(Post.objects.filter(id__in=near).values_list("root_id", flat=True)) | set(near)
    found = Post.objects.filter(
        questions.visible(actor), root_id__in=roots - {None}, kind=Post.ANSWER, removed_at=None
    )
    kept = found.filter(root__kind=Post.QUESTION, root__removed_at=None).select_related("root")
    return [post for post in kept.order_by("id") if post.root and post.root.author_id != post.author_id]


def _documents(answers: Sequence[Post]) -> list[Document]:
    from vloot.experts.engine import ranking

    accepted, thanked, outdated = _accepted(answers), _thanked(answers), _outdated(answers)
    found: list[Document] = []
    for post in answers:
        worth = ranking.THANKED if post.id in thanked else ranking.OTHER
        worth = ranking.ACCEPTED if post.id in accepted else worth
        credit = ranking.Credit(str(post.author_id), worth, _days(post.id), post.id in outdated)
        found.append(ranking.Document(str(post.id), _terms(_words_of(post)), _days(post.id), [credit]))
    return found


def _words_of(answer: Post) -> str:
    """An answer with what it answers."""
    return f"{answer.root.title} {answer.root.source} {answer.source}" if answer.root else answer.source


def _accepted(answers: Sequence[Post]) -> set[int]:
    found = Question.objects.filter(accepted__in=[post.id for post in answers])
    return {post_id for post_id in found.values_list("accepted_id", flat=True) if post_id}


def _thanked(answers: Sequence[Post]) -> set[int]:
    found = Helped.objects.filter(answer__in=[post.id for post in answers])
    return set(found.values_list("answer_id", flat=True))


def _outdated(answers: Sequence[Post]) -> set[int]:
    found = Outdated.objects.filter(answer__in=[post.id for post in answers])
    return set(found.values_list("answer_id", flat=True))


def _reasons(answers: dict[int, Post], because: Sequence[str]) -> list[Reason]:
    """One answer for each question, the most telling first."""
    found: dict[int, Reason] = {}
    for answer in (answers[int(one)] for one in because):
        if answer.root and answer.root.id not in found:
            title = answer.root.title or answer.root.source[:80]
            found[answer.root.id] = Reason(post_id=answer.id, thread_id=answer.root.id, title=title)
    return list(found.values())


def _crafts(typed: str) -> dict[str, list[str]]:
    """By person the crafts they named whose every word is asked about."""
    said = topics.said(typed)
    names = {one.id: one.name for one in Craft.objects.all() if topics.is_about(one.name, said)}
    rows = Holding.objects.filter(craft_id__in=names).order_by("craft__sort_key")
    by_person: dict[str, list[str]] = {}
    for craft_id, person_id in rows.values_list("craft_id", "person_id"):
        by_person.setdefault(str(person_id), []).append(names[craft_id])
    return by_person


def kept_away(person_ids: Collection[int], typed: str) -> set[int]:
    """Those of some people who would rather not be asked about it."""
    rows = Wish.objects.filter(person_id__in=person_ids).values_list("person_id", "topic")
    said = topics.said(typed)
    return {person_id for person_id, topic in rows if topics.is_about(topic, said)}


def _terms(text: str) -> list[str]:
    """The telling words of a text as the engine compares them, and by their stems."""
    from vloot.experts.engine import terms

    telling = topics.telling(text)
    return terms.of(" ".join(telling)) + [stem for word in telling for stem in sorted(forms(word).all)]


def _days(post_id: int) -> float:
    return ids.moment(post_id).timestamp() / _DAY
