"""How asking an address outside can fail. The texts are for logs and administrators."""


class FetchError(Exception):
    """Nothing was fetched; `code` says why in one word, the text in a sentence."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code


class BadAddress(FetchError):  # noqa: N818
    """This address is never asked: it is malformed, not https, or leads inside. Trying again is of no use."""


class NoAnswer(FetchError):  # noqa: N818
    """The other side could not be reached, or broke off. Trying later may help."""


class TooMuch(FetchError):  # noqa: N818
    """The answer was larger, slower or further away than the limits allow."""


class Busy(FetchError):  # noqa: N818
    """The other side asks for calm, or we do by ourselves: try again in `after` seconds."""

    def __init__(self, text: str, *, after: float) -> None:
        super().__init__("busy", text)
        self.after = after
