"""Question rounds: once in a while everybody may say, of their own free will, to whom they go and who gives them energy.

Nouns: round, sheet (what one person answered), nomination. Verbs: `open_round`, `remind`, `answer`, `take_back`.
Never: asks for anything bad about anybody; shows who answered, what they answered or who was named to anyone but themselves; reminds
some and not others; says of whom energy comes unless at least three say so, and then only to that person.
"""
