"""What may be asked outside: no writing of an address leads inside."""

import ipaddress
import socket
from typing import Any

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from vloot.ground.fetch import BadAddress, NoAnswer, fetch, place_of
from vloot.ground.fetch.addresses import find, is_outside
from vloot.ground.fetch.pace import PACES

NASTY = {
    "http://example.org/": "scheme",
    "ftp://example.org/": "scheme",
    "file:///etc/passwd": "malformed",
    "gopher://example.org/": "scheme",
    "//example.org/": "scheme",
    "": "malformed",
    "https://": "malformed",
    "https:///path": "malformed",
    "https://user@example.org/": "userinfo",
    "https://user:word@example.org/": "userinfo",
    "https://example.org@127.0.0.1/": "userinfo",
    "https://@example.org/": "userinfo",
    "https://example.org:22/": "port",
    "https://example.org:0/": "port",
    "https://example.org:99999/": "malformed",
    "https://example.org:x/": "malformed",
    "https://example.org:6379/": "port",
    "https://localhost/": "inside",
    "https://localhost./": "inside",
    "https://LOCALHOST/": "inside",
    "https://a.localhost/": "inside",
    "https://printer/": "inside",
    "https://printer.local/": "inside",
    "https://metadata.google.internal/": "inside",
    "https://router.home.arpa/": "inside",
    "https://2130706433/": "malformed",
    "https://0x7f000001/": "malformed",
    "https://0x7f.0.0.1/": "malformed",
    "https://0177.0.0.1/": "malformed",
    "https://127.1/": "malformed",
    "https://127.0.0.1.1/": "malformed",
    "https://127.0.0.01/": "malformed",
    "https://256.0.0.1/": "malformed",
    "https://example.0x7f/": "malformed",
    "https://example%2eorg/": "malformed",
    "https://ex ample.org/": "malformed",
    "https://example.org\\@127.0.0.1/": "malformed",
    "https://example.org\t/": "malformed",
    "https://example.org\r\nHost: x/": "malformed",
    "https://example.org\x00/": "malformed",
    "https://-example.org/": "malformed",
    "https://example..org/": "malformed",
    "https://example.org../": "malformed",
    "https://[::1%25lo]/": "malformed",
    "https://[fe80::1%eth0]/": "malformed",
    "https://[not-an-address]/": "malformed",
    "https://" + "a" * 64 + ".org/": "malformed",
    "https://example.org/" + "a" * 2000: "malformed",
}  # fmt: skip
INSIDE = [
    "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "172.31.255.255",
    "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1",
    "::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a00:1::1",
    "2001:0:a00:1::", "2001:0:808:808::f5ff:fffe", "2001:db8::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1",
    "ff02::1", "ff0e::1", "100::1",
]  # fmt: skip
OUTSIDE = [
    "8.8.8.8",
    "93.184.216.34",
    "2606:2800:220:1:248:1893:25c8:1946",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]


@pytest.fixture(autouse=True)
def calm() -> None:
    """No test has asked anybody before."""
    PACES.forget()


@pytest.mark.parametrize("address", NASTY, ids=lambda address: repr(address)[:40])
def test_no_writing_of_an_address_fools_us(address: str) -> None:
    with pytest.raises(BadAddress) as refused:
        place_of(address)
    assert refused.value.code == NASTY[address]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG./a?b=c#d", "https://example.org/a?b=c"),
        ("https://example.org:443/", "https://example.org/"),
        ("https://example.org:8443/x", "https://example.org:8443/x"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("https://\uff45xample.org/", "https://example.org/"),
        ("https://8.8.8.8/", "https://8.8.8.8/"),
        ("https://[2606:2800:220:1::1]/", "https://[2606:2800:220:1::1]/"),
        ("https://example.org/%2e%2e/a%20b", "https://example.org/%2e%2e/a%20b"),
    ],
)
def test_good_addresses_have_one_meaning(written: str, meant: str) -> None:
    assert place_of(written).url == meant


@pytest.mark.parametrize("address", INSIDE)
def test_what_lies_inside_is_known(address: str) -> None:
    assert not is_outside(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", OUTSIDE)
def test_what_lies_outside_may_be_asked(address: str) -> None:
    assert is_outside(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_address_in_another_s_clothes_is_what_it_is(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    dressed = [
        ipaddress.IPv6Address((0xFFFF << 32) | number),
        ipaddress.IPv6Address((0x0064_FF9B << 96) | number),
        ipaddress.IPv6Address((0x2002 << 112) | (number << 80)),
    ]
    assert {is_outside(one) for one in dressed} == {is_outside(address)}


@given(st.text(max_size=60))
def test_whatever_is_entered_is_taken_apart_or_refused(words: str) -> None:
    for address in (words, f"https://{words}", f"https://example.org{words}"):
        try:
            place = place_of(address)
        except BadAddress:
            continue
        assert place.scheme == "https"
        assert place.url.isascii()
        assert place_of(place.url) == place


def leads_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    looked_up: list[str] = []

    def getaddrinfo(host: str, port: int, **_: Any) -> list[Any]:
        looked_up.append(host)
        # Whoever looks twice gets another answer, as with a name that changes its mind.
        shown = addresses if len(looked_up) == 1 else ("127.0.0.1",)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in shown]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return looked_up


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_leads_inside_is_not_followed(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    leads_to(monkeypatch, address)
    with pytest.raises(BadAddress):
        fetch("https://innocent.example/")


def test_a_name_that_leads_outside_and_inside_is_a_trick(monkeypatch: pytest.MonkeyPatch) -> None:
    leads_to(monkeypatch, "8.8.8.8", "127.0.0.1")
    with pytest.raises(BadAddress):
        find("innocent.example", 443)


def test_what_was_judged_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that changes its mind between looking and connecting gains nothing: it is looked up once."""
    looked_up = leads_to(monkeypatch, "8.8.8.8")
    went_to: list[str] = []

    def connect(address: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        went_to.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(NoAnswer):
        fetch("https://rebinding.example/")
    assert (looked_up, went_to) == (["rebinding.example"], ["8.8.8.8"])


def test_this_machine_is_asked_only_where_a_test_says_so() -> None:
    with pytest.raises(BadAddress):
        place_of("http://127.0.0.1:8000/")
    with override_settings(VLOOT_FETCH_LOOPBACK=True):
        assert place_of("http://127.0.0.1:8000/").url == "http://127.0.0.1:8000/"
        for still_refused in ("http://example.org/", "http://10.0.0.1/", "https://10.0.0.1:22/"):
            with pytest.raises(BadAddress):
                place_of(still_refused)
