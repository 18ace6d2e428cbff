"""Notices: telling people what concerns them, on their own page of notices and through channels that doors carry.

Nouns: notices; the reason in each ("because you follow Bram"); groups of events, channels and rhythms; quiet hours, working days, holidays;
the outbox, its deliveries and parcels.
Verbs: tell_many, mark_read, forget_about, take_back, deliver.

Rooms above hand over a frozen `Note`: to whom, because of what, where it leads, who may see it. Whoever may no longer read the space does
not see the notice either, nor is it sent. Several people doing the same to the same thing are one notice. Nobody is told of what they did
themselves. A door that carries a channel is named in `wiring.CARRIERS` and is handed a `carrying.Parcel`; see `carrying.py`.

In quiet hours nothing is sent by mail or push. One thing counts as asked for a moment ago: the answer to a question that its reader asked
at most ten minutes earlier, when they want answers at once.
"""
