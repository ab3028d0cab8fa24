"""Typed environment variables: each one read in a single place, a wrong one stops the start.

Django's settings are built from these. A variable that cannot be read raises
`ImproperlyConfigured` naming the variable and what was expected, before anything is served.
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

ROOT = Path(__file__).resolve().parent.parent

DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")
CACHE_SCHEMES = ("locmem", "redis", "rediss")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

_env = Env()


def read_local_file() -> None:
    """Take variables from `.env` at the project's root; the real environment wins."""
    _env.read_env(str(ROOT / ".env"), recurse=False)


def _read(kind: str, name: str, expected: str, **default: Any) -> Any:
    try:
        return getattr(_env, kind)(name, **default)
    except EnvError as error:
        given = _env.str(name, default=None)
        found = "it is not set" if given is None else f"found {given!r}"
        raise ImproperlyConfigured(f"{name}: expected {expected}, {found}.") from error


def text(name: str, expected: str, **default: str) -> str:
    value: str = _read("str", name, expected, **default)
    if not value and default.get("default") != "":
        raise ImproperlyConfigured(f"{name}: expected {expected}, found an empty text.")
    return value


def switch(name: str, *, default: bool) -> bool:
    value: bool = _read("bool", name, "true or false", default=default)
    return value


def whole_number(name: str, *, default: int, at_least: int = 0, at_most: int | None = None) -> int:
    expected = f"a whole number from {at_least}"
    if at_most is not None:
        expected += f" to {at_most}"
    value: int = _read("int", name, expected, default=default)
    if value < at_least or (at_most is not None and value > at_most):
        raise ImproperlyConfigured(f"{name}: expected {expected}, found {value}.")
    return value


def one_of(name: str, options: tuple[str, ...], *, default: str) -> str:
    value: str = _read("str", name, f"one of {', '.join(options)}", default=default)
    if value not in options:
        raise ImproperlyConfigured(
            f"{name}: expected one of {', '.join(options)}, found {value!r}."
        )
    return value


def site_address(name: str, *, default: str) -> str:
    """Read the public address of a site: scheme, host and perhaps a port, no slash at the end."""
    expected = "a public address such as https://example.org"
    given = text(name, expected, default=default)
    value = given.removesuffix("/")
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port  # A port out of range is found only when asked for
    except ValueError:
        host = port = None
    whole = host and value == f"{parts.scheme}://{parts.netloc}" and "@" not in parts.netloc
    if not whole or parts.scheme not in ("http", "https") or port == 0:
        raise ImproperlyConfigured(f"{name}: expected {expected}, found {given!r}.")
    return value


def contact(name: str, *, default: str) -> str:
    """Read an address at which people are reached: a mailto: or an https:// one, or none."""
    expected = "mailto:somebody@example.org or https://example.org/contact"
    value = text(name, expected, default=default)
    if value and not re.fullmatch(r"(?:mailto:[^\s@]+@[^\s@]+|https://[^\s/]+\S*)", value):
        raise ImproperlyConfigured(f"{name}: expected {expected}, found {value!r}.")
    return value


def names(name: str, *, default: list[str]) -> list[str]:
    """Read a comma-separated list; spaces around the commas do not count."""
    values: list[str] = _read("list", name, "a comma-separated list", default=default)
    return [value.strip() for value in values if value.strip()]


def folder(name: str, *, default: str) -> Path:
    """Read a folder; one that is not a full path is in the project's root."""
    return ROOT / text(name, "a folder", default=default)


def database(name: str, *, default: str) -> dict[str, Any]:
    """Read a database address into Django's settings for one database.

    SQLite paths are anchored at the project's root, so that a command run from any folder
    meets the same file. SQLite gets WAL and immediate transactions: readers never wait for
    the one writer, and two writers queue instead of failing halfway.
    """
    address = text(name, "a database address such as sqlite:///db.sqlite3", default=default)
    _demand_scheme(name, address, DATABASE_SCHEMES)
    try:
        parsed: dict[str, Any] = dict(_env.dj_db_url(name, default=default))
    except (EnvError, ValueError) as error:
        raise ImproperlyConfigured(
            f"{name}: expected a database address such as sqlite:///db.sqlite3, "
            f"found {_without_password(address)!r}."
        ) from error
    if parsed["ENGINE"].endswith("sqlite3"):
        if parsed["NAME"] != ":memory:":
            parsed["NAME"] = str(ROOT / parsed["NAME"])
        parsed["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    parsed["CONN_MAX_AGE"] = 600  # Opening a connection costs more than a warm page
    parsed["CONN_HEALTH_CHECKS"] = True
    return parsed


def cache(name: str, *, default: str) -> dict[str, Any]:
    """Read a cache address: `locmem://` (each process its own) or `redis://host:port/number`."""
    address = text(name, "locmem:// or redis://host:port/number", default=default)
    _demand_scheme(name, address, CACHE_SCHEMES)
    if address.startswith("locmem"):
        return {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "OPTIONS": {"MAX_ENTRIES": 2_000},
        }
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": address}


def _demand_scheme(name: str, address: str, schemes: tuple[str, ...]) -> None:
    if urlsplit(address).scheme not in schemes:
        raise ImproperlyConfigured(
            f"{name}: expected an address starting with {', '.join(s + '://' for s in schemes)}; "
            f"found {_without_password(address)!r}."
        )


def _without_password(address: str) -> str:
    """Hide what stands between the first colon of the user's part and the @: it reaches logs."""
    return re.sub(r"(//[^/@:]*:)[^@]*@", r"\1…@", address)
