"""How many answers a second gunicorn takes on PostgreSQL, beside a constant view.

    python -m benchmarks.answer_rate

Two workers, four connections kept open, requests made beforehand, so that the measuring itself
costs next to nothing. The constant view returns as many bytes as the answer does.
"""

import json
import statistics
import sys
from collections.abc import Iterator
from itertools import count
from time import monotonic
from typing import Any
from urllib.parse import urlencode

from benchmarks.browser_of_learner import FORM, Browser
from benchmarks.learner import FOUND, OK, SCRIPTS, Learner
from benchmarks.own_database import (
    POSTGRESQL,
    address_of,
    has_postgresql,
    made_database,
    measured,
    set_up,
)
from benchmarks.request_rate import rate, request
from benchmarks.row import Row
from benchmarks.served import served_site

AT_LEAST = 0.15
CONNECTIONS = 4
ROUNDS = 7
ATTEMPTS = 2  # Of twenty answers, for each connection in each round
PRODUCTION = {"HTTPS": "true", "BEHIND_TLS_PROXY": "true"}
WAYS: dict[str, tuple[dict[str, str], int]] = {
    "a form, answered by a redirect": ({}, FOUND),
    "with scripts, answered by the verdict": (SCRIPTS, OK),
}


def rows() -> Iterator[Row]:
    """Measure where PostgreSQL answers on this machine."""
    if not has_postgresql():
        yield Row("recorded quiz answer (POST): no PostgreSQL here", "", "", "", "", True)
        return
    for way, found in measured("benchmarks.answer_rate", POSTGRESQL).items():
        share = found["ours"] / found["constant"]
        yield Row(
            f"recorded quiz answer (POST, PostgreSQL), {way}",
            f"{found['ours']:.0f} requests per second",
            f"a view that returns {found['size']:,} bytes as a constant, {found['constant']:.0f}",
            f"{share:.2f}×",
            f"at least {AT_LEAST}×",
            share >= AT_LEAST,
        )


def _measure() -> None:
    set_up()
    from benchmarks.quiz_of_twenty import quiz_of_twenty

    with made_database("answer_rate") as name:
        address = address_of(name)
        with served_site("benchmarks.constant", DATABASE_URL=address, **PRODUCTION) as site:
            quiz_of_twenty()
            print(json.dumps({way: _compared(site, *sent) for way, sent in WAYS.items()}))


def _compared(site: str, headers: dict[str, str], status: int) -> dict[str, Any]:
    """Return requests per second of both, each the median of its rounds, taken in turns."""
    ours, constant = [], []
    for _ in range(ROUNDS):
        posts = [_posts(site, headers) for _ in range(CONNECTIONS)]
        per_second, size = rate(site, posts, status)
        ours.append(per_second)
        gets = [[_get(site, size)] * len(each) for each in posts]
        constant.append(rate(site, gets, OK)[0])
    return {
        "ours": statistics.median(ours),
        "constant": statistics.median(constant),
        "size": size,
    }


_numbers = count()


def _posts(site: str, headers: dict[str, str]) -> list[bytes]:
    """Start attempts of somebody new, and return the requests that answer them."""
    from benchmarks.quiz_of_twenty import ASKED, CHOICE, SLUG

    made = []
    for _ in range(ATTEMPTS):
        number = next(_numbers)
        browser = Browser(site, f"10.1.{number // 250}.{number % 250 + 1}")
        path = Learner(browser, number, f"/en/quizzes/{SLUG}/start/", monotonic() + 300).begin()
        token = browser.get(path).demand(OK).token
        browser.close()
        body = urlencode({"choice": CHOICE, "csrfmiddlewaretoken": token})
        for position in range(1, ASKED + 1):
            to = f"{path.rstrip('/').rpartition('/')[0]}/{position}/"
            named = browser.headers() | {each.replace("_", "-"): headers[each] for each in headers}
            made.append(request("POST", site, to, named | {"Content-Type": FORM}, body))
    return made


def _get(site: str, size: int) -> bytes:
    return request("GET", site, f"/constant/{size}/", Browser(site, "10.1.0.1").headers(), "")


def main() -> int:
    """Print the rows; return 1 if a bound was missed."""
    if "--measure" in sys.argv:
        _measure()
        return 0
    found = list(rows())
    for row in found:
        print(f"{row.what}: {row.ours}, {row.reference}, {row.ratio} ({row.demanded})")
    return 0 if all(row.ok for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
