"""Fetching what people attached."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.views.decorators.http import require_GET

from vloot.people.actor import Actor
from vloot.talk.files import reads
from vloot.web.shell.door import signed_in


@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor, id: int, name: str = "") -> HttpResponseBase:
    """The bytes of a file: pictures are shown, everything else is saved, and nothing in it runs."""
    file = reads.get(actor, id)
    tag = f'"{file.id}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified()
    response = FileResponse(
        file.place().open("rb"),
        as_attachment=file.width is None,
        filename=file.name,
        content_type=file.media_type if file.width else "application/octet-stream",
    )
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
