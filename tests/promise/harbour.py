"""A company in which much has happened, with numbers that nobody would write by chance: where one shows, something is counted."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from string import ascii_lowercase

from tests.climate.ground import answered
from tests.network.scene import switch_on as switch_network_on
from tests.promise import crawl
from tests.promise.crawl import Page
from tests.stage import work_off
from tests.talk import scene
from tests.world import FOUNDED, IMPORTER, World
from tests.world import build as build_world
from vloot.climate.models import Wave
from vloot.company import acts as company
from vloot.company.settings.declared import SETTINGS
from vloot.company.switches import rooms
from vloot.experts import acts as crafts
from vloot.experts.models import Craft
from vloot.ground import clock
from vloot.meet.learning import acts as learning
from vloot.meet.learning.acts import LearnedDraft
from vloot.meet.models import Table, Walk
from vloot.meet.walks import acts as walking
from vloot.meet.walks.acts import NotesDraft, PromiseDraft
from vloot.people import acts as people
from vloot.people.acts import PersonDraft
from vloot.people.models import Person
from vloot.people.reads import actor_for
from vloot.talk.events import acts as events
from vloot.talk.events.acts import EventDraft, Meeting
from vloot.talk.files import acts as files
from vloot.talk.following import acts as following
from vloot.talk.guides import acts as guides
from vloot.talk.guides.acts import Wording as GuideWording
from vloot.talk.models import Case, Choice, Event, File, Guide, Post, Proposal, Space
from vloot.talk.order import acts as order
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.posts.acts import PostDraft
from vloot.talk.proposals import acts as proposals
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import AnswerDraft, Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft
from vloot.talk.thanks import acts as thanks
from vloot.talk.thanks.acts import AppreciationDraft, ThanksDraft
from vloot.urn.models import Box

# How often Anna was thanked, appreciated and so on; none is a day, an hour, or a figure that a page says of itself.
THANKED, APPRECIATED, WROTE, ANSWERED, HELPED, FOLLOWED, VOTED = 37, 53, 43, 41, 47, 59, 61
FIGURES = (THANKED, APPRECIATED, WROTE, ANSWERED, HELPED, FOLLOWED, VOTED)
CLOSED, ON_REQUEST = (
    "quicksilver",
    "mercurial",
)  # words said only in the closed space, and in the one on request
SHOWN = ("update", "by a leader", "comment", "ended", "removed", "inside", "question")
UNHEARD_OF = "unheardof"
# Anna works there, Bram sits in the council, Chris hosts, Dana is a guest, Hanne keeps and leads it, Lars is new, leads a team and sits in
# the top team.
ROLES = ("anna", "bram", "chris", "dana", "hanne", "lars", "visitor")


@dataclass(frozen=True)
class Harbour:
    """Every page as everybody sees it, and whose id is whose."""

    pages: list[Page]
    ids: dict[str, int]  # of the cast, by name
    hidden: dict[str, list[int]]  # of what was said in the spaces that are not open, by their word

    def seen_by(self, *who: str) -> list[Page]:
        return [page for page in self.pages if page.who in who]


def build() -> Harbour:
    """Let it all happen, and look at it as everybody."""
    world = build_world()
    people.give_role(by=IMPORTER, person_id=world.bram.id, role="council")
    lars = _newcomer_who_leads(world)
    set_ = scene.build(world)
    work_off()
    answered(world)
    switch_network_on()
    _make_much_of(world, _crowd(world))
    shown = [thing.id for name in SHOWN if isinstance(thing := set_.things[name], Post)]
    hidden = {
        CLOSED: _talk(world, world.bridge, world.hanne, CLOSED),
        ON_REQUEST: _talk(world, world.slip, world.bram, ON_REQUEST),
    }
    order.report(
        by=world.actor(world.bram),
        post=Post.objects.get(id=shown[0]),
        reason="other",
        own_words="It names me",
    )
    work_off()
    routes = _addresses(world, [*shown, *hidden[CLOSED], *hidden[ON_REQUEST]])
    persons = {who: lars if who == "lars" else getattr(world, who) for who in ROLES[:-1]}
    pages = [page for who in ROLES for page in crawl.visit(crawl.browser(persons.get(who)), who, routes)]
    ids = {name: person.id for name, person in {**persons, "eva": world.eva, "finn": world.finn}.items()}
    return Harbour(pages, ids, hidden)


def _newcomer_who_leads(world: World) -> Person:
    drafts = [
        PersonDraft(
            external_key="lars", name="Lars Aldertsen", username="lars", joined_on=clock.now().date()
        ),
        PersonDraft(external_key="mieke", name="Mieke Roos", manager_key="lars"),
    ]
    found = people.place_many(by=IMPORTER, drafts=drafts)
    company.set_top_team(by=world.actor(world.hanne), person_ids=[world.hanne.id, found["lars"]])
    return Person.objects.get(id=found["lars"])


def _addresses(world: World, shown: list[int]) -> list[list[str]]:
    """Every address there is, with what is shown to all and what is hidden from some, and what one may look for."""
    cast = [world.anna, world.bram, world.dana, world.eva, world.finn]
    routes = crawl.addresses(
        {
            "posts": shown,
            "guides": list(Guide.objects.values_list("id", flat=True)),
            "events": list(Event.objects.values_list("pk", flat=True)),
            "several": shown[:: len(shown) // 4],
            "persons": [person.id for person in cast],
            "crafts": list(Craft.objects.values_list("id", flat=True)),
            "files": list(File.objects.values_list("id", flat=True)),
            "proposals": list(Proposal.objects.values_list("id", flat=True)),
            "cases": list(Case.objects.values_list("id", flat=True)),
            "waves": list(Wave.objects.values_list("id", flat=True)),
            "boxes": list(Box.objects.values_list("id", flat=True)),
            "settings": list(SETTINGS),
            "languages": ["en"],
            "rooms": list(rooms.DECLARED),
            "tables": list(Table.objects.values_list("id", flat=True)),
            "walks": list(Walk.objects.values_list("id", flat=True)),
            "slugs": list(Space.objects.values_list("slug", flat=True)),
            "tags": ["tide", CLOSED, ON_REQUEST, UNHEARD_OF],
        }
    )
    starts = [
        f"{sign}{word}" for sign in ("@", "%23", "") for word in ("a", CLOSED[:3], ON_REQUEST[:3], "bri")
    ]
    routes.append([f"/complete/?q={start}" for start in starts])
    routes.append([f"/questions/similar/?title={word}" for word in ("tide", CLOSED, ON_REQUEST, UNHEARD_OF)])
    routes.append([f"/who-knows/?q={word}" for word in ("tide", CLOSED, ON_REQUEST, UNHEARD_OF)])
    routes.append([f"/people/?name={word}" for word in ("a", CLOSED, UNHEARD_OF)])
    return routes


def _crowd(world: World) -> list[int]:
    """Sixty-one more colleagues without a digit in their names."""
    letters = [f"{one}{other}".capitalize() for one, other in product(ascii_lowercase[:8], repeat=2)][:VOTED]
    drafts = [PersonDraft(external_key=name, name=f"Jo {name}ster", at=FOUNDED) for name in letters]
    found = list(people.place_many(by=IMPORTER, drafts=drafts).values())
    spaces.join_many(
        by=IMPORTER, drafts=[JoinDraft(world.quay.id, person_id, FOUNDED) for person_id in found]
    )
    return found


def _make_much_of(world: World, crowd: list[int]) -> None:
    """Anna is thanked, asked, appreciated and followed, each as often as its figure says; and has a craft."""
    quay, anna = world.quay.id, world.anna.id
    crafts.take_up(by=world.actor(world.anna), name="Tides")
    _walk(world)
    _write_and_plan(world)
    thanks.give_many(
        by=IMPORTER,
        drafts=[
            ThanksDraft(space_id=quay, author_id=crowd[n], to=[anna], reason="Well done")
            for n in range(THANKED)
        ],
    )
    already = Post.objects.filter(author=anna).count()
    update = PostDraft(kind=Post.UPDATE, space_id=quay, author_id=anna, body="The #tide turns")
    made = posts.place_many(by=IMPORTER, drafts=[update] * (WROTE - already))
    thanks.appreciate_many(
        by=IMPORTER,
        drafts=[AppreciationDraft(post_id=made[-1].id, person_id=crowd[n]) for n in range(APPRECIATED)],
    )
    draft = PostDraft(
        kind=Post.QUESTION, space_id=quay, author_id=crowd[0], title="When is it high?", body=""
    )
    asked = questions.ask_many(by=IMPORTER, drafts=[draft] * ANSWERED)
    answers = questions.answer_many(
        by=IMPORTER,
        drafts=[AnswerDraft(question_id=post.id, author_id=anna, body="At one") for post in asked],
    )
    for person_id in crowd[:HELPED]:
        questions.mark_helped(by=actor_for(person_id), answer=answers[-1])
    for person_id in crowd[:FOLLOWED]:
        following.follow_person(by=actor_for(person_id), person_id=anna)
    poll = polls.open(
        by=world.actor(world.anna),
        draft=PollDraft(space_id=quay, author_id=anna, title="Soup or bread?", choices=("Soup", "Bread")),
    )
    soup = Choice.objects.get(poll=poll.pk, text="Soup").id
    for person_id in crowd:
        polls.vote(by=actor_for(person_id), poll=poll, choice_ids=[soup])


def _write_and_plan(world: World) -> None:
    """Anna keeps a how-to page that Bram changed too, and asks everybody to a lunch."""
    wording = GuideWording(title="How to moor", body="With two ropes.")
    guide = guides.write(by=world.actor(world.anna), space=world.quay, wording=wording)
    more = GuideWording(title="How to moor", body="With two ropes and a #tide table.")
    guides.edit(by=world.actor(world.bram), guide=guide, wording=more, over=guide.number)
    noon = clock.now() + timedelta(days=8)
    held = Meeting(starts_at=noon, ends_at=noon + timedelta(hours=1), zone="UTC", place="Hall")
    draft = EventDraft(space_id=world.quay.id, author_id=world.anna.id, title="Lunch", meeting=held)
    events.reply(
        by=world.actor(world.bram), event=events.plan(by=world.actor(world.anna), draft=draft), answer="yes"
    )


def _walk(world: World) -> None:
    """Hanne looked around at Anna's, promised and noted something, and says what she does otherwise now; Bram has invited her too."""
    walk = Walk.objects.create(
        leader=world.hanne,
        host=world.anna,
        moments=[clock.ago(days=3)],
        starts_at=clock.ago(days=3),
        spot="The sluice",
    )
    hanne, due = world.actor(world.hanne), clock.now().date() + timedelta(days=9)
    drafts = [
        PromiseDraft(text=f"Mend the {what}", due_on=due, is_easy=True) for what in ("lamp", "gate", "rope")
    ]
    done = walking.promise(by=hanne, walk=walk, drafts=drafts)
    for promise in done[:2]:
        walking.say_done(by=hanne, promise=promise)
        walking.confirm(by=world.actor(world.anna), promise=promise)
    walking.approve(
        by=world.actor(world.anna),
        notes=walking.write_notes(by=hanne, walk=walk, notes=NotesDraft(saw="A lamp hangs loose")),
    )
    Walk.objects.create(
        leader=world.hanne, host=world.bram, moments=[clock.now() + timedelta(days=5)], spot="The hold"
    )
    learning.turn(by=hanne, space=world.quay, used_to="ask for figures", now="look first", walk=walk)
    learning.note_down(by=world.actor(world.anna), draft=LearnedDraft(after="walk", found="She listened"))


