"""The names of what one can ask for, in every language at once: who reads Dutch pages may still type "from:"."""

from __future__ import annotations

from vloot.ground.text import sort_key


def _names(given: dict[str, str]) -> dict[str, str]:
    return {sort_key(name): meant for meant, names in given.items() for name in names.split()}


KEYS = _names(
    {
        "from": "from by van door de par",
        "in": "in dans",
        "kind": "kind type soort genre",
        "tag": "tag label mot",
        "has": "has met heeft avec",
        "is": "is est",
        "before": "before until voor avant",
        "after": "after since na sinds vanaf après depuis",
        "on": "on op le",
    }
)
KINDS = _names(
    {
        "update": "update updates news message messages bericht berichten nieuws message publication publications nouvelle nouvelles",
        "question": "question questions vraag vragen",
        "answer": "answer answers antwoord antwoorden réponse réponses",
        "comment": "comment comments reply replies reactie reacties opmerking commentaire commentaires",
        "thanks": "thanks thank dank bedankt bedankje merci remerciement remerciements",
        "announcement": "announcement announcements aankondiging aankondigingen mededeling annonce annonces",
        "event": "event events evenement evenementen activiteit événement événements",
        "poll": "poll polls peiling peilingen sondage sondages",
    }
)
HAS = _names(
    {
        "file": "file files attachment bestand bestanden bijlage bijlagen fichier fichiers pièce",
        "image": "image images picture photo beeld foto afbeelding plaatje image photo",
    }
)
STATES = _names(
    {
        "open": "open unanswered ouvert ouverte ouvertes onbeantwoord",
        "answered": "answered solved beantwoord opgelost répondu répondue résolue résolu",
        "closed": "closed gesloten afgesloten fermé fermée clos close",
    }
)
ME = frozenset(sort_key(name) for name in "me mij ik moi myself mezelf".split())
DAYS = _names(
    {"0": "today vandaag aujourd'hui aujourdhui", "1": "yesterday gisteren hier", "7": "week semaine"}
)
MONTHS = _names(
    {
        "1": "january januari janvier jan janv",
        "2": "february februari février feb fév",
        "3": "march maart mars mar mrt",
        "4": "april avril apr avr",
        "5": "may mei mai",
        "6": "june juni juin jun",
        "7": "july juli juillet jul juil",
        "8": "august augustus août aug",
        "9": "september septembre sep sept",
        "10": "october oktober octobre oct okt",
        "11": "november novembre nov",
        "12": "december décembre dec déc",
    }
)
