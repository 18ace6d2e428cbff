"""Reads off the source which public acts there are, and whether each one reaches the logbook."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"
RECORDING = {("vloot.logbook.acts", "record"), ("vloot.logbook.acts", "record_many")}
Place = tuple[str, str]  # a module and a function in it


def acts() -> dict[str, Place]:
    """Every public act by the name it has in `logbook/kinds.py`: "talk.questions.answer"."""
    found = {}
    for path in sorted([*SOURCE.rglob("acts.py"), *SOURCE.rglob("acts/__init__.py")]):
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        room = module.removeprefix("vloot.").removesuffix(".acts")
        if room == "logbook":
            continue
        names = functions(module) if path.name == "acts.py" else imports(module)
        for name in names:
            # Upkeep drops what is old; it is no deed of anybody's.
            if not name.startswith("_") and name != "prune" and defined(module, name):
                found[f"{room}.{name}"] = (module, name)
    return found


def is_recorded(place: Place) -> bool:
    """Whether this function, or one that it calls, records an entry."""
    waiting, seen = [place], {place}
    while waiting:
        module, name = waiting.pop()
        for called in calls(module, name):
            if called in RECORDING:
                return True
            if called not in seen:
                seen.add(called)
                waiting.append(called)
    return False


def calls(module: str, name: str) -> Iterator[Place]:
    """The functions of Vloot that a function calls or hands on, where the source says which they are."""
    home = defined(module, name)
    if home is None:
        return
    module, function = home
    known = imports(module)
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and node.id in functions(module):
            yield module, node.id
        elif isinstance(node, ast.Name) and node.id in known:
            yield known[node.id]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            yield ".".join(known[node.value.id]), node.attr


def defined(module: str, name: str) -> tuple[str, ast.FunctionDef] | None:
    """Where a function really stands, through the names that a package passes on."""
    if name in functions(module):
        return module, functions(module)[name]
    if name in imports(module):
        return defined(*imports(module)[name])
    return None


@functools.cache
def functions(module: str) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in tree(module).body if isinstance(node, ast.FunctionDef)}


@functools.cache
def imports(module: str) -> dict[str, Place]:
    """Each imported name with the module it comes from and its name there."""
    return {
        alias.asname or alias.name: (node.module or "", alias.name)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("vloot")
        for alias in node.names
    }


@functools.cache
def tree(module: str) -> ast.Module:
    path = SOURCE.joinpath(*module.split("."))
    for candidate in (path.with_suffix(".py"), path / "__init__.py"):
        if candidate.is_file():
            return ast.parse(candidate.read_text())
    return ast.Module([], [])
