"""In which language a text is, in which order names stand, and what is left of a body without its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.ground.text import detect, excerpt, parse, plain, sort_key

DUTCH = """De kraan staat weer stil
Wie heeft de sleutel van het magazijn?
Ik heb het al geprobeerd, maar het werkt niet
Kan iemand mij helpen met de planning?
Bedankt voor je hulp gisteren
Waar vind ik de handleiding van de pomp?
We gaan morgen om acht uur varen
Dat schip moet eerst naar de werf
Hoe laat begint de vergadering?
Er is koffie in de kantine
Ik ben er vandaag niet
Het regent, dus we werken binnen
Mijn wachtwoord werkt niet meer
Zijn er nog vragen over het rooster?
Graag jullie mening over dit plan
De nieuwe lamp hangt aan de muur
Wat een mooie dag op het water
Heb je de tekening al gezien?
Op vrijdag is de haven dicht
Wij zoeken nog twee mensen voor zaterdag"""
FRENCH = """La grue est encore en panne
Qui a la clé du magasin ?
J'ai déjà essayé, mais ça ne marche pas
Est-ce que quelqu'un peut m'aider avec le planning ?
Merci pour ton aide hier
Où se trouve le manuel de la pompe ?
Nous partons demain à huit heures
Ce bateau doit d'abord passer au chantier
À quelle heure commence la réunion ?
Il y a du café dans la cantine
Je ne suis pas là aujourd'hui
Il pleut, donc on travaille à l'intérieur
Mon mot de passe ne fonctionne plus
Avez-vous des questions sur les horaires ?
Votre avis sur ce projet, s'il vous plaît
La nouvelle lampe est au mur
Quelle belle journée sur l'eau
Tu as vu le dessin ?
Le port est fermé le vendredi
Nous cherchons encore deux personnes pour samedi"""
ENGLISH = """The crane has stopped again
Who has the key to the store?
I have tried it, but it does not work
Can anyone help me with the planning?
Thanks for your help yesterday
Where do I find the manual of the pump?
We sail at eight tomorrow, in the morning
That ship has to go to the yard first
When does the meeting start?
There is coffee in the canteen
I am not here today
It is raining, so we work inside
My password does not work any more
Are there any questions about the roster?
What do you think of this plan?
The new lamp is on the wall
What a beautiful day on the water
Have you seen the drawing?
On Friday the harbour is closed
We are looking for two people for Saturday"""


@pytest.mark.parametrize(("language", "sentences"), [("nl", DUTCH), ("fr", FRENCH), ("en", ENGLISH)])
def test_short_sentences_are_known_for_what_they_are(language: str, sentences: str) -> None:
    lines = sentences.splitlines()
    missed = {line: detect(line) for line in lines if detect(line) != language}
    assert len(lines) == 20
    assert len(missed) <= 2, missed


def test_what_is_in_no_language_is_in_none() -> None:
    for text in ("", "OK", "42", "🚢", "Harbour Works BV", "def f(x): return x"):
        assert detect(text) == ""


def test_code_links_and_names_say_nothing_of_the_language() -> None:
    assert (
        parse(
            "Wie kent deze fout?\n\n```\nif the file is not in the list: return the error of the day\n```"
        ).language
        == "nl"
    )


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect(text) in ("nl", "fr", "en", "")


def test_names_stand_as_a_reader_expects() -> None:
    names = [
        "Zoë", "Ångström", "anna", "Çelik", "Œuvrard", "Ozan", "Élodie", "Eduard", "Łukasz", "Ben", "de Vries",
        "D'Arc", "Đorđe", "Straße",
    ]  # fmt: skip
    assert sorted(names, key=sort_key) == [
        "Ångström", "anna", "Ben", "Çelik", "D'Arc", "de Vries", "Đorđe", "Eduard", "Élodie", "Łukasz", "Œuvrard",
        "Ozan", "Straße", "Zoë",
    ]  # fmt: skip


@given(st.text(max_size=80))
def test_keys_are_folded_once_and_for_all(name: str) -> None:
    key = sort_key(name)
    assert sort_key(name.upper().lower()) == sort_key(name.lower()) or not name.isascii()
    assert sort_key(key) == key


def test_an_excerpt_is_cut_between_words() -> None:
    html = parse("One *two* three,\n\nfour &amp; five").html
    assert plain(html) == "One two three, four & five"
    assert excerpt(html, 100) == "One two three, four & five"
    assert excerpt(html, 16) == "One two three…"
    assert excerpt("<p>" + "x" * 50 + "</p>", 10) == "x" * 9 + "…"
