"""What every law has in common: a breach, and the reason that is printed with it."""

from dataclasses import dataclass

REASONS = {
    "file-length": "a file that is read in one sitting is a file somebody dares to change; split it by subject",
    "function-length": "a function longer than a screen does more than one thing; name the parts",
    "arguments": "nobody calls six arguments right from memory; gather what belongs together",
    "template-length": "a page is made of components; move one into a template of its own",
    "css-length": "one style sheet for one component",
    "act-keywords": "an act is read aloud at its call: `questions.answer(by=…, question=…)` (docs/adr/0004)",
    "act-by": "an act begins with who does it, so that its rule has somebody to ask about (docs/adr/0004)",
    "door-objects": "a door asks reads and calls acts; a query in a door goes round the rules (docs/adr/0006)",
    "clock": "time comes from vloot.ground.clock only, so that tests can stop it",
    "name": "such a name says that its author did not know what it is; say what it does",
    "inline": "the content security policy forbids it and the browser drops it; use a file in static/",
    "untranslated": "readers get English, Dutch and French: {% translate %} or {% blocktranslate trimmed %}",
    "idle-excuse": "an excuse without a breach hides the next one; take it away",
}


@dataclass(frozen=True)
class Breach:
    """A place where a law is broken: which, in what line, and by what."""

    rule: str
    line: int
    what: str

    def __post_init__(self) -> None:
        assert self.rule in REASONS, self.rule
