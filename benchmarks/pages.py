"""What pages weigh and cost: bytes before the first view, queries, time beside a constant view."""

import gzip
import os
import re
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.request_rate import rate, request
from benchmarks.row import Row
from benchmarks.served import served_site

FIRST_WINDOW = 14 * 1024
ALL_SCRIPTS = 25 * 1024
CHANGE = "/en/amendments/art-15-2-death-penalty/"
CONNECTIONS, ROUNDS = 4, 7


def rows() -> Iterator[Row]:
    """Weigh and time the pages on the shipped content, in a database of their own."""
    client = _site()
    from tests.pages import PAGES

    for language in ("kk", "ru", "en"):
        weights = {path: _weigh(client, f"/{language}{path}") for path in PAGES}
        heaviest, weight = max(weights.items(), key=lambda item: item[1])
        yield Row(
            what=f"HTML + CSS of the heaviest page in {language}, {heaviest}",
            ours=f"{weight / 1024:.1f} KiB compressed",
            reference=f"{len(weights)} kinds of page",
            ratio="",
            demanded="at most 14 KiB",
            ok=weight <= FIRST_WINDOW,
        )
    scripts = max(_linked(client, f"/en{path}", r'<script src="([^"]+)"') for path in PAGES)
    yield Row(
        "JavaScript of a page",
        f"{scripts / 1024:.1f} KiB compressed",
        "",
        "",
        "at most 25 KiB",
        scripts <= ALL_SCRIPTS,
    )
    queries = {path: _queries(client, f"/en{path}") for path in PAGES}
    dearest = max(queries, key=lambda path: queries[path])
    yield Row(
        f"SQL queries of the dearest page, {dearest}",
        str(queries[dearest]),
        "",
        "",
        "at most 8",
        queries[dearest] <= 8,
    )
    yield from _timings()


def _site() -> Any:
    os.environ.update(
        DJANGO_SETTINGS_MODULE="civic.settings",
        HTTPS="false",
        ALLOWED_HOSTS="testserver",
        PUBLIC_PAGES_CACHE_SECONDS="3600",
        LOG_LEVEL="ERROR",
    )
    import django
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment(debug=False)
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0)
    return Client()


def _weigh(client: Any, path: str) -> int:
    page = client.get(path).content
    return len(gzip.compress(page, 6)) + _linked(
        client, path, r'<link rel="stylesheet" href="([^"]+)"'
    )


def _linked(client: Any, path: str, pattern: str) -> int:
    from django.contrib.staticfiles import finders

    html = client.get(path).content.decode()
    files = [finders.find(name.removeprefix("/static/")) for name in re.findall(pattern, html)]
    return sum(len(gzip.compress(Path(str(file)).read_bytes(), 6)) for file in files)


def _queries(client: Any, path: str) -> int:
    from django.core.cache import cache
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(path)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


def _timings() -> Iterator[Row]:
    for name, seconds, each, demanded in (
        ("warm change page", "3600", 300, 0.8),
        ("the same page with all caches off", "0", 15, 0.15),
    ):
        with served_site("benchmarks.constant", PUBLIC_PAGES_CACHE_SECONDS=seconds) as site:
            ours, constant, size = _rates(site, each)
        share = ours / constant
        yield Row(
            f"{name}, gunicorn with 2 workers",
            f"{ours:.0f} requests per second",
            f"a view that returns {size:,} bytes as a constant, {constant:.0f}",
            f"{share:.2f}×",
            f"at least {demanded}×",
            share >= demanded,
        )


def _rates(site: str, each: int) -> tuple[float, float, int]:
    """Return the rates of a change and of a constant, asked for in turns, and their size."""
    ours, constant, size = [], [], 0
    headers = {"Accept-Encoding": "gzip"}
    for _ in range(ROUNDS):
        change = request("GET", site, CHANGE, headers, "")
        per_second, size = rate(site, [[change] * each] * CONNECTIONS, 200)
        ours.append(per_second)
        same = request("GET", site, f"/constant/{size}/", headers, "")
        constant.append(rate(site, [[same] * each] * CONNECTIONS, 200)[0])
    return statistics.median(ours), statistics.median(constant), size
