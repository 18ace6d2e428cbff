"""Writing, commenting and editing."""

from collections.abc import Callable

import pytest

from tests.stage import Clock
from tests.talk.ways import logged, missing, refused, unwritten
from tests.world import FOUNDED, IMPORTER, World
from vloot.ground import ids
from vloot.ground.text import LIMIT
from vloot.people import acts as people
from vloot.talk.files import acts as files
from vloot.talk.models import File, Mention, Post, PostTag, Revision
from vloot.talk.posts import acts, reads
from vloot.talk.posts.acts import PostDraft
from vloot.talk.spaces import acts as spaces


@pytest.fixture
def post(world: World) -> Post:
    return acts.write(by=world.actor(world.anna), space=world.quay, body="The tide turns at #noon, @bram")


def update(world: World, **more: object) -> PostDraft:
    settled = {"kind": Post.UPDATE, "space_id": world.quay.id, "author_id": world.finn.id, "body": "Long ago"}
    return PostDraft(**{**settled, **more})  # type: ignore[arg-type]


def test_writing_is_logged_once_and_known_by_what_it_names(world: World) -> None:
    with logged("Posted") as entries:
        post = acts.write(
            by=world.actor(world.anna), space=world.quay, title=" Tide ", body="Turns at #Noon, @Bram"
        )
    assert (post.title, post.source, post.tags) == ("Tide", "Turns at #Noon, @Bram", ["noon"])
    assert f'href="/people/{world.bram.id}/"' in post.html
    entry = entries[0]
    assert (entry.actor_id, entry.object_id, entry.space_id) == (world.anna.id, post.id, world.quay.id)
    assert (entry.origin, entry.details) == ("web", {})
    assert list(Mention.objects.values_list("person_id", flat=True)) == [world.bram.id]
    assert reads.tags_like(world.actor(world.anna), "no") == ["noon"]


def test_a_team_is_named_through_its_people(world: World) -> None:
    acts.write(by=world.actor(world.anna), space=world.quay, body="Thanks @hull and @dock and @nobody")
    assert set(Mention.objects.values_list("person_id", flat=True)) == {world.bram.id, world.chris.id}


@pytest.mark.parametrize(
    ("body", "code"),
    [("", "empty"), (" \n\t", "empty"), ("x" * (LIMIT + 1), "too_long"), ("a\x00b", "not_text")],
)
def test_a_body_that_is_none_is_refused(world: World, body: str, code: str) -> None:
    with refused(code, "body"):
        acts.write(by=world.actor(world.anna), space=world.quay, body=body)


def test_a_title_fits_one_line(world: World) -> None:
    with refused("title_too_long", "title"):
        acts.write(by=world.actor(world.anna), space=world.quay, title="x" * 201, body="Hello")


def test_one_writes_where_one_may(world: World) -> None:
    for person, space in ((world.anna, world.slip), (world.anna, world.bridge), (world.dana, world.bridge)):
        with missing():
            acts.write(by=world.actor(person), space=space, body="Hello")
    assert acts.write(by=world.actor(world.dana), space=world.slip, body="Hello").author_id == world.dana.id
    spaces.archive(by=world.actor(world.chris), space=world.quay)
    with refused("archived"):
        acts.write(by=world.actor(world.anna), space=world.quay, body="Hello")


def test_a_comment_grows_on_a_thread(world: World, post: Post, clock: Clock) -> None:
    clock.move(minutes=1)
    with logged("Commented") as entries:
        first = acts.comment(by=world.actor(world.bram), under=post, body="At one, surely")
    clock.move(minutes=1)
    second = acts.comment(by=world.actor(world.anna), under=first, body="At #noon")
    assert (first.root_id, first.parent_id, second.root_id, second.parent_id) == (
        post.id,
        post.id,
        post.id,
        first.id,
    )
    assert entries[0].details == {"thread_id": post.id, "parent_id": post.id}
    post.refresh_from_db()
    assert (post.reply_count, post.last_reply_id) == (2, second.id)
    assert not PostTag.objects.filter(post=second).exists(), "tags lead to threads"


