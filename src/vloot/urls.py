"""Every address belongs to the web door."""

from django.urls import include, path

urlpatterns = [path("", include("vloot.web.urls"))]
