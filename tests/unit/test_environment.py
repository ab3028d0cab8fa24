"""A wrong variable stops the start with its name and what was expected."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from civic import environment as env

Reader = Callable[[], Any]

WRONG = [
    (lambda: env.text("X", "a long text"), None, "X: expected a long text, it is not set."),
    (lambda: env.text("X", "a long text"), "", "X: expected a long text, found an empty text."),
    (
        lambda: env.switch("X", default=False),
        "perhaps",
        "X: expected true or false, found 'perhaps'.",
    ),
    (
        lambda: env.whole_number("X", default=1),
        "many",
        "X: expected a whole number from 0, found 'many'.",
    ),
    (
        lambda: env.whole_number("X", default=1, at_least=1, at_most=9),
        "10",
        "X: expected a whole number from 1 to 9, found 10.",
    ),
    (
        lambda: env.one_of("X", ("INFO", "ERROR"), default="INFO"),
        "loud",
        "X: expected one of INFO, ERROR, found 'loud'.",
    ),
    *(
        (
            lambda: env.site_address("X", default="https://example.org"),
            address,
            f"X: expected a public address such as https://example.org, found '{address}'.",
        )
        for address in (
            "example.org",
            "ftp://example.org",
            "https://",
            "https://example.org/site",
            "https://example.org?a",
            "https://me@example.org",
            "https://example.org:99999",
            "https://[::1",
        )
    ),
    (
        lambda: env.database("X", default="sqlite:///db.sqlite3"),
        "mysql://example.org/law",
        "X: expected an address starting with sqlite://, postgres://, postgresql://; "
        "found 'mysql://example.org/law'.",
    ),
    (
        lambda: env.database("X", default="sqlite:///db.sqlite3"),
        "postgres://me:secret@example.org:port/law",
        "X: expected a database address such as sqlite:///db.sqlite3, "
        "found 'postgres://me:…@example.org:port/law'.",
    ),
    (
        lambda: env.cache("X", default="locmem://"),
        "memcached://example.org",
        "X: expected an address starting with locmem://, redis://, rediss://; "
        "found 'memcached://example.org'.",
    ),
]


@pytest.mark.parametrize(("read", "value", "complaint"), WRONG, ids=[case[2] for case in WRONG])
def test_a_wrong_value_is_refused_by_name(
    read: Reader, value: str | None, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is None:
        monkeypatch.delenv("X", raising=False)
    else:
        monkeypatch.setenv("X", value)

    with pytest.raises(ImproperlyConfigured) as refusal:
        read()

    assert str(refusal.value) == complaint


RIGHT = [
    (lambda: env.switch("X", default=False), "on", True),
    (lambda: env.whole_number("X", default=1, at_least=0), "0", 0),
    (lambda: env.names("X", default=[]), " a.kz , b.kz,", ["a.kz", "b.kz"]),
    (lambda: env.site_address("X", default=""), "https://example.org/", "https://example.org"),
    (lambda: env.site_address("X", default=""), "http://[::1]:8000", "http://[::1]:8000"),
    (
        lambda: env.database("X", default="")["NAME"],
        "sqlite:////var/law.sqlite3",
        "/var/law.sqlite3",
    ),
    (
        lambda: env.database("X", default="")["NAME"],
        "sqlite:///law.sqlite3",
        str(env.ROOT / "law.sqlite3"),
    ),
    (lambda: env.database("X", default="")["HOST"], "postgres://me@example.org/law", "example.org"),
    (
        lambda: env.cache("X", default="")["LOCATION"],
        "redis://example.org:6379/1",
        "redis://example.org:6379/1",
    ),
]


@pytest.mark.parametrize(("read", "value", "meaning"), RIGHT, ids=[case[1] for case in RIGHT])
def test_a_right_value_is_understood(
    read: Reader, value: str, meaning: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("X", value)

    assert read() == meaning


def test_without_a_value_the_default_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("X", raising=False)

    assert env.one_of("X", env.LOG_LEVELS, default="INFO") == "INFO"
    assert env.whole_number("X", default=7) == 7
    assert env.names("X", default=["a"]) == ["a"]
