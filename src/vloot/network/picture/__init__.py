"""What one sees: everybody their own network, and all together a picture of the company without a person in it.

Nouns: my network, pictures (one a week, never changed), groups (teams; small ones with what is around them). A clock paints (`painting`).
Never: shows a third person's ties; keeps or shows a figure of fewer than the minimum group, or one that `ground/privacy.py` did not make.
"""
