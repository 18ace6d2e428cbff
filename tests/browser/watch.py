"""The two watchmen of the browser tests."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Page, Response

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Watch:
    """Collects what goes wrong in pages: errors in the console (the content policy's too), scripts that fail, 5xx."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self._expected: list[str] = []

    def over(self, page: Page) -> None:
        """Begin to watch a page."""
        page.on("console", self._hear)
        page.on("pageerror", self._fall)
        page.on("response", self._answer)

    def expect(self, *parts: str) -> None:
        """Say that an error with these words will come, and is right."""
        self._expected += parts

    def judge(self) -> None:
        """Fail for every error nobody expected."""
        unexpected = [error for error in self.errors if not any(part in error for part in self._expected)]
        assert not unexpected, "The page showed errors:\n" + "\n".join(unexpected)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.errors.append(f"{message.location.get('url', '')}: {message.text}")

    def _fall(self, error: Error) -> None:
        self.errors.append(f"script: {error}")

    def _answer(self, response: Response) -> None:
        if response.status >= 500:
            self.errors.append(f"{response.url}: answered {response.status}")


def violations(page: Page) -> list[str]:
    """What axe-core has against the page, a line a rule with the elements it means."""
    # Preloading style sheets would put them inline, which the page's own content policy forbids.
    options = {"runOnly": {"type": "tag", "values": RULES}, "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    lines = []
    for rule in found:
        places = [" ".join(str(part) for part in node["target"]) for node in rule["nodes"][:5]]
        lines.append(f"{rule['id']} ({rule['impact']}): {rule['help']}: {'; '.join(places)}")
    return lines
