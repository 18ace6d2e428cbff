"""Promise 18: every open question has exactly one human who looks after it, whatever people do, until its asker closes it."""

from contextlib import suppress

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.stage import work_off
from tests.talk.ways import in_days
from tests.world import IMPORTER, World
from vloot import wiring
from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused
from vloot.people import acts as people
from vloot.people import reads
from vloot.people.actor import Actor
from vloot.people.models import Erasure, Person
from vloot.talk.models import Membership, Question, Space
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts, rules
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import Terms
from vloot.talk.spaces.reads import hosts_of

CAST = ("anna", "bram", "chris", "dana", "hanne")
person = st.sampled_from(CAST)
place = st.sampled_from(("quay", "slip", "bridge"))
number = st.integers(0, 9)


class Harbour(RuleBasedStateMachine):
    """The cast asking, handing over, coming and going."""

    world: World

    @initialize()
    def begin(self) -> None:
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.is_settled = True
        for space in ("quay", "slip"):
            spaces.appoint_host(by=self.actor("chris"), space=self.space(space), person_id=self.world.bram.id)

    def teardown(self) -> None:
        try:
            self.settle()
            self.every_question_is_looked_after()
        finally:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)

    def actor(self, name: str) -> Actor:
        return reads.actor_for(getattr(self.world, name).id)

    def space(self, name: str) -> Space:
        return Space.objects.get(pk=getattr(self.world, name).pk)

    def question(self, which: int) -> Question:
        found = list(Question.objects.select_related("post", "post__space").order_by("pk"))
        if not found:
            raise NotFound
        return found[which % len(found)]

    @rule(who=person, where=place)
    def ask(self, who: str, where: str) -> None:
        with suppress(Refused, NotFound):
            acts.ask(by=self.actor(who), space=self.space(where), wording=Wording(title="When is it high?"))
            self.is_settled = False

    @rule(who=person, which=number, to=person)
    def hand_over(self, who: str, which: int, to: str) -> None:
        with suppress(Refused, NotFound):
            post = self.question(which).post
            acts.hand_over(by=self.actor(who), question=post, to=getattr(self.world, to).id)
            self.is_settled = False

    @rule(which=number, is_open=st.booleans())
    def close_or_reopen(self, which: int, is_open: bool) -> None:
        with suppress(Refused, NotFound):
            question = self.question(which)
            by = reads.actor_for(question.post.author_id)
            (acts.reopen if is_open else acts.close)(by=by, question=question.post)
            self.is_settled = False

    @rule(which=number)
    def remove(self, which: int) -> None:
        with suppress(Refused, NotFound):
            post = self.question(which).post
            posts.remove(by=reads.actor_for(post.author_id), post=post)
            self.is_settled = False

    @rule(who=person, is_active=st.booleans())
    def come_and_go(self, who: str, is_active: bool) -> None:
        with suppress(Refused, NotFound):
            deed = people.reactivate if is_active else people.deactivate
            deed(by=IMPORTER, person_id=getattr(self.world, who).id)
            self.is_settled = False

    @rule(who=person)
    def be_forgotten(self, who: str) -> None:
        with suppress(Refused, NotFound):
            people.ask_to_be_forgotten(by=self.actor(who))
            Erasure.objects.update(due_at=clock.now())
            people.forget_due(rooms=wiring.CARE)
            self.is_settled = False

    @rule(who=person, where=place)
    def leave(self, who: str, where: str) -> None:
        with suppress(Refused, NotFound):
            spaces.leave(by=self.actor(who), space=self.space(where))
            self.is_settled = False

    @rule(who=person, where=place, whom=person, is_host=st.booleans())
    def appoint_or_dismiss(self, who: str, where: str, whom: str, is_host: bool) -> None:
        with suppress(Refused, NotFound):
            deed = spaces.appoint_host if is_host else spaces.dismiss_host
            deed(by=self.actor(who), space=self.space(where), person_id=getattr(self.world, whom).id)
            self.is_settled = False

    @rule(who=person, where=place, access=st.sampled_from((Space.OPEN, Space.ON_REQUEST, Space.CLOSED)))
    def shut_or_open(self, who: str, where: str, access: str) -> None:
        with suppress(Refused, NotFound):
            space = self.space(where)
            terms = Terms(name=space.name, access=access, reason="Pay", review_on=in_days(30))
            spaces.change(by=self.actor(who), space=space, terms=terms)
            self.is_settled = False

    @rule(who=person, where=place, is_archived=st.booleans())
    def rest_or_wake(self, who: str, where: str, is_archived: bool) -> None:
        with suppress(Refused, NotFound):
            (spaces.archive if is_archived else spaces.reopen)(by=self.actor(who), space=self.space(where))
            self.is_settled = False

    @rule(who=person, role=st.sampled_from(("guest", "host")), is_given=st.booleans())
    def give_or_take_a_role(self, who: str, role: str, is_given: bool) -> None:
        with suppress(Refused, NotFound):
            deed = people.give_role if is_given else people.take_role
            deed(by=IMPORTER, person_id=getattr(self.world, who).id, role=role)
            self.is_settled = False

    @rule()
    def settle(self) -> None:
        work_off()
        self.is_settled = True

    @invariant()
    def every_space_is_hosted(self) -> None:
        if self.is_settled:
            for space in Space.objects.filter(archived_at=None):
                assert hosts_of(space.id), f"{space} has no host"

    @invariant()
    def every_question_is_looked_after(self) -> None:
        """At any moment by one human; once the worker is through, by one who is here and can read it."""
        for question in Question.objects.filter(closed_at=None).select_related("owner", "post"):
            assert question.owner.kind == "human"
            if self.is_settled:
                assert question.owner.is_active
                card = reads.card(question.owner_id)
                assert rules.may_own(question, card) or not self.has_somebody(question.post.space_id)

    def has_somebody(self, space_id: int) -> bool:
        """Whether a colleague who is here is in the space at all."""
        inside = Membership.objects.filter(space_id=space_id, person__is_active=True)
        return inside.exclude(person__role_rows__name="guest").exists()


def test_every_open_question_has_one_human_owner(world: World) -> None:
    class Here(Harbour):
        pass

    Here.world = world
    quick = settings.default
    assert quick is not None
    run_state_machine_as_test(
        Here,
        settings=settings(
            quick,
            max_examples=max(10, quick.max_examples // 2),
            stateful_step_count=25,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_owner_is_a_column_that_is_never_empty(world: World) -> None:
    field = Question._meta.get_field("owner")
    assert not field.null
    assert field.related_model is Person
    assert Question._meta.pk is Question._meta.get_field("post")
