"""Exports made up for the tests, and the ways to bring them in."""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vloot.ground.progress import Bar
from vloot.importers.slack.run import Options, Outcome, bring_in
from vloot.logbook.models import Entry
from vloot.people.models import Person
from vloot.talk.models import Appreciation, File, Membership, Mention, Post, Space

TEAM = "T0001"
_PERSON = re.compile(r"/people/\d+/")
QUIET = Bar(is_shown=False)
Raw = dict[str, Any]


def user(found: str, name: str, **more: Any) -> Raw:
    profile = {"real_name": name.title(), "email": f"{name}@vloot.example", **more.pop("profile", {})}
    return {"id": found, "team_id": TEAM, "name": name, "deleted": False, "profile": profile, **more}


def channel(found: str, name: str, *members: str, **more: Any) -> Raw:
    return {"id": found, "name": name, "created": 1700000000, "members": list(members), **more}


def said(author: str, text: str, ts: str, **more: Any) -> Raw:
    return {"type": "message", "user": author, "text": text, "ts": ts, **more}


ANNA, BRAM, CHRIS = "U00ANNA", "U00BRAM", "U00CHRIS"
CREW = [user(ANNA, "anna", is_primary_owner=True), user(BRAM, "bram"), user(CHRIS, "chris", deleted=True)]
QUAY = channel("C0QUAY", "quay", ANNA, BRAM, purpose={"value": "All that &amp; more, ask <@U00BRAM>"})


def write(
    path: Path,
    days: Mapping[str, Any] | None = None,
    *,
    extra: Mapping[str, bytes] | None = None,
    **lists: Any,
) -> Path:
    """An export as a zip; `days` by "channel/date", `lists` replace users and channels, None leaves one out."""
    files = {"users": CREW, "channels": [QUAY], **lists}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, records in {**files, **(days or {})}.items():
            if records is not None:
                body = records if isinstance(records, bytes) else json.dumps(records, indent=4).encode()
                zipped.writestr(f"{name}.json", body)
        for name, body in (extra or {}).items():
            zipped.writestr(name, body)
    return path


def bring(path: Path, **options: Any) -> Outcome:
    return bring_in(Options(path=path, **options), QUIET)


def state() -> Raw:
    """Everything an import leaves behind, without the ids that differ from run to run."""
    names = dict(Person.objects.values_list("id", "username"))
    keys = dict(Post.objects.values_list("id", "external_key"))
    posts = Post.objects.order_by("external_key").values_list(
        "external_key", "kind", "space__slug", "author__username", "root__external_key", "source", "html",
        "tags", "reply_count", "edited_at", "origin",
    )  # fmt: skip
    return {
        "people": sorted(
            Person.objects.values_list("external_key", "username", "name", "kind", "is_active", "email"),
            key=str,
        ),
        "spaces": sorted(
            Space.objects.values_list("external_key", "slug", "purpose", "access", "reason"), key=str
        ),
        "members": sorted(
            Membership.objects.values_list("space__slug", "person__username", "is_host", "joined_at"), key=str
        ),
        "posts": [
            tuple(_PERSON.sub("/people/", p) if isinstance(p, str) else p for p in row) for row in posts
        ],
        "moments": sorted((key, found >> 21) for found, key in keys.items()),
        "thanks": sorted(
            Appreciation.objects.values_list("post__external_key", "person__username", "emoji"), key=str
        ),
        "mentions": sorted(Mention.objects.values_list("post__external_key", "person__username"), key=str),
        "files": sorted(
            (f.external_key, f.name, f.place().read_bytes(), keys.get(f.post_id or 0), names[f.owner_id])
            for f in File.objects.all()
        ),
        "log": sorted(
            (entry.kind, names.get(entry.actor_id or 0), entry.origin)
            for entry in Entry.objects.exclude(kind__in=["ImportFinished", "PeopleImported", "StartLinkMade"])
        ),
    }


def picture(side: int = 4) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.effect_noise((side, side), 90).save(out, "PNG")
    return out.getvalue()
