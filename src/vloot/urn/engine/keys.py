"""Keys as they are kept: DER, the public one as SubjectPublicKeyInfo, the private one as PKCS #8."""

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


def public_der(key: rsa.RSAPublicKey) -> bytes:
    """The public key, as a browser's WebCrypto reads it too."""
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def private_der(key: rsa.RSAPrivateKey) -> bytes:
    """The private key."""
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def public(der: bytes) -> rsa.RSAPublicKey:
    """The public key back."""
    found = serialization.load_der_public_key(der)
    assert isinstance(found, rsa.RSAPublicKey)
    return found


def private(der: bytes) -> rsa.RSAPrivateKey:
    """The private key back. It is one that we made, and looking whether its primes are primes would take ten times as long as signing."""
    found = serialization.load_der_private_key(der, None, unsafe_skip_rsa_key_validation=True)
    assert isinstance(found, rsa.RSAPrivateKey)
    return found
