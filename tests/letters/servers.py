"""Real mail servers for tests, each a process of its own: SMTP by aiosmtpd, IMAP by pymap; and a certificate made here."""

import mailbox
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.cli.running import free_port

ROOT = Path(__file__).resolve().parents[2]
USER, PASSWORD = "vloot", "a closed locker"


class Certificate:
    """A certificate for this machine, signed by itself."""

    def __init__(self, folder: Path, *, host: str = "127.0.0.1") -> None:
        self.path, self.key = folder / "cert.pem", folder / "key.pem"
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.vloot.example")])
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .sign(key, hashes.SHA256())
        )
        self.path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
        self.key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )


class Smtp:
    """An SMTP server that keeps what it gets in `box`."""

    def __init__(self, box: Path, port: int) -> None:
        self.box, self.port = box, port

    def sent(self) -> list[EmailMessage]:
        """What it got, in the order of coming."""
        found = sorted(
            (path for part in ("new", "cur") for path in (self.box / part).glob("*")),
            key=lambda path: path.stat().st_mtime_ns,
        )
        return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in found]

    def clear(self) -> None:
        """Forget what it got."""
        for part in ("new", "cur"):
            for path in (self.box / part).glob("*"):
                path.unlink()


@contextmanager
def smtp(box: Path, certificate: Certificate | None = None) -> Iterator[Smtp]:
    """An SMTP server, with STARTTLS demanded when there is a certificate."""
    mailbox.Maildir(box, create=True)
    port = free_port()
    words = ["-m", "aiosmtpd", "-n", "-l", f"127.0.0.1:{port}", "-c", "tests.letters.postman.Postman"]
    if certificate:
        words += ["--tlscert", str(certificate.path), "--tlskey", str(certificate.key)]
    with _running([sys.executable, *words, str(box)], port):
        yield Smtp(box, port)


@contextmanager
def imap(certificate: Certificate) -> Iterator[int]:
    """An IMAP server with STARTTLS and one mailbox, in memory; gives its port."""
    port = free_port()
    program = str(Path(sys.executable).with_name("pymap"))
    words = [
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
        "--cert",
        str(certificate.path),
        "--key",
        str(certificate.key),
    ]
    demo = ["dict", "--demo-data", "--demo-user", USER, "--demo-password", PASSWORD]
    with _running([program, *words, *demo], port):
        yield port


@contextmanager
def _running(command: Sequence[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield
    finally:
        process.terminate()
        process.wait(10)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + 20
    while True:
        assert process.poll() is None, "the server did not start"
        assert time.monotonic() < until, "the server does not answer"
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
