"""Databases made for one measurement, in a process that has settings of its own."""

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

POSTGRESQL = "postgres://postgres@127.0.0.1:5432/test"  # A database `test_…` is made beside it
PORT = 5432


@contextmanager
def database_addresses() -> Iterator[dict[str, str]]:
    """Yield the addresses by name; PostgreSQL is among them if it answers on this machine."""
    with tempfile.TemporaryDirectory(prefix="ata-zan-bench-") as folder:
        addresses = {"SQLite": f"sqlite:///{folder}/bench.sqlite3"}
        if has_postgresql():
            addresses["PostgreSQL"] = POSTGRESQL
        yield addresses


def has_postgresql() -> bool:
    with socket.socket() as connection:
        connection.settimeout(1)
        return connection.connect_ex(("127.0.0.1", PORT)) == 0


def measured(module: str, address: str, *arguments: str) -> Any:
    """Run `python -m module --measure …` on that server or file; return the JSON printed last.

    A process of its own, because settings are read once.
    """
    environment = os.environ | {
        "SECRET_KEY": "only for measuring on this machine",
        "DATABASE_URL": address,
        "CACHE_URL": "locmem://",
        "DJANGO_SETTINGS_MODULE": "civic.settings",
        "PUBLIC_PAGES_CACHE_SECONDS": "0",
        "ALLOWED_HOSTS": "testserver",
        "HTTPS": "false",
        "DEBUG": "false",
        "LOG_LEVEL": "ERROR",
    }
    run = subprocess.run(  # noqa: S603  Our own command
        [sys.executable, "-m", module, "--measure", *arguments],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(run.stdout.splitlines()[-1])


def set_up() -> None:
    """Make Django ready in a process started by `measured`."""
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import setup_test_environment

    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    setup_test_environment(debug=False)


@contextmanager
def made_database(ending: str) -> Iterator[str]:
    """Make a migrated database beside the configured one, yield its name, delete it."""
    from django.db import connection

    original = str(connection.settings_dict["NAME"])
    connection.settings_dict["TEST"]["NAME"] = (
        f"{original}.{ending}" if connection.vendor == "sqlite" else f"test_{ending}"
    )
    name = str(connection.creation.create_test_db(0, autoclobber=True, serialize=False))
    try:
        yield name
    finally:
        use(name)
        connection.creation.destroy_test_db(original, verbosity=0)


@contextmanager
def copied_database(name: str) -> Iterator[str]:
    """Copy a made database with all that it holds, yield the copy's name, delete it."""
    from django.db import connection

    use(name)
    connection.creation.clone_test_db("copy", verbosity=0, autoclobber=True)
    copy = str(connection.creation.get_test_db_clone_settings("copy")["NAME"])
    try:
        yield copy
    finally:
        use(name)
        connection.creation.destroy_test_db(suffix="copy", verbosity=0)


def use(name: str) -> None:
    """Turn to a made database; what is connected to the one before is closed."""
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name


def address_of(name: str) -> str:
    """Return a made database's address, for another process."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{POSTGRESQL.rpartition('/')[0]}/{name}"
