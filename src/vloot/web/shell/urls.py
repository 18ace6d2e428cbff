"""Addresses of the frame itself; `web.urls` includes them."""

from django.conf import settings
from django.urls import path

from vloot.web.shell import app, views

urlpatterns = [
    path("look/", views.look, name="look"),
    path("language/", views.language, name="language"),
    path("sw.js", app.worker, name="worker"),
    path("vloot.webmanifest", app.manifest, name="manifest"),
    path("offline/<slug:language>/", app.offline, name="offline"),
    path("app/state/", app.state, name="app_state"),
]
if settings.DEBUG or settings.VLOOT_DEMO:
    from vloot.web.shell import styleguide

    urlpatterns += [path("styleguide/", styleguide.show, name="styleguide")]
