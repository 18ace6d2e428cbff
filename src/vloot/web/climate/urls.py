"""Addresses of the climate."""

from django.urls import path

from vloot.web.climate import looking_after, results, waves

urlpatterns = [
    path("climate/", waves.index, name="climate"),
    path("climate/survey/<id:id>/", waves.answer, name="climate_survey"),
    path("climate/groups/<id:id>/", waves.groups, name="climate_groups"),
    path("climate/how/", waves.how, name="climate_how"),
    path("climate/results/", results.latest, name="climate_latest"),
    path("climate/results/<id:id>/", results.show, name="climate_results"),
    path("climate/new/", looking_after.new, name="climate_new"),
    path("climate/<id:id>/remind/", looking_after.remind, name="climate_remind"),
    path("climate/<id:id>/codes/", looking_after.codes, name="climate_codes"),
    path("climate/<id:id>/stop/", looking_after.stop, name="climate_stop"),
]
