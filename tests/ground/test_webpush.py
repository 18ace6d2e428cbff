"""Messages sealed as RFC 8291 says, signed as RFC 8292 says; an independent library opens them."""

import json
import stat
from datetime import timedelta
from pathlib import Path

import http_ece
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from tests.stage import Clock
from vloot.ground.webpush import LONGEST, Target, keys, public_key, seal
from vloot.ground.webpush.keys import decoded, encoded, point
from vloot.ground.webpush.sealing import require_usable, sealed_with
from vloot.ground.webpush.sending import token

# RFC 8291, section 5 and appendix A.
TOLD = b"When I grow up, I want to be a watermelon"
OWN = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
TARGET = Target(
    p256dh="BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth="BTBZMqHH6r4Tts7J_aSIgg",
)
SEALED = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl"
    "95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_the_example_of_the_rfc_comes_out_octet_by_octet() -> None:
    own = ec.derive_private_key(int.from_bytes(decoded(OWN), "big"), ec.SECP256R1())
    assert encoded(sealed_with(TOLD + b"\x02", TARGET, own=own, salt=decoded(SALT))) == SEALED


@given(st.binary(max_size=LONGEST))
def test_another_library_reads_what_we_seal(message: bytes) -> None:
    theirs = ec.generate_private_key(ec.SECP256R1())
    secret = b"0123456789abcdef"
    sealed = seal(message, Target(encoded(point(theirs.public_key())), encoded(secret)))
    assert http_ece.decrypt(sealed, private_key=theirs, auth_secret=secret, version="aes128gcm") == message
    assert len(sealed) <= 4096


def test_the_length_of_a_message_tells_little() -> None:
    assert len({len(seal(b"x" * length, TARGET)) for length in range(200)}) == 1


def test_nothing_too_long_is_sealed() -> None:
    with pytest.raises(ValueError, match="at most"):
        seal(b"x" * (LONGEST + 1), TARGET)


@pytest.mark.parametrize(
    "target",
    [
        Target("", TARGET.auth),
        Target("AAAA", TARGET.auth),
        Target(encoded(b"\x04" + bytes(64)), TARGET.auth),
        Target(encoded(b"\x05" + decoded(TARGET.p256dh)[1:]), TARGET.auth),
        Target(TARGET.p256dh, ""),
        Target(TARGET.p256dh, "AAAA"),
        Target(TARGET.p256dh, "ä"),
        Target(TARGET.p256dh, "not base64!"),
    ],
)
def test_what_no_browser_hands_over_is_refused(target: Target) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # any word will do
        require_usable(target)


def test_the_token_says_who_we_are_to_one_service_for_half_a_day(clock: Clock) -> None:
    with override_settings(VLOOT_PUSH_CONTACT="mailto:host@company.example"):
        head, claims, signature = token("https://push.example.org/a/b?c").split(".")
    assert json.loads(decoded(head)) == {"typ": "JWT", "alg": "ES256"}
    assert json.loads(decoded(claims)) == {
        "aud": "https://push.example.org",
        "exp": int((clock.at + timedelta(hours=12)).timestamp()),
        "sub": "mailto:host@company.example",
    }
    raw = decoded(signature)
    assert len(raw) == 64
    found = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    ours = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(public_key()))
    ours.verify(found, f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))
    with pytest.raises(InvalidSignature):
        ours.verify(found, f"{head}.{claims}x".encode(), ec.ECDSA(SHA256()))


def test_the_key_is_made_once_and_nobody_else_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "push.key"
    with override_settings(VLOOT_PUSH_KEY=path):
        first = public_key()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert [file.name for file in path.parent.iterdir()] == ["push.key"]
        keys._kept.cache_clear()
        assert public_key() == first
        assert len(decoded(first)) == 65
