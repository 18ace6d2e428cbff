"""One-time secrets: links that nobody can guess, and codes that a hand can copy from paper."""

from __future__ import annotations

import hashlib
import secrets

# No I, L, O, U, 0 or 1: nobody has to ask which of two it is.
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
_GROUPS = 3
_GROUP = 4


def new_token() -> str:
    """A secret for a link: 256 bits, safe in an address."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What is kept of a link's secret; fast, for the secret itself is too long to try."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_code() -> str:
    """A code for paper, like KQ4M-9TZB-H2XW: 58 bits, kept only under a slow hash."""
    letters = [secrets.choice(ALPHABET) for _ in range(_GROUPS * _GROUP)]
    return "-".join("".join(letters[i : i + _GROUP]) for i in range(0, len(letters), _GROUP))


def fold_code(typed: str) -> str:
    """A typed code as it was printed: capitals, hyphens back in place, spaces gone."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    return "-".join(plain[i : i + _GROUP] for i in range(0, len(plain), _GROUP))
