"""The door of pages: what a browser sees and sends.

Nouns: the shell (frame, navigation, look, errors), pages mirrored by room (talk, people, company, notices), components.
Verbs: none of its own. A view reads cards, or translates one form into one act and its refusal back into the form.
Never: decides who may, writes a table, parses a body, knows another door.
"""
