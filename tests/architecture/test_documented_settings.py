""".env.example and the code name the same variables with the same defaults."""

import re
import runpy
from collections.abc import Callable
from typing import Any

import pytest

from civic import environment
from civic.environment import ROOT

READERS = (
    *("text", "switch", "whole_number", "one_of", "site_address", "contact", "names"),
    *("host_names", "origins", "database", "cache", "folder"),
)


def as_written(default: Any) -> str:
    """Return a default the way it stands in `.env.example`."""
    if isinstance(default, bool):
        return str(default).lower()
    return ",".join(default) if isinstance(default, list) else str(default)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Run the settings and gunicorn's, and return each variable they read with its default."""
    defaults: dict[str, str] = {}

    def recording(reader: Callable[..., Any]) -> Callable[..., Any]:
        def record(name: str, *arguments: Any, **options: Any) -> Any:
            defaults.setdefault(name, as_written(options.get("default", "")))
            return reader(name, *arguments, **options)

        return record

    for name in re.findall(r"^([A-Z_]+)=", documented_text(), re.MULTILINE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SECRET_KEY", "for tests only")
    monkeypatch.setattr(environment, "read_local_file", lambda: None)
    for name in READERS:
        monkeypatch.setattr(environment, name, recording(getattr(environment, name)))
    runpy.run_path(str(ROOT / "civic" / "settings.py"))
    runpy.run_path(str(ROOT / "deploy" / "gunicorn.conf.py"))
    return defaults


def documented_text() -> str:
    return (ROOT / ".env.example").read_text(encoding="utf-8")


def test_every_variable_is_documented_with_its_default(read: dict[str, str]) -> None:
    documented = dict(re.findall(r"^([A-Z_]+)=(.*)$", documented_text(), re.MULTILINE))

    assert documented == read


def test_every_documented_variable_is_explained() -> None:
    paragraphs = documented_text().split("\n\n")
    with_variables = [part for part in paragraphs if re.search(r"^[A-Z_]+=", part, re.MULTILINE)]

    assert [part for part in with_variables if not part.startswith("# ")] == []


def test_no_module_reads_the_environment_behind_the_settings() -> None:
    allowed = {"civic/environment.py", "civic/wsgi.py"}
    from tests.architecture.project_files import python_files, text_of

    reading = {
        str(path)
        for path in python_files()
        if re.search(r"os\.environ|os\.getenv", text_of(path) or "")
    }

    assert reading - allowed == set()
