"""The one table of what follows from what: which readers are handed the entries of which kind.

Also every room's `care`: what it knows of a person (`mine`) and how it forgets them (`forget`); every room's `find`: what search may
find there (`ground.finding`), in the order in which its results are shown; and for the notices, who carries them through which channel,
and which spaces a person may read; for the people's room, whether the company takes guests; and what no backup may hold.
"""

from collections.abc import Sequence
from types import ModuleType

from django.conf import settings

from vloot import urn
from vloot.climate import care as climate_care
from vloot.climate.matters import jobs as matters
from vloot.climate.rhythm import jobs as climate
from vloot.climate.rhythm import turning as waves
from vloot.company import care as company_care
from vloot.company.switches import rooms
from vloot.company.switches import rules as switches
from vloot.experts import care as experts_care
from vloot.experts import jobs as experts
from vloot.ground.errors import Verdict
from vloot.ground.finding import Finder
from vloot.letters.leaving import carrier as mail
from vloot.logbook.acts import Reader
from vloot.mailroom import care as mailroom_care
from vloot.mailroom import jobs as mailroom
from vloot.meet.coffee import care as coffee_care
from vloot.meet.coffee import jobs as coffee
from vloot.meet.learning import care as learning_care
from vloot.meet.walks import care as walks_care
from vloot.meet.walks import jobs as walks
from vloot.meet.walks import lapsing
from vloot.network import care as network_care
from vloot.network.picture import jobs as picture
from vloot.network.pilots import care as pilots_care
from vloot.network.pilots import jobs as pilots
from vloot.network.rounds import care as rounds_care
from vloot.network.rounds import jobs as rounds
from vloot.notices import care as notices_care
from vloot.notices import jobs as notices
from vloot.notices.carrying import Carrier, Parcel, Sight, Unreachable
from vloot.people import care as people_care
from vloot.people import find as people_find
from vloot.people.actor import Actor
from vloot.push import carrier as push
from vloot.talk import care as talk_care
from vloot.talk.announcements import jobs as announcements
from vloot.talk.events import jobs as events
from vloot.talk.guides import care as guides_care
from vloot.talk.guides import find as guides_find
from vloot.talk.guides import jobs as guides
from vloot.talk.order import care as order_care
from vloot.talk.order import jobs as order
from vloot.talk.polls import counting as secret_polls
from vloot.talk.polls import jobs as polls
from vloot.talk.posts import find as tags_find
from vloot.talk.posts import jobs as posts
from vloot.talk.proposals import jobs as proposals
from vloot.talk.questions import jobs as questions
from vloot.talk.roster import jobs as roster
from vloot.talk.search import jobs as search
from vloot.talk.spaces import find as spaces_find
from vloot.talk.spaces import jobs as spaces
from vloot.talk.spaces import reads as places
from vloot.talk.thanks import jobs as thanks
from vloot.urn import care as urn_care


def _while_on(room: str, carry: Carrier) -> Carrier:
    """A carrier that reaches nobody while the company has switched its room off; what waited is dropped, the page still shows it."""

    def carried(parcel: Parcel) -> None:
        if not switches.may_use(room):
            raise Unreachable
        carry(parcel)

    return carried


def takes_guests() -> Verdict:
    """Whether the company takes guests, for the people's room, which lies below the switches."""
    return switches.may_use(rooms.GUESTS)


def _written(*own: Reader) -> list[Reader]:
    """What follows from a piece of writing, around what its own kind asks for: who follows comes after who is named."""
    return [posts.tell_mentioned, *own, posts.tell_followers, order.look_for_words, search.index]


# The tables of which a backup holds only the rows for which this holds: of secret votes what may be known later, not who would vote on
# paper, and nothing of who is signed in and where, nor what still opens the door, so that what was ended or used since does not come back.
IN_BACKUPS = {
    **urn.IN_BACKUPS,
    "climate_paper": "false",
    "people_sign_in_code": "used_at is not null",
    "django_session": "false",
    "usersessions_usersession": "false",
    "notices_device": "false",
    "ground_tries": "false",
}
# What a room sees to when the company came back out of a backup.
CAME_BACK = (secret_polls.give_up_lost, waves.give_up_lost)

