"""Addresses of people and of the way in."""

from django.urls import path
from django.views.generic import RedirectView

from vloot.web.people import entry, hosting, me, mine, pages

app_name = "people"

urlpatterns = [
    path("people/", pages.index, name="index"),
    path("people/teams/", pages.teams, name="teams"),
    path("people/invite/", hosting.invite, name="invite"),
    path("people/<id:id>/", pages.person, name="person"),
    path("people/<id:id>/code/", hosting.code, name="code"),
    path("people/<id:id>/place/", hosting.place, name="place"),
    path("people/<id:id>/standing/", hosting.standing, name="standing"),
    path("faces/<slug:name>-<int:width>.webp", pages.face, name="face"),
    path("me/", me.edit, name="me"),
    path("me/face/", me.face, name="my_face"),
    path("me/sign-in/", me.sign_in, name="sign_in"),
    path("me/data/", mine.show, name="data"),
    path("me/data/download/", mine.download, name="download"),
    path("me/data/forget/", mine.forget, name="forget"),
    path("me/data/stay/", mine.stay, name="stay"),
    path("me/sign-out-everywhere/", me.sign_out_everywhere, name="sign_out_everywhere"),
    path("invite/<str:token>/", entry.join, name="join"),
    path("sign-in/code/", entry.code, name="enter"),
    path("sign-in/device/", entry.device, name="device"),
    path("sign-in/alive/", entry.alive, name="alive"),
    path("sign-in/ended/", entry.quiet, name="quiet"),
    # Addresses are changed on one's own page, after showing again who one is; allauth's page would go round that.
    path("account/email/", RedirectView.as_view(pattern_name="people:sign_in"), name="email"),
]
