"""Every address of the web door."""

from django.conf import settings
from django.urls import include, path, register_converter

from vloot.web.notices import views as notices
from vloot.web.pages import views as pages
from vloot.web.shell.addresses import IdConverter
from vloot.web.talk import (
    completion,
    deeds,
    drafting,
    home,
    polls,
    proposals,
    questions,
    spaces,
    threads,
    uploads,
)

register_converter(IdConverter, "id")

urlpatterns = [
    path("", home.home, name="home"),
    path("home.json", home.home_json, name="home_json"),
    path("since/", home.since, name="since"),
    path("welcome/", pages.welcome, name="welcome"),
    path("promise/", pages.promise, name="promise"),
    path("ask/", questions.ask, name="ask"),
    path("questions/", questions.index, name="questions"),
    path("questions/similar/", questions.similar, name="similar"),
    path("questions/<id:id>/close/", questions.close, name="question_close"),
    path("questions/<id:id>/owner/", questions.owner, name="question_owner"),
    path("spaces/", spaces.index, name="spaces"),
    path("spaces/new/", spaces.new, name="space_new"),
    path("s/<slug:slug>/", spaces.show, name="space"),
    path("s/<slug:slug>/since/", spaces.since, name="space_since"),
    path("s/<slug:slug>/join/", spaces.join, name="space_join"),
    path("s/<slug:slug>/leave/", spaces.leave, name="space_leave"),
    path("s/<slug:slug>/archive/", spaces.archive, name="space_archive"),
    path("s/<slug:slug>/members/", spaces.members, name="space_members"),
    path("s/<slug:slug>/edit/", spaces.edit, name="space_edit"),
    path("t/<id:id>/", threads.show, name="thread"),
    path("t/<id:id>/since/", threads.since, name="thread_since"),
    path("t/<id:id>/answers/", threads.answer, name="answer_create"),
    path("p/<id:id>/comments/", threads.comment, name="comment_create"),
    path("p/<id:id>/replies/", threads.respond, name="reply_create"),
    path("p/<id:id>/edit/", deeds.edit, name="post_edit"),
    path("p/<id:id>/history/", deeds.history, name="post_history"),
    path("p/<id:id>/remove/", deeds.remove, name="post_remove"),
    path("p/<id:id>/pin/", deeds.pin, name="post_pin"),
    path("p/<id:id>/close/", deeds.close, name="post_close"),
    path("p/<id:id>/reopen/", deeds.reopen, name="post_reopen"),
    path("p/<id:id>/appreciation/", deeds.appreciate, name="post_appreciate"),
    path("p/<id:id>/bookmark/", deeds.bookmark, name="post_bookmark"),
    path("p/<id:id>/unread/", deeds.unread, name="post_unread"),
    path("p/<id:id>/acceptance/", deeds.accept, name="answer_accept"),
    path("p/<id:id>/helped/", deeds.helped, name="answer_helped"),
    path("p/<id:id>/votes/", polls.vote, name="poll_vote"),
    path("p/<id:id>/poll/close/", polls.close, name="poll_close"),
    path("talks/", proposals.index, name="proposals"),
    path("talks/new/", proposals.new, name="proposal_new"),
    path("talks/<id:id>/accept/", proposals.accept, name="proposal_accept"),
    path("talks/<id:id>/decline/", proposals.decline, name="proposal_decline"),
    path("notices/", notices.index, name="notices"),
    path("notices/dot/", notices.dot, name="notices_dot"),
    path("notices/read/", notices.read, name="notices_read"),
    path("bookmarks/", home.bookmarks, name="bookmarks"),
    path("tags/<str:name>/", home.tag, name="tag"),
    path("tags/<str:name>/follow/", home.tag_follow, name="tag_follow"),
    path("people/<id:id>/follow/", home.person_follow, name="person_follow"),
    path("complete/", completion.complete, name="complete"),
    path("drafts/", drafting.drafts, name="drafts"),
    path("files/<id:id>/", uploads.show, name="file"),
    path("files/<id:id>/<str:name>", uploads.show, name="file_named"),
    path("", include("vloot.web.shell.urls")),
    path("", include("vloot.web.people.urls")),
    path("", include("vloot.web.company.urls")),
    path("account/", include("allauth.urls")),
]
if settings.VLOOT_DEMO:
    urlpatterns.append(path("demo/become/<id:id>/", pages.become, name="demo_become"))
