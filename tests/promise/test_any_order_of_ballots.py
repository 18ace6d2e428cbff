"""Promise 5: the same ballots in any order give the same result, to the last byte."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.urn import voting
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.urn import acts, reads


class TestOrder(TestCase):
    """Ballots keep no order: neither in what is counted, nor in where they lie."""

    people = 5

    def setUp(self) -> None:
        names = [Person(username=f"v{n}", name=f"V{n}") for n in range(self.people)]
        self.actors = [Actor(person_id=one.id) for one in Person.objects.bulk_create(names)]

    @settings(max_examples=max(8, settings().max_examples // 40))
    @given(st.data())
    def test_the_same_ballots_in_any_order_give_the_same_bytes(self, data: st.DataObject) -> None:
        contents = data.draw(
            st.lists(
                st.dictionaries(st.sampled_from("abc"), st.integers(1, 5) | st.text(max_size=3)),
                min_size=1,
                max_size=self.people,
            )
        )
        seen = set()
        for order in (range(len(contents)), data.draw(st.permutations(range(len(contents))))):
            box = acts.open_box(by=self.actors[0], rosters={"all": [one.person_id for one in self.actors]})
            tokens = [voting.take(one, box) for one in self.actors]
            for place in order:
                voting.cast(box, tokens[place], contents[place])
            seen.add((repr(acts.close(by=None, box=box)), len(reads.spent(box))))
            box.delete()
        assert len(seen) == 1
