"""Addresses of crafts, and of who knows about what."""

from django.urls import path

from vloot.web.experts import invitations, reviews, views

urlpatterns = [
    path("who-knows/", views.who_knows, name="who_knows"),
    path("invited/", invitations.index, name="invited"),
    path("invited/<id:id>/", invitations.respond, name="invited_respond"),
    path("review/", reviews.index, name="review"),
    path("review/<id:id>/", reviews.respond, name="review_respond"),
    path("crafts/", views.index, name="crafts"),
    path("crafts/outside/", views.outside, name="crafts_outside"),
    path("crafts/rather-not/", views.rather_not, name="rather_not"),
    path("crafts/<id:id>/", views.show, name="craft"),
]
