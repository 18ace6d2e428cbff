"""Addresses of the company itself."""

from django.urls import path

from vloot.web.company import pace, views

app_name = "company"

urlpatterns = [
    path("start/<str:token>/", views.start, name="start"),
    path("company/", views.show, name="page"),
    path("company/change/", views.change, name="change"),
    path("company/limits/", pace.limits, name="limits"),
]
