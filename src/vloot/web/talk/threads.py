"""One thread, and replying in it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from vloot.ground import ids
from vloot.ground.errors import Refused
from vloot.notices import acts as notices
from vloot.people.actor import Actor
from vloot.talk.announcements import reads as announcements
from vloot.talk.drafts import acts as drafts
from vloot.talk.drafts import reads as drafted
from vloot.talk.guides import reads as guides
from vloot.talk.posts import acts as posts
from vloot.talk.posts import quoting, reads
from vloot.talk.questions import acts as questions
from vloot.talk.reading import acts as reading
from vloot.talk.replies import acts as replies
from vloot.talk.spaces import reads as spaces
from vloot.talk.timeline import reads as timeline
from vloot.web.shell import once
from vloot.web.shell.door import is_fragment, signed_in
from vloot.web.talk import composing, hearing


@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """A thread: its head, and the replies. Looking at it is reading it."""
    thread = timeline.thread_of(actor, id)
    if thread.head.id != id:
        return redirect(reverse("thread", args=(thread.head.id,)) + f"#post-{id}")
    context = _context(actor, thread)
    if thread.head.kind == "question":
        context["guides"] = guides.of_question(actor, id)
    if (quoted := ids.read(request.GET.get("quote", ""))) is not None and "reply" in thread.head.can:
        words = quoting.quote(actor, quoted, request.GET.get("part", "")[:2000])
        before = str(context["answer_values"].get("body", "")).rstrip()
        context["answer_values"] = {"body": f"{before}\n\n{words}" if before else words}
    response = render(request, "talk/thread.html", context)
    reading.mark_read(by=actor, thread=thread.head, upto_id=thread.newest_id)
    notices.mark_read_about(by=actor, object_ids=[id, *(reply.id for reply in thread.replies)])
    return response


@require_GET
@signed_in
def quote(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """A post (or `?part=` of it) as the beginning of a reply: the words alone for a script, else the thread with them in its form."""
    part = request.GET.get("part", "")[:2000]
    words = quoting.quote(actor, id, part)
    if is_fragment(request):
        return HttpResponse(words, content_type="text/plain; charset=utf-8")
    head = reads.head_of(actor, id)
    asked = urlencode({"quote": id, "part": part} if part else {"quote": id})
    return redirect(f"{reverse('thread', args=(head.id,))}?{asked}#reply")


@require_GET
@signed_in
def since(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """What a thread has got since the id in `?after=`."""
    after = ids.read(request.GET.get("after", ""))
    newest = id if after is None else after
    found = timeline.replies_since(actor, id, newest)
    # It looks ten seconds back: what was there before is not read once more, it may have been marked unread.
    if found and found[-1].id > newest:
        reading.mark_read(by=actor, thread=reads.head_of(actor, id), upto_id=found[-1].id)
    response = render(request, "talk/_replies.html", {"cards": found})
    if len(found) >= timeline.MOST_REPLIES:
        response["X-More"] = f"{request.path}?after={found[-1].id}"
    return response


@require_POST
@signed_in
def respond(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Reply to a post: an answer to a question, a comment to anything else."""
    post = reads.get(actor, id)
    return _reply(request, actor, post, key=f"reply-{id}")


@require_POST
@signed_in
def answer(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Answer a question."""
    question = reads.get(actor, id)
    key = f"answer-{id}"
    try:
        files = composing.take_files(request, actor)
        sent = _sent(request, actor, files)
        made = once.do(lambda: questions.answer(by=actor, question=question, **sent))
    except Refused as refusal:
        return _refused(request, actor, question, refusal, key)
    return _placed(request, actor, made, key)


@require_POST
@signed_in
def comment(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Comment on a post."""
    under = reads.get(actor, id)
    key = f"comment-{id}"
    try:
        files = composing.take_files(request, actor)
        sent = _sent(request, actor, files)
        made = once.do(lambda: posts.comment(by=actor, under=under, **sent))
    except Refused as refusal:
        return _refused(request, actor, under, refusal, key)
    return _placed(request, actor, made, key)


def _reply(request: HttpRequest, actor: Actor, post: Any, key: str) -> HttpResponseBase:
    try:
        files = composing.take_files(request, actor)
        sent = _sent(request, actor, files)
        made = once.do(lambda: replies.respond(by=actor, to=post, **sent))
    except Refused as refusal:
        return _refused(request, actor, post, refusal, key)
    return _placed(request, actor, made, key)


def _sent(request: HttpRequest, actor: Actor, files: list[int]) -> dict[str, Any]:
    key = once.key_of(request, actor.person_id)
    return {"body": request.POST.get("body", ""), "files": files, "external_key": key}


def _placed(request: HttpRequest, actor: Actor, made: Any, key: str) -> HttpResponseBase:
    drafts.discard(by=actor, key=key)
    head = reads.head_of(actor, made.id)
    reading.mark_read(by=actor, thread=head, upto_id=made.id)
    if is_fragment(request):
        return render(request, "talk/_replies.html", {"cards": timeline.of_ids(actor, [made.id])})
    return redirect(reverse("thread", args=(made.thread_id,)) + f"#post-{made.id}")


def _refused(request: HttpRequest, actor: Actor, under: Any, refusal: Refused, key: str) -> HttpResponse:
    """The thread again, with what was typed and why it was refused."""
    request.vloot_refusal = refusal.text  # type: ignore[attr-defined]
    body = request.POST.get("body", "")
    drafts.save(by=actor, key=key, fields={"body": body})
    context = _context(actor, timeline.thread_of(actor, under.id))
    if under.root_id is None:
        context |= {"answer_values": {"body": body}, "answer_error": refusal.text}
    else:
        context |= {"refused_id": under.id, "comment_values": {"body": body}, "comment_error": refusal.text}
    context["kept"] = composing.kept_files(request, actor)
    return render(request, "talk/thread.html", context, status=422)


def _context(actor: Actor, thread: timeline.Thread) -> dict[str, Any]:
    head = thread.head
    key = f"answer-{head.id}" if head.kind == "question" else f"comment-{head.id}"
    draft = drafted.draft(actor, key)
    return {
        "thread": thread,
        "card": head,
        "replies": thread.replies,
        "space": spaces.card_of(actor, head.space.id),
        "hearing": hearing.shown(actor, thread_id=head.id),
        "answer_values": draft,
        "is_draft": bool(draft),
        "draft_key": key,
        "answer_error": "",
        "since_url": reverse("thread_since", args=(head.id,)),
        "since_cursor": thread.newest_id,
        "asks_reading": bool(head.announcement and head.announcement.asks),
        "have_read": announcements.total(reads.get(actor, head.id))
        if head.announcement and head.announcement.asks
        else None,
    }
