"""Walks: somebody who leads comes to look around where the work is done, talks, observes and learns, and leaves with promises.

Nouns: walk (who leads, who hosts, where and when), invitation and offer (a walk that is not agreed yet), notes, promises, places.
Verbs: `invite`, `offer`, `take`, `accept`, `decline`, `call_off`, `promise`, `say_done`, `confirm`, `not_yet`, `give_up`,
`write_notes`, `approve`, `send_back`, `say_felt`, `list_place`, `drop_place`.
The next walk waits until the promises of the last are kept (`lock`); kept is what the host confirmed.
Never: names anybody in notes; blames whoever did not answer; counts what a person did; says who found that a walk felt like a talk.
"""
