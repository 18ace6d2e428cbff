"""What can be set: in the environment (`VLOOT_PORT=8080`) and in `vloot.toml` in the data folder (`port = 8080`).

The environment wins. Everything is checked when read: a wrong value or an unknown name raises `ConfigError` with words
that say what to do. `documented()` lists every setting for the manual.
"""

import difflib
import os
import re
import tomllib
import zoneinfo
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta

TOML = "vloot.toml"
PREFIX = "VLOOT_"
# What is signed takes 46 of the 64 letters that may stand before the "@" (vloot.ground.mail.reply).
_MAILBOX = re.compile(r"[A-Za-z0-9._-]{1,18}")
LOOPBACK = ("127.0.0.1", "::1", "localhost")

Port = Annotated[int, Meta(ge=1, le=65535)]
Few = Annotated[int, Meta(ge=1, le=64)]
Language = Literal["en", "nl", "fr"]


class ConfigError(Exception):
    """A setting cannot be used; the text says which one and what to do."""


def _says(words: str) -> Meta:
    return Meta(description=words)


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """All settings, checked."""

    data: Annotated[Path, _says("The data folder: database, uploads, secret key.")] = Path("vloot-data")
    database_url: Annotated[
        str,
        _says(
            "A PostgreSQL of your own, 15 or newer: postgresql://user@host/name. Empty: the one that comes with Vloot."
        ),
    ] = ""
    host: Annotated[str, _says("The address to listen on; 0.0.0.0 for every network of this machine.")] = (
        "127.0.0.1"
    )
    port: Annotated[Port, _says("The port to listen on.")] = 8000
    public_url: Annotated[
        str,
        _says(
            "The address people type, such as https://vloot.example.org. Empty: http://127.0.0.1 and the port."
        ),
    ] = ""
    behind_proxy: Annotated[
        bool | None,
        _says(
            "Whether a proxy stands in front whose X-Forwarded headers can be believed. Unset: only under https."
        ),
    ] = None
    workers: Annotated[Few, _says("Processes that make pages; one for each core is plenty.")] = 1
    threads: Annotated[Few, _says("Pages that one process makes at the same time.")] = 4
    upload_limit_mb: Annotated[
        int, Meta(ge=1, le=2000), _says("The largest request that is accepted, in megabytes.")
    ] = 50
    mail_host: Annotated[str, _says("The mail server. Empty: Vloot sends no mail.")] = ""
    mail_port: Annotated[Port, _says("The port of the mail server.")] = 587
    mail_user: Annotated[str, _says("The user name at the mail server.")] = ""
    mail_password: Annotated[str, _says("The password at the mail server.")] = ""
    mail_security: Annotated[
        Literal["none", "starttls", "tls"], _says("How the line to the mail server is closed to others.")
    ] = "starttls"
    mail_from: Annotated[str, _says("The sender of mail, such as Vloot <vloot@example.org>.")] = ""
    mail_ca_file: Annotated[
        str, _says("A file with the certificate authority of the mail servers, when it is the company's own.")
    ] = ""
    mail_reply_to: Annotated[
        str,
        _says(
            "The mailbox that answers by mail come to, such as vloot@example.org. It must take vloot+anything@example.org too."
        ),
    ] = ""
    mail_maildir: Annotated[
        str, _says("A maildir folder into which the mail server puts mail for mail_reply_to.")
    ] = ""
    imap_host: Annotated[str, _says("The IMAP server with the mailbox of mail_reply_to.")] = ""
    imap_port: Annotated[Port, _says("The port of the IMAP server.")] = 993
    imap_user: Annotated[str, _says("The user name at the IMAP server.")] = ""
    imap_password: Annotated[str, _says("The password at the IMAP server.")] = ""
    imap_security: Annotated[
        Literal["none", "starttls", "tls"], _says("How the line to the IMAP server is closed to others.")
    ] = "tls"
    imap_folder: Annotated[str, _says("The folder in which mail arrives.")] = "INBOX"
    imap_done_folder: Annotated[str, _says("The folder to which mail is moved once it was read.")] = "Vloot"
    oidc_issuer: Annotated[str, _says("OpenID Connect: the address of the company's sign-in.")] = ""
    oidc_hosts: Annotated[
        str,
        _says(
            "OpenID Connect: other hosts that this sign-in answers from, with spaces between. Only these and its own are asked."
        ),
    ] = ""
    oidc_client_id: Annotated[str, _says("OpenID Connect: the name by which it knows Vloot.")] = ""
    oidc_client_secret: Annotated[str, _says("OpenID Connect: the secret it shares with Vloot.")] = ""
    time_zone: Annotated[str, _says("The company's time zone, such as Europe/Amsterdam.")] = (
        "Europe/Amsterdam"
    )
    language: Annotated[Language, _says("The language for who chose none: en, nl or fr.")] = "en"
    debug: Annotated[bool, _says("For developers: shows errors in full. Never on a real server.")] = False
    demo: Annotated[bool, _says("The demo company: visitors pick who to be. Never on a real server.")] = False

    @property
    def origin(self) -> str:
        """The address people type, without a slash at the end."""
        if self.public_url:
            return self.public_url.rstrip("/")
        host = self.host if self.host in LOOPBACK else "127.0.0.1"
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def is_https(self) -> bool:
        """Whether people reach Vloot over https."""
        return self.origin.startswith("https://")

    @property
    def believes_proxy(self) -> bool:
        """Whether X-Forwarded headers are believed."""
        return self.is_https if self.behind_proxy is None else self.behind_proxy

    @property
    def allowed_hosts(self) -> list[str]:
        """The host names that requests may carry."""
        if self.demo or self.debug:
            return ["*"]
        return sorted({urlsplit(self.origin).hostname or "", "127.0.0.1", "localhost", "[::1]"} - {""})


