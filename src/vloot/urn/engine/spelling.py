"""Octets as words that can be read aloud and typed, two octets a word, the same in every language ("lusab babad gutih").

They are proquints (Wilkerson, 2009): consonant, vowel, consonant, vowel, consonant. A key's fingerprint is six of them (96 bits), a printed
code five (80 bits).
"""

import hashlib
import re

CONSONANTS = "bdfghjklmnprstvz"
VOWELS = "aiou"
FINGERPRINT = 12  # octets
_WORD = f"[{CONSONANTS}][{VOWELS}][{CONSONANTS}][{VOWELS}][{CONSONANTS}]"


def spell(octets: bytes) -> list[str]:
    """An even number of octets as words."""
    numbers = (int.from_bytes(octets[at : at + 2], "big") for at in range(0, len(octets), 2))
    return [
        CONSONANTS[n >> 12] + VOWELS[n >> 10 & 3] + CONSONANTS[n >> 6 & 15] + VOWELS[n >> 4 & 3] + CONSONANTS[n & 15]
        for n in numbers
    ]  # fmt: skip


def letters(typed: str) -> str:
    """The letters of words as somebody typed them, however they put spaces, dashes and capitals; "" when it is none of our spelling."""
    found = re.sub(r"[\s\-‐‑–—.,]+", "", typed[:200]).lower()
    return found if re.fullmatch(f"(?:{_WORD})+", found) else ""


def digest(what: str, code: str) -> str:
    """The digest of a printed code for one use of it ("code": that it exists; "spent": that it voted); one does not tell the other."""
    return hashlib.sha256(f"vloot {what} {letters(code)}".encode()).hexdigest()


def fingerprint(key: bytes) -> list[str]:
    """Six words by which people know a public key (DER) again, on paper and on the screen."""
    return spell(hashlib.sha256(key).digest()[:FINGERPRINT])
