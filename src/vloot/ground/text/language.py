"""Which of the three languages a text is in: by its small words first, and where these are few, by how its other words are spelled."""

import re
from typing import NamedTuple

_WORDS = {
    "nl": "de het een en van ik je dat die is niet op te voor met zijn er aan om ook maar als bij naar wat nog kan wij we ons onze "
    "hebben heeft worden wordt dit deze iemand graag waar hoe geen jij jullie dan uit over moet was wel zo al dus door mijn jouw haar "
    "hem hun zij ze zou zal mag moeten kunnen willen wil heb bent ben waren had hadden werd wie welke wanneer waarom omdat want toen "
    "nu hier daar iets niets alles veel meer minder tot tegen tussen onder zonder sinds per alleen weer eens even morgen vandaag "
    "gisteren goed goede nieuwe nieuw bedankt dank allemaal staat gaat komt doet weet",
    "fr": "le la les un une et de des du je tu il elle nous vous que qui est pas ne sur pour avec dans au aux ce cette ces mais ou on "
    "en son sa ses notre votre leur sont être avoir quelqu'un merci comment où c'est j'ai plus nos vos leurs mon ma mes ton ta tes "
    "ils elles était étaient sera seront ont avons avez suis sommes êtes fait faire peut peuvent faut doit bien très tout tous toute "
    "toutes aussi donc car si quand pourquoi parce quel quelle quels quelles rien jamais toujours déjà encore ici là ça cela sans "
    "sous entre depuis vers chez par comme après avant aujourd'hui demain hier n'est d'un d'une qu'il qu'elle s'il l'on à y a",
    "en": "the a an and of to i you that it is not on for with are be this have has was but as at by from or we our they what how can "
    "do does did who where when there if your my me anyone please would should any he she his her its their them us been being were "
    "will just so no yes than then these those which why because about into over under after before again only also more most some "
    "such very could may might must don't doesn't didn't isn't i'm it's we're can't thanks thank every here out up down off today "
    "tomorrow yesterday still need needs",
}
_SMALL = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'.", re.IGNORECASE)

# How words are spelled in one of them and hardly in the others.
_SPELLED = {
    "nl": r"ij|aa|uu|ee[^ns]|oo[^k]|sch|oe[^u]|uw|ieu|eij|tje|[^aeiou]kk|cht|ge[bdgkptvwz]\w{3,}[dt]$|\w{3}(?:heid|lijk)$|ën|eï|\w{4}en$",
    "fr": r"[àâçèêëîôûœé]|eau|eux|aux|tions?$|\w{2}(?:ique|ment)s?$|qu[aeio]|oi[rst]|ouv|\w{3}euse?$|eill|ill[ae]|\w{3}e[rz]$",
    "en": r"th|sh|wh|ght|\w{2}ing$|\w{3}(?:ed|ly)$|ough|ow[ns]?$|wr|ck|\w{2}ness$|y$|ea[dklmrst]|oo[kdlmt]|ould$",
}
_PATTERN = {language: re.compile(pattern) for language, pattern in _SPELLED.items()}

CLEAR = 2.0  # how far ahead the first must be of the second, in small words, before the others are ruled out
_SPELLING = 0.4  # what one word's spelling counts beside a small word


class _Score(NamedTuple):
    best: str
    lead: float
    total: float


def detect(text: str) -> str:
    """The language of the first 2,000 characters: "nl", "fr", "en", or "" when nothing stands out."""
    score = _score(text)
    return score.best if score.lead > 0 else ""


def spoken(text: str) -> tuple[str, ...]:
    """The languages a text may be in: one where it is clear, else all that are not ruled out; never none."""
    score = _score(text)
    if score.lead >= CLEAR and score.lead >= score.total / 4:
        return (score.best,)
    return tuple(_SMALL)


def _score(text: str) -> _Score:
    words = [word.replace("’", "'") for word in _WORD.findall(text[:2000].lower())]
    counts = dict.fromkeys(_SMALL, 0.0)
    for word in words:
        is_small = False
        for language, small in _SMALL.items():
            if word in small:
                counts[language] += 1
                is_small = True
        if not is_small:
            _spell(word, counts)
    best, second, third = sorted(counts, key=lambda language: -counts[language])
    lead = counts[best] - counts[second]
    return _Score(best, lead, counts[best] + counts[second] + counts[third])


def _spell(word: str, counts: dict[str, float]) -> None:
    """What a word's spelling says, if it says it of one language alone."""
    if _ELIDED.match(word) and len(word) > 3:
        counts["fr"] += 1
        return
    fits = [language for language, pattern in _PATTERN.items() if pattern.search(word)]
    if len(fits) == 1:
        counts[fits[0]] += _SPELLING
