"""What a ballot says, in one canonical form: the same content is the same text, whatever the order of its keys."""

import json
from collections.abc import Mapping
from typing import Any

LONGEST = 10_000  # characters


def written(content: Mapping[str, Any]) -> str:
    """JSON with sorted keys and nothing but ASCII. Raises ValueError for what is too long, too deep or no JSON."""
    try:
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, RecursionError) as error:
        raise ValueError("this is no JSON") from error
    if len(text) > LONGEST:
        raise ValueError("this is too long for a ballot")
    return text


def read(text: str) -> dict[str, Any]:
    """The content back."""
    found: dict[str, Any] = json.loads(text)
    return found
