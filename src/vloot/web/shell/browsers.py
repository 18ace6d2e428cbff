"""What a browser says of itself, in two words."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

# The first that stands in what a browser says of itself; many say they are others too.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def called(said: str) -> str:
    """ "Firefox on Android": what a browser says of itself, in two words."""
    browser = next((name for sign, name in _BROWSERS if sign in said), _("A browser"))
    system = next((name for sign, name in _SYSTEMS if re.search(sign, said)), "")
    return _("{browser} on {system}").format(browser=browser, system=system) if system else browser
