"""Names of what is kept about somebody, as their own page of data shows them."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

register = template.Library()


@register.filter
def kept_name(key: str) -> str:
    """A key of the data in plain words: "former_versions" becomes "Former versions", in the reader's language if known."""
    words = key.replace("__", " ").replace("_", " ")
    return gettext(words[:1].upper() + words[1:])
