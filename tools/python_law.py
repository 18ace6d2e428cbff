"""The laws of Python files, read off their syntax tree."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from breach import Breach

FILE_LINES = {"src": 300, "tests": 400, "tools": 300}
FUNCTION_LINES = 50
ARGUMENTS = 6
FORBIDDEN = {
    "service", "services", "manager", "managers", "helper", "helpers", "util", "utils", "handler", "handlers",
    "processor", "processors", "data", "info", "common", "misc",
}  # fmt: skip
DOORS = ("web", "importers", "demo", "letters", "push")
# The logbook stands below people, notices follow from its entries, and mail comes back by itself: they know no actor.
# `prune` is upkeep by the worker, for which nobody asked.
ACTORLESS_ROOMS = ("logbook", "notices", "mailroom")
ACTORLESS = ("prune",)
CLOCK = "src/vloot/ground/clock.py"
# Reading the clock: (what is asked, its attribute). `timezone.localdate` and the like ask it when given nothing.
CLOCK_CALLS = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("timezone", "now"),
    ("time", "time"), ("time", "time_ns"),
}  # fmt: skip
CLOCK_CALLS_BARE = {("timezone", "localdate"), ("timezone", "localtime")}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def breaches(path: Path, text: str) -> Iterator[Breach]:
    """Every breach of the Python laws in one file; `path` counts from the top of the clone."""
    top = path.parts[0]
    yield from file_length(text, FILE_LINES.get(top, 300))
    yield from names_of_path(path)
    acts = top == "src" and is_acts(path)
    door = top == "src" and len(path.parts) > 2 and path.parts[2] in DOORS
    tree = ast.parse(text, str(path))
    if acts:
        yield from act_shape(tree, has_actor=path.parts[2] not in ACTORLESS_ROOMS)
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield from function(node)
        # A test's name is a sentence about the product, and a fixture's a word in it.
        if isinstance(node, ast.ClassDef) or (isinstance(node, Function) and top != "tests"):
            yield from name(node.name, node.lineno)
        if (
            isinstance(node, ast.Attribute)
            and door
            and node.attr in ("objects", "_default_manager", "_base_manager")
        ):
            yield Breach("door-objects", node.lineno, f"`{ast.unparse(node)}` in a door")
        if isinstance(node, ast.Call) and top == "src" and path.as_posix() != CLOCK:
            yield from clock(node)


def is_acts(path: Path) -> bool:
    """Whether the verbs of a room stand here: `acts.py`, or a public file of a folder `acts/`."""
    inside = path.parent.name == "acts" and not path.name.startswith("_")
    return path.name == "acts.py" or inside


def file_length(text: str, limit: int) -> Iterator[Breach]:
    lines = text.count("\n")
    if lines > limit:
        yield Breach("file-length", 1, f"{lines} lines, {limit} allowed")


def function(node: Function) -> Iterator[Breach]:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if lines > FUNCTION_LINES:
        yield Breach(
            "function-length", node.lineno, f"`{node.name}` has {lines} lines, {FUNCTION_LINES} allowed"
        )
    count = len(parameters(node))
    # Fixtures are a test's arguments, and pytest's way to say what a test needs.
    if count > ARGUMENTS and not node.name.startswith("test_"):
        yield Breach("arguments", node.lineno, f"`{node.name}` takes {count}, {ARGUMENTS} allowed")


def parameters(node: Function) -> list[str]:
    listed = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return [argument.arg for argument in listed if argument.arg not in ("self", "cls")]


def words(identifier: str) -> list[str]:
    """`unread_for` and `PersonCard` in their words, in lower case."""
    spaced = re.sub(r"([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])", r"\1\3_\2", identifier)
    return [word for word in spaced.lower().split("_") if word]


def name(identifier: str, line: int) -> Iterator[Breach]:
    if bad := FORBIDDEN & set(words(identifier)):
        yield Breach("name", line, f"`{identifier}` says “{min(bad)}”")


def names_of_path(path: Path) -> Iterator[Breach]:
    for part in (*path.parts[:-1], path.stem):
        yield from name(part, 1)


def act_shape(tree: ast.Module, *, has_actor: bool) -> Iterator[Breach]:
    for node in tree.body:
        if not isinstance(node, Function) or node.name.startswith("_") or node.name in ACTORLESS:
            continue
        # Where there is no actor, one list of things reads well without its name: `record_many(happenings)`.
        positional = [*node.args.posonlyargs, *node.args.args, *filter(None, [node.args.vararg])]
        if len(positional) > (0 if has_actor else 1):
            yield Breach("act-keywords", node.lineno, f"`{node.name}` takes arguments by position")
        if has_actor and parameters(node)[:1] != ["by"]:
            yield Breach("act-by", node.lineno, f"`{node.name}` does not begin with `by`")


def clock(node: ast.Call) -> Iterator[Breach]:
    if not isinstance(node.func, ast.Attribute):
        return
    asked = ast.unparse(node.func.value).rpartition(".")[2]
    call = (asked, node.func.attr)
    bare = not node.args and not node.keywords
    if call in CLOCK_CALLS or (call in CLOCK_CALLS_BARE and bare):
        yield Breach("clock", node.lineno, f"`{ast.unparse(node.func)}` reads the machine's clock")
