"""What one click does to a post. Each is one act; a script gets the card back, a person the page they were on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground.errors import NotFound, Refused
from vloot.people.actor import Actor
from vloot.talk.files import acts as files
from vloot.talk.files import reads as file_reads
from vloot.talk.files.reads import FileCard
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads
from vloot.talk.questions import acts as questions
from vloot.talk.reading import acts as reading
from vloot.talk.reading import reads as kept
from vloot.talk.thanks import acts as thanks
from vloot.talk.timeline import reads as timeline
from vloot.web.shell.door import back, is_fragment, signed_in


@require_POST
@signed_in
def appreciate(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Thank for a post, or take it back."""
    post = reads.get(actor, id)
    if _is_wanted(request, otherwise=not timeline.card_of(actor, id).is_appreciated):
        thanks.appreciate(by=actor, post=post)
    else:
        thanks.withdraw(by=actor, post=post)
    return done(request, actor, id)


@require_POST
@signed_in
def bookmark(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Keep a post, or no longer."""
    post = reads.get(actor, id)
    if _is_wanted(request, otherwise=id not in kept.bookmarked_among(actor, [id])):
        reading.bookmark(by=actor, post=post)
    else:
        reading.unbookmark(by=actor, post=post)
    return done(request, actor, id)


@require_POST
@signed_in
def unread(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """From here on, read it again later."""
    reading.mark_unread(by=actor, post=reads.get(actor, id))
    messages.success(request, _("Marked as unread from here on."))
    return redirect("home") if not is_fragment(request) else done(request, actor, id)


@require_POST
@signed_in
def accept(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """This answer solved my question; or it did not after all."""
    answer = reads.get(actor, id)
    if _is_wanted(request, otherwise=not timeline.card_of(actor, id).is_accepted):
        questions.accept(by=actor, answer=answer)
    else:
        questions.withdraw_acceptance(by=actor, answer=answer)
    return redirect(reverse("thread", args=(answer.thread_id,)) + f"#post-{id}")


@require_POST
@signed_in
def helped(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """This answer helped me; or I take it back."""
    answer = reads.get(actor, id)
    if _is_wanted(request, otherwise=not timeline.card_of(actor, id).has_helped_me):
        questions.mark_helped(by=actor, answer=answer)
    else:
        questions.unmark_helped(by=actor, answer=answer)
    return done(request, actor, id)


@require_POST
@signed_in
def pin(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Keep a thread on top of its space, or no longer."""
    post = reads.get(actor, id)
    if _is_wanted(request, otherwise=post.pinned_at is None):
        posts.pin(by=actor, post=post)
    else:
        posts.unpin(by=actor, post=post)
    return done(request, actor, id)


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Say it differently."""
    post = reads.get(actor, id)
    card = timeline.card_of(actor, id)
    if "change_event" in card.can:
        return redirect("event_change", id)
    if "edit" not in card.can:
        raise NotFound
    values = {"title": post.title, "body": post.source, **post.parts}
    said = {file.id: file.alt for file in card.files}
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = {name: request.POST.get(name, "") for name in ("title", "body", "known", "tried")}
        said = {file_id: request.POST.get(f"alt{file_id}", alt) for file_id, alt in said.items()}
        try:
            _describe(actor, card.files, said)
            _save(actor, post, values)
        except Refused as refusal:
            errors |= refusal.by_field
        else:
            return redirect(reverse("thread", args=(post.thread_id,)) + f"#post-{id}")
    seen = [(file, said[file.id]) for file in card.files if file.is_image or file.is_video or file.is_audio]
    context = {"card": card, "values": values, "errors": errors, "seen": seen}
    return render(request, "talk/edit.html", context, status=422 if errors else 200)


@require_GET
@signed_in
def history(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """All a post has said, newest first."""
    versions = reads.versions(reads.get(actor, id))
    return render(request, "talk/history.html", {"card": timeline.card_of(actor, id), "versions": versions})


@require_http_methods(["GET", "POST"])
@signed_in
def remove(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Take away what a post says, after asking once."""
    post = reads.get(actor, id)
    if request.method == "GET":
        return render(request, "talk/remove.html", {"card": timeline.card_of(actor, id)})
    posts.remove(by=actor, post=post)
    messages.success(request, _("It was taken away. Who replied to it sees that something stood here."))
    return redirect("thread", post.thread_id)


@require_http_methods(["GET", "POST"])
@signed_in
def close(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Close a thread, with a reason that everybody reads."""
    post = reads.get(actor, id)
    context: dict[str, Any] = {"card": timeline.card_of(actor, id), "values": {}, "error": ""}
    if request.method == "POST":
        try:
            posts.close(by=actor, thread=post, reason=request.POST.get("reason", ""))
        except Refused as refusal:
            context |= {"values": {"reason": request.POST.get("reason", "")}, "error": refusal.text}
        else:
            return redirect("thread", post.thread_id)
    return render(request, "talk/close.html", context, status=422 if context["error"] else 200)


@require_POST
@signed_in
def reopen(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Let a closed thread or question go on."""
    post = reads.get(actor, id)
    if post.kind == "question":
        questions.reopen(by=actor, question=post)
    else:
        posts.reopen(by=actor, thread=post)
    return redirect("thread", post.thread_id)


def _is_wanted(request: HttpRequest, *, otherwise: bool) -> bool:
    """What the button said when it was pressed, so that a form sent twice does not undo itself; without a word, the other way round."""
    return {"1": True, "0": False}.get(request.POST.get("on", ""), otherwise)


def _save(actor: Actor, post: Any, values: dict[str, str]) -> None:
    if post.kind == "question":
        wording = questions.Wording(
            title=values["title"], known=values["known"], tried=values["tried"], needed=values["body"]
        )
        questions.reword(by=actor, question=post, wording=wording)
    else:
        posts.edit(by=actor, post=post, body=values["body"], title=values["title"])


def _describe(actor: Actor, cards: Sequence[FileCard], said: Mapping[int, str]) -> None:
    """What is on the pictures, as far as it is said differently now."""
    for card in cards:
        if said[card.id].strip() != card.alt:
            files.describe(by=actor, file=file_reads.get(actor, card.id), alt=said[card.id])


def done(request: HttpRequest, actor: Actor, post_id: int) -> HttpResponseBase:
    card = timeline.card_of(actor, post_id)
    if is_fragment(request):
        return render(
            request, "talk/_one.html", {"card": card, "is_thread": request.POST.get("is_thread") == "1"}
        )
    return back(request, reverse("thread", args=(card.thread_id,)), f"#post-{post_id}")
