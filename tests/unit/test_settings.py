"""The start, as a process meets it."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from dotenv import dotenv_values

from civic import environment
from civic.local_environment import demand_free_port, write_once

SAFE = {"SECRET_KEY": "for tests only", "DATABASE_URL": "sqlite://:memory:"}


def start(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process with these variables and no `.env`."""
    program = (
        "from civic import environment\n"
        "environment.read_local_file = lambda: None\n"
        "from civic import settings\n"
        "print(settings.SITE_URL, settings.SECURE_SSL_REDIRECT, settings.DEBUG)\n"
    )
    return subprocess.run(  # noqa: S603  Our own interpreter and text
        [sys.executable, "-c", program],
        cwd=environment.ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", **variables},
        capture_output=True,
        text=True,
    )


def test_without_a_secret_key_the_start_stops(tmp_path: Path) -> None:
    started = start(tmp_path)

    assert started.returncode == 1
    assert started.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: "
        "SECRET_KEY: expected a long random text, it is not set."
    )


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("LOG_LEVEL", "loud", "one of DEBUG, INFO, WARNING, ERROR, CRITICAL"),
        ("SITE_URL", "example.org", "a public address such as https://example.org"),
        ("PORT", "eighty", "a whole number from 1 to 65535"),
        ("HTTPS", "maybe", "true or false"),
        ("CACHE_URL", "redis://h:x/0", "locmem:// or redis://host:port/number"),
        (
            "CSRF_TRUSTED_ORIGINS",
            "example.org",
            "addresses such as https://example.org or https://*.example.org, "
            "with commas between them",
        ),
        (
            "ALLOWED_HOSTS",
            "http://a",
            "host names such as example.org, .example.org or [::1], with commas between them",
        ),
    ],
)
def test_a_wrong_variable_stops_the_start(
    name: str, value: str, expected: str, tmp_path: Path
) -> None:
    started = start(tmp_path, **SAFE, **{name: value})

    assert started.returncode == 1
    assert started.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: "
        f"{name}: expected {expected}, found {value!r}."
    )


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("EDITORS_SESSION_HOURS", 8760),
        ("REPORT_CONTACT_DAYS", 3650),
        ("REPORT_SPAM_DAYS", 3650),
        ("PUBLIC_PAGES_CACHE_SECONDS", 31_536_000),
    ],
)
def test_a_span_of_time_beyond_the_calendar_stops_the_start(
    name: str, most: int, tmp_path: Path
) -> None:
    started = start(tmp_path, **SAFE, **{name: "99999999999"})
    least = 0 if name == "PUBLIC_PAGES_CACHE_SECONDS" else 1

    assert started.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: "
        f"{name}: expected a whole number from {least} to {most}, found 99999999999."
    )


def test_the_defaults_are_those_of_production(tmp_path: Path) -> None:
    assert start(tmp_path, **SAFE).stdout == "http://127.0.0.1:8000 True False\n"


def test_the_port_is_part_of_the_local_address(tmp_path: Path) -> None:
    assert start(tmp_path, **SAFE, PORT="8001").stdout == "http://127.0.0.1:8001 True False\n"


def test_the_local_environment_is_written_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    before = os.umask(0)
    try:
        written = write_once(path)
    finally:
        os.umask(before)
    first = path.read_text(encoding="utf-8")

    assert written is True
    assert write_once(path) is False
    assert path.read_text(encoding="utf-8") == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_the_local_environment_starts_the_settings(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    write_once(path)
    variables = {name: value or "" for name, value in dotenv_values(path).items()}

    assert len(variables["SECRET_KEY"]) >= 50
    assert start(tmp_path, **variables).stdout == "http://127.0.0.1:8000 False False\n"


def test_two_installations_have_different_secrets(tmp_path: Path) -> None:
    write_once(tmp_path / "one")
    write_once(tmp_path / "other")

    assert (tmp_path / "one").read_text() != (tmp_path / "other").read_text()


def test_a_taken_port_is_told_before_anything_else() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]

        with pytest.raises(SystemExit) as stop:
            demand_free_port("127.0.0.1", port)

    assert str(stop.value) == (
        f"Port {port} is taken, perhaps by another `make run`. "
        f"Choose another: make run PORT={port + 1}"
    )
