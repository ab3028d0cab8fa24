"""Bring database, content and static files up to date before a start, in one process."""

import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from amendments.models import ShippedEntry
from amendments.open_data.stamp import is_current
from civic import environment as env
from civic.environment import ROOT
from civic.local_environment import demand_free_port
from civic.management.shipped_content import load_when_changed
from civic.management.static_files import collect_when_changed

EDITOR = "editor"


class Command(BaseCommand):
    help = (
        "Migrates the database, loads the shipped content, collects the static files and packs "
        "the open data, each only where something changed. Running it again is harmless and quick."
    )
    requires_system_checks = ()  # `make lint` checks the code, reading a variable its value

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--local-editor",
            action="store_true",
            help="on a database without accounts, add one with a generated password and show it",
        )
        parser.add_argument(
            "--for-port",
            action="store_true",
            help="first make sure that nothing else listens at HOST and PORT",
        )

    def handle(self, *, local_editor: bool, for_port: bool, **options: Any) -> None:
        if for_port:
            host = env.text("HOST", "an address to listen at", default="127.0.0.1")
            demand_free_port(host, settings.PORT)
        self._migrate()
        self._load_content()
        if collect_when_changed():
            self.stdout.write("Collected the static files.")
        self._pack_open_data()
        if local_editor:
            self._add_local_editor()

    def _migrate(self) -> None:
        executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Setting up the database …")
            call_command("migrate", interactive=False, verbosity=0)

    def _load_content(self) -> None:
        if not ShippedEntry.objects.exists():
            self.stdout.write("Loading the content …")
        load_when_changed()

    def _pack_open_data(self) -> None:
        """Fill the shelf of downloads, which takes a minute: in a process beside the start.

        A start neither waits for it nor fails for want of it; until then About says that there
        are none yet.
        """
        try:
            if settings.DEBUG or is_current():
                return
            folder = Path(settings.OPEN_DATA_FOLDER)
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.stderr.write(f"The open data is not packed. {error}")
            return
        self.stdout.write(f"Packing the open data into {folder}, while the site runs.")
        subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, ROOT / "manage.py", "export_open_data"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _add_local_editor(self) -> None:
        """Add the one account of a new local site; its password is shown once and kept nowhere."""
        if User.objects.exists():
            return
        password = secrets.token_urlsafe(12)
        User.objects.create_superuser(EDITOR, password=password)
        self.stdout.write(
            f"\nAn editor account for this machine: {EDITOR}\n"
            f"Its password, shown only now:     {password}\n"
            f"Another one: .venv/bin/python manage.py changepassword {EDITOR}\n"
        )
