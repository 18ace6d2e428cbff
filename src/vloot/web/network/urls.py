"""Addresses of the network room."""

from django.urls import path

from vloot.web.network import rounds

urlpatterns = [
    path("network/questions/", rounds.questions, name="question_round"),
]
