"""My data, and erasure: what order keeps about a person."""

from typing import Any

from django.db.models import Q

from vloot.notices import acts as notices
from vloot.talk.order.models import Case, CaseNote, Report, Sealed, WatchWord


def mine(person_id: int) -> dict[str, Any]:
    """What a person reported, noted and decided, and what was decided about them; never who reported them."""
    about = Case.objects.filter(person_id=person_id).exclude(decided_at=None)
    decided = Case.objects.filter(Q(decided_by_id=person_id) | Q(answered_by_id=person_id))
    return {
        "reports": list(Report.objects.filter(reporter_id=person_id).values("reason", "words")),
        "case_notes": list(CaseNote.objects.filter(author_id=person_id).values("words")),
        "decisions_about_me": list(
            about.exclude(reason="").values(
                "outcome", "reason", "until", "decided_at", "appeal", "appeal_reason", "is_overturned"
            )
        ),
        "sealed_words": list(Sealed.objects.filter(post__author_id=person_id).values("held", "until")),
        "decisions_made": list(decided.values("outcome", "reason", "appeal_reason")),
        "cases_taken_up": Case.objects.filter(claimed_by_id=person_id).exists(),
        "watched_words": list(WatchWord.objects.filter(added_by_id=person_id).values("phrase", "reason")),
    }


def forget(person_id: int) -> None:
    """Drop the cases about a person, and take their name and words from those of others."""
    about = list(Case.objects.filter(person_id=person_id).values_list("id", flat=True))
    notices.forget_about(about)
    Case.objects.filter(id__in=about).delete()
    Sealed.objects.filter(post__author_id=person_id).delete()
    Report.objects.filter(reporter_id=person_id).update(reporter=None, words="")
    CaseNote.objects.filter(author_id=person_id).delete()
    Case.objects.filter(claimed_by_id=person_id).update(claimed_by=None, claimed_at=None)
    Case.objects.filter(decided_by_id=person_id).update(decided_by=None, reason="")
    Case.objects.filter(answered_by_id=person_id).update(answered_by=None, appeal_reason="")
    WatchWord.objects.filter(added_by_id=person_id).update(added_by=None)
