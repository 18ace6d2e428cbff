"""Which @names and #tags a body holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.ground.text import parse


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("@anna", "anna"),
        ("Hello @Anna!", "anna"),
        ("@anna, @bram.", "anna bram"),
        ("@anna.peeters and @jan-piet and @a_b", "a_b anna.peeters jan-piet"),
        ('(@anna) *@bram* "@chris"', "anna bram chris"),
        ("@anna's boat", "anna"),
        ("@élise", "élise"),
        ("> @anna", "anna"),
        ("| a |\n|---|\n| @anna |", "anna"),
        ("# @anna", "anna"),
        ("@anna @anna", "anna"),
        ("@anna@bram", "anna"),
        ("\\@anna", ""),
        ("@", ""),
        ("@-", ""),
        ("a@b", ""),
        ("anna@vloot.example", ""),
        ("<anna@vloot.example>", ""),
        ("mail anna@vloot.example now", ""),
        ("`@anna`", ""),
        ("```\n@anna\n```", ""),
        ("x\n\n    @anna", ""),
        ("[@anna](https://x.example)", ""),
        ("[see @anna there](/x)", ""),
        ("[x](/@anna)", ""),
        ("https://x.example/@anna", ""),
        ("https://x.example/?q=@anna", ""),
        ("see https://x.example/a?to=@anna&b=#tag now", ""),
        ("<https://x.example/@anna>", ""),
        ("![@anna](/x.png)", ""),
        ("//@anna", ""),
    ],
)
def test_names(source: str, names: str) -> None:
    assert " ".join(parse(source).names) == names


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("#tide", "tide"),
        ("#Tide and #tide", "tide"),
        ("At #high-tide, #low_tide.", "high-tide low_tide"),
        ("(#été)", "été"),
        ("#tide2026", "tide2026"),
        ("## #tide", "tide"),
        ("#" + "a" * 50, "a" * 50),
        ("#" + "İ" * 50, None),
        ("# tide", ""),
        ("#7", ""),
        ("#2026", ""),
        ("#a", ""),
        ("C#sharp", ""),
        ("a#tide", ""),
        ("##tide", ""),
        ("&#39;", ""),
        ("\\#tide", ""),
        ("`#tide`", ""),
        ("```\n#tide\n```", ""),
        ("[#tide](https://x.example)", ""),
        ("https://x.example/#tide", ""),
        ("https://x.example/page#tide", ""),
        ("https://x.example/?a=1&b=#tide", ""),
        ("[x](/page#tide)", ""),
    ],
)
def test_tags(source: str, tags: str | None) -> None:
    found = parse(source).tags
    if tags is not None:
        assert " ".join(found) == tags
    assert all(2 <= len(tag) <= 50 for tag in found), "as long as the column"


def test_who_is_known_becomes_a_link_and_nobody_else() -> None:
    body = parse(
        "@Anna, @nobody and #Tide", resolve=lambda names: {"anna": "/people/7/"} if "anna" in names else {}
    )
    assert body.names == ("anna", "nobody")
    assert '<a class="mention" href="/people/7/" rel="nofollow noopener noreferrer">@Anna</a>' in body.html
    assert ", @nobody and" in body.html
    assert 'href="/tags/tide/"' in body.html


def test_a_name_in_a_link_is_no_second_link() -> None:
    assert parse("[ask @anna #tide](/x)", resolve=lambda _: {"anna": "/people/7/"}).html.count("<a ") == 1


@given(
    st.lists(st.sampled_from(["anna", "bram", "chris"]), max_size=5),
    st.sampled_from([" ", ", ", "\n", " - ", "; "]),
)
def test_all_names_are_found_whatever_stands_between(names: list[str], between: str) -> None:
    source = "x " + between.join(f"@{name}" for name in names)
    assert set(parse(source).names) == set(names)
