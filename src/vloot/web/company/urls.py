"""Addresses of the company itself."""

from django.urls import path

from vloot.web.company import audit, pace, views

app_name = "company"

urlpatterns = [
    path("start/<str:token>/", views.start, name="start"),
    path("company/", views.show, name="page"),
    path("company/change/", views.change, name="change"),
    path("company/audit/", audit.index, name="audit"),
    path("company/audit/file/", audit.file, name="audit_file"),
    path("company/audit/verify/", audit.verify, name="verify"),
    path("company/limits/", pace.limits, name="limits"),
]
