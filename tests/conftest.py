"""Fixtures for every test. The settings are `tests.settings`."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from amendments.api import kept_lists
from tests.browser.chromium import find_chromium
from tests.factories.editors import IN_ENGLISH

# How long an example takes says more of the machine than of the code. The same examples each
# time: what `make test` says of a commit must not hang on luck; `make fuzz` looks further.
settings.register_profile("any machine", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=1_000)  # `make fuzz`
settings.load_profile("any machine")

# What was imported stays: looking through it for garbage took a twentieth of the time.
gc.freeze()
gc.set_threshold(50_000, 20, 50)

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs a loop in the tests' thread

BROWSER_TESTS = Path(__file__).parent / "browser"
# What another database cannot change: how pages behave in a browser, answers unlike the schema,
# and in which language a page speaks.
SAME_ON_EVERY_DATABASE = [
    BROWSER_TESTS,
    *(
        BROWSER_TESTS.parent / name
        for name in (
            "api/test_fuzzing.py",
            "api/test_generated_client.py",
            "web/test_languages_of_a_quiz.py",
            "web/test_languages_of_pages.py",
        )
    ),
]
NEED_A_DATABASE = {"db", "transactional_db", "shipped_content"}


def pytest_report_header() -> str:
    chromium = find_chromium()
    if chromium:
        return f"browser tests: with {chromium}"
    return "browser tests: SKIPPED, no Chromium found (install it or set CHROMIUM to its path)"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark browser tests; run late what wants the shipped content, and browser tests last.

    They share one filled database, which the rest must not meet. Processes that share the work
    have a database each, and take their share in this order. Long tests begin the last group,
    lest one process has them left to do when the others have ended.
    Without a Chromium browser tests are skipped; with REQUIRE_BROWSER=1 the run stops instead.
    """
    if os.environ.get("DATABASE_TESTS_ONLY") == "1":
        _leave_out(items, [item for item in items if not _depends_on_the_database(item)])
    found = find_chromium()
    in_browser = [item for item in items if BROWSER_TESTS in item.path.parents]
    if in_browser and not found and os.environ.get("REQUIRE_BROWSER") == "1":
        raise pytest.UsageError("REQUIRE_BROWSER=1, but no Chromium was found.")
    for item in in_browser:
        item.add_marker(pytest.mark.browser)
        if not found:
            item.add_marker(pytest.mark.skip(reason="no Chromium found"))
    items.sort(
        key=lambda item: (
            BROWSER_TESTS in item.path.parents,
            wants_shipped_content(item),
            item.get_closest_marker("takes_long") is None,
        )
    )


def _leave_out(items: list[pytest.Item], left_out: list[pytest.Item]) -> None:
    if left_out:
        left_out[0].config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


def _depends_on_the_database(item: pytest.Item) -> bool:
    """Whether a second run, on another database, could come out otherwise."""
    if any(item.path.is_relative_to(each) for each in SAME_ON_EVERY_DATABASE):
        return False
    wanted = NEED_A_DATABASE & set(getattr(item, "fixturenames", ()))
    return bool(wanted) or item.get_closest_marker("django_db") is not None


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test an empty cache: Redis would carry one test's limits into the next.

    What a process remembers of publications to come, and of lists, is forgotten too.
    """
    cache.clear()
    monkeypatch.setattr("amendments.freshness._due", None)
    monkeypatch.setattr("amendments.api.kept_lists._kept", kept_lists.Kept(""))
    yield


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Let what a test reads be in its own language where no address says another."""
    with translation.override("en"):
        yield


@pytest.fixture
def client() -> Client:
    """Ask like somebody whose browser speaks English: the admin's addresses say no language."""
    return Client(headers=IN_ENGLISH)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Make the test database whatever tests were chosen.

    pytest-django makes it only for tests marked `django_db`; a run of browser tests alone
    would meet the developer's own.
    """
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def shipped_content(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Have the shipped content in the database, loaded once for all tests that ask for it.

    They run after all others, each within a transaction that ends with it; browser tests follow,
    whose pages are served from another thread.
    """
    with django_db_blocker.unblock():
        call_command("load_content", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # As the database of a site has had the time to do


def wants_shipped_content(item: pytest.Item) -> bool:
    return "shipped_content" in getattr(item, "fixturenames", ())
