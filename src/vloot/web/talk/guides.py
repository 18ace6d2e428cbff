"""How-to pages: the shelf, one page, writing and editing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vloot.company.switches import rules as switches
from vloot.ground import ids
from vloot.ground.errors import Refused
from vloot.notices import acts as notices
from vloot.people.actor import Actor
from vloot.talk.drafts import acts as drafts
from vloot.talk.drafts import reads as drafted
from vloot.talk.files import reads as filed
from vloot.talk.guides import acts, reads
from vloot.talk.guides import history as told
from vloot.talk.guides.acts import Wording
from vloot.talk.spaces import reads as spaces
from vloot.web.shell.door import signed_in
from vloot.web.talk import composing, guide_body

FIELDS = ("title", "body", "note", "space", "months", "question", "answer", "over")
ORDERS = ("az", "new", "due")


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The shelf: A to Z or the last changed first, of one space or with one tag; and what is to be looked at again."""
    switches.require_on("guides")
    order = request.GET.get("order", "az")
    order = order if order in ORDERS else "az"
    space_id, tag = ids.read(request.GET.get("space", "")), request.GET.get("tag", "")[:50]
    places, tags = reads.shelves(actor)
    due = reads.due(actor)
    context: dict[str, Any] = {"order": order, "places": places, "tags": tags, "due": due}
    context |= {"space_id": space_id, "tag": tag, "mine": reads.owned_by(actor) if order == "due" else []}
    if order != "due":
        shelf = reads.shelf(
            actor, order=order, space_id=space_id, tag=tag, after=ids.read(request.GET.get("after", ""))
        )
        query = request.GET.copy()
        query["after"] = str(shelf.after)
        context |= {"lines": shelf.lines, "next_url": f"?{query.urlencode()}" if shelf.after else ""}
    return render(request, "talk/guides.html", context)


@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """One page."""
    guide = reads.get(actor, id)
    page = reads.page(actor, guide)
    body = guide_body.shown(page.html, filed.of_posts([id]).get(id, []))
    response = render(request, "talk/guide.html", {"page": page, "body": body})
    notices.mark_read_about(by=actor, object_ids=[id])
    return response


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Write a page, fresh or from a question and its answer."""
    switches.require_on("guides")
    question_id = ids.read(request.POST.get("question", "") or request.GET.get("question", ""))
    key = f"guide-of-{question_id}" if question_id else "guide"
    context: dict[str, Any] = {"key": key, "errors": {}, "spaces": spaces.writable(actor)}
    context["values"] = _begun(actor, request, question_id) | drafted.draft(actor, key)
    if request.method == "POST":
        try:
            return _write(request, actor, key)
        except Refused as refusal:
            context = _refused(request, actor, context, refusal)
    return render(request, "talk/guide_form.html", context, status=422 if context["errors"] else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Say it better; when somebody else did meanwhile, both are shown."""
    guide = reads.get(actor, id)
    key = f"guide-{id}"
    now = {"title": guide.title, "body": guide.source, "over": str(guide.number)}
    draft = drafted.draft(actor, key)
    context: dict[str, Any] = {
        "key": key,
        "errors": {},
        "guide": guide,
        "values": now | draft,
        "is_draft": bool(draft),
    }
    if "fresh" in request.POST:
        drafts.discard(by=actor, key=key)
        return redirect("guide_edit", id)
    if request.method == "POST":
        try:
            return _save(request, actor, guide, key)
        except Refused as refusal:
            context = _refused(request, actor, context, refusal)
    context |= _meanwhile(guide, context["values"])
    context["attached"] = filed.of_posts([id]).get(id, [])
    return render(request, "talk/guide_form.html", context, status=422 if context["errors"] else 200)


def _begun(actor: Actor, request: HttpRequest, question_id: int | None) -> dict[str, Any]:
    """A form that is not empty where something is known: the question and its answer, or the space one comes from."""
    begun: dict[str, Any] = {"space": request.GET.get("space", ""), "months": "6"}
    if question_id is None:
        return begun
    question, answer = reads.answer_for(actor, question_id)
    begun |= {"question": str(question.id), "space": str(question.space_id), "title": question.title}
    parts = [part for part in (question.source, answer.source if answer else "") if part]
    begun |= {"answer": str(answer.id) if answer else "", "body": "\n\n".join(parts)}
    begun |= {"asker": question.author, "answerer": answer.author if answer else None}
    return begun


def _write(request: HttpRequest, actor: Actor, key: str) -> HttpResponseBase:
    space_id = ids.read(request.POST.get("space", ""))
    if space_id is None:
        raise Refused("no_space", _("Choose the space where this belongs."), "space")
    made = acts.write(
        by=actor,
        space=spaces.get_readable(actor, space_id),
        wording=_wording(request),
        grown_from=(ids.read(request.POST.get("question", "")), ids.read(request.POST.get("answer", ""))),
        months=number(request, "months"),
        files=composing.take_files(request, actor),
    )
    drafts.discard(by=actor, key=key)
    messages.success(
        request, _("There it is. You look after this page; you can pass that on to somebody else.")
    )
    return redirect("guide", made.id)


def _save(request: HttpRequest, actor: Actor, guide: Any, key: str) -> HttpResponseBase:
    dropped = [found for value in request.POST.getlist("drop")[:20] if (found := ids.read(value))]
    acts.edit(
        by=actor,
        guide=guide,
        wording=_wording(request),
        over=number(request, "over"),
        attached=composing.take_files(request, actor),
        dropped=dropped,
    )
    drafts.discard(by=actor, key=key)
    return redirect("guide", guide.id)


def number(request: HttpRequest, name: str) -> int:
    """The small number in a field of a form; 0, which no page has, for anything else."""
    return _number(request.POST.get(name, ""))


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 9 else 0


def _wording(request: HttpRequest) -> Wording:
    return Wording(*(request.POST.get(name, "") for name in ("title", "body", "note")))


def _refused(request: HttpRequest, actor: Actor, context: dict[str, Any], refusal: Refused) -> dict[str, Any]:
    """The form as it was sent, with what is amiss; nothing is lost."""
    values: dict[str, str | list[str]] = {name: request.POST.get(name, "") for name in FIELDS}
    drafts.save(by=actor, key=context["key"], fields=values)
    where = {"months": "months"}.get(refusal.code, refusal.field) or "form"
    kept = composing.kept_files(request, actor)
    return context | {"values": context["values"] | values, "errors": {where: refusal.text}, "kept": kept}


def _meanwhile(guide: Any, values: dict[str, Any]) -> dict[str, Any]:
    """What others changed since the version one began from; from now on one writes on top of theirs."""
    over = str(values.get("over", ""))
    if over == str(guide.number):
        return {}
    theirs, mine = told.against(guide, _number(over), values.get("title", ""), values.get("body", ""))
    newest = told.versions(guide)[0]
    return {"theirs": theirs, "mine": mine, "newest": newest, "values": values | {"over": str(guide.number)}}
