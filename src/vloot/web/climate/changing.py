"""Addresses of what changes: the board, the registers, the mirror."""

from django.urls import path

from vloot.web.climate import board, matters, mirror, registers

urlpatterns = [
    path("climate/board/", board.index, name="climate_board"),
    path("climate/board/<id:id>/<slug:scale>/", board.result, name="climate_result"),
    path("climate/fears/", registers.fears, name="climate_fears"),
    path("climate/promises/", registers.promises, name="climate_promises"),
    path("climate/mirror/", mirror.index, name="climate_mirror"),
    path("climate/matters/<id:id>/", matters.matter, name="climate_matter"),
    path("climate/answers/<id:id>/", matters.answer, name="climate_answer"),
]
