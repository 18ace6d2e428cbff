"""Being somebody in the demo is signing in like any other way of it."""

from allauth.usersessions.models import UserSession
from django.test import Client, override_settings
from django.urls import path

from tests.world import World
from vloot.web import urls
from vloot.web.pages import views

urlpatterns = [*urls.urlpatterns, path("demo/become/<id:id>/", views.become, name="demo_become")]


@override_settings(VLOOT_DEMO=True, ROOT_URLCONF=__name__)
def test_who_one_becomes_has_this_device_among_theirs(world: World) -> None:
    client = Client()
    assert client.post(f"/demo/become/{world.anna.id}/").status_code == 302
    assert UserSession.objects.get(user=world.anna).session_key == client.session.session_key
