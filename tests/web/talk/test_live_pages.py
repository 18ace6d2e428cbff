"""What a page that was away for long fetches: all of it, a piece at a time."""

import re

import pytest
from django.test import Client

from tests.world import World
from vloot.talk.posts import acts as posts
from vloot.talk.posts.acts import PostDraft
from vloot.talk.timeline import reads as timeline


@pytest.mark.parametrize("path", ["/since/", "/s/quay/since/"])
def test_nothing_is_missed_however_much_there_was(world: World, path: str) -> None:
    drafts = [
        PostDraft(kind="update", space_id=world.quay.id, author_id=world.bram.id, body=f"Number {n}")
        for n in range(123)
    ]
    made = [post.id for post in posts.place_many(by=world.importer, drafts=drafts)]
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    seen: list[int] = []
    url, pieces = f"{path}?after={made[0] - 1}", 0
    while url:
        answer = client.get(url, headers={"X-Requested-With": "fetch"})
        seen += [int(one) for one in re.findall(r'data-card="(\d+)"', answer.content.decode())]
        url, pieces = answer.headers.get("X-More", ""), pieces + 1
    assert pieces == 3
    assert seen == sorted(made, reverse=True)


def test_a_long_thread_goes_on_after_its_last(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "MOST_REPLIES", 3)
    bram = world.actor(world.bram)
    head = posts.write(by=bram, space=world.quay, body="Go on")
    last = [posts.comment(by=bram, under=head, body=str(n)).id for n in range(3)][-1]
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    more = client.get(f"/t/{head.id}/since/?after={head.id}").headers["X-More"]
    assert more == f"/t/{head.id}/since/?after={last}"


def test_who_writes_from_home_chooses_where(world: World) -> None:
    client = Client()
    client.force_login(world.bram, backend="django.contrib.auth.backends.ModelBackend")
    for path in ("/", "/ask/"):
        form = client.get(path).content.decode()
        assert '<option value="">Choose a space</option>' in form, path
        assert not re.search(r'<option value="\d+" selected', form), path
    assert (
        f'<option value="{world.slip.id}" selected'
        in client.get(f"/ask/?space={world.slip.id}").content.decode()
    )
    refused = client.post("/ask/", {"kind": "question", "space": "", "title": "Where is it?", "body": ""})
    assert refused.status_code == 422
    assert "Choose the space where this belongs." in refused.content.decode()