READERS: dict[str, Sequence[Reader]] = {
    "QuestionRoundOpened": [rounds.tell_opened],
    "QuestionRoundReminded": [rounds.tell_reminded],
    "PilotsSought": [pilots.tell_everybody],
    "SwapAsked": [roster.tell_swap],
    "SwapAccepted": [roster.tell_swap],
    "Posted": _written(posts.tell_hosts),
    # Last, when search knows the question and its owner is told.
    "Asked": [*_written(posts.tell_hosts, questions.tell_owner, guides.link_questions), experts.invite],
    "Answered": [*_written(questions.tell_asker), experts.drop_answered],
    "Commented": _written(posts.tell_thread),
    "PollOpened": _written(),
    "ThanksGiven": [thanks.tell_thanked, posts.tell_followers, order.look_for_words, search.index],
    "Announced": _written(announcements.tell_concerned),
    "EventPlanned": _written(posts.tell_hosts),
    "EventChanged": [events.tell_changed, events.forget_reminders, events.tell_moved_up, search.index],
    "EventCancelled": [events.tell_cancelled, events.forget_reminders, search.index],
    "EventReplied": [events.tell_moved_up],
    "EventNear": [events.tell_near],
    "PostAppreciated": [thanks.tell_appreciated],
    "AnswerAccepted": [questions.tell_answerer, search.index_question],
    "Helped": [questions.tell_answerer],
    "QuestionHandedOver": [questions.tell_new_owner],
    "ThreadClosed": [posts.tell_closed],
    "PostEdited": [order.look_for_words, search.index, experts.drop_reviewed],
    "PostReported": [order.tell_keepers],
    "CaseOpened": [order.tell_keepers],
    "CasePassedOn": [order.tell_keepers],
    "CaseDecided": [order.tell_decided],
    "AppealMade": [order.tell_appeal],
    "AppealAnswered": [order.tell_answered],
    "PostRemoved": [
        posts.forget_removed,
        questions.forget_accepted,
        polls.forget_removed,
        announcements.forget_removed,
        events.tell_taken_away,
        events.forget_removed,
        experts.drop_ended,
        experts.drop_reviewed,
        search.index,
    ],
    # What is only sealed may come back, with what hangs on it: that is forgotten when it is let go.
    "PostSealed": [posts.forget_removed, events.tell_taken_away, search.index],
    "SealedLetGo": [
        questions.forget_accepted,
        polls.forget_removed,
        announcements.forget_removed,
        events.forget_removed,
    ],
    "PostRestored": [search.index],
    "AcceptanceWithdrawn": [search.index_question],
    "QuestionClosed": [search.index_question, experts.drop_ended],
    "QuestionReopened": [search.index_question],
    "TalkProposed": [proposals.tell_invited],
    "TalkAccepted": [proposals.tell_proposer],
    "EntryRequested": [spaces.tell_hosts],
    "PersonAdmitted": [spaces.tell_admitted],
    "HostAppointed": [spaces.tell_admitted],
    "SpaceReopened": [spaces.find_new_hosts],
    "SpaceChanged": [questions.find_owners_who_read, guides.find_owners_who_read],
    "RoleGiven": [questions.find_owners_who_read, guides.find_owners_who_read],
    "HostDismissed": [questions.find_owners_after_hosts, roster.find_others],
    "SpaceLeft": [
        questions.find_owners_after_hosts,
        guides.find_owners_who_read,
        events.release_places,
        roster.find_others,
    ],
    "PersonJoined": [notices.tell_buddy, spaces.let_invited_in],
    "BuddyGiven": [notices.tell_buddy],
    "PersonDeactivated": [
        spaces.find_new_hosts,
        questions.find_new_owners,
        guides.find_new_owners,
        events.release_places,
        roster.find_others,
        lapsing.call_off_of_gone,
        pilots.let_go,
        notices.leave_alone,
    ],
    "AddressFailed": [mailroom.tell_of_dead_address],
    "GuideWritten": [guides.tell_grown_from],
    "GuideEdited": [guides.tell_edited],
    "GuideHandedOver": [guides.tell_new_owner],
    "GuideHelped": [guides.tell_helped],
    "GuideDue": [guides.tell_owner_due],
    "CraftConfirmed": [experts.tell_confirmed],
    "AnswerOutdated": [experts.drop_reviewed],
    "WaveOpened": [climate.tell_opened],
    "WaveReminded": [climate.tell_reminded],
    "WavePublished": [climate.tell_published],
    "CoffeeRoundOpened": [coffee.tell_opened],
    "CoffeeRoundNear": [coffee.tell_near],
    "CoffeeTableSet": [coffee.tell_seated],
    "WalkInvited": [walks.tell_invited],
    "WalkAnswered": [walks.tell_declined],
    "WalkAgreed": [walks.tell_agreed],
    "WalkLapsed": [walks.tell_lapsed],
    "WalkCalledOff": [walks.tell_off],
    "WalkNoted": [walks.tell_noted],
    "WalkNotesSentBack": [walks.tell_sent_back],
    "WalkPromised": [walks.tell_promised],
    "PromiseDone": [walks.tell_done],
    "PromiseKept": [walks.tell_kept],
    "PromiseReopened": [walks.tell_reopened],
    "MatterRaised": [matters.tell_keepers],
    "MattersShown": [matters.tell_batch],
    "MatterTakenOn": [matters.tell_owner],
    "MatterAnswered": [matters.tell_answered],
    "AnswerJudged": [matters.tell_judged],
    "AnswerDue": [matters.tell_due],
    "MatterTakenAway": [matters.tell_taken_away],
    "RoomSwitched": [picture.follow_gate],
    "AgreementRecorded": [picture.follow_gate],
}

CARE: Sequence[ModuleType] = [
    people_care,
    company_care,
    notices_care,
    mailroom_care,
    urn_care,
    rounds_care,
    pilots_care,
    guides_care,
    order_care,
    experts_care,
    network_care,
    climate_care,
    coffee_care,
    walks_care,
    learning_care,
    talk_care,
]

FIND: Sequence[Finder[Actor]] = [people_find, spaces_find, guides_find, tags_find]

# By channel ("mail", "push"); one that is missing here does not exist for anybody. The demo's mail is put in a folder.
CARRIERS: dict[str, Carrier] = {"push": _while_on(rooms.PUSH, push.carry)}
if settings.EMAIL_HOST or settings.VLOOT_DEMO:
    CARRIERS["mail"] = _while_on(rooms.MAIL, mail.carry)
SIGHT: Sight = places.readable_names
