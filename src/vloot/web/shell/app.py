"""Vloot as an app: its manifest, its worker, the page for when there is no connection, and whose session this is."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import msgspec
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from vloot.company import reads as company
from vloot.web.shell.door import actor_of

PAPER = "#fbf5e9"
_WORKER = "worker/sw.js"
_FOLDERS = (("css", "*.css"), ("js", "*.js"))


@require_GET
def manifest(request: HttpRequest) -> HttpResponseBase:
    """What a device shows of Vloot among its apps."""
    name = company.name()
    icons = [
        {"src": static("img/mark.svg"), "type": "image/svg+xml", "sizes": "any", "purpose": "any"},
        *(
            {
                "src": static(f"img/mark-{size}.png"),
                "type": "image/png",
                "sizes": f"{size}x{size}",
                "purpose": "any",
            }
            for size in (192, 512)
        ),
        {
            "src": static("img/mark-maskable.png"),
            "type": "image/png",
            "sizes": "512x512",
            "purpose": "maskable",
        },
    ]
    told = {
        "id": "/",
        "name": f"Vloot · {name}" if name else "Vloot",
        "short_name": "Vloot",
        "description": _("Where we talk, ask and thank each other."),
        "lang": translation.get_language() or "en",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "display_override": ["standalone", "minimal-ui"],
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["business", "social"],
        "icons": icons,
        "shortcuts": [
            {"name": _("Ask"), "url": reverse("ask"), "icons": icons[1:2]},
            {"name": _("Notices"), "url": reverse("notices"), "icons": icons[1:2]},
        ],
    }
    answer = HttpResponse(msgspec.json.encode(told), content_type="application/manifest+json")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_GET
def worker(request: HttpRequest) -> HttpResponseBase:
    """The worker, with what it must know in front; a new build is a new worker."""
    answer = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_GET
def offline(request: HttpRequest, language: str) -> HttpResponseBase:
    """The page that stands in for one that was never read: the same for everybody, so nobody is asked for."""
    if not check_for_language(language):
        raise Http404
    with translation.override(language):
        answer = render(request, "offline.html", {"language": language})
        answer["Content-Language"] = language
    return answer


@never_cache
@require_GET
def state(request: HttpRequest) -> HttpResponseBase:
    """Who is signed in on this browser (nobody: ""), and a token for their forms."""
    actor = actor_of(request)
    if actor is None or getattr(request, "is_shared_device", False):
        return JsonResponse({"reader": "" if actor is None else str(actor.person_id)})
    return JsonResponse({"reader": str(actor.person_id), "token": get_token(request)})


@cache
def _worker() -> str:
    source = Path(str(finders.find(_WORKER) or settings.STATIC_ROOT / _WORKER)).read_text("utf-8")
    told = {
        "files": _files(),
        "offline": {code: reverse("offline", args=(code,)) for code, _name in settings.LANGUAGES},
        "icon": static("img/mark-192.png"),
        "told": reverse("notices_told"),
        "register": reverse("device_register"),
    }
    found = hashlib.sha256(msgspec.json.encode(told) + source.encode())
    for path in _sources():
        found.update(path.read_bytes())
    told["build"] = found.hexdigest()[:12]
    return f"const TOLD = {msgspec.json.encode(told).decode()};\n{source}"


def _files() -> list[str]:
    """What pages are made with, as pages and modules ask for it: modules name each other without a fingerprint."""
    names = [f"{path.parent.name}/{path.name}" for path in _sources()]
    asked = {static(name) for name in names} | {settings.STATIC_URL + name for name in names}
    return sorted(asked | {static("img/mark.svg"), static("img/icons.svg")})


def _sources() -> list[Path]:
    folder = Path(__file__).parents[1] / "static"
    return [path for name, pattern in _FOLDERS for path in sorted((folder / name).glob(pattern))]
