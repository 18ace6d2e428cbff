"""The items: twelve, in three languages, and a wording that is changed starts a new series (promise 25)."""

import pytest
from django.utils import translation

from vloot.climate.waves import items


def test_there_are_twelve_items_of_four_scales_and_each_week_of_a_micro_wave_asks_others() -> None:
    counts = {scale: len(items.of_scale(scale)) for scale in items.SCALES}
    assert counts == {"safety": 4, "trust": 4, "openness": 3, "wellbeing": 1}
    assert sorted(key for week in items.WEEKS for key in week) == sorted(items.ITEMS)
    assert {item.key for item in items.ITEMS.values() if item.is_reversed} == {"S2", "T4", "O3"}


@pytest.mark.parametrize("language", items.LANGUAGES)
def test_each_item_and_option_is_said_in_each_language(language: str) -> None:
    with translation.override(language):
        said = [item.text for item in items.ITEMS.values()]
        said += [words for _value, words in items.options()] + [items.not_said()]
    assert all(said)
    assert len(set(said)) == 18
    with translation.override("en" if language != "en" else "nl"):
        assert items.ITEMS["S1"].text not in said


@pytest.mark.parametrize("language", items.LANGUAGES)
def test_another_wording_in_any_language_is_another_series(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    before = {measure: items.series(measure) for measure in (*items.SCALES, *items.ITEMS)}
    assert len(set(before.values())) == len(before) - 1, "wellbeing is one item, and its scale that item"
    changed = items.ITEMS["T2"]._replace(**{language: "Something else."})  # type: ignore[arg-type]
    monkeypatch.setitem(items.ITEMS, "T2", changed)
    after = {measure for measure, series in before.items() if items.series(measure) != series}
    assert after == {"T2", "trust"}


def test_another_scale_of_answers_is_another_series_of_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    before = {measure: items.series(measure) for measure in (*items.SCALES, *items.ITEMS)}
    monkeypatch.setitem(items.OPTIONS, 3, {"nl": "neutraal", "fr": "neutre", "en": "neutral"})
    assert not any(items.series(measure) == series for measure, series in before.items())
