"""Typed environment variables: each one read in a single place, a wrong one stops the start.

Django's settings are built from these. A variable that cannot be read raises
`ImproperlyConfigured` naming the variable and what was expected, before anything is served.
"""

import re
from ipaddress import IPv6Address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

ROOT = Path(__file__).resolve().parent.parent

DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")
CACHE_SCHEMES = ("locmem", "redis", "rediss")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*", re.IGNORECASE)

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
    if value and not value.strip():
        raise ImproperlyConfigured(f"{name}: expected {expected}, found only spaces.")
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
    if not _is_site(value):
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


def host_names(name: str, *, default: list[str]) -> list[str]:
    """Read the hosts a site answers to, as Django compares them: without scheme, port or path."""
    hosts = names(name, default=default)
    for host in hosts:
        if host != "*" and not _is_host(host.removeprefix(".")):
            raise ImproperlyConfigured(
                f"{name}: expected host names such as example.org, .example.org or [::1], "
                f"with commas between them, found {host!r}."
            )
    return hosts


def origins(name: str, *, default: list[str]) -> list[str]:
    """Read addresses of sites, as a browser names them; `*.` stands for every host below one."""
    values = [given.removesuffix("/").lower() for given in names(name, default=default)]
    for value in values:
        if not _is_site(value.replace("://*.", "://", 1)):
            raise ImproperlyConfigured(
                f"{name}: expected addresses such as https://example.org or "
                f"https://*.example.org, with commas between them, found {value!r}."
            )
    return values


def folder(name: str, *, default: str) -> Path:
    """Read a folder; one that is not a full path is in the project's root."""
    return ROOT / text(name, "a folder", default=default)


def database(name: str, *, default: str) -> dict[str, Any]:
    """Read a database address into Django's settings for one database.

    SQLite paths are anchored at the project's root, so that a command run from any folder
    meets the same file. SQLite gets WAL and immediate transactions: readers never wait for
    the one writer, and two writers queue instead of failing halfway.
    """
    expected = "a database address such as sqlite:///db.sqlite3"
    address = text(name, expected, default=default)
    parts = _parted(name, address, DATABASE_SCHEMES, expected)
    try:
        parsed: dict[str, Any] = dict(_env.dj_db_url(name, default=default))
    except (EnvError, ValueError):
        raise _wrong_address(name, expected, address) from None  # The cause shows a password
    at_a_server = parts.scheme != "sqlite"
    misread = "@" in parts.path if at_a_server else parts.netloc not in ("", ":memory:")
    if misread or not parsed["NAME"]:
        raise _wrong_address(name, expected, address)
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
    expected = "locmem:// or redis://host:port/number"
    address = text(name, expected, default=default)
    parts = _parted(name, address, CACHE_SCHEMES, expected)
    if parts.scheme == "locmem":
        return {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "OPTIONS": {"MAX_ENTRIES": 2_000},
        }
    from redis import ConnectionPool  # Only where it is used: it takes long to import

    if not parts.hostname or not re.fullmatch(r"(?:/\d*)?", parts.path) or parts.fragment:
        raise _wrong_address(name, expected, address)
    try:
        ConnectionPool.from_url(address).make_connection()  # Connects to nothing yet
    except (TypeError, ValueError):
        raise _wrong_address(name, expected, address) from None
    # A list: Django would part a text at its commas
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": [address]}


def _is_host(host: str) -> bool:
    if not host.startswith("["):
        return _HOST_NAME.fullmatch(host) is not None
    try:
        return f"[{IPv6Address(host[1:-1])}]" == host.lower()
    except ValueError:
        return False


def _is_site(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port  # One out of range is found only when asked for
    except ValueError:
        return False
    host = parts.netloc.removesuffix(f":{port}")
    whole = address == f"{parts.scheme}://{parts.netloc}"
    return whole and parts.scheme in ("http", "https") and port != 0 and _is_host(host)


def _parted(name: str, address: str, schemes: tuple[str, ...], expected: str) -> SplitResult:
    """Part an address of one of the schemes, or stop the start."""
    try:
        parts = urlsplit(address)
    except ValueError:
        raise _wrong_address(name, expected, address) from None
    if parts.scheme not in schemes:
        starts = ", ".join(f"{scheme}://" for scheme in schemes)
        raise _wrong_address(name, f"an address starting with {starts}", address)
    return parts


def _wrong_address(name: str, expected: str, address: str) -> ImproperlyConfigured:
    """Say what is wrong without the password, since it reaches logs."""
    before, has_user, host = address.rpartition("@")
    if not has_user:
        return ImproperlyConfigured(f"{name}: expected {expected}, found {address!r}.")
    user = re.match("[^:/@]*://[^:/@]*:", before)
    shown = f"{user[0] if user else ''}…@{host}"
    return ImproperlyConfigured(
        f"{name}: expected {expected}, found {shown!r}. "
        "In a password, write @ : / ? # [ ] % as %40 %3A %2F %3F %23 %5B %5D %25."
    )
