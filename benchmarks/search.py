"""What a search costs among 70,000 generated changes, beside the same search among 70.

    python -m benchmarks.search

makes databases of its own and takes about ten minutes for both. The times are those of the whole
page, through all middleware, with the cache of pages off.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from math import inf

from benchmarks.row import Row

FEW, MANY = 70, 70_000
AT_MOST = 1.3
TURNS, TIMES = 6, 5  # So often each question is asked, in each database
POSTGRESQL = "postgres://postgres@127.0.0.1:5432/test"  # A database `test_…` is made beside it

QUESTIONS = (
    "president",  # In most of the changes
    "constitutional court",
    "death penalty",  # In few
    "judges of the supreme court",
    "who appoints judges",
    "presid",  # The beginning of a word
    "presidnet",  # A slip
    "elctions parliment",
    "article 172",
    "172(3)",
    "xylophone",  # In none
)


def rows() -> Iterator[Row]:
    """Measure on SQLite, and on PostgreSQL where one answers on this machine."""
    with tempfile.TemporaryDirectory(prefix="ata-zan-search-") as folder:
        yield _measured("SQLite", f"sqlite:///{folder}/search.sqlite3")
    if _answers(5432):
        yield _measured("PostgreSQL", POSTGRESQL)
    else:
        yield Row(
            f"search among {MANY:,} changes, PostgreSQL: no server here", "", "", "", "", True
        )


def _measured(database: str, url: str) -> Row:
    """Measure in a process of its own: settings are read once."""
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "civic.settings",
        "PUBLIC_PAGES_CACHE_SECONDS": "0",
        "ALLOWED_HOSTS": "testserver",
        "HTTPS": "false",
        "DEBUG": "false",
        "LOG_LEVEL": "ERROR",
    }
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.search", "--measure"],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    few, many = json.loads(run.stdout.splitlines()[-1])
    ratio = sum(many) / sum(few)
    return Row(
        what=f"search among {MANY:,} changes, {database}: {len(QUESTIONS)} questions",
        ours=f"{sum(many):.0f} ms",
        reference=f"{sum(few):.0f} ms among {FEW}",
        ratio=f"{ratio:.2f}×",
        demanded=f"at most {AT_MOST}×",
        ok=ratio <= AT_MOST,
    )


def _measure() -> None:
    """Print the milliseconds of each question among few changes, and among many."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_test_environment

    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    setup_test_environment(debug=False)
    original = connection.settings_dict["NAME"]
    made: list[str] = []
    try:
        for number in (FEW, MANY):
            made.append(_made(number, original))
        print(json.dumps(_milliseconds(*made)))
    finally:
        for name in made:
            _use(name)
            connection.creation.destroy_test_db(original, verbosity=0)


def _made(number: int, original: str) -> str:
    """Make a database of so many changes beside the original one, and return its name."""
    from django.db import connection

    from amendments.search.engines import engine
    from benchmarks.generated import add_changes

    _use(original)
    if connection.vendor == "sqlite":  # A file, not memory
        connection.settings_dict["TEST"]["NAME"] = f"{original}.{number}"
    else:
        connection.settings_dict["TEST"]["NAME"] = f"test_search_{number}"
    name: str = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    add_changes(number)
    engine().tidy()
    return name


def _use(name: str) -> None:
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name


def _milliseconds(few: str, many: str) -> tuple[list[float], list[float]]:
    """Return the shortest of some times for each question, in the one database and the other.

    In turns: a machine that slows down meanwhile slows both.
    """
    from django.test import Client

    client = Client()
    taken: dict[str, list[float]] = {few: [inf] * len(QUESTIONS), many: [inf] * len(QUESTIONS)}
    for _ in range(TURNS):
        for name, shortest in taken.items():
            _use(name)
            client.get("/en/search/", {"q": "warm"})
            for at, asked in enumerate(QUESTIONS):
                for _ in range(TIMES):
                    start = time.perf_counter()
                    client.get("/en/search/", {"q": asked})
                    spent = (time.perf_counter() - start) * 1000
                    shortest[at] = min(shortest[at], spent)
    return taken[few], taken[many]


def _answers(port: int) -> bool:
    with socket.socket() as connection:
        connection.settimeout(1)
        return connection.connect_ex(("127.0.0.1", port)) == 0


def main() -> int:
    """Print the rows; return 1 if a bound was missed."""
    if "--measure" in sys.argv:
        _measure()
        return 0
    measured = list(rows())
    for row in measured:
        print(f"{row.what}: {row.ours}, {row.reference}, {row.ratio} ({row.demanded})")
    return 0 if all(row.ok for row in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