def test_a_comment_is_refused_where_nothing_may_be_written(world: World, post: Post) -> None:
    shut = acts.write(by=world.actor(world.bram), space=world.slip, body="Hull open")
    with missing():
        acts.comment(by=world.actor(world.anna), under=shut, body="May I?")
    with refused("empty", "body"):
        acts.comment(by=world.actor(world.bram), under=post, body=" ")
    acts.close(by=world.actor(world.chris), thread=post, reason="Said all")
    with refused("closed"):
        acts.comment(by=world.actor(world.bram), under=post, body="But")
    acts.reopen(by=world.actor(world.chris), thread=post)
    acts.remove(by=world.actor(world.anna), post=post)
    with refused("removed"):
        acts.comment(by=world.actor(world.bram), under=post, body="But")


def test_editing_keeps_what_was_said(world: World, post: Post, clock: Clock) -> None:
    clock.move(hours=1)
    with logged("PostEdited"):
        acts.edit(by=world.actor(world.anna), post=post, title="Tide", body="It turns at #one, @chris")
    post.refresh_from_db()
    assert (post.title, post.edited_at, post.tags) == ("Tide", clock.at, ["one"])
    now, before = reads.versions(post)
    assert ("one" in now.html, "noon" in before.html, before.until) == (True, True, clock.at)
    assert list(PostTag.objects.values_list("tag", flat=True)) == ["one"]
    assert reads.mentioned_in([post.id]) == {post.id: [world.chris.id]}


def test_an_edit_that_changes_nothing_is_none(world: World, post: Post) -> None:
    with unwritten():
        acts.edit(by=world.actor(world.anna), post=post, body=post.source + "\n")


def test_an_edit_does_not_undo_what_others_did_meanwhile(world: World, post: Post) -> None:
    acts.comment(by=world.actor(world.bram), under=Post.objects.get(pk=post.pk), body="Yes")
    acts.pin(by=world.actor(world.chris), post=Post.objects.get(pk=post.pk))
    acts.edit(by=world.actor(world.anna), post=post, body="It turns at one")
    found = Post.objects.get(pk=post.pk)
    assert (found.reply_count, found.pinned_at is None) == (1, False)


def test_only_the_writer_edits(world: World, post: Post) -> None:
    for person in (world.bram, world.chris, world.hanne):
        with refused("not_author"):
            acts.edit(by=world.actor(person), post=post, body="Mine")
    with refused("empty", "body"):
        acts.edit(by=world.actor(world.anna), post=post, body="")
    spaces.archive(by=world.actor(world.chris), space=post.space)
    with refused("archived"):
        acts.edit(by=world.actor(world.anna), post=post, body="Later")


def test_a_post_of_files_alone_may_lose_its_words(world: World) -> None:
    anna = world.actor(world.anna)
    file = files.put(by=anna, name="plan.txt", content=b"plan")
    post = acts.write(by=anna, space=world.quay, body="Look", files=[file.id])
    acts.edit(by=anna, post=post, body="")
    assert Post.objects.get(pk=post.pk).source == ""


def test_an_import_brings_the_past_once(world: World) -> None:
    drafts = [
        update(world, at=FOUNDED, external_key="s:1", edited_at=FOUNDED),
        update(world, author_id=world.anna.id, external_key="s:2"),
    ]
    with logged("Posted", "Posted") as entries:
        old, new = acts.place_many(by=IMPORTER, drafts=drafts)
    assert (ids.moment(old.id), old.author_id, old.edited_at) == (FOUNDED, world.finn.id, FOUNDED)
    assert old.id < new.id
    assert {entry.origin for entry in entries} == {"import:test"}
    assert {entry.actor_id for entry in entries} == {world.finn.id, world.anna.id}
    reply = update(
        world, kind=Post.COMMENT, parent_id=old.id, external_key="s:3", body="Yes", author_id=world.bram.id
    )
    with logged("Commented"):
        acts.place_many(by=IMPORTER, drafts=[*drafts, reply])
    with unwritten():
        again = acts.place_many(by=IMPORTER, drafts=[*drafts, reply])
    assert [post.id for post in again[:2]] == [old.id, new.id]
    assert Post.objects.get(pk=old.id).reply_count == 1