def _talk(world: World, space: Space, person: Person, word: str) -> list[int]:
    """One of everything in a space that is not open, each with the word in it."""
    by = world.actor(person)
    file = files.put(by=by, name=f"{word}.txt", content=word.encode(), alt=word)
    update = posts.write(
        by=by,
        space=space,
        title=word,
        body=f"{word} #{word} @anna @bram @dana @hanne @chris",
        files=[file.id],
    )
    posts.edit(by=by, post=update, title=word, body=f"{word} again #{word} @anna @dana")
    comment = posts.comment(by=world.actor(world.chris), under=update, body=f"{word} @anna @hanne")
    question = questions.ask(
        by=by, space=space, wording=Wording(title=f"Why {word}, when is it high tide?", known=word)
    )
    answer = questions.answer(by=world.actor(world.chris), question=question, body=word)
    given = thanks.give(by=by, space=space, to=[world.chris.id, world.anna.id], reason=word)
    draft = PollDraft(space_id=space.id, author_id=person.id, title=word, choices=(word, f"no {word}"))
    poll = polls.open(by=by, draft=draft)
    if word == CLOSED:
        proposals.propose(by=world.actor(world.chris), to=world.anna.id, way="call", about=update)
    return [update.id, comment.id, question.id, answer.id, given.id, poll.id]
