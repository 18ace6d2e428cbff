"""The verbs of the people room. Each asks its rule, writes in one transaction and records one logbook entry."""

from vloot.people.acts.buddies import give_buddy
from vloot.people.acts.chart import import_people_many
from vloot.people.acts.codes import make_sign_in_code, sign_in_with_code
from vloot.people.acts.erasing import ask_to_be_forgotten, forget_due, stay
from vloot.people.acts.joining import accept_invitation, invite, join_as_founder
from vloot.people.acts.place import Place, change_place, change_sign_in_names
from vloot.people.acts.placing import PersonDraft, TeamDraft, place_many, place_teams_many
from vloot.people.acts.profile import change_profile, drop_face, set_face
from vloot.people.acts.quieting import end_read_only, make_read_only
from vloot.people.acts.standing import deactivate, give_role, reactivate, sign_out_everywhere, take_role

__all__ = [
    "PersonDraft",
    "Place",
    "TeamDraft",
    "accept_invitation",
    "ask_to_be_forgotten",
    "change_place",
    "change_profile",
    "change_sign_in_names",
    "deactivate",
    "drop_face",
    "end_read_only",
    "forget_due",
    "give_buddy",
    "give_role",
    "import_people_many",
    "invite",
    "join_as_founder",
    "make_read_only",
    "make_sign_in_code",
    "place_many",
    "place_teams_many",
    "reactivate",
    "set_face",
    "sign_in_with_code",
    "sign_out_everywhere",
    "stay",
    "take_role",
]
