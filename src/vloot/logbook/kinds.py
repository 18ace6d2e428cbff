"""The kinds of entries, in the past tense, each with how long its entries are kept.

Every act records exactly one of `KEPT` or is named in `UNLOGGED`; a test walks all acts and fails on one that is in neither.
"""

from datetime import timedelta

YEARS = timedelta(days=5 * 365)
HALF_YEAR = timedelta(days=182)
MONTH = timedelta(days=31)

KEPT: dict[str, timedelta] = {
    # people
    "PersonInvited": YEARS,
    "PersonJoined": YEARS,
    "PersonChanged": MONTH,
    "PlaceChanged": YEARS,
    "SignInNamesChanged": YEARS,
    "PersonDeactivated": YEARS,
    "PersonReactivated": YEARS,
    "ErasureAsked": MONTH,
    "ErasureTakenBack": MONTH,
    "PersonErased": YEARS,
    "SignInCodeMade": YEARS,
    "SignInCodeUsed": YEARS,
    "RoleGiven": YEARS,
    "RoleTaken": YEARS,
    "BuddyGiven": HALF_YEAR,
    "PeopleImported": YEARS,
    "MadeReadOnly": YEARS,
    "ReadOnlyEnded": YEARS,
    # company
    "StartLinkMade": YEARS,
    "CompanyFounded": YEARS,
    "SensitiveViewed": YEARS,
    "RoomSwitched": YEARS,
    "AgreementRecorded": YEARS,
    "TopTeamChanged": YEARS,
    "CounsellorNamed": YEARS,
    "SettingChanged": YEARS,
    # spaces
    "SpaceOpened": YEARS,
    "SpaceChanged": YEARS,
    "SpaceArchived": YEARS,
    "SpaceReopened": YEARS,
    "SpaceJoined": HALF_YEAR,
    "SpaceLeft": HALF_YEAR,
    "EntryRequested": HALF_YEAR,
    "PersonAdmitted": HALF_YEAR,
    "HostAppointed": YEARS,
    "HostDismissed": YEARS,
    # posts and what grows on them
    "Posted": YEARS,
    "Commented": YEARS,
    "PostEdited": YEARS,
    "PostRemoved": YEARS,
    "PostPinned": HALF_YEAR,
    "PostUnpinned": HALF_YEAR,
    "ThreadClosed": YEARS,
    "ThreadReopened": YEARS,
    "Asked": YEARS,
    "Answered": YEARS,
    "AnswerAccepted": YEARS,
    "AcceptanceWithdrawn": YEARS,
    "Helped": YEARS,
    "HelpWithdrawn": HALF_YEAR,
    "QuestionClosed": YEARS,
    "QuestionReopened": YEARS,
    "QuestionHandedOver": YEARS,
    "ThanksGiven": YEARS,
    "PostAppreciated": YEARS,
    "AppreciationWithdrawn": MONTH,
    "PollOpened": YEARS,
    "PollVoted": MONTH,
    "PollClosed": YEARS,
    "TalkProposed": HALF_YEAR,
    "TalkAccepted": HALF_YEAR,
    "PersonFollowed": HALF_YEAR,
    "PersonUnfollowed": MONTH,
    # how-to pages
    "GuideWritten": YEARS,
    "GuideEdited": YEARS,
    "GuideConfirmed": YEARS,
    "GuideObsoleted": YEARS,
    "GuideRevived": YEARS,
    "GuideHandedOver": YEARS,
    "GuideHelped": YEARS,
    "GuideHelpWithdrawn": HALF_YEAR,
    "GuideRemoved": YEARS,
    "GuideDue": HALF_YEAR,
    # order; who reported stands in no entry
    "PostReported": MONTH,
    "CaseOpened": MONTH,
    "CaseClaimed": HALF_YEAR,
    "CaseLetGo": HALF_YEAR,
    "CaseNoted": HALF_YEAR,
    "CasePassedOn": HALF_YEAR,
    "CaseDecided": YEARS,
    "AppealMade": YEARS,
    "AppealAnswered": YEARS,
    "SealedRead": YEARS,
    "PostRestored": YEARS,
    "WordWatched": YEARS,
    "WordUnwatched": YEARS,
    # what was brought along from elsewhere
    "ImportFinished": YEARS,
    "PrivateImported": YEARS,
    "PersonGreeted": YEARS,
}

# What is chained in the audit log too (`chain.py`): acts of administrators and views of sensitive pages. Whoever adds a kind here also
# gives it words in `web/company/audit_words.py`; a test fails until they do.
AUDITED = frozenset(
    {
        # people
        "PersonInvited",
        "PlaceChanged",
        "SignInNamesChanged",
        "PersonDeactivated",
        "PersonReactivated",
        "SignInCodeMade",
        "RoleGiven",
        "RoleTaken",
        "PeopleImported",
        # company
        "StartLinkMade",
        "CompanyFounded",
        "SettingChanged",
        "SensitiveViewed",
        "RoomSwitched",
        "AgreementRecorded",
        "TopTeamChanged",
        "CounsellorNamed",
        "ImportFinished",
        "PrivateImported",
        # spaces
        "HostAppointed",
        "HostDismissed",
    }
)

UNLOGGED: dict[str, str] = {
    "people.sign_out_everywhere": "where one is signed in is one's own",
    "talk.proposals.decline": "a refusal leaves no trace",
    "talk.proposals.withdraw": "taking back a proposal is nobody's business",
    "talk.spaces.refuse": "a refusal leaves no trace; the hosts see that the request is gone",
    "talk.reading.bookmark": "what one keeps is one's own",
    "talk.reading.unbookmark": "what one keeps is one's own",
    "talk.reading.mark_read": "what one reads is one's own",
    "talk.reading.mark_unread": "what one reads is one's own",
    "talk.reading.look_home": "what one reads is one's own",
    "talk.drafts.save": "what is not yet said is one's own",
    "talk.drafts.discard": "what is not yet said is one's own",
    "talk.following.follow_tag": "what one reads is one's own",
    "talk.following.unfollow_tag": "what one reads is one's own",
    "talk.files.put": "a file is logged with the post that carries it",
    "talk.files.describe": "a file is logged with the post that carries it",
    "talk.files.claim": "a file is logged with the post that carries it",
    "talk.files.remove_of_post": "a file goes with the post that carried it, and that is logged",
    "notices.mark_read": "what one reads is one's own",
    "notices.mark_read_about": "what one reads is one's own",
    "notices.tell_many": "a notice follows from an entry",
    "notices.deliver": "what is handed over follows from an entry",
    "notices.prune_deliveries": "upkeep drops what is old",
    "notices.forget_about": "what a notice was about is logged where it went",
}
