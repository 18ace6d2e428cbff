from hypothesis import given
from hypothesis import strategies as st

from vloot.people.engine import Candidate, draw, in_circles


def test_a_buddy_is_close_and_has_the_fewest_newcomers() -> None:
    far = Candidate(1, is_in_team=False, shares_language=True, looks_after=0)
    busy = Candidate(2, is_in_team=True, shares_language=False, looks_after=2)
    free = Candidate(3, is_in_team=True, shares_language=False, looks_after=1)
    also = Candidate(4, is_in_team=True, shares_language=False, looks_after=1)
    asked: list[list[int]] = []

    def first(ids: list[int]) -> int:
        asked.append(ids)
        return ids[0]

    assert draw([far, busy, also, free], first) == 3
    assert asked == [[3, 4]], "the lot falls among equals only"
    assert draw([], first) is None


@given(st.dictionaries(st.integers(0, 12), st.integers(0, 12)))
def test_whoever_is_in_a_circle_meets_themselves_above(above: dict[int, int]) -> None:
    def meets_themselves(start: int) -> bool:
        at = above.get(start)
        for _ in range(len(above) + 1):
            if at == start:
                return True
            at = above.get(at) if at is not None else None
        return False

    assert in_circles(above) == {person for person in above if meets_themselves(person)}
