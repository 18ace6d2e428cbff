"""The two watchmen of the browser tests."""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, WebError

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Preloading style sheets would put them inline, which the page's own content policy forbids.
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": RULES},
    "preload": False,
    "resultTypes": ["violations"],
}
# The light changes colours and nothing else.
COLOURS = {**OPTIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# What a narrow screen changes besides.
NARROW = {
    **OPTIONS,
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"],
    },
}


class Watch:
    """Collects what goes wrong in pages: errors in the console (the content policy's too), scripts that fail, 5xx."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self._expected: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Begin to watch every page of a browser."""
        context.on("console", self._hear)
        context.on("weberror", self._fall)
        context.on("response", self._answer)

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

    def _fall(self, error: WebError) -> None:
        self.errors.append(f"script: {error.error}")

    def _answer(self, response: Response) -> None:
        if response.status >= 500:
            self.errors.append(f"{response.url}: answered {response.status}")


def violations(page: Page, options: dict[str, Any] = OPTIONS) -> list[str]:
    """What axe-core has against the page, a line a rule with the elements it means."""
    if not page.evaluate("() => 'axe' in globalThis"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(
        f"() => axe.run({json.dumps(options)}).then(({{ violations }}) => violations.map("
        "({ id, impact, help, nodes }) => ({ id, impact, help, places: nodes.slice(0, 5).map(({ target }) => target.join(' ')) })))"
    )
    return [f"{rule['id']} ({rule['impact']}): {rule['help']}: {'; '.join(rule['places'])}" for rule in found]


def small(page: Page) -> list[str]:
    """What is under 24 pixels high or wide for a finger; links among words, and in what people wrote, may be as high as these."""
    found: list[str] = page.evaluate(
        """() => {
        const LEAST = 24, TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
        const isAmongWords = (one) => {
            if (getComputedStyle(one).display !== 'inline') return false;
            let block = one.parentElement;
            while (getComputedStyle(block).display === 'inline') block = block.parentElement;
            return block.innerText.replace(one.innerText, '').trim() !== '';
        };
        const hit = (one) => {
            const labels = one.matches('input') ? [...(one.labels ?? [])] : [];
            const parts = one.matches('a') ? one.querySelectorAll('*') : [];
            const boxes = [one, ...labels, ...parts].map((each) => each.getBoundingClientRect());
            return [Math.max(...boxes.map((box) => box.width)), Math.max(...boxes.map((box) => box.height))];
        };
        const isMeant = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.sr, .words, [inert]');
        return [...document.querySelectorAll(TARGETS)]
            .filter((one) => isMeant(one) && !isAmongWords(one))
            .map((one) => [one, ...hit(one)])
            .filter(([_one, width, height]) => width > 1 && height > 1 && Math.min(width, height) < LEAST - 0.5)
            .map(([one, width, height]) => `${one.tagName.toLowerCase()}.${one.className} in ${one.parentElement.tagName.toLowerCase()}` +
                `.${one.parentElement.className} “${one.textContent.trim().slice(0, 30)}” ${Math.round(width)} x ${Math.round(height)}`);
    }"""
    )
    return found


def overflow(page: Page) -> list[str]:
    """What makes the page wider than the screen; empty when nothing does."""
    found: list[str] = page.evaluate(
        """() => {
        const room = document.documentElement.clientWidth, width = document.documentElement.scrollWidth;
        if (width <= room) return [];
        const edge = (element) => Math.round(element.getBoundingClientRect().right);
        return [...document.body.querySelectorAll('*')].filter((element) => edge(element) > room + 1).slice(0, 5)
            .map((element) => `${element.tagName} .${element.className} ${edge(element)}`).concat(`the page is ${width} wide`);
    }"""
    )
    return found
