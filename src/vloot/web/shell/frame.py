"""What of the frame stays the same from page to page, kept ready: it would otherwise cost more than the page itself."""

from __future__ import annotations

from functools import cache
from html import escape

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info

from vloot.web.shell import places

_ANY_URL = "/older-than-that/"


def still(name: str, language: str) -> SafeString:
    """A template without context, in this language."""
    return _fresh(name) if settings.DEBUG else _kept(name, language)


def nav(here: str, language: str, *, has_notices: bool) -> SafeString:
    """The list of places for a reader who is at the place `here`."""
    return _nav(here, language, has_notices=has_notices)


def older(url: str, language: str) -> SafeString:
    """The link to what is older, at the end of a list; nothing without an address."""
    return SafeString(_older(language).replace(_ANY_URL, escape(url)) if url else "")


@cache
def _older(_language: str) -> str:
    return render_to_string("components/pager.html", {"older_url": _ANY_URL})


@cache
def foot(theme: str, language: str) -> SafeString:
    """The foot of every page: language, light or dark."""
    languages = [get_language_info(code) for code, _name in settings.LANGUAGES]
    context = {"theme": theme, "language": language, "languages": languages}
    return SafeString(render_to_string("components/foot.html", context))


@cache
def _kept(name: str, language: str) -> SafeString:
    return _fresh(name)


@cache
def _nav(here: str, language: str, *, has_notices: bool) -> SafeString:
    context = {"places": places.places(here), "has_notices": has_notices}
    return SafeString(render_to_string("components/places.html", context))


def _fresh(name: str) -> SafeString:
    return SafeString(render_to_string(name))
