"""Addresses of order; reporting a post stands with the post."""

from django.urls import path

from vloot.web.talk.order import about, queue, watching

app_name = "order"

urlpatterns = [
    path("", queue.index, name="index"),
    path("words/", watching.words, name="words"),
    path("about/<id:id>/", about.decision, name="decision"),
    path("people/<id:id>/", about.person, name="person"),
    path("<id:id>/", queue.case, name="case"),
]
