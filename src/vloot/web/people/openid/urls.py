"""Addresses of the walk to the company's sign-in and back; allauth puts them below its own."""

from __future__ import annotations

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from vloot.web.people.openid.exchange import Exchange


@never_cache
@require_GET
def begin(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Off to the company's sign-in."""
    return _walk(OAuth2LoginView, request, provider_id)


@never_cache
@require_GET
def finish(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Back from the company's sign-in."""
    return _walk(OAuth2CallbackView, request, provider_id)


def _walk(view: type, request: HttpRequest, provider_id: str) -> HttpResponseBase:
    exchange = Exchange(request, provider_id)
    try:
        provider = exchange.get_provider()
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    try:
        answer: HttpResponseBase = view.adapter_view(exchange)(request)  # type: ignore[attr-defined]
    except OAuth2Error as error:
        answer = render_authentication_error(request, provider, exception=error)
    return answer


urlpatterns = [
    path("oidc/<slug:provider_id>/login/", begin, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", finish, name="openid_connect_callback"),
]
