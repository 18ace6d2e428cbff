"""Each page asks the database a fixed number of questions, however much there is to show."""

from collections.abc import Callable

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.stage import Clock
from tests.world import World
from vloot.talk.guides import acts as guides
from vloot.talk.models import Guide
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.thanks import acts as thanks

# What a page may ask at most, everything included: session, person, frame.
BUDGETS = {
    "/": 15,
    "/home.json": 6,
    "/since/?after=1": 6,
    "/t/{question}/": 15,
    "/t/{update}/": 15,
    "/s/quay/": 20,
    "/questions/": 12,
    "/spaces/": 14,
    "/guides/": 18,
    "/guides/{guide}/": 22,
    "/people/": 13,
    "/people/{anna}/": 18,
    "/notices/": 9,
    "/bookmarks/": 6,
    "/tags/tide/": 11,
}


@pytest.fixture
def browser(world: World) -> Client:
    """Bram's, who sits in two spaces, owns nothing and has notices."""
    client = Client()
    client.force_login(world.bram, backend="django.contrib.auth.backends.ModelBackend")
    key = str(client.session.session_key)
    UserSession.objects.create(user=world.bram, session_key=key, ip="127.0.0.1", user_agent="test")
    return client


class Talk:
    """A company that can be made to say more of everything."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.anna, self.bram = world.actor(world.anna), world.actor(world.bram)
        self.update = posts.write(by=self.anna, space=world.quay, body="The tide turns #tide")
        self.question = questions.ask(
            by=self.anna, space=world.quay, wording=Wording(title="Who has the key?")
        )

        self.guide = self.write_guide("How to find the key")

    def write_guide(self, title: str) -> Guide:
        """A how-to page of Anna's."""
        return guides.write(by=self.anna, space=self.world.quay, wording=guides.Wording(title, "Ask. #tide"))

    def go_on(self, rounds: int) -> None:
        """One of each kind per round, answered, thanked, kept."""
        chris = self.world.actor(self.world.chris)
        for number in range(rounds):
            write = posts.write(by=chris, space=self.world.quay, body=f"Crane {number} is free, @bram #tide")
            thanks.appreciate(by=self.anna, post=write)
            self.write_guide(f"How to grease {number}")
            thanks.appreciate(by=self.bram, post=write)
            asked = questions.ask(
                by=chris, space=self.world.quay, wording=Wording(title=f"Who greased {number}?")
            )
            questions.answer(by=self.bram, question=asked, body="I did.")
            answer = questions.answer(by=chris, question=self.question, body=f"Try hook {number}, @bram.")
            thanks.appreciate(by=self.anna, post=answer)
            posts.comment(by=chris, under=answer, body="Or the next one.")
            posts.comment(by=chris, under=self.update, body="So it does.")
            thanks.give(by=chris, space=self.world.quay, to=[self.world.bram.id], reason="For the grease.")
            choices = [f"Monday {number}", "Friday"]
            draft = PollDraft(
                space_id=self.world.quay.id,
                author_id=chris.person_id,
                title="Which day?",
                body="",
                choices=choices,
            )
            poll = polls.open(by=chris, draft=draft)
            polls.vote(
                by=self.anna, poll=poll, choice_ids=[poll.poll.choices.values_list("id", flat=True)[0]]
            )


def asked(browser: Client, path: str) -> list[str]:
    """What a page asks once it is warm."""
    for _ in range(2):
        browser.get(path)
    with CaptureQueriesContext(connection) as seen:
        response = browser.get(path)
    assert response.status_code == 200, path
    return [query["sql"] for query in seen.captured_queries]


def test_pages_keep_their_budget_and_ask_no_more_when_there_is_more(
    world: World, browser: Client, work: Callable[[], int], clock: Clock
) -> None:
    talk = Talk(world)
    talk.go_on(2)
    work()
    names = {"question": talk.question.id, "update": talk.update.id, "anna": world.anna.id}
    names["guide"] = talk.guide.id
    few = {path: asked(browser, path.format(**names)) for path in BUDGETS}
    talk.go_on(12)
    work()
    many = {path: asked(browser, path.format(**names)) for path in BUDGETS}
    over = {path: found for path, found in many.items() if len(found) > BUDGETS[path]}
    assert not over, "\n".join(
        f"{path}: {len(found)}\n  " + "\n  ".join(found) for path, found in over.items()
    )
    grown = {path for path in BUDGETS if len(many[path]) > len(few[path])}
    assert not grown


def test_posting_keeps_its_budget(world: World, browser: Client) -> None:
    fields = {"kind": "update", "space": str(world.quay.id), "body": "Crane 4 is free #tide, @anna"}
    browser.post("/", fields)
    with CaptureQueriesContext(connection) as seen:
        response = browser.post("/", fields)
    assert response.status_code == 302
    assert len(seen) <= 18, "\n".join(query["sql"] for query in seen.captured_queries)
