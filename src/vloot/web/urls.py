"""Every address of the web door."""

from django.conf import settings
from django.urls import include, path

from vloot.web.notices import views as notices
from vloot.web.pages import views as pages
from vloot.web.talk import completion, deeds, drafting, home, polls, proposals, questions, spaces, threads, uploads

urlpatterns = [
    path("", home.home, name="home"),
    path("since/", home.since, name="since"),
    path("welcome/", pages.welcome, name="welcome"),
    path("promise/", pages.promise, name="promise"),
    path("ask/", questions.ask, name="ask"),
    path("questions/", questions.index, name="questions"),
    path("questions/similar/", questions.similar, name="similar"),
    path("questions/<int:id>/close/", questions.close, name="question_close"),
    path("questions/<int:id>/owner/", questions.owner, name="question_owner"),
    path("spaces/", spaces.index, name="spaces"),
    path("spaces/new/", spaces.new, name="space_new"),
    path("s/<slug:slug>/", spaces.show, name="space"),
    path("s/<slug:slug>/since/", spaces.since, name="space_since"),
    path("s/<slug:slug>/join/", spaces.join, name="space_join"),
    path("s/<slug:slug>/leave/", spaces.leave, name="space_leave"),
    path("s/<slug:slug>/archive/", spaces.archive, name="space_archive"),
    path("s/<slug:slug>/members/", spaces.members, name="space_members"),
    path("s/<slug:slug>/edit/", spaces.edit, name="space_edit"),
    path("t/<int:id>/", threads.show, name="thread"),
    path("t/<int:id>/since/", threads.since, name="thread_since"),
    path("t/<int:id>/answers/", threads.answer, name="answer_create"),
    path("p/<int:id>/comments/", threads.comment, name="comment_create"),
    path("p/<int:id>/replies/", threads.respond, name="reply_create"),
    path("p/<int:id>/edit/", deeds.edit, name="post_edit"),
    path("p/<int:id>/history/", deeds.history, name="post_history"),
    path("p/<int:id>/remove/", deeds.remove, name="post_remove"),
    path("p/<int:id>/pin/", deeds.pin, name="post_pin"),
    path("p/<int:id>/close/", deeds.close, name="post_close"),
    path("p/<int:id>/reopen/", deeds.reopen, name="post_reopen"),
    path("p/<int:id>/appreciation/", deeds.appreciate, name="post_appreciate"),
    path("p/<int:id>/bookmark/", deeds.bookmark, name="post_bookmark"),
    path("p/<int:id>/unread/", deeds.unread, name="post_unread"),
    path("p/<int:id>/acceptance/", deeds.accept, name="answer_accept"),
    path("p/<int:id>/helped/", deeds.helped, name="answer_helped"),
    path("p/<int:id>/votes/", polls.vote, name="poll_vote"),
    path("p/<int:id>/poll/close/", polls.close, name="poll_close"),
    path("talks/", proposals.index, name="proposals"),
    path("talks/new/", proposals.new, name="proposal_new"),
    path("talks/<int:id>/accept/", proposals.accept, name="proposal_accept"),
    path("talks/<int:id>/decline/", proposals.decline, name="proposal_decline"),
    path("notices/", notices.index, name="notices"),
    path("notices/dot/", notices.dot, name="notices_dot"),
    path("notices/read/", notices.read, name="notices_read"),
    path("bookmarks/", home.bookmarks, name="bookmarks"),
    path("tags/<str:name>/", home.tag, name="tag"),
    path("tags/<str:name>/follow/", home.tag_follow, name="tag_follow"),
    path("people/<int:id>/follow/", home.person_follow, name="person_follow"),
    path("complete/", completion.complete, name="complete"),
    path("drafts/", drafting.drafts, name="drafts"),
    path("files/<int:id>/", uploads.show, name="file"),
    path("files/<int:id>/<str:name>", uploads.show, name="file_named"),
    path("", include("vloot.web.shell.urls")),
    path("", include("vloot.web.people.urls")),
    path("", include("vloot.web.company.urls")),
    path("account/", include("allauth.urls")),
]
if settings.VLOOT_DEMO:
    urlpatterns.append(path("demo/become/<int:id>/", pages.become, name="demo_become"))
