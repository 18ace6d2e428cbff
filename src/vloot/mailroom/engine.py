"""What is remembered instead of an address or a mail: a digest under the program's own secret."""

from django.utils.crypto import salted_hmac


def digest(words: str) -> str:
    """64 letters that stand for these words, the same each time, and tell nobody what they were."""
    return salted_hmac("vloot.mailroom", words.strip().lower(), algorithm="sha256").hexdigest()
