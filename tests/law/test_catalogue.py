"""The catalogue's tools find every text, keep every translation, and name every fault."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.law.probe import TOOLS, lay

PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext

_("Good morning")
_("Hello "
  "%(name)s")
ngettext("%(n)s answer", "%(n)s answers", n)
pgettext("a place", "Home")
"""
PAGE = """{% load i18n %}
  <p title="{% translate "A title" %}">
        {% blocktranslate trimmed count n=n %}
          One friend
        {% plural %}
          {{ n }} friends
        {% endblocktranslate %}
  </p>
      {% translate "Home" context "the harbour" %}
"""
TEXTS: dict[str, str | list[str]] = {
    "Good morning": "Goedemorgen",
    "Hello %(name)s": "Dag %(name)s",
    "%(n)s answer": ["%(n)s antwoord", "%(n)s antwoorden"],
    "a place|Home": "Thuis",
    "A title": "Een titel",
    "One friend": ["Eén vriend", "%(n)s vrienden"],
    "the harbour|Home": "Kade",
}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    lay(tmp_path, "src/vloot/words.py", PYTHON)
    lay(tmp_path, "src/vloot/web/templates/page.html", PAGE)
    return tmp_path


def run(clone: Path, *words: str) -> tuple[int, str]:
    command = [sys.executable, str(clone / "tools" / "catalogue.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout


def fill(clone: Path, language: str, texts: dict[str, str | list[str]]) -> tuple[int, str]:
    given = clone / "given.json"
    given.write_text(json.dumps(texts))
    return run(clone, "fill", language, str(given))


def test_every_text_of_python_and_templates_is_found(clone: Path) -> None:
    status, said = run(clone, "missing", "nl")
    assert status == 0
    assert set(json.loads(said)) == set(TEXTS)
    assert json.loads(said)["One friend"] == ["", ""]


def test_filled_in_both_languages_the_check_passes(clone: Path) -> None:
    assert run(clone, "check")[0] == 1
    for language in ("nl", "fr"):
        assert fill(clone, language, TEXTS) == (0, "all merged\n")
    status, said = run(clone, "check")
    assert (status, said) == (0, "7 texts, complete in nl and fr\n")
    assert run(clone, "missing", "nl") == (0, "{}\n")


def test_translations_survive_gathering_and_lost_texts_go(clone: Path) -> None:
    fill(clone, "nl", TEXTS)
    (clone / "src/vloot/words.py").write_text('_("Good morning")\n_("Good night")\n')
    run(clone, "update")
    catalogue = (clone / "src/vloot/locale/nl/LC_MESSAGES/django.po").read_text()
    assert "Goedemorgen" in catalogue
    assert 'msgid "Good night"\nmsgstr ""' in catalogue
    assert "antwoord" not in catalogue
    assert "#:" not in catalogue, "line numbers make two branches collide"
    assert "#~" not in catalogue


FAULTS: dict[str, tuple[dict[str, str | list[str]], str]] = {
    "a placeholder is lost": ({"Hello %(name)s": "Dag"}, "placeholders"),
    "a placeholder is misspelt": ({"Hello %(name)s": "Dag %(naam)s"}, "placeholders"),
    "a form is lost": ({"%(n)s answer": ["%(n)s antwoord"]}, "wants 2 forms"),
    "a text nobody asked for": ({"Good evening": "Goedenavond"}, "no such text"),
    "a tag appears": ({"Good morning": "<b>Goedemorgen</b>"}, "other tags"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_faulty_translation_is_named_and_left_out(clone: Path, case: str) -> None:
    texts, fault = FAULTS[case]
    status, said = fill(clone, "nl", texts)
    assert status == 1
    assert fault in said
    assert set(json.loads(run(clone, "missing", "nl")[1])) == set(TEXTS)


def test_a_translation_spoilt_by_hand_fails_the_check(clone: Path) -> None:
    for language in ("nl", "fr"):
        fill(clone, language, TEXTS)
    path = clone / "src/vloot/locale/fr/LC_MESSAGES/django.po"
    path.write_text(path.read_text().replace("Dag %(name)s", "Dag %(nom)s"))
    status, said = run(clone, "check")
    assert status == 1
    assert "fr: placeholders" in said


def test_french_is_set_as_french_is_and_by_hand_spoilt_it_fails_the_check(clone: Path) -> None:
    fill(clone, "nl", TEXTS)
    typed: dict[str, str | list[str]] = {
        "A title": "Il dit: “c'est l'heure” ! À 08:00 ?",
        "Good morning": "avant:mars; voici https://x.example/?q=1",
    }
    assert fill(clone, "fr", TEXTS | typed) == (0, "all merged\n")
    path = clone / "src/vloot/locale/fr/LC_MESSAGES/django.po"
    french = path.read_text()
    assert "Il dit\u202f: «\u202fc’est l’heure\u202f»\u202f! À 08:00\u202f?" in french
    assert "avant:mars\u202f; voici https://x.example/?q=1" in french
    assert run(clone, "check")[0] == 0
    path.write_text(french.replace("c’est", "c'est"))
    status, said = run(clone, "check")
    assert status == 1
    assert "A title" in said


def test_the_compiled_catalogue_speaks(clone: Path) -> None:
    import gettext

    fill(clone, "nl", TEXTS)
    hook = TOOLS.parent / "hatch_build.py"
    (clone / "hatch_build.py").write_text(hook.read_text())
    subprocess.run([sys.executable, str(clone / "hatch_build.py")], check=True, capture_output=True)
    dutch = gettext.translation("django", clone / "src/vloot/locale", ["nl"])
    assert dutch.gettext("Good morning") == "Goedemorgen"
    assert dutch.ngettext("One friend", "%(n)s friends", 2) == "%(n)s vrienden"
    assert dutch.pgettext("the harbour", "Home") == "Kade"
