from hypothesis import given
from hypothesis import strategies as st

from vloot.ground.text import sort_key
from vloot.people import names, tokens


def test_dutch_and_french_names_stand_where_a_reader_looks_for_them() -> None:
    written = ["Zoë", "Élodie", "de Vries", "Eduard", "d'Arc", "Çelik", "Cornelis", "Œdipe", "Odette", "Olaf"]
    expected = [
        "Çelik",
        "Cornelis",
        "d'Arc",
        "de Vries",
        "Eduard",
        "Élodie",
        "Odette",
        "Œdipe",
        "Olaf",
        "Zoë",
    ]
    assert sorted(written, key=sort_key) == expected


def test_initials_skip_the_small_words_in_a_name() -> None:
    assert names.initials("Jan de Vries") == "JV"
    assert names.initials("Élodie") == "É"
    assert names.initials("anna jansen") == "AJ"
    assert names.initials("(((") == "?"


@given(st.text(max_size=80))
def test_whatever_the_name_its_user_name_can_be_used(name: str) -> None:
    username = names.username_from(name)
    assert names.USERNAME.fullmatch(username)
    assert names.fold_username(username) == username


@given(st.text(max_size=80), st.sets(st.sampled_from(["anna", "anna2", "anna3"])))
def test_a_free_name_is_free(name: str, taken: set[str]) -> None:
    assert names.free_name(name, taken) not in taken


def test_a_code_reads_the_same_however_it_is_typed() -> None:
    code = tokens.new_code()
    assert tokens.fold_code(code) == code
    assert tokens.fold_code(code.lower().replace("-", "")) == code
    assert tokens.fold_code(f"  {code.replace('-', ' - ')} ") == code
    assert not set(code) & set("01ILOU")
