"""A wrong variable stops the start with its name and what was expected."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from civic import environment as env

Reader = Callable[[], Any]

SIGNS = " In a password, write @ : / ? # [ ] % as %40 %3A %2F %3F %23 %5B %5D %25."

WRONG = [
    (lambda: env.text("X", "a long text"), None, "X: expected a long text, it is not set."),
    (lambda: env.text("X", "a long text"), "", "X: expected a long text, found an empty text."),
    (lambda: env.text("X", "a long text"), "   ", "X: expected a long text, found only spaces."),
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
            "https://a b",
            "https://.example.org",
            "https://example.org:",
        )
    ),
    *(
        (
            lambda: env.host_names("X", default=[]),
            f"example.org,{host}",
            "X: expected host names such as example.org, .example.org or [::1], "
            f"with commas between them, found '{host}'.",
        )
        for host in (
            *("http://a", "a b", "example.org:8000", "example.org/site", "*.example.org"),
            *("::1", "[::1", "[0::1]", "[a]", "..example.org", "қазақ.example"),
        )
    ),
    *(
        (
            lambda: env.origins("X", default=[]),
            f"https://example.org,{origin}",
            "X: expected addresses such as https://example.org or https://*.example.org, "
            f"with commas between them, found '{origin}'.",
        )
        for origin in (
            *("example.org", "https://a/b", "https://[a", "https://a b", "ftp://example.org"),
            *("https://*", "https://example.*", "https://me@example.org"),
        )
    ),
    *(
        (
            lambda: env.database("X", default="sqlite:///db.sqlite3"),
            address,
            f"X: expected a database address such as sqlite:///db.sqlite3, found '{shown}'.{hint}",
        )
        for address, shown, hint in (
            ("postgres://me:secret@h:port/law", "postgres://me:…@h:port/law", SIGNS),
            ("postgres://me:sec[ret@h/law", "postgres://me:…@h/law", SIGNS),
            ("postgres://me:se@cret@h:port/law", "postgres://me:…@h:port/law", SIGNS),
            ("postgres://me@we:secret@[::1/law", "…@[::1/law", SIGNS),
            ("postgres://me:1/secret@h/law", "postgres://me:…@h/law", SIGNS),
            ("postgres://me:1#secret@h/law", "postgres://me:…@h/law", SIGNS),
            ("postgres://u:p@[::1/law", "postgres://u:…@[::1/law", SIGNS),
            ("postgres://h", "postgres://h", ""),
            ("sqlite://db.sqlite3", "sqlite://db.sqlite3", ""),
        )
    ),
    *(
        (
            lambda: env.cache("X", default="locmem://"),
            address,
            f"X: expected locmem:// or redis://host:port/number, found '{shown}'.{hint}",
        )
        for address, shown, hint in (
            ("redis://", "redis://", ""),
            ("redis:///0", "redis:///0", ""),
            ("redis://h:x/0", "redis://h:x/0", ""),
            ("redis://h:99999/0", "redis://h:99999/0", ""),
            ("redis://h/abc", "redis://h/abc", ""),
            ("redis://h/0?colour=red", "redis://h/0?colour=red", ""),
            (" redis://h/0", " redis://h/0", ""),
            ("redis://:sec[ret@h/0", "redis://:…@h/0", SIGNS),
            ("redis://:1/secret@h/0", "redis://:…@h/0", SIGNS),
        )
    ),
    (
        lambda: env.database("X", default="sqlite:///db.sqlite3"),
        "mysql://example.org/law",
        "X: expected an address starting with sqlite://, postgres://, postgresql://, "
        "found 'mysql://example.org/law'.",
    ),
    (
        lambda: env.database("X", default="sqlite:///db.sqlite3"),
        "me:secret@example.org/law",
        "X: expected an address starting with sqlite://, postgres://, postgresql://, "
        f"found '…@example.org/law'.{SIGNS}",
    ),
    (
        lambda: env.cache("X", default="locmem://"),
        "memcached://example.org",
        "X: expected an address starting with locmem://, redis://, rediss://, "
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
    (lambda: env.database("X", default="")["PASSWORD"], "postgres://me:p%40%5B@h/law", "p@["),
    (lambda: env.database("X", default="")["NAME"], "sqlite://:memory:", ":memory:"),
    *(
        (lambda: env.cache("X", default="")["LOCATION"], address, [address])
        for address in (
            *("redis://example.org:6379/1", "redis://my_cache", "redis://[::1]:6379/"),
            *("rediss://:a,b;c@h/0?ssl_cert_reqs=none", "redis://me:p%5B@h"),
        )
    ),
    (
        lambda: env.host_names("X", default=[]),
        "a.kz, .b.kz,[::1],127.0.0.1,*,localhost",
        ["a.kz", ".b.kz", "[::1]", "127.0.0.1", "*", "localhost"],
    ),
    (
        lambda: env.origins("X", default=[]),
        "https://A.kz/, https://*.b.kz:8443,http://[::1]:8000",
        ["https://a.kz", "https://*.b.kz:8443", "http://[::1]:8000"],
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
