"""Addresses of the frame itself; `web.urls` includes them."""

from django.conf import settings
from django.urls import path

from vloot.web.shell import views

urlpatterns = [
    path("look/", views.look, name="look"),
    path("language/", views.language, name="language"),
]
if settings.DEBUG or settings.VLOOT_DEMO:
    from vloot.web.shell import styleguide

    urlpatterns += [path("styleguide/", styleguide.show, name="styleguide")]
