"""The items, in three languages. They are our own words and not validated: figures say so.

A wording belongs to its figures: whoever changes one, in whatever language, starts a new series, and nothing is compared across series.
That is why they stand here and not in the catalogues.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from django.utils.translation import get_language, gettext_lazy

SAFETY, TRUST, OPENNESS, WELLBEING = "safety", "trust", "openness", "wellbeing"
SCALES = {
    SAFETY: gettext_lazy("Safety"),
    TRUST: gettext_lazy("Trust"),
    OPENNESS: gettext_lazy("Openness"),
    WELLBEING: gettext_lazy("Wellbeing"),
}
ASKS = {
    SAFETY: gettext_lazy("Can one say here what goes wrong?"),
    TRUST: gettext_lazy("Do people do here what they say?"),
    OPENNESS: gettext_lazy("Does one hear why, and get an answer?"),
    WELLBEING: gettext_lazy("Do people feel good at work?"),
}
LOWEST, HIGHEST = 1, 5
LANGUAGES = ("nl", "fr", "en")


class Item(NamedTuple):
    """A statement, and how far one agrees with it; a reversed one counts the other way round."""

    key: str
    scale: str
    is_reversed: bool
    nl: str
    fr: str
    en: str

    @property
    def text(self) -> str:
        """The statement in the reader's language."""
        return _in_language({language: getattr(self, language) for language in LANGUAGES})


# fmt: off
ITEMS = {item.key: item for item in (
    Item("S1", SAFETY, False,
         "In ons team kan ik hardop zeggen dat er iets fout loopt.",
         "Dans notre équipe, je peux dire tout haut que quelque chose ne va pas.",
         "I can say out loud in our team that something is going wrong."),
    Item("S2", SAFETY, True,
         "Wie in ons team een fout maakt, blijft dat lang horen.",
         "Dans notre équipe, une erreur vous est longtemps reprochée.",
         "Whoever makes a mistake in our team keeps hearing about it."),
    Item("S3", SAFETY, False,
         "Ik durf een teamgenoot om hulp te vragen, ook over iets dat ik zou moeten weten.",
         "J’ose demander de l’aide dans mon équipe, même sur une chose que je devrais savoir.",
         "I dare to ask a teammate for help, even with something I am supposed to know."),
    Item("S4", SAFETY, False,
         "In ons team mag je anders zijn dan de rest en hoor je er toch bij.",
         "Dans notre équipe, on peut être différent des autres et en faire pleinement partie.",
         "In our team you can be different from the rest and still belong."),
    Item("T1", TRUST, False,
         "Wat de directie ons vertelt, blijkt te kloppen.",
         "Ce que la direction nous dit s’avère exact.",
         "What management tells us turns out to be right."),
    Item("T2", TRUST, False,
         "Als de directie beslist, houdt ze rekening met onze belangen.",
         "Quand la direction décide, elle tient compte de nos intérêts.",
         "When management decides, it takes our interests into account."),
    Item("T3", TRUST, False,
         "Collega’s uit andere teams doen wat ze beloven.",
         "Les collègues des autres équipes font ce qu’ils promettent.",
         "Colleagues from other teams do what they promise."),
    Item("T4", TRUST, True,
         "In dit bedrijf kan je je maar beter indekken.",
         "Dans cette entreprise, mieux vaut se couvrir.",
         "In this company you had better cover yourself."),
    Item("O1", OPENNESS, False,
         "Ik krijg te horen waarom beslissingen over mijn werk genomen worden.",
         "On m’explique pourquoi les décisions qui touchent mon travail sont prises.",
         "I am told why decisions that touch my work are taken."),
    Item("O2", OPENNESS, False,
         "Als ik iets aankaart, krijg ik een antwoord, ook als het nee is.",
         "Quand je soulève un point, je reçois une réponse, même si c’est non.",
         "When I raise something I get an answer, even if it is no."),
    Item("O3", OPENNESS, True,
         "Het echte gesprek wordt hier achter gesloten deuren gevoerd.",
         "Ici, les vraies discussions se font à huis clos.",
         "The real conversation here takes place behind closed doors."),
    Item("W1", WELLBEING, False,
         "De voorbije twee weken voelde ik me goed op het werk.",
         "Ces deux dernières semaines, je me suis senti·e bien au travail.",
         "Over the past two weeks I felt good at work."),
)}

OPTIONS = {
    1: {"nl": "helemaal niet", "fr": "pas du tout", "en": "not at all"},
    2: {"nl": "eerder niet", "fr": "plutôt non", "en": "rather not"},
    3: {"nl": "half-half", "fr": "entre les deux", "en": "half and half"},
    4: {"nl": "eerder wel", "fr": "plutôt oui", "en": "rather yes"},
    5: {"nl": "helemaal wel", "fr": "tout à fait", "en": "completely"},
}
NOT_SAID = {"nl": "liever niet", "fr": "je préfère ne pas répondre", "en": "rather not say"}
# fmt: on

# The same three for everybody, so that four weeks make a whole set.
WEEKS = (("S1", "T1", "O1"), ("S2", "T2", "O2"), ("S3", "T3", "O3"), ("S4", "T4", "W1"))


def options() -> list[tuple[int, str]]:
    """What one can choose, from "not at all" to "completely", in the reader's language."""
    return [(value, _in_language(words)) for value, words in OPTIONS.items()]


def not_said() -> str:
    """The choice of not answering an item, in the reader's language."""
    return _in_language(NOT_SAID)


def of_scale(scale: str) -> list[Item]:
    """The items of a scale, in their order."""
    return [item for item in ITEMS.values() if item.scale == scale]


def series(measure: str) -> str:
    """A name for the wording of an item or of a scale's items, and of what one can choose: another wording, another name."""
    asked = [ITEMS[measure]] if measure in ITEMS else of_scale(measure)
    words = repr((asked, OPTIONS, NOT_SAID))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def _in_language(words: dict[str, str]) -> str:
    language = (get_language() or "en").partition("-")[0]
    return words.get(language, words["en"])
