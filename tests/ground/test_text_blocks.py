"""Code, tables and addresses that stand on lines of their own; and emoji by their words."""

import pytest

from vloot.ground.text import body, emoji, parse


def html(source: str) -> str:
    return parse(source).html


def test_code_says_its_language_and_can_be_reached() -> None:
    made = html("```python\nprint('<b>')\n```")
    assert '<pre tabindex="0" data-language="python">' in made
    assert "print('&lt;b&gt;')" in made.replace("&#x27;", "'")
    assert "data-language" not in html('```"><script>\nx\n```')
    assert '<pre tabindex="0"><code>' in html("Look:\n\n    indented")


def test_a_table_scrolls_in_its_place_and_its_columns_have_heads() -> None:
    made = html("| Ship | Day |\n|---|---|\n| Orion | Monday |")
    assert '<div class="table" tabindex="0"><table>' in made
    assert made.count('<th scope="col">') == 2
    assert made.count("</div>") == 1


@pytest.mark.parametrize(
    ("source", "is_alone"),
    [
        ("http://here.example/t/1/", True),
        ("Look:\nhttp://here.example/t/1/\nand tell", True),
        ("<http://here.example/t/1/>", True),
        ("See http://here.example/t/1/", False),
        ("[my words](http://here.example/t/1/)", False),
        ("`http://here.example/t/1/`", False),
    ],
)
def test_an_address_that_is_a_line_is_marked(source: str, is_alone: bool) -> None:
    made = html(source)
    assert ('class="alone"' in made) == is_alone
    assert body.clean(made) == made


@pytest.mark.parametrize(
    ("start", "sign"),
    [
        ("smi", "🙂"),
        ("glim", "🙂"),
        ("sour", "🙂"),
        ("kraan", "🏗️"),
        ("coeur", "❤️"),
        ("fête", "🥳"),
        ("flamin", "🦩"),
        ("thumbs_up", "👍"),
    ],
)
def test_emoji_are_found_in_three_languages_and_by_their_unicode_name(start: str, sign: str) -> None:
    assert sign in [found.sign for found in emoji.like(start)]


def test_a_letter_is_too_little_and_the_list_is_short() -> None:
    assert emoji.like("s") == []
    assert emoji.like("zzzz") == []
    assert len(emoji.like("ca", 5)) == 5
