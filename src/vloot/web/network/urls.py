"""Addresses of the network room."""

from django.urls import path

from vloot.web.network import pages, rounds

urlpatterns = [
    path("network/", pages.own, name="network"),
    path("network/company/", pages.company, name="network_company"),
    path("network/questions/", rounds.questions, name="question_round"),
]
