"""Fetching what people attached."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.views.decorators.http import require_GET

from vloot.people.actor import Actor
from vloot.talk.files import reads
from vloot.web.shell.door import signed_in
from vloot.web.talk import ranges

PLAYED = ("video/", "audio/", "text/vtt")


@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor, id: int, name: str = "") -> HttpResponseBase:
    """The bytes of a file: pictures are shown, films and sounds play, everything else is saved, and nothing in it runs."""
    file = reads.get(actor, id)
    tag = f'"{file.id}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified()
    plays = file.media_type.startswith(PLAYED)
    media_type = file.media_type if file.width or plays else "application/octet-stream"
    try:
        span = ranges.asked(request, file.size, tag) if plays else None
    except ValueError:
        return ranges.outside(file.size)
    response: HttpResponseBase
    if span:
        response = ranges.piece(file.place(), span, file.size, media_type)
    else:
        response = FileResponse(
            file.place().open("rb"),
            as_attachment=file.width is None and not plays,
            filename=file.name,
            content_type=media_type,
        )
    if plays:
        response["Accept-Ranges"] = "bytes"
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    media_policy = " media-src 'self';" if plays else ""
    response["Content-Security-Policy"] = f"default-src 'none';{media_policy} sandbox"
    return response
