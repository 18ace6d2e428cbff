"""The whole company, built once for these tests on a Monday afternoon, and the traps of real life in it."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Q
from django.test import TestCase

from vloot.demo import people_to_be, script, story
from vloot.ground import clock, ids
from vloot.network.models import Tie
from vloot.network.picture import reads as picture
from vloot.network.pilots import asking, weighing
from vloot.network.pilots.models import Pilot
from vloot.network.rounds import reads as rounds
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.models import (
    Appreciation,
    Bookmark,
    File,
    Helped,
    Membership,
    Poll,
    Post,
    Proposal,
    Question,
    Revision,
    Space,
    ThanksTo,
    Vote,
)
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads
from vloot.talk.questions import reads as questions
from vloot.talk.timeline import reads as timeline
from vloot.urn.models import Ballot, Voter

NOW = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)


def actor(key: str) -> Actor:
    return people.actor_for(people.by_username([key])[key])


def by(key: str) -> Person:
    return Person.objects.get(external_key=f"demo:{key}")


class TestCompany(TestCase):
    """Built once, read by every test; what a test does is undone after it."""

    seconds: float

    @classmethod
    def setUpTestData(cls) -> None:
        begun = time.process_time()
        story.build(now=NOW)
        cls.seconds = time.process_time() - begun

    def setUp(self) -> None:
        self.enterContext(clock.freeze(NOW))

    def test_it_is_ready_within_90_seconds(self) -> None:
        assert self.seconds < 90

    def test_there_are_140_people_and_a_bot(self) -> None:
        assert Person.objects.filter(kind="human").count() == 140
        assert by("peilbot").kind == "bot"
        assert Person.objects.filter(kind="human", email=None).count() > 70, "most have no desk"

    def test_the_cast_is_on_stage(self) -> None:
        assert Question.objects.filter(post__author=by("anna")).count() >= 3
        assert Question.objects.filter(accepted__author=by("bram")).count() >= 3
        assert Membership.objects.filter(person=by("chris"), is_host=True).count() >= 3
        assert [m.space.name for m in Membership.objects.filter(person=by("dana"))] == ["De Zwaluw"]
        assert not by("eva").is_active
        assert people.roles_of(by("leyla").id) >= {"administrator"}

    def test_whoever_is_to_be_picked_is_there_and_has_something_to_read(self) -> None:
        present = people_to_be.present()
        assert len(present) == 10
        for card, who in present:
            assert who
            page = timeline.home(people.actor_for(card.id))
            assert len(page.cards) >= 10, card.name

    def test_half_a_year_is_behind_them_and_the_newest_is_of_today(self) -> None:
        heads = Post.objects.filter(root=None)
        oldest, newest = heads.order_by("id")[0], heads.order_by("-id")[0]
        assert NOW - ids.moment(oldest.id) > timedelta(days=170)
        assert NOW - ids.moment(newest.id) < timedelta(hours=8)
        assert not heads.filter(id__gt=ids.first(NOW)).exists()

    def test_the_newest_200_of_any_reader_are_mostly_written_by_hand(self) -> None:
        written = {thread.text.strip() for thread in script.threads()}
        newest = timeline.home_ids(actor("anna"), limit=200)
        kinds = Post.objects.filter(id__in=newest).values_list("source", flat=True)
        assert sum(source in written for source in kinds) > 130

    def test_every_question_without_an_answer_has_a_human_who_sees_to_it(self) -> None:
        open_ones = Question.objects.filter(closed_at=None, accepted=None)
        assert open_ones.count() >= 8
        assert not open_ones.exclude(owner__is_active=True, owner__kind="human").exists()

    def test_two_newcomers_wrote_first_posts_that_nobody_answered(self) -> None:
        firsts = Post.objects.filter(id__in=questions.unanswered_firsts(actor("chris")))
        assert {post.author.username for post in firsts} == {"tibo", "sabrina"}

    def test_newcomers_have_a_buddy(self) -> None:
        new = Person.objects.filter(joined_on__gte=people.first_day_of_newcomers(), kind="human")
        assert new.count() >= 5
        assert not new.filter(buddy=None).exists()

    def test_one_leader_only_broadcasts(self) -> None:
        written = Post.objects.filter(author=by("rudi"))
        assert written.count() >= 4
        assert set(written.values_list("kind", flat=True)) == {"update"}

    def test_one_answers_late_every_time(self) -> None:
        answers = Post.objects.filter(author=by("werner")).exclude(root=None)
        waits = [ids.moment(post.id) - ids.moment(post.root_id or 0) for post in answers]
        assert len(waits) >= 3
        assert min(waits) > timedelta(days=3)

    def test_five_people_thank_each_other_in_a_ring(self) -> None:
        ring = ["olivier", "tine", "maarten", "emma", "amelie"]
        for giver, taker in zip(ring, [*ring[1:], ring[0]], strict=True):
            assert ThanksTo.objects.filter(post__author=by(giver), person=by(taker)).exists()

    def test_neither_the_ring_nor_the_broadcaster_nor_the_bot_is_ever_asked_to_be_a_pilot(self) -> None:
        now = asking.current()
        assert now is not None, "it is asked just now"
        asked = {
            person.external_key
            for person in Person.objects.filter(is_active=True)
            if (found := weighing.standing(person.id, now)) and found.is_asked
        }
        trapped = {"olivier", "tine", "maarten", "emma", "amelie", "rudi", "peilbot"}
        assert len(asked) >= 4, "somebody is"
        assert not {f"demo:{key}" for key in trapped} & asked
        said_yes = {
            person.external_key for person in Person.objects.filter(pk__in=Pilot.objects.values("pk"))
        }
        assert said_yes
        assert said_yes < asked, "not everybody"

    def test_one_question_round_was_answered_by_enough_and_one_is_open(self) -> None:
        (past,) = rounds.past()
        assert past.is_enough
        assert rounds.open_round(actor("bram")) is not None

    def test_ring_bot_and_broadcaster_count_for_nothing_in_the_network(self) -> None:
        ring = [by(key).id for key in ("olivier", "tine", "maarten", "emma", "amelie")]
        assert Tie.objects.count() > 100
        assert not Tie.objects.filter(asker__in=ring, helper__in=ring).exists()
        nobody = [by("peilbot").id, by("eva").id, by("dana").id]
        assert not Tie.objects.filter(Q(asker__in=nobody) | Q(helper__in=nobody)).exists()
        assert not Tie.objects.filter(helper=by("rudi"), is_open=True).exists()

    def test_a_team_of_three_is_no_group_of_the_picture(self) -> None:
        shown = picture.latest(actor("anna"))
        assert shown is not None
        assert Person.objects.filter(team__name="ICT", is_active=True, kind="human").count() == 3
        names = [name for name, _size in shown.figures.groups]
        assert "ICT" not in names
        assert "Staalbouw" in names
        assert min(size for _name, size in shown.figures.groups) >= 7
        assert any(cell.meet is None for cell in shown.figures.cells)
        assert any(cell.meet for cell in shown.figures.cells)

    def test_spaces_are_open_shut_with_a_reason_overdue_and_at_rest(self) -> None:
        assert Space.objects.filter(access="open").count() >= 18
        assert Space.objects.filter(access="request").exists()
        shut = Space.objects.exclude(access="open")
        assert all(space.reason and space.review_on for space in shut)
        assert [space.name for space in shut.filter(review_on__lt=NOW.date())] == ["Offerte Rijnrederij"]
        assert Space.objects.exclude(archived_at=None).count() == 1

    def test_there_is_a_hidden_poll_still_open_a_closed_one_and_one_of_several_choices(self) -> None:
        assert Poll.objects.filter(is_hidden=True, closes_at__gt=NOW).exists()
        assert Poll.objects.filter(closes_at__lt=NOW).exists()
        assert Poll.objects.filter(is_multiple=True).exists()
        assert Vote.objects.count() > 100
        open_votes = Vote.objects.filter(choice__poll__closes_at__gt=NOW)
        assert not open_votes.filter(person=by("anna")).exists(), (
            "whoever steps into her shoes can still choose"
        )

    def test_secret_polls_are_counted_too_few_and_open(self) -> None:
        secret = Poll.objects.exclude(box=None).order_by("closes_at")
        few, counted, still = sorted(secret, key=lambda one: (one.closed_at is None, one.ballots or 0))
        assert (few.ballots, few.choices.exclude(at_least=None).count()) == (None, 0)
        assert counted.ballots == 44
        assert [choice.at_least for choice in counted.choices.order_by("position")] == [7, 7, 14, None]
        assert counted.choices.get(is_most=True).text == "Een halve dag verlof"
        box = still.box
        assert box is not None
        assert Ballot.objects.filter(key__box=box).count() == 13
        assert not Ballot.objects.filter(key__box__in=[few.box, counted.box]).exists()
        assert not Voter.objects.get(box=box, person=by("anna")).has_taken, "a visitor can vote in it"

    def test_threads_show_every_state(self) -> None:
        assert Post.objects.exclude(pinned_at=None).count() >= 5
        assert Post.objects.exclude(closed_reason="").count() >= 2
        assert Post.objects.filter(root=None).exclude(removed_at=None).exists()
        assert Post.objects.exclude(root=None).exclude(removed_at=None).exists()
        assert Revision.objects.count() >= 2
        assert Post.objects.filter(reply_count__gte=6).exists()
        assert Helped.objects.count() > 20
        assert Appreciation.objects.count() > 1000
        assert Proposal.objects.exclude(accepted_at=None).exists()
        assert Bookmark.objects.filter(person=by("anna")).exists()
        assert File.objects.filter(media_type="image/png").exclude(alt="").count() >= 10
        assert File.objects.filter(name__endswith=".csv").exists()
        assert not File.objects.filter(width__isnull=False, alt="").exists()

    def test_three_languages_are_spoken(self) -> None:
        spoken = Post.objects.filter(root=None).values_list("language", flat=True)
        counts = {language: list(spoken).count(language) for language in ("nl", "en", "fr")}
        assert counts["nl"] > counts["en"] > 40
        assert counts["fr"] > 20

    def test_most_of_those_to_be_picked_have_notices_they_have_not_seen(self) -> None:
        from vloot.notices.models import Notice

        unread = {
            card.first_name
            for card, _who in people_to_be.present()
            if Notice.objects.filter(person_id=card.id, read_at=None).exists()
        }
        assert {"Anna", "Bram", "Chris", "Lieve", "Saïd"} <= unread
        newest = Notice.objects.filter(person=by("anna")).order_by("-id")[0]
        assert ids.moment(newest.id) < NOW, "a notice is of the time of what it tells"

    def test_those_to_be_picked_were_away_since_a_while_ago(self) -> None:
        from vloot.talk.reading import acts as reading

        since = reading.look_home(by=actor("anna"))
        assert since is not None
        assert timedelta(hours=12) < NOW - since < timedelta(days=4)

    def test_what_a_visitor_does_goes_on_from_there(self) -> None:
        anna = actor("anna")
        head = reads.get(anna, timeline.home_ids(anna, limit=1)[0])
        made = posts.comment(by=anna, under=head, body="Morgen meer.")
        assert made.id > head.id


@pytest.mark.django_db
@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 3, 1, 22, 30, tzinfo=UTC),
        pytest.param(datetime(2026, 2, 23, 4, 50, tzinfo=UTC), marks=pytest.mark.long),
    ],
)
def test_a_small_company_is_whole_on_a_sunday_night_and_before_the_first_shift(now: datetime) -> None:
    with clock.freeze(now):
        story.build(people=24, now=now)
    assert Person.objects.filter(kind="human").count() == 24
    assert Post.objects.count() > 100
    assert not Post.objects.filter(id__gt=ids.first(now)).exists()


@pytest.mark.django_db
def test_a_company_that_fails_halfway_leaves_nothing_behind() -> None:
    def stop(done: int, _total: int, _what: str) -> None:
        if done > 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        story.build(people=24, now=NOW, progress=stop)
    assert not Person.objects.exists()


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.parametrize("hour", [5, 10, 22])
@pytest.mark.parametrize("day", range(7))
def test_it_is_whole_on_every_day_of_the_week(day: int, hour: int) -> None:
    """What is told of a weekend happens before it: no deed may come before the one it needs."""
    story.build(now=datetime(2026, 11, 23, hour, 38, tzinfo=UTC) + timedelta(days=day))
    assert Person.objects.filter(kind="human").count() == 140
