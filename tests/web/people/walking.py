"""The walk to the company's sign-in and back, as a browser does it."""

import re
from typing import Any

import requests
from django.test import Client

BEGIN = "/account/oidc/company/login/"
BACK = f"{BEGIN}callback/"
CONNECTIONS = "/account/3rdparty/"


def ask(client: Client, query: str = "") -> str:
    """Begin; gives where the company's sign-in sends the browser back to."""
    begun = client.get(BEGIN + query)
    assert begun.status_code == 302, begun.content.decode()
    there = requests.get(begun["Location"], allow_redirects=False, timeout=5)
    return there.headers["Location"].removeprefix("http://testserver")


def walk(client: Client, query: str = "", **headers: str) -> Any:
    """There and back; gives the answer to coming back."""
    return client.get(ask(client, query), headers=headers)


def who(client: Client) -> str:
    """The user name of who is signed in, "" for nobody."""
    person = client.get("/me/").wsgi_request.user
    return person.username if person.is_authenticated else ""


def said(answer: Any) -> str:
    """What a page says in its middle, without tokens that differ each time."""
    found = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)
    assert found
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", found[0])
