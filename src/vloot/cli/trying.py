"""One mail to somebody, for an administrator who sets up mail: each step is said before it is made."""

from vloot.config import Config
from vloot.ground import clock
from vloot.ground.mail import AddressRefused, Letter, LetterRefused, TryLater, open_line

_LINES = {
    "none": "an open line (everybody on the way can read along)",
    "starttls": "STARTTLS",
    "tls": "TLS",
}
_SPOKEN = """This is a trial from Vloot at {origin}.

It was sent through {host}, port {port}, over {line}. If you read this, mail goes out.
"""


def send(config: Config, address: str) -> int:
    """Send it; gives the exit status, 0 when the server took it."""
    line = _LINES[config.mail_security]
    name, at, domain = address.rpartition("@")
    if not (name and at and domain) or any(letter.isspace() for letter in address):
        print(f"{address} is no e-mail address.")
        return 1
    print(
        f"From {config.mail_from} to {address}, through {config.mail_host}:{config.mail_port}, over {line}."
    )
    letter = Letter(
        to=address,
        subject="A trial from Vloot",
        body=_SPOKEN.format(origin=config.origin, host=config.mail_host, port=config.mail_port, line=line),
        key=f"trial {clock.now().isoformat()}",
    )
    try:
        with open_line() as server:
            server.send(letter)
    except TryLater as error:
        print(f"It was not sent. {config.mail_host} says, or we found: {error}.")
        print(_advice(str(error), config))
    except AddressRefused as error:
        print(f"The line works, but the server knows nobody at {address}: {error}.")
    except LetterRefused as error:
        print(f"The line works, but the server does not take the mail: {error}.")
        print(f"Is {config.mail_from} an address that may send here?")
    else:
        print(
            f"{config.mail_host} took it. Look in the mailbox of {address}, and in what it holds for unwanted."
        )
        return 0
    return 1


def _advice(words: str, config: Config) -> str:
    if "certificate" in words:
        return "If the authority is the company's own, name its file in mail_ca_file."
    if "user name" in words:
        return "Look at mail_user and mail_password."
    if "STARTTLS" in words or "closed line" in words:
        return "Try mail_security = tls with port 465, or starttls with port 587."
    if "listens" in words or "time" in words:
        return f"Is {config.mail_host}:{config.mail_port} right, and may this machine reach it?"
    return "`vloot check` looks at the settings."
