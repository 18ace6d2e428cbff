"""What can be set: where it is read from, and what is said of a mistake."""

import re
from pathlib import Path

import pytest

from vloot.config import Config, ConfigError, documented, load, unknown_variables


def config(folder: Path, **variables: str) -> Config:
    return load({"VLOOT_DATA": str(folder), **variables})


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "vloot.toml").write_text('port = 8080\nhost = "0.0.0.0"\nbehind_proxy = true\n')
    read = config(tmp_path, VLOOT_PORT="9000")
    assert (read.port, read.host, read.believes_proxy) == (9000, "0.0.0.0", True)
    assert read.data == tmp_path


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"VLOOT_PORT": "many"}, "VLOOT_PORT"),
        ({"VLOOT_PORT": "70000"}, "port"),
        ({"VLOOT_LANGUAGE": "de"}, "language"),
        ({"VLOOT_TIME_ZONE": "Europe/Amersfoort"}, "Europe/Amersfoort"),
        ({"VLOOT_OIDC_ISSUER": "https://id.example.org"}, "all three"),
        (
            {
                "VLOOT_OIDC_ISSUER": "http://id.example.org",
                "VLOOT_OIDC_CLIENT_ID": "vloot",
                "VLOOT_OIDC_CLIENT_SECRET": "secret",
            },
            "https://",
        ),
        ({"VLOOT_PUBLIC_URL": "vloot.example.org"}, "public_url"),
        ({"DATABASE_URL": "sqlite:///x"}, "postgresql://"),
        ({"VLOOT_MAIL_HOST": "mail.example.org"}, "mail_from"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, variables: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(words)):
        config(tmp_path, **variables)


def test_an_unknown_name_in_the_file_comes_with_a_guess(tmp_path: Path) -> None:
    (tmp_path / "vloot.toml").write_text("prot = 8080\n")
    with pytest.raises(ConfigError, match="Did you mean port"):
        config(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "vloot.toml").write_text("port = \n")
    with pytest.raises(ConfigError, match=re.escape("vloot.toml cannot be read")):
        config(tmp_path)


def test_an_address_of_https_closes_everything_else(tmp_path: Path) -> None:
    read = config(tmp_path, VLOOT_PUBLIC_URL="https://vloot.example.org/")
    assert read.origin == "https://vloot.example.org"
    assert read.is_https
    assert read.believes_proxy
    assert "vloot.example.org" in read.allowed_hosts
    assert "*" not in read.allowed_hosts


def test_every_setting_says_what_it_is_for() -> None:
    settings = list(documented())
    assert len(settings) > 20
    assert all(words.endswith(".") for _, _, words in settings)


def test_misspelt_variables_are_found() -> None:
    assert unknown_variables({"VLOOT_PROT": "1", "VLOOT_PORT": "1", "HOME": "/"}) == ["VLOOT_PROT"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"MAIL_REPLY_TO": "Vloot <vloot@x.example>"}, "one plain address"),
        ({"MAIL_REPLY_TO": "vloot+a@x.example"}, "one plain address"),
        ({"MAIL_REPLY_TO": "a-name-of-nineteen-@x.example"}, "at most 18 letters"),
        ({"MAIL_MAILDIR": "/var/mail/vloot"}, "mail_reply_to is needed"),
        ({"IMAP_HOST": "imap.x.example"}, "imap_user and imap_password"),
        ({"MAIL_HOST": "smtp.x.example"}, "mail_from is needed"),
    ],
)
def test_mail_that_cannot_work_is_refused(tmp_path: Path, given: dict[str, str], words: str) -> None:
    environ = {"VLOOT_DATA": str(tmp_path), **{f"VLOOT_{name}": value for name, value in given.items()}}
    with pytest.raises(ConfigError, match=words):
        load(environ)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("VLOOT_PORT", "many", "write a whole number from 1 to 65535"),
        ("VLOOT_PORT", "0", "write a whole number from 1 to 65535"),
        ("VLOOT_BEHIND_PROXY", "perhaps", "write true or false"),
    ],
)
def test_what_cannot_be_is_said_in_words_of_people(tmp_path: Path, name: str, value: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words) as caught:
        config(tmp_path, **{name: value})
    assert "Expected" not in str(caught.value)
