"""As much of a browser as taking a quiz needs: cookies, forms and one connection kept open."""

import http.client
import re
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

TIMEOUT = 60  # Seconds for one answer of the server
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
IDLE = 3  # Seconds after which a connection is opened anew: the server keeps one for five
FORM = "application/x-www-form-urlencoded"


class Unexpected(Exception):
    """The server answered what no learner should see."""


@dataclass(frozen=True)
class Page:
    """What came back. `seconds` from the first byte sent to the last one received."""

    status: int
    location: str
    text: str
    seconds: float

    @property
    def token(self) -> str:
        found = TOKEN.search(self.text)
        if not found:
            raise Unexpected("a page without a form")
        return found.group(1)

    def demand(self, *statuses: int) -> "Page":
        if self.status not in statuses:
            raise Unexpected(f"status {self.status}: {self.text[:200]!r}")
        return self


class Browser:
    """A reader's browser behind the proxy that ends TLS, which names its address."""

    def __init__(self, site: str, address: str) -> None:
        self.site = site
        self.address = address
        self.cookies: dict[str, str] = {}
        self._connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=TIMEOUT)
        self._used = 0.0

    def get(self, path: str) -> Page:
        return self._exchange("GET", path, None, {})

    def post(self, path: str, form: dict[str, str], **headers: str) -> Page:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._exchange("POST", path, urlencode(form), named | {"Content-Type": FORM})

    def twin(self) -> "Browser":
        """Return the same browser with another connection: for what it sends at the same time."""
        twin = Browser(self.site, self.address)
        twin.cookies = dict(self.cookies)
        return twin

    def close(self) -> None:
        self._connection.close()

    def headers(self) -> dict[str, str]:
        return {
            "Origin": f"https://{urlsplit(self.site).netloc}",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": self.address,
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }

    def _exchange(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Page:
        start = time.perf_counter()
        if start - self._used > IDLE:
            self._connection.close()
        self._connection.request(method, path, body, self.headers() | headers)
        response = self._connection.getresponse()
        text = response.read().decode()
        self._used = time.perf_counter()
        for each in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(each).items()}
        return Page(response.status, response.headers.get("Location", ""), text, self._used - start)
