"""Addresses of the company itself."""

from django.urls import path

from vloot.web.company import audit, pace, push, rooms, settings, views

app_name = "company"

urlpatterns = [
    path("start/<str:token>/", views.start, name="start"),
    path("company/", views.show, name="page"),
    path("company/change/", views.change, name="change"),
    path("company/settings/", settings.index, name="settings"),
    path("company/settings/<str:name>/", settings.setting, name="setting"),
    path("company/rooms/", rooms.index, name="rooms"),
    path("company/rooms/<slug:name>/", rooms.room, name="room"),
    path("company/agreements/", rooms.agreements_page, name="agreements"),
    path("company/audit/", audit.index, name="audit"),
    path("company/audit/file/", audit.file, name="audit_file"),
    path("company/audit/verify/", audit.verify, name="verify"),
    path("company/push/", push.show, name="push"),
    path("company/limits/", pace.limits, name="limits"),
]
