"""Once is once: a form that arrives again, by going back and sending it, or from a browser that was out of reach, is the same deed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError
from django.http import HttpRequest

T = TypeVar("T")

_NOT_CONTENT = {"csrfmiddlewaretoken", "once", "next", "writer"}


def key_of(request: HttpRequest, person_id: int) -> str | None:
    """What tells this form from every other: its page's own token with what it says. None for one without a token.

    Each page has a token of its own, and what is written anew in the same form is another deed. The person stands in it,
    so nobody's key is another's.
    """
    page = request.POST.get("once") or request.POST.get("csrfmiddlewaretoken", "")
    if not page:
        return None
    content = sorted(
        (name, value)
        for name in request.POST
        if name not in _NOT_CONTENT
        for value in request.POST.getlist(name)
    )
    files = sorted(
        (name, str(file.name), _digest(file)) for name, found in request.FILES.lists() for file in found
    )
    digest = hashlib.sha256(repr((page, request.path, content, files)).encode("utf-8", "surrogatepass"))
    return f"form:{person_id}:{digest.hexdigest()[:40]}"


def _digest(file: UploadedFile[Any]) -> str:
    """What is in a file: another picture of the same name and size is another deed."""
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()


def do(deed: Callable[[], T]) -> T:
    """Do it; when the same form is on its way twice at this very moment, the second finds what the first has made."""
    try:
        return deed()
    except IntegrityError:
        return deed()
