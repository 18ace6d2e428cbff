"""Addresses of the network room."""

from django.urls import path

from vloot.web.network import pages, pilots, rounds

urlpatterns = [
    path("network/", pages.own, name="network"),
    path("network/company/", pages.company, name="network_company"),
    path("pilots/", pilots.index, name="pilots"),
    path("pilots/mine/", pilots.mine, name="pilots_mine"),
    path("network/questions/", rounds.questions, name="question_round"),
]
