"""What search may find in the people room: who is here, by name, and by what they like to be asked about."""

from __future__ import annotations

from django.db.models import Case, Q, When

from vloot.ground.finding import Found, Sought
from vloot.people import rules
from vloot.people.actor import Actor
from vloot.people.cards import cards
from vloot.people.models import Kind, Person

KIND = "person"


def find(actor: Actor, sought: Sought) -> list[Found]:
    """People this actor may meet: first those whose name begins so, both groups alphabetically."""
    if not sought.words:
        return []
    first = Q(sort_key__startswith=sought.words[0])
    seen = Person.objects.filter(
        rules.visible(actor, sought.met), _matching(sought), is_active=True, kind=Kind.HUMAN
    )
    ordered = seen.annotate(is_later=Case(When(first, then=0), default=1)).order_by(
        "is_later", "sort_key", "id"
    )
    rows = list(ordered.values_list("id", "username", "is_later", "sort_key").distinct()[: sought.limit])
    found = cards(row[0] for row in rows)
    return [
        Found(
            kind=KIND,
            id=person_id,
            name=found[person_id].name,
            detail=" · ".join(filter(None, (found[person_id].function, found[person_id].team_name))),
            link=f"/people/{person_id}/",
            insert=f"from:{username}",
        )
        for person_id, username, *_order in rows
    ]


def _matching(sought: Sought) -> Q:
    """Every word begins a word of the name; or all of it is what they like to be asked about."""
    named = Q()
    for word in sought.words:
        named &= (
            Q(sort_key__startswith=word) | Q(sort_key__contains=f" {word}") | Q(username__startswith=word)
        )
    about = sought.text.strip()
    if sought.is_start or len(about) < 3:
        return named
    return named | Q(ask_me_about__icontains=about) | Q(function__icontains=about)
