"""What makes a form the same deed as another."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from vloot.web.shell import once


def key(person: int, content: bytes = b"abc", **more: str) -> str | None:
    sent = {"once": "o" * 20, "body": "Look", "files": SimpleUploadedFile("photo.jpg", content), **more}
    request = RequestFactory().post("/p/1/comments/", sent)
    made = once.key_of(request, person)
    assert request.FILES["files"].read() == content  # type: ignore[union-attr]
    return made


def test_the_same_form_is_the_same_deed() -> None:
    assert key(1) == key(1, csrfmiddlewaretoken="another")


def test_nobody_has_anothers_key_whatever_they_send() -> None:
    assert key(1) != key(2)
    assert key(2, once="1:" + "o" * 18) != key(1)


def test_another_picture_of_the_same_name_and_size_is_another_deed() -> None:
    assert key(1, b"abc") != key(1, b"abd")
