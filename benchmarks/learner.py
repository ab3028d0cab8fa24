"""Somebody who takes a quiz in a browser, to the end."""

import re
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from random import Random
from time import monotonic

from benchmarks.browser_of_learner import Browser, Page, Unexpected

CHOICES = re.compile(r'name="choice" value="([^"]+)"')
NEXT = re.compile(r'<a class="button" href="([^"]+)"')
ATTEMPTS = "/en/quizzes/attempts/"
TWICE_IN = 10  # One answer of so many is sent twice
SCRIPTS = {"HX_Request": "true", "HX_Target": "question"}
OK, FOUND = 200, 302

Place = tuple[str, int]  # The attempt, the question's position


class Learner:
    """Takes the quiz that starts at `path`; then says what was acknowledged, and what went wrong.

    `seconds` are those of the POSTs with an answer.
    """

    def __init__(self, browser: Browser, number: int, path: str, until: float) -> None:
        self.browser = browser
        self.number = number
        self.path = path
        self.until = until
        self.has_scripts = number % 2 == 0
        self.given: dict[Place, str] = {}
        self.seconds: list[float] = []
        self.requests = self.twice = 0
        self.fault = ""
        self._draw = Random(number)  # noqa: S311 - a fixed draw, not a secret

    def take(self) -> None:
        try:
            first = self.begin()
            while first:
                first = self._answer(first)
            self._finish()
        except (Unexpected, OSError, HTTPException) as error:
            self.fault = f"learner {self.number}: {type(error).__name__} {error}"
        finally:
            self.browser.close()

    def begin(self) -> str:
        """Start, and return the path of the first question."""
        form = {"pages": "one", "csrfmiddlewaretoken": self._get(self.path).token}
        return self._counted(self.browser.post(self.path, form)).demand(FOUND).location

    def _answer(self, path: str) -> str:
        """Answer the question there, and return the path of the next one; empty after the last."""
        page = self._get(path)
        choice = self._draw.choice(CHOICES.findall(page.text))
        form = {"choice": choice, "csrfmiddlewaretoken": page.token}
        attempt, position = path.rstrip("/").split("/")[-2:]
        is_twice = (self.number + int(position)) % TWICE_IN == 0
        for sent in self._sent_twice(path, form) if is_twice else [self._sent(path, form)]:
            self.seconds.append(sent.seconds)
        self.given[attempt, int(position)] = choice
        told = sent if self.has_scripts else self._get(path)
        if 'class="verdict' not in told.text:
            raise Unexpected(f"no verdict at {path}")
        onward = NEXT.search(told.text)
        return onward.group(1) if onward else ""

    def _sent(self, path: str, form: dict[str, str], browser: Browser | None = None) -> Page:
        browser = browser or self.browser
        if self.has_scripts:
            return self._counted(browser.post(path, form, **SCRIPTS)).demand(OK)
        sent = self._counted(browser.post(path, form)).demand(FOUND)
        if sent.location != path:
            raise Unexpected(f"from {path} to {sent.location}")
        return sent

    def _sent_twice(self, path: str, form: dict[str, str]) -> list[Page]:
        """Send the same form at the same time by two connections, as a double click does."""
        twin = self.browser.twin()
        self.twice += 1
        with ThreadPoolExecutor(1) as other:
            second = other.submit(self._sent, path, form, twin)
            try:
                return [self._sent(path, form), second.result()]
            finally:
                twin.close()

    def _finish(self) -> None:
        attempt = next(iter(self.given))[0]
        token = self._get(f"{ATTEMPTS}{attempt}/").token
        path = f"{ATTEMPTS}{attempt}/finish/"
        closed = self._counted(self.browser.post(path, {"csrfmiddlewaretoken": token}))
        self._get(closed.demand(FOUND).location)

    def _get(self, path: str) -> Page:
        if monotonic() > self.until:
            raise Unexpected("not done in time")
        return self._counted(self.browser.get(path)).demand(OK)

    def _counted(self, page: Page) -> Page:
        self.requests += 1
        return page
