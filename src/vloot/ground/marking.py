"""Marks texts for the catalogues where no language is known yet; whoever shows them translates them."""


def mark(text: str) -> str:
    """The text itself. Import it as `_`, under which the catalogues find texts."""
    return text
