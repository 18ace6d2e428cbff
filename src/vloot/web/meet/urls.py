"""Addresses of coffee rounds."""

from django.urls import path

from vloot.web.meet import views

urlpatterns = [
    path("meet/", views.index, name="meet"),
    path("meet/rather-not/", views.rather_not, name="rather_not_with"),
    path("meet/<id:id>/", views.say, name="coffee"),
    path("meet/<id:id>/<str:key>.ics", views.calendar, name="coffee_calendar"),
]
