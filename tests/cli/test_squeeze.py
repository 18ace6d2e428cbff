"""Pages get smaller, pictures stay as they are, and a length tells nothing."""

import gzip
from io import BytesIO

import pytest
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from vloot.cli.entry.squeeze import masked, squeeze

PAGE = b"<p>The harbour on a clear morning.</p>" * 100


def answer(response: HttpResponseBase, accepts: str = "gzip, br") -> HttpResponseBase:
    def view(request: HttpRequest) -> HttpResponse:
        assert isinstance(response, HttpResponse | FileResponse)
        return response  # type: ignore[return-value]

    return squeeze(view)(RequestFactory().get("/", headers={"accept-encoding": accepts}))


def test_a_page_is_squeezed_for_who_can_read_it() -> None:
    page = answer(HttpResponse(PAGE, headers={"ETag": '"one"'}))
    assert isinstance(page, HttpResponse)
    assert gzip.decompress(page.content) == PAGE
    assert page["Content-Length"] == str(len(page.content))
    assert (page["Content-Encoding"], page["ETag"], page["Vary"]) == ("gzip", 'W/"one"', "Accept-Encoding")


def test_a_page_is_left_alone_for_who_cannot() -> None:
    page = answer(HttpResponse(PAGE), accepts="identity")
    assert isinstance(page, HttpResponse)
    assert (page.content, page["Vary"]) == (PAGE, "Accept-Encoding")


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(b"short"),
        HttpResponse(PAGE, content_type="image/png"),
        HttpResponse(PAGE, headers={"Content-Encoding": "br"}),
        FileResponse(BytesIO(PAGE), content_type="text/html"),
    ],
)
def test_what_gains_nothing_is_left_alone(response: HttpResponseBase) -> None:
    assert answer(response).get("Content-Encoding") != "gzip"


def test_the_length_of_the_same_page_differs() -> None:
    assert len({len(masked(PAGE)) for _ in range(200)}) > 10