def test_one_key_twice_in_one_go_is_one_post(world: World) -> None:
    draft = update(world, external_key="s:1")
    with logged("Posted"):
        one, other = acts.place_many(by=IMPORTER, drafts=[draft, update(world, external_key="s:1")])
    assert one.id == other.id


def test_the_same_draft_twice_is_two_posts(world: World) -> None:
    draft = update(world)
    one, other = acts.place_many(by=IMPORTER, drafts=[draft, draft])
    assert one.id != other.id
    assert Post.objects.count() == 2


def test_an_import_writes_where_talk_has_ended(world: World, post: Post) -> None:
    acts.close(by=world.actor(world.chris), thread=post, reason="Said all")
    spaces.archive(by=world.actor(world.chris), space=world.quay)
    late = update(world, kind=Post.COMMENT, parent_id=post.id, at=FOUNDED)
    with logged("Commented"):
        acts.place_many(by=IMPORTER, drafts=[late])


def test_one_refused_draft_places_none(world: World) -> None:
    with refused("empty", "body"):
        acts.place_many(by=IMPORTER, drafts=[update(world), update(world, body="")])
    with missing():
        acts.place_many(by=IMPORTER, drafts=[update(world), update(world, space_id=1)])
    with missing():
        acts.place_many(by=IMPORTER, drafts=[update(world, kind=Post.COMMENT, parent_id=1)])
    with refused("not_you"):
        acts.place_many(by=world.actor(world.anna), drafts=[update(world)])


def test_a_name_that_means_nobody_is_no_link(world: World) -> None:
    post = acts.write(by=world.actor(world.anna), space=world.quay, body="Hello @eva, @finn and @nobody")
    assert "href" not in post.html.replace(f'href="/people/{world.finn.id}/"', "")
    assert "@eva" in post.html


def test_removing_leaves_a_stone_without_words(world: World, post: Post, clock: Clock) -> None:
    anna = world.actor(world.anna)
    file = files.put(by=anna, name="plan.txt", content=b"plan")
    post = acts.write(by=anna, space=world.quay, title="Tide", body="Hush #noon @bram", files=[file.id])
    acts.edit(by=anna, post=post, title="Tides", body="Louder")
    acts.comment(by=world.actor(world.bram), under=post, body="Heard")
    with logged("PostRemoved"):
        acts.remove(by=anna, post=post)
    found = Post.objects.get(pk=post.pk)
    assert found.removed_at == clock.at
    assert (found.title, found.source, found.html, found.parts, found.parts_html) == ("", "", "", {}, {})
    assert (found.tags, found.language, found.reply_count) == ([], "", 1)
    for rows in (Revision, PostTag, File):
        assert not rows.objects.filter(post_id=post.id).exists()
    assert not Mention.objects.filter(post=post).exists()


def test_a_removed_file_is_off_the_disk(
    world: World, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    anna = world.actor(world.anna)
    file = files.put(by=anna, name="plan.txt", content=b"plan")
    post = acts.write(by=anna, space=world.quay, body="Look", files=[file.id])
    assert file.place().read_bytes() == b"plan"
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        acts.remove(by=anna, post=post)
    assert not file.place().exists()


def test_only_the_writer_removes_at_once(world: World, post: Post) -> None:
    """Hosts take away in `order`, with a reason and an appeal."""
    for person in (world.bram, world.hanne, world.chris):
        with refused("not_author"):
            acts.remove(by=world.actor(person), post=post)
    acts.remove(by=world.actor(world.anna), post=post)
    with refused("removed"):
        acts.remove(by=world.actor(world.anna), post=post)
    with refused("removed"):
        acts.edit(by=world.actor(world.anna), post=post, body="Again")


def test_nobody_writes_for_a_person_who_left(world: World, post: Post) -> None:
    people.deactivate(by=world.actor(world.hanne), person_id=world.anna.id)
    assert Post.objects.get(pk=post.pk).source, "what somebody wrote stays"
