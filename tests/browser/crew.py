"""More people than the tests' cast: each journey that ends a session or changes how one signs in has somebody of its own."""

from datetime import date, timedelta

from tests.world import FOUNDED, IMPORTER, World
from vloot.ground import clock
from vloot.people import acts as people
from vloot.people.acts import PersonDraft
from vloot.people.models import Person
from vloot.talk.posts import acts as posts
from vloot.talk.posts.acts import PostDraft
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft, SpaceDraft

NAMES = {
    "gerda": "Gerda Claes",  # has no e-mail address and no password: she signs in with codes from paper
    "ivo": "Ivo Simic",  # loses his access
    "jana": "Jana Kral",  # signs in with a passkey
    "karel": "Karel Smets",  # signs in with an authenticator app
    "lotte": "Lotte Baert",  # wants to be forgotten
    "mila": "Mila Thys",  # signs out everywhere
    "noor": "Noor Aziz",  # follows, and pages through what is older
    "oona": "Oona Virta",  # writes what must not be lost
    "piet": "Piet Maas",  # was away
    "rosa": "Rosa Lenz",  # uses the keyboard
    "ugo": "Ugo Conti",  # has to be still for a while
    "tess": "Tess Bos",  # hosts the watch, with Udo
    "udo": "Udo Raes",  # is of the works council
    "sven": "Sven Bakker",  # speaks Dutch
    "wim": "Wim Adams",  # reads in every language, and at night
}
WITHOUT_PASSWORD = ["gerda"]
LINES = 60


def come_aboard(world: World) -> None:
    """Place them, the newcomer Rosa with a buddy; and let the log book of the tug have sixty lines."""
    drafts = [_draft(key, name, world) for key, name in NAMES.items()]
    ids = people.place_many(by=IMPORTER, drafts=drafts)
    joining = [JoinDraft(world.quay.id, ids[key], FOUNDED) for key in NAMES if key not in ("noor", "piet")]
    spaces.join_many(by=IMPORTER, drafts=joining)
    tug = SpaceDraft(name="Tug log", purpose="What the tug did", hosts=[world.chris.id], at=FOUNDED)
    log = spaces.open_many(by=IMPORTER, drafts=[tug])[0]
    spaces.join_many(by=IMPORTER, drafts=[JoinDraft(log.id, ids["noor"], FOUNDED)])
    watch = SpaceDraft(name="Watch", purpose="Who keeps it", hosts=[ids["tess"], ids["udo"]], at=FOUNDED)
    spaces.open_many(by=IMPORTER, drafts=[watch])
    begun = clock.now() - timedelta(days=LINES)
    lines = [
        PostDraft(
            kind="update",
            space_id=log.id,
            author_id=world.chris.id,
            body=f"Line {number} of the log.",
            at=begun + timedelta(days=number),
        )
        for number in range(LINES)
    ]
    posts.place_many(by=IMPORTER, drafts=lines)
    people.give_buddy(by=IMPORTER, person_id=ids["rosa"], buddy_id=world.bram.id)


def _draft(key: str, name: str, world: World) -> PersonDraft:
    is_new = key == "rosa"
    return PersonDraft(
        external_key=key,
        name=name,
        username=key,
        email=None if key == "gerda" else f"{key}@vloot.example",
        roles=("council",) if key == "udo" else (),
        team_id=Person.objects.get(id=world.anna.id).team_id,
        joined_on=clock.now().date() if is_new else date(2025, 9, 15),
        at=FOUNDED,
    )
