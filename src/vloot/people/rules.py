"""Who may do what to whom, and who leads. Permissions and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.ground.errors import Verdict, no, yes
from vloot.ground.limits import HOUR, MINUTE, declare
from vloot.people.actor import Actor
from vloot.people.models import Person, RoleName

HELPING = (RoleName.HOST, RoleName.ADMINISTRATOR)
# Whoever gets a code for one of these could act as them, so only an administrator makes it.
GUARDED = frozenset({RoleName.HOST, RoleName.ADMINISTRATOR, RoleName.COUNCIL})

INVITATIONS = declare("invitations", 100, HOUR, gettext_lazy("Invitations one host makes"))
COMPLETIONS = declare(
    "completions", 600, 5 * MINUTE, gettext_lazy("Names and words completed while one person types")
)


def visible(actor: Actor, shared_person_ids: Iterable[int] | None = None) -> Q:
    """Which persons this actor may meet.

    Everybody, except for a guest: themselves, those they share a space with (`shared_person_ids`, which the
    room of the spaces knows), and the hosts and administrators whom every page names as the ones who help.
    """
    if actor.is_importer or not actor.is_guest:
        return Q()
    known = {actor.person_id, *(shared_person_ids or ())}
    return Q(id__in=known) | Q(role_rows__name__in=HELPING)


def leads() -> Q:
    """Leaders: whoever has somebody reporting to them in the chart. Gives no right to see anything more."""
    return Q(id__in=Person.objects.filter(manager__isnull=False, is_active=True).values("manager_id"))


def in_top_team() -> Q:
    """The top team, as the administrator's list in the company room has it. Gives no further right either."""
    return Q(top_seat__isnull=False)


def is_counsellor() -> Q:
    """The confidential counsellor, as the company room names them. Gives no further right; others confide in them."""
    return Q(counselled__isnull=False)


def may_invite(actor: Actor) -> Verdict:
    """Hosts and administrators invite."""
    if actor.is_importer or actor.is_keeper:
        return yes()
    return no("invite.not_host", _("Only a host or an administrator can invite people. Ask one of them."))


def may_take_guests() -> Verdict:
    """Whether the company takes guests: whatever would make somebody one asks this. The switch stands above this room."""
    verdict: Verdict = import_string(settings.VLOOT_TAKES_GUESTS)()
    return verdict


def may_make_code(actor: Actor, person: Person, roles: frozenset[str]) -> Verdict:
    """Hosts and administrators make sign-in codes; for somebody with a role of trust only an administrator."""
    if not person.is_active or person.kind != "human":
        return no("code.not_active", _("Only a person who is active here can sign in with a code."))
    if actor.is_administrator:
        return yes()
    if not actor.is_host:
        return no(
            "code.not_host", _("Only a host or an administrator can make a sign-in code. Ask one of them.")
        )
    if roles & GUARDED or Person.objects.filter(is_counsellor(), id=person.id).exists():
        return no(
            "code.guarded",
            _("This person has a role of trust: only an administrator can make their sign-in code."),
        )
    return yes()


def may_change_profile(actor: Actor, person_id: int) -> Verdict:
    """A person's own words are their own."""
    if actor.person_id == person_id or actor.is_importer:
        return yes()
    return no("profile.not_own", _("Only the person themselves can change this."))


def may_change_place(actor: Actor) -> Verdict:
    """The formal chart is kept by administrators."""
    if actor.is_administrator or actor.is_importer:
        return yes()
    return no("place.not_administrator", _("Only an administrator can change team, manager and function."))


def may_give_role(actor: Actor) -> Verdict:
    """Roles are given and taken by administrators."""
    if actor.is_administrator or actor.is_importer:
        return yes()
    return no("role.not_administrator", _("Only an administrator can give or take a role."))


def may_deactivate(actor: Actor) -> Verdict:
    """Ending and restoring someone's access is for administrators."""
    if actor.is_administrator or actor.is_importer:
        return yes()
    return no("deactivate.not_administrator", _("Only an administrator can do this."))


def may_make_read_only(actor: Actor, person: Person, roles: frozenset[str]) -> Verdict:
    """Administrators let anybody else read only for a while; hosts whoever has no role of trust. Nobody themselves."""
    if actor.person_id == person.id:
        return no("read_only.self", _("Somebody else decides this about you."))
    if not person.is_active or person.kind != "human":
        return no("read_only.not_here", _("This person is not here any more."))
    if actor.is_read_only or not actor.is_keeper:
        return no("read_only.not_host", _("Only a host of the company or an administrator can decide this."))
    if roles & GUARDED and not actor.is_administrator:
        return no(
            "read_only.guarded", _("This person has a role of trust: only an administrator can decide this.")
        )
    return yes()


def may_end_read_only(actor: Actor, person_id: int) -> Verdict:
    """Hosts and administrators let somebody else write again; nobody themselves."""
    if actor.person_id == person_id:
        return no("read_only.self", _("Somebody else decides this about you."))
    if actor.is_read_only or not actor.is_keeper:
        return no("read_only.not_host", _("Only a host of the company or an administrator can decide this."))
    return yes()


def may_give_buddy(actor: Actor) -> Verdict:
    """Hosts and administrators look after newcomers."""
    if actor.is_importer or actor.is_keeper:
        return yes()
    return no("buddy.not_host", _("Only a host or an administrator can choose a buddy for someone."))


def may_import(actor: Actor) -> Verdict:
    """The command line of the house, or an administrator."""
    if actor.is_importer or actor.is_administrator:
        return yes()
    return no("import.not_administrator", _("Only an administrator can import people."))
