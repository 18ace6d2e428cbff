"""`{% load entry %}`: what the pages before signing in must know."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.http import HttpRequest

from vloot.web.people import shared_device

register = template.Library()


@register.simple_tag
def can_mail() -> bool:
    """Whether Vloot can send mail here, and so a link for a new password."""
    return bool(settings.EMAIL_HOST)


@register.simple_tag
def is_shared(request: HttpRequest) -> bool:
    """Whether this device was said to be used by others too."""
    return shared_device.is_marked(request)
