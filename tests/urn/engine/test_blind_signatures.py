"""Blind signatures: the RFC's vector, and what a cheat tries."""

from functools import cache

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from tests.urn.engine import rfc_9474
from vloot.urn.engine import signing, voter
from vloot.urn.engine.signing import SigningError


@cache
def small(number: int) -> rsa.RSAPrivateKey:
    """A key that is quickly made, the same for each number."""
    return signing.make_key(2048)


def signed(key: rsa.RSAPrivateKey, prepared: bytes) -> bytes:
    public = key.public_key()
    blinded = voter.blind(public, prepared)
    return voter.finish(public, prepared, signing.sign(key, blinded.message), blinded.inverse)


def test_the_vector_of_the_rfc() -> None:
    key, prepared = rfc_9474.key(), rfc_9474.PREFIX + rfc_9474.MESSAGE
    factor = pow(rfc_9474.INVERSE, -1, rfc_9474.P * rfc_9474.Q)
    blinded = voter.blind(key.public_key(), prepared, salt=rfc_9474.SALT, factor=factor)
    assert blinded.message.hex().startswith("aa3ee045138d874669685ffaef962c7694a9450aa9b4fd64")
    answer = signing.sign(key, blinded.message)
    assert blinded.inverse == rfc_9474.INVERSE
    assert answer.hex().startswith("3f4a79eacd4445fca628a310d41e12fcd813c4d43aa4ef2b")
    assert voter.finish(key.public_key(), prepared, answer, blinded.inverse) == rfc_9474.SIGNATURE
    assert signing.verify(key.public_key(), prepared, rfc_9474.SIGNATURE)


@given(st.binary(max_size=300))
def test_what_was_blinded_and_signed_verifies_and_nothing_else(message: bytes) -> None:
    key, prepared = small(0), voter.prepare(message)
    signature = signed(key, prepared)
    assert signing.verify(key.public_key(), prepared, signature)
    assert not signing.verify(key.public_key(), prepared + b"\0", signature)
    assert not signing.verify(key.public_key(), prepared[1:], signature)
    assert not signing.verify(small(1).public_key(), prepared, signature), "a key of another group"


@given(st.integers(0, 255), st.integers(1, 255))
def test_a_signature_with_one_changed_octet_is_none(place: int, change: int) -> None:
    key = small(0)
    signature = bytearray(_once())
    signature[place] ^= change
    assert not signing.verify(key.public_key(), _prepared(), bytes(signature))


@cache
def _prepared() -> bytes:
    return voter.prepare(b"ballot")


@cache
def _once() -> bytes:
    return signed(small(0), _prepared())


def test_the_urn_sees_another_message_each_time() -> None:
    public = small(0).public_key()
    prepared = voter.prepare(b"ballot")
    assert len({voter.blind(public, prepared).message for _ in range(20)}) == 20
    assert len({voter.prepare(b"ballot") for _ in range(20)}) == 20


@pytest.mark.parametrize("blinded", [b"", b"\1" * 255, b"\1" * 257, b"\xff" * 256], ids=len)
def test_what_no_key_can_sign_is_refused(blinded: bytes) -> None:
    with pytest.raises(SigningError, match="as long as the key"):
        signing.sign(small(0), blinded)


def test_a_voter_takes_no_signature_of_another_key() -> None:
    public, prepared = small(0).public_key(), voter.prepare(b"ballot")
    blinded = voter.blind(public, prepared)
    other = int.from_bytes(blinded.message, "big") % small(1).private_numbers().public_numbers.n
    with pytest.raises(SigningError, match="not the key's"):
        voter.finish(public, prepared, signing.sign(small(1), other.to_bytes(256, "big")), blinded.inverse)


def test_a_factor_that_would_tell_the_key_is_refused() -> None:
    key = small(0)
    with pytest.raises(SigningError, match="shares a prime"):
        voter.blind(key.public_key(), voter.prepare(b""), factor=key.private_numbers().p)