def load(environ: Mapping[str, str] | None = None) -> Config:
    """The settings in force. Raises ConfigError."""
    environ = os.environ if environ is None else environ
    folder = named_folder(environ)
    given: dict[str, Any] = {**_from_file(folder / TOML), **_from_environment(environ), "data": folder}
    checked = {name: _checked(name, value) for name, value in given.items()}
    config = Config(**checked)
    _check_together(config)
    return config


def named_folder(environ: Mapping[str, str] | None = None) -> Path:
    """The data folder that is named, whatever is in it."""
    named = (os.environ if environ is None else environ).get(f"{PREFIX}DATA")
    return Path(named or "vloot-data").expanduser().resolve()


def documented() -> Iterator[tuple[str, str, str]]:
    """Each setting as (name, default, what it is for)."""
    for field in msgspec.structs.fields(Config):
        default = "" if field.default in (None, "") else str(field.default)
        yield field.name, default, _description(field.type)


def unknown_variables(environ: Mapping[str, str]) -> list[str]:
    """Names in the environment that look like settings of Vloot and are none."""
    known = {PREFIX + name.upper() for name in _NAMES}
    return sorted(name for name in environ if name.startswith(PREFIX) and name not in known)


_TYPES: dict[str, Any] = {field.name: field.type for field in msgspec.structs.fields(Config)}
_NAMES = tuple(_TYPES)


def _from_file(path: Path) -> dict[str, Any]:
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from error
    for name in read:
        if name not in _NAMES or name == "data":
            near = difflib.get_close_matches(name, _NAMES, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise ConfigError(f"{path}: there is no setting {name}.{hint}")
    return read


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    found = {name: environ[PREFIX + name.upper()] for name in _NAMES if environ.get(PREFIX + name.upper())}
    if environ.get("DATABASE_URL"):
        found.setdefault("database_url", environ["DATABASE_URL"])
    return found


def _checked(name: str, value: Any) -> Any:
    try:
        return msgspec.convert(value, _TYPES[name], strict=False)
    except msgspec.ValidationError as error:
        why = f"choose {choices}" if (choices := _choices(_TYPES[name])) else _wanted(_TYPES[name])
        raise ConfigError(
            f"The setting {name} ({PREFIX}{name.upper()}) cannot be {value!r}: {why}"
        ) from error


def _choices(kind: Any) -> str:
    named = get_args(kind.__origin__) if get_origin(kind.__origin__) is Literal else ()
    return ", ".join(named[:-1]) + f" or {named[-1]}" if named else ""


def _wanted(kind: Any) -> str:
    """What may be written for a setting, in words of people."""
    bounds: dict[str, Any] = {}
    base = kind
    while get_origin(base) is Annotated:
        base, *more = get_args(base)
        bounds |= {
            name: value
            for one in more
            for name in ("ge", "le")
            if (value := getattr(one, name, None)) is not None
        }
    kinds = set(get_args(base)) or {base}
    if bool in kinds:
        return "write true or false"
    if int in kinds:
        least, most = bounds.get("ge"), bounds.get("le")
        if least is not None and most is not None:
            return f"write a whole number from {least} to {most}"
        return "write a whole number" + (f" of at least {least}" if least is not None else "")
    return "write words between quotation marks"


def _check_together(config: Config) -> None:
    oidc = (config.oidc_issuer, config.oidc_client_id, config.oidc_client_secret)
    if any(oidc) and not all(oidc):
        raise ConfigError(
            "OpenID Connect needs all three: oidc_issuer, oidc_client_id and oidc_client_secret."
        )
    if config.oidc_issuer and not _is_closed_to_others(config.oidc_issuer):
        raise ConfigError(
            "oidc_issuer must begin with https://: whoever reads along on the way could sign in as anybody."
        )
    if config.public_url:
        parts = urlsplit(config.public_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
            raise ConfigError("public_url must look like https://vloot.example.org, without a path.")
    if config.database_url and urlsplit(config.database_url).scheme not in ("postgresql", "postgres"):
        raise ConfigError("database_url must start with postgresql://. Vloot knows no other database.")
    try:
        zoneinfo.ZoneInfo(config.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise ConfigError(
            f"There is no time zone {config.time_zone!r}; write it like Europe/Amsterdam."
        ) from error
    _check_mail(config)


def _check_mail(config: Config) -> None:
    if config.mail_host and not config.mail_from:
        raise ConfigError("mail_from is needed with mail_host: the address that mail comes from.")
    if config.imap_host and not (config.imap_user and config.imap_password):
        raise ConfigError("imap_host needs imap_user and imap_password beside it.")
    name, _at, domain = config.mail_reply_to.rpartition("@")
    if config.mail_reply_to and not (domain and _MAILBOX.fullmatch(name)):
        raise ConfigError(
            "mail_reply_to must be one plain address, such as vloot@example.org, "
            "with at most 18 letters before the @ and no + among them."
        )
    if (config.imap_host or config.mail_maildir) and not config.mail_reply_to:
        raise ConfigError("mail_reply_to is needed to take in mail: the address that answers are sent to.")


def _is_closed_to_others(address: str) -> bool:
    """Whether nobody reads along on the way to this address: https, or this machine itself."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    )


def _description(kind: Any) -> str:
    return next((meta.description for meta in kind.__metadata__[::-1] if meta.description), "")
