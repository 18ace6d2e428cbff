"""Each law of tools/law.py finds its breach, leaves the honest neighbour alone, and can be excused with a reason."""

from pathlib import Path

import pytest

from tests.law.probe import breaches_of

LONG = "\n".join(f"x{n} = {n}" for n in range(301)) + "\n"
LONG_FUNCTION = "def draw() -> None:\n" + "    print()\n" * 50

BREACHES = {
    "file-length": ("src/vloot/people/reads.py", LONG),
    "function-length": ("src/vloot/people/reads.py", LONG_FUNCTION),
    "arguments": ("src/vloot/people/reads.py", "def card(a, b, c, d, e, *, f, g): ...\n"),
    "template-length": ("src/vloot/web/templates/page.html", "<p></p>\n" * 121),
    "css-length": ("src/vloot/web/static/card.css", "p {}\n" * 251),
    "act-keywords": ("src/vloot/people/acts.py", "def rename(by, *, person): ...\n"),
    "act-by": ("src/vloot/people/acts/names.py", "def rename(*, person, by): ...\n"),
    "door-objects": ("src/vloot/web/people/pages.py", "people = Person.objects.all()\n"),
    "clock": ("src/vloot/people/reads.py", "import datetime\nat = datetime.datetime.now(datetime.UTC)\n"),
    "name": ("src/vloot/people/reads.py", "class MailService: ...\n"),
    "inline": ("src/vloot/web/templates/page.html", '<p style="color: red">{{ name }}</p>\n'),
    "untranslated": ("src/vloot/web/templates/page.html", "<p>Good morning</p>\n"),
    "idle-excuse": ("src/vloot/people/reads.py", "x = 1  # law: clock because it was so once\n"),
}


@pytest.mark.parametrize("rule", BREACHES)
def test_a_breach_is_found_and_told_with_its_reason(tmp_path: Path, rule: str) -> None:
    path, text = BREACHES[rule]
    status, said = breaches_of(tmp_path, path, text)
    assert status == 1
    assert f": {rule}: " in said
    assert f"  {rule}: " in said, "the reason is missing"


HONEST = {
    "300 lines are allowed": ("src/vloot/people/reads.py", "x = 1\n" * 300),
    "a test may be longer": ("tests/people/test_names.py", "x = 1\n" * 400),
    "50 lines of function are allowed": (
        "src/vloot/people/reads.py",
        "def draw() -> None:\n" + "    print()\n" * 49,
    ),
    "self is no argument": (
        "src/vloot/people/reads.py",
        "class A:\n    def b(self, a, b, c, d, e, f): ...\n",
    ),
    "an act with its actor": (
        "src/vloot/people/acts.py",
        "def rename(*, by, person): ...\n\ndef _clean(name): ...\n",
    ),
    "the logbook knows no actor": (
        "src/vloot/logbook/acts.py",
        "def record(*, kind): ...\n\n\ndef record_many(rows): ...\n",
    ),
    "upkeep has no actor": ("src/vloot/people/acts.py", "def prune(): ...\n"),
    "a test is a sentence": ("tests/people/test_care.py", "def test_my_data_is_mine(data): ...\n"),
    "an excuse in a text": ("tests/people/test_care.py", "x = 'law: clock because we quote it'\n"),
    "objects in a room": ("src/vloot/people/reads.py", "people = Person.objects.all()\n"),
    "the clock in its own place": (
        "src/vloot/ground/clock.py",
        "import datetime\nat = datetime.datetime.now()\n",
    ),
    "a stopwatch is no clock": ("src/vloot/people/reads.py", "import time\nbegin = time.monotonic()\n"),
    "database is not data": ("src/vloot/people/reads.py", "def database(): ...\n"),
    "migrations are generated": ("src/vloot/people/migrations/0001_data.py", LONG),
    "JSON for a script": (
        "src/vloot/web/templates/page.html",
        '<script src="{% static "a.js" %}" type="module"></script><script type="application/json">{}</script>\n',
    ),
    "translated words": (
        "src/vloot/web/templates/page.html",
        '<p title="{% translate "Hello" %}">{% blocktranslate trimmed %}Good {{ x }}{% endblocktranslate %}</p>\n',
    ),
    "attributes for another's tag": (
        "src/vloot/web/templates/part.html",
        ' data-live="/live" data-url="{% url "live" %}"\n',
    ),
    "a class of the page it extends": (
        "src/vloot/web/templates/page.html",
        "{% block body_class %}welcome{% endblock %}\n",
    ),
    "an arrow in an attribute": (
        "src/vloot/web/templates/page.html",
        '<a data-on="a > b" href="/x">{{ y }}</a>\n',
    ),
}


@pytest.mark.parametrize("case", HONEST)
def test_the_honest_neighbour_is_left_alone(tmp_path: Path, case: str) -> None:
    status, said = breaches_of(tmp_path, *HONEST[case])
    assert (status, said) == (0, "")


EXCUSED = {
    "on the line": "def tell(*, person): ...  # law: act-by because the system itself speaks here\n",
    "on the line above": "# law: act-by because the system itself speaks here\ndef tell(*, person): ...\n",
    "for the file": "# law: act-by because the system itself speaks here\n"
    + "\n" * 9
    + "def tell(*, person): ...\n",
}


@pytest.mark.parametrize("place", EXCUSED)
def test_an_excuse_with_a_reason_holds(tmp_path: Path, place: str) -> None:
    assert breaches_of(tmp_path, "src/vloot/people/acts.py", EXCUSED[place]) == (0, "")


@pytest.mark.parametrize("excuse", ["law: act-by", "law: act-by because", "law: clock because it is late"])
def test_an_excuse_without_a_reason_or_for_another_law_does_not(tmp_path: Path, excuse: str) -> None:
    status, said = breaches_of(
        tmp_path, "src/vloot/people/acts.py", f"def tell(*, person): ...  # {excuse}\n"
    )
    assert status == 1
    assert "act-by: `tell`" in said


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<style>p {}</style>", "style> block"),
        ("<script>go()</script>", "script inside"),
        ('<button onclick="go()">{{ x }}</button>', "event attribute"),
        ('<a href="javascript:go()">{{ x }}</a>', "javascript: address"),
    ],
)
def test_nothing_stands_inline(tmp_path: Path, markup: str, what: str) -> None:
    status, said = breaches_of(tmp_path, "src/vloot/web/templates/page.html", markup + "\n")
    assert status == 1
    assert what in said


def test_every_reading_of_the_clock_is_seen(tmp_path: Path) -> None:
    calls = [
        "datetime.now()",
        "dt.datetime.utcnow()",
        "date.today()",
        "timezone.now()",
        "timezone.localdate()",
        "time.time()",
    ]
    text = "".join(f"x = {call}\n" for call in calls)
    _, said = breaches_of(tmp_path, "src/vloot/talk/posts/reads.py", text)
    assert said.count(": clock: ") == len(calls)
