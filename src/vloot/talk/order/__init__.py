"""Order: what happens when something that was written hurts, frightens or does not belong here.

Nouns: reports (somebody asks the hosts to look), cases (what waits in the hosts' queue), notes among hosts, decisions, appeals, sealed
words, watched words.
Verbs: report, claim, let_go, note, pass_on, decide, take_away, speak_to, appeal, answer_appeal, read_sealed, watch, unwatch.

Who reported is known to the hosts of the case alone. What is taken away by a decision is sealed until the time to appeal is over, and then
gone. An appeal is answered by somebody else than who decided. A report about somebody never becomes a figure or a list about them: a
case is found by itself alone, and forgotten some months after it has been closed.
"""
