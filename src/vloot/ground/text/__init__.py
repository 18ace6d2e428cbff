"""Bodies of text: the only place that parses what people write.

`parse(source)` gives a `Body`: the Markdown source, safe HTML, the @people, @teams and #tags in it, and its language. Names are only
collected here; what they stand for is looked up by the rooms, and `link(html, …)` turns the ones that exist into links.
"""

from vloot.ground.text.body import LIMIT, Body, parse
from vloot.ground.text.language import detect, spoken
from vloot.ground.text.plain import excerpt, line, plain
from vloot.ground.text.sorting import sort_key

__all__ = ["LIMIT", "Body", "detect", "excerpt", "line", "parse", "plain", "sort_key", "spoken"]
