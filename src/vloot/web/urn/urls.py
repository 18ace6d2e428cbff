"""Addresses of secret votes. Under `cast/` nobody is anybody (`bare`)."""

from django.urls import path

from vloot.web.urn import views

urlpatterns = [
    path("urn/<id:id>/key/", views.key, name="urn_key"),
    path("urn/<id:id>/take/", views.take, name="urn_take"),
    path("cast/list/<id:id>/", views.listed, name="urn_list"),
    path("cast/<slug:kind>/<id:id>/", views.cast, name="cast"),
]
