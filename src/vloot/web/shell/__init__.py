"""The frame around every page: where one can go, how it looks, who helps, and what is said when something is amiss.

Nouns: places (the navigation), theme, errors, styleguide.
Verbs: `look` (choose light or dark), `language`.
Never: shows anything of a room by itself; it only asks reads.
"""
