"""My data, and erasure: what the living room keeps about a person."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from vloot.notices import acts as notices
from vloot.talk.announcements.models import Confirmation
from vloot.talk.drafts.models import Draft
from vloot.talk.events.models import CalendarKey, Event, EventReply
from vloot.talk.files.models import File, unlink
from vloot.talk.following.models import PersonFollow, TagFollow
from vloot.talk.polls import counting
from vloot.talk.polls.models import Choice, Vote
from vloot.talk.posts import emptying
from vloot.talk.posts.models import Mention, Post, Revision
from vloot.talk.posts.reads import with_replies
from vloot.talk.proposals.models import Proposal
from vloot.talk.questions import owners
from vloot.talk.questions.models import Helped, Question
from vloot.talk.reading.models import Bookmark, HomeVisit, ReadMark
from vloot.talk.roster.models import Absence, Swap, Turn
from vloot.talk.search.models import Document
from vloot.talk.spaces import hosts
from vloot.talk.spaces.models import EntryRequest, Membership
from vloot.talk.thanks.models import Appreciation, ThanksTo


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person."""
    proposals = Proposal.objects.filter(Q(proposer_id=person_id) | Q(invited_id=person_id))
    return {
        "spaces": list(
            Membership.objects.filter(person_id=person_id).values("space__name", "is_host", "joined_at")
        ),
        "requests": list(
            EntryRequest.objects.filter(person_id=person_id).values("space__name", "why", "asked_at")
        ),
        "posts": list(
            Post.objects.filter(author_id=person_id).values(
                "id", "kind", "space__name", "title", "source", "parts", "edited_at"
            )
        ),
        "former_versions": list(
            Revision.objects.filter(post__author_id=person_id).values("post_id", "title", "source")
        ),
        "questions_owned": list(
            Question.objects.filter(owner_id=person_id).values_list("post_id", flat=True)
        ),
        "named_in": list(Mention.objects.filter(person_id=person_id).values_list("post_id", flat=True)),
        "thanked_in": list(ThanksTo.objects.filter(person_id=person_id).values_list("post_id", flat=True)),
        "appreciated": list(Appreciation.objects.filter(person_id=person_id).values("post_id", "emoji")),
        "helped_by": list(Helped.objects.filter(person_id=person_id).values_list("answer_id", flat=True)),
        "threads_closed": list(Post.objects.filter(closed_by_id=person_id).values("id", "closed_reason")),
        "choices_offered": list(
            Choice.objects.filter(poll__post__author_id=person_id).values("poll_id", "text")
        ),
        "votes": list(Vote.objects.filter(person_id=person_id).values("choice__text", "choice__poll_id")),
        **_gatherings(person_id),
        "proposals": list(
            proposals.values("proposer__name", "invited__name", "way", "suggestion", "accepted_at")
        ),
        "follows": list(
            PersonFollow.objects.filter(person_id=person_id).values_list("followed__name", flat=True)
        ),
        "tags": list(TagFollow.objects.filter(person_id=person_id).values_list("tag", flat=True)),
        "files": list(File.objects.filter(owner_id=person_id).values("name", "size", "alt")),
        "duty_weeks": list(Turn.objects.filter(person_id=person_id).values("space__name", "week")),
        "duty_absences": list(Absence.objects.filter(person_id=person_id).values_list("week", flat=True)),
        "duty_swaps": list(Swap.objects.filter(asked_id=person_id).values("turn__space__name", "turn__week")),
        "drafts": list(Draft.objects.filter(person_id=person_id).values("key", "fields", "saved_at")),
        "bookmarks": list(Bookmark.objects.filter(person_id=person_id).values_list("post_id", flat=True)),
        "read_marks": list(ReadMark.objects.filter(person_id=person_id).values("thread_id", "upto_id")),
        "home_visit": list(HomeVisit.objects.filter(person_id=person_id).values("looked_at", "away_since")),
    }


def _gatherings(person_id: int) -> dict[str, Any]:
    """What one confirmed, and where one meets."""
    return {
        "announcements_confirmed": list(
            Confirmation.objects.filter(person_id=person_id).values_list("announcement_id", flat=True)
        ),
        "events": list(EventReply.objects.filter(person_id=person_id).values("event__post__title", "answer")),
        "events_planned": list(
            Event.objects.filter(post__author_id=person_id).values(
                "starts_at", "place", "link", "cancelled_reason"
            )
        ),
        "calendar_renewals": list(
            CalendarKey.objects.filter(person_id=person_id).values_list("renewals", flat=True)
        ),
    }


def forget(person_id: int) -> None:
    """Empty what a person wrote and drop what was only theirs; tombstones keep the threads of others whole."""
    with transaction.atomic():
        hosts.replace([person_id])
        owners.replace([person_id])
        written = Post.objects.filter(author_id=person_id)
        Document.objects.filter(post__in=written).delete()
        files = list(File.objects.filter(owner_id=person_id))
        File.objects.filter(owner_id=person_id).delete()
        emptying.empty(written)
        Post.objects.filter(closed_by_id=person_id).update(closed_reason="")
        Choice.objects.filter(poll__post__in=written).delete()
        counting.burn_uncounted(list(written.values_list("id", flat=True)))
        Event.objects.filter(post__in=written).delete()
        proposals = Proposal.objects.filter(Q(proposer_id=person_id) | Q(invited_id=person_id))
        # Notices bear the titles of what they are about.
        gone = [*proposals.values_list("id", flat=True), *written.values_list("id", flat=True)]
        notices.forget_about(with_replies(gone))
        proposals.delete()
        Swap.objects.filter(asked_id=person_id).delete()
        PersonFollow.objects.filter(Q(person_id=person_id) | Q(followed_id=person_id)).delete()
        for rows in (
            Membership, EntryRequest, ThanksTo, Appreciation, Helped, Vote, TagFollow, Draft, Bookmark, ReadMark, HomeVisit,
            Mention, Turn, Absence, Confirmation, EventReply, CalendarKey,
        ):  # fmt: skip
            rows.objects.filter(person_id=person_id).delete()
        transaction.on_commit(lambda: unlink(files))
