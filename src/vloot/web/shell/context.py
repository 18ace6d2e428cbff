"""What the frame needs on every page; each part is asked for only when a template shows it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "look"


def shell(request: HttpRequest) -> dict[str, Any]:
    """`theme`, `is_demo` and `is_shared_device`, for base.html."""
    return {
        "theme": theme(request),
        "is_shared_device": getattr(request, "is_shared_device", False),
        "is_demo": bool(settings.VLOOT_DEMO),
    }


def theme(request: HttpRequest) -> str:
    """What the reader chose: "light", "dark" or "auto" (as the system does)."""
    chosen = request.COOKIES.get(THEME_COOKIE, "auto")
    return chosen if chosen in THEMES else "auto"
