"""Filling cards: a fixed number of queries, however many posts."""

from collections.abc import Sequence

from vloot.ground import ids as idents
from vloot.people import reads as people
from vloot.people import rules as people_rules
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.files import reads as files
from vloot.talk.polls import reads as polls
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.questions import reads as questions
from vloot.talk.reading import reads as reading
from vloot.talk.spaces import reads as spaces
from vloot.talk.spaces.models import Membership
from vloot.talk.thanks import reads as thanks
from vloot.talk.timeline.cards import PostCard


def cards(actor: Actor, post_ids: Sequence[int]) -> list[PostCard]:
    """Cards of posts the actor may see, in the order of the ids; others are left out."""
    rows = Post.objects.filter(posts.visible(actor), id__in=list(post_ids)).in_bulk()
    found = [rows[post_id] for post_id in post_ids if post_id in rows]
    return _Filling(actor, found).cards()


class _Filling:
    """Everything a set of cards needs, read once."""

    def __init__(self, actor: Actor, posts_: list[Post]) -> None:
        self.actor = actor
        self.posts = posts_
        by_kind: dict[str, list[int]] = {}
        for post in posts_:
            by_kind.setdefault(post.kind, []).append(post.id)
        self.all_ids = [post.id for post in posts_]
        self.threads = {post.thread_id for post in posts_}
        self.persons = people.cards({post.author_id for post in posts_})
        self.spaces = spaces.refs({post.space_id for post in posts_})
        self.mine = dict(
            Membership.objects.filter(person_id=actor.person_id).values_list("space_id", "is_host")
        )
        self.files = files.of_posts(self.all_ids)
        self.appreciated = thanks.appreciated_by(self.all_ids)
        self.thanked = thanks.thanked_in(by_kind.get(Post.THANKS, ()))
        self.polls = polls.parts(actor, by_kind.get(Post.POLL, ()))
        answers = by_kind.get(Post.ANSWER, ())
        asked = set(by_kind.get(Post.QUESTION, ())) | {
            p.root_id for p in posts_ if p.kind == Post.ANSWER and p.root_id
        }
        self.questions = questions.parts(asked)
        self.helped = questions.helped(answers) if answers else {}
        self.kept = reading.bookmarked_among(actor, self.all_ids)
        self.read = reading.read_upto(actor, self.threads)
        missing = {p.root_id for p in posts_ if p.root_id} - {p.id for p in posts_}
        self.heads = {p.id: p for p in posts_ if not p.root_id} | (
            Post.objects.in_bulk(list(missing)) if missing else {}
        )
        self.i_lead: bool | None = None

    def cards(self) -> list[PostCard]:
        return [self._card(post) for post in self.posts]

    def _card(self, post: Post) -> PostCard:
        me = self.actor.person_id
        question = self.questions.get(post.thread_id)
        appreciated = self.appreciated.get(post.id, [])
        helped = self.helped.get(post.id, [])
        return PostCard(
            id=post.id,
            kind=post.kind,
            space=self.spaces[post.space_id],
            author=self.persons[post.author_id],
            title=post.title,
            html=post.html,
            language=post.language,
            at=idents.moment(post.id),
            edited_at=post.edited_at,
            is_removed=post.removed_at is not None,
            is_pinned=post.pinned_at is not None,
            is_closed=post.closed_at is not None,
            closed_reason=post.closed_reason,
            origin=post.origin,
            thread_id=post.thread_id,
            parent_id=post.parent_id,
            replies=post.reply_count,
            last_reply_at=idents.moment(post.last_reply_id) if post.last_reply_id else None,
            is_bookmarked=post.id in self.kept,
            is_unread=self._is_unread(post),
            is_mine=post.author_id == me,
            tags=post.tags,
            files=self.files.get(post.id, []),
            appreciated_by=appreciated,
            is_appreciated=any(person.id == me for person in appreciated),
            helped=helped,
            has_helped_me=any(person.id == me for person in helped),
            is_accepted=question is not None and question.accepted_id == post.id,
            can=frozenset(self._can(post)),
            question=question if post.kind == Post.QUESTION else None,
            poll=self.polls.get(post.id),
            thanks_to=self.thanked.get(post.id, []),
        )

    def _is_unread(self, post: Post) -> bool:
        upto = self.read.get(post.thread_id)
        if post.author_id == self.actor.person_id:
            return False
        if post.root_id:
            return upto is not None and post.id > upto
        return upto is not None and (post.last_reply_id or post.id) > upto

    def _can(self, post: Post) -> list[str]:
        """What the buttons of a card offer; the rules are asked again when one is pressed."""
        head = self.heads[post.thread_id]
        is_mine, is_host = post.author_id == self.actor.person_id, self.mine.get(post.space_id, False)
        can_write = self._can_write(post)
        is_open = can_write and not head.closed_at and not head.removed_at
        is_head = post.root_id is None
        asks = post.kind == Post.QUESTION
        closes = is_head and not asks and (is_host or is_mine)
        allowed = {
            "reply": is_open,
            "answer": is_open and asks,
            "comment": is_open and not asks,
            "edit": is_mine and can_write,
            "remove": is_mine or is_host,
            "pin": is_head and is_host,
            "close": closes and not post.closed_at and not (is_mine and self._leads()),
            "reopen": closes and bool(post.closed_at) and (is_host or is_mine),
            "bookmark": True,
            "unread": True,
            "appreciate": not is_mine,
            "helped": post.kind == Post.ANSWER and not is_mine,
            "accept": post.kind == Post.ANSWER and head.author_id == self.actor.person_id,
            "vote": post.kind == Post.POLL and can_write and not self.polls[post.id].is_closed,
            "close_poll": post.kind == Post.POLL
            and (is_mine or is_host)
            and not self.polls[post.id].is_closed,
            "close_question": asks and is_mine and not post.closed_at,
            "reopen_question": asks and is_mine and bool(post.closed_at),
            "hand_over": asks and (is_host or self.questions[post.id].owner.id == self.actor.person_id),
            "talk": not is_mine,
        }
        return [name for name, is_allowed in allowed.items() if is_allowed and not post.removed_at]

    def _can_write(self, post: Post) -> bool:
        space = self.spaces[post.space_id]
        return not space.is_archived and (
            post.space_id in self.mine or (space.access == "open" and not self.actor.is_guest)
        )

    def _leads(self) -> bool:
        if self.i_lead is None:
            self.i_lead = Person.objects.filter(people_rules.leads(), pk=self.actor.person_id).exists()
        return self.i_lead
