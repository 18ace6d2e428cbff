"""The listeners of one process by what they hear, so that a signal goes straight to those it is for."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from vloot.cli.entry.listeners import Listener
from vloot.ground import live


class Audience:
    """All open streams."""

    def __init__(self) -> None:
        self._all: set[Listener] = set()
        self._of_person: dict[int, set[Listener]] = {}
        self._of_space: dict[int, set[Listener]] = {}

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Listener]:
        return iter(list(self._all))

    def add(self, listener: Listener) -> None:
        """Let somebody hear."""
        self._all.add(listener)
        self._of_person.setdefault(listener.person_id, set()).add(listener)
        for space_id in listener.space_ids:
            self._of_space.setdefault(space_id, set()).add(listener)

    def discard(self, listener: Listener) -> None:
        """Let somebody hear no more."""
        self._all.discard(listener)
        _take_out(self._of_person, listener.person_id, listener)
        for space_id in listener.space_ids:
            _take_out(self._of_space, space_id, listener)

    def of_person(self, person_id: int) -> list[Listener]:
        """All streams of one person."""
        return list(self._of_person.get(person_id, ()))

    def hearing(self, signal: live.Signal) -> list[Listener]:
        """Those a signal is for."""
        if signal.person_id is not None:
            return self.of_person(signal.person_id)
        if signal.space_id is not None:
            return list(self._of_space.get(signal.space_id, ()))
        return list(self._all)

    def person_ids(self, among: Iterable[Listener]) -> set[int]:
        """Who stands behind these streams."""
        return {one.person_id for one in among}

    def let_read(self, listeners: Iterable[Listener], readable: Mapping[int, Collection[int]]) -> None:
        """Let these streams hear what their persons may read now, and nothing else."""
        for listener in listeners:
            now = readable.get(listener.person_id, frozenset())
            if now != listener.space_ids and listener in self._all:
                self.discard(listener)
                listener.space_ids = now
                self.add(listener)
            elif listener not in self._all:
                listener.space_ids = now


def _take_out(shelf: dict[int, set[Listener]], key: int, listener: Listener) -> None:
    if found := shelf.get(key):
        found.discard(listener)
        if not found:
            del shelf[key]
