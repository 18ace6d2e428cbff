"""What is asked and sent, without the one character that no database keeps."""

from __future__ import annotations

from django.http import Http404, HttpRequest, QueryDict

_NUL = "\x00"
# What is parsed as text is refused there, in words, at every door.
_PARSED = {"body", "known", "tried"}


def sift(request: HttpRequest) -> None:
    """Take NUL out of what is asked and sent: words around it are never worth an error. Raises Http404 for an address with it."""
    if _NUL in request.path_info:
        raise Http404
    asked = request.META.get("QUERY_STRING", "")
    if _NUL in asked or "%00" in asked:
        request.GET = _without(request.GET)  # type: ignore[assignment]
    if request.method == "POST" and any(
        _NUL in word
        for name, values in request.POST.lists()
        if name not in _PARSED
        for word in (name, *values)
    ):
        request.POST = _without(request.POST)  # type: ignore[assignment]


def _without(sent: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name, values in sent.lists():
        words = values if name in _PARSED else [str(value).replace(_NUL, "") for value in values]
        kept.setlist(name.replace(_NUL, ""), words)
    kept._mutable = False
    return kept
