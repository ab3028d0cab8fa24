"""The files that belong to the project: what git tracks or would, else what is not ignored."""

import functools
import subprocess
from pathlib import Path

from civic.environment import ROOT

NOT_OURS = {".git", ".venv", ".stamps", "staticfiles", "node_modules", "__pycache__"}


@functools.cache
def project_files() -> tuple[Path, ...]:
    """Return the paths, relative to the root, of all files that are there."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split("\0")
        paths = [Path(name) for name in listed if name]
    else:  # An archive of the project, without its history
        paths = [
            path.relative_to(ROOT)
            for path in ROOT.rglob("*")
            if not NOT_OURS & set(path.relative_to(ROOT).parts)
            and not path.name.startswith((".env", "db.sqlite3"))
            and "_cache" not in str(path)
        ]
    return tuple(sorted(path for path in paths if (ROOT / path).is_file()))


def python_files() -> list[Path]:
    """Return the modules of the three packages, without migrations."""
    return [
        path
        for path in project_files()
        if path.suffix == ".py"
        and path.parts[0] in ("civic", "amendments", "quiz")
        and "migrations" not in path.parts
    ]


def text_of(path: Path) -> str | None:
    """Return a file's text, or None for a binary one."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
