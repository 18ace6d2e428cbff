"""The people of the company: who they are, where they sit in the formal chart, and how they come in.

Nouns: Person, Team, Role, Invitation, SignInCode; Actor (who does something, and through which door).
Verbs: invite, accept_invitation, change_profile, set_face, give_role, take_role, deactivate, reactivate,
make_sign_in_code, sign_in_with_code, give_buddy, import_people_many, place_many.
Never: ranks or counts people, reads what they wrote, knows a page or a request.
"""
