"""Addresses of coffee rounds, walks and what one learned."""

from django.urls import path

from vloot.web.meet import learning, views, walks

urlpatterns = [
    path("meet/", views.index, name="meet"),
    path("meet/rather-not/", views.rather_not, name="rather_not_with"),
    path("meet/<id:id>/", views.say, name="coffee"),
    path("meet/<id:id>/<str:key>.ics", views.calendar, name="coffee_calendar"),
    path("learning/", learning.index, name="learning"),
    path("walks/", walks.index, name="walks"),
    path("walks/new/", walks.new, name="walk_new"),
    path("walks/places/", walks.places, name="walk_places"),
    path("walks/<id:id>/", walks.show, name="walk"),
    path("walks/<id:id>/say/", walks.say, name="walk_say"),
    path("walks/<id:id>/walk.ics", walks.calendar, name="walk_calendar"),
]
