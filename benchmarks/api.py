"""What the API's lists cost: among 70,000 changes, at most 100 on a page, warm beside a constant.

    python -m benchmarks.api

makes databases of its own and takes about ten minutes for both. The lists of many and of few
changes are read with the cache of pages off; the warm list is what gunicorn serves with it on.
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.own_database import database_addresses, made_database, measured, set_up, use
from benchmarks.request_rate import rate, request
from benchmarks.row import Row
from benchmarks.served import served_site

FEW, MANY = 70, 70_000
AT_MOST = 1.3
PER_PAGE = 20
TURNS, REQUESTS = 4, 60  # So often each database is asked, and so many pages each time
MOST_QUERIES = 8
AT_LEAST = 0.5
CONNECTIONS, ROUNDS, EACH = 4, 7, 300
WARM = "/api/v1/amendments/?law=2022-06&lang=en"
OK = 200


def rows() -> Iterator[Row]:
    with database_addresses() as addresses:
        for name, address in addresses.items():
            yield from _sized(name, measured("benchmarks.api", address))
    yield _warm()


def _sized(database: str, found: dict[str, Any]) -> Iterator[Row]:
    few, many = found["p95"]
    yield Row(
        f"95th percentile of a list among {MANY:,} changes, {database}",
        f"{many:.1f} ms",
        f"{few:.1f} ms among {FEW}",
        f"{many / few:.2f}×",
        f"at most {AT_MOST}×",
        many / few <= AT_MOST,
    )
    first_few, first_many = found["first"]
    yield Row(
        f"the first such list after a change, {database}",
        f"{first_many:.0f} ms",
        f"{first_few:.0f} ms among {FEW}",
        f"{first_many / first_few:.1f}×",
        "reported",
        True,
    )
    yield Row(
        f"SQL queries of a list of 100 among {MANY:,}, {database}",
        str(found["queries"]),
        "",
        "",
        f"at most {MOST_QUERIES}",
        found["queries"] <= MOST_QUERIES,
    )


def _warm() -> Row:
    """Ask gunicorn for the same list again and again, in turns with a constant of its bytes."""
    ours, constant, size = [], [], 0
    with served_site("benchmarks.constant") as site:
        headers = {"Accept": "application/json"}
        for _ in range(ROUNDS):
            lists = [[request("GET", site, WARM, headers, "")] * EACH] * CONNECTIONS
            per_second, size = rate(site, lists, OK)
            ours.append(per_second)
            same = request("GET", site, f"/constant/{size}/", headers, "")
            constant.append(rate(site, [[same] * EACH] * CONNECTIONS, OK)[0])
    share = statistics.median(ours) / statistics.median(constant)
    return Row(
        "warm list of the API, gunicorn with 2 workers",
        f"{statistics.median(ours):.0f} requests per second",
        f"a view that returns {size:,} bytes as a constant, {statistics.median(constant):.0f}",
        f"{share:.2f}×",
        f"at least {AT_LEAST}×",
        share >= AT_LEAST,
    )


def _measure() -> None:
    set_up()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from benchmarks.generated import add_changes

    settings.API_REQUESTS_PER_MINUTE = 10**9
    with made_database("api_few") as few, made_database("api_many") as many:
        for name, number in ((few, FEW), (many, MANY)):
            use(name)
            add_changes(number, searchable=False)
        client = Client()
        taken: dict[str, list[float]] = {few: [], many: []}
        first: dict[str, list[float]] = {few: [], many: []}
        for turn in range(TURNS):
            for name, number in ((few, FEW), (many, MANY)):
                use(name)
                first[name].append(_milliseconds(client, 1))
                draw = random.Random(turn)  # noqa: S311 - a fixed draw, not a secret
                pages = [draw.randint(1, number // PER_PAGE) for _ in range(REQUESTS)]
                taken[name] += [_milliseconds(client, page) for page in pages]
        with CaptureQueriesContext(connection) as queries:
            client.get("/api/v1/amendments/?page_size=100&ordering=slug")
    print(
        json.dumps(
            {
                "p95": [statistics.quantiles(taken[name], n=20)[-1] for name in (few, many)],
                "first": [statistics.median(first[name]) for name in (few, many)],
                "queries": len(queries),
            }
        )
    )


def _milliseconds(client: Any, page: int) -> float:
    start = time.perf_counter()
    answer = client.get("/api/v1/amendments/", {"page": page, "lang": "en"})
    if answer.status_code != OK:
        raise RuntimeError(answer.content.decode())
    return (time.perf_counter() - start) * 1000


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
