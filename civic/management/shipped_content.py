"""Loading the shipped content only when it changed: reading and comparing it takes seconds."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.core.management import call_command

from amendments.content_files import kinds
from amendments.freshness import release
from amendments.models import ShippedEntry
from civic.environment import ROOT

STAMP = ROOT / ".stamps" / "content"


def load_when_changed(folder: Path | None = None) -> bool:
    """Load the content files unless this database took over these very ones; return whether it did.

    `folder` stands in for what ships.
    """
    if STAMP.exists() and STAMP.read_text() == _state(folder):
        return False
    call_command("load_content", folder=folder, verbosity=0)
    STAMP.parent.mkdir(exist_ok=True)
    STAMP.write_text(_state(folder))
    return True


def _state(folder: Path | None) -> str:
    """Digest the code that reads, each file's place, size and time, and what was taken over."""
    digest = hashlib.sha256(release().encode())
    for path in sorted(_files([folder] if folder else kinds.folders())):
        found = path.stat()
        digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    for row in ShippedEntry.objects.order_by("kind", "slug").values_list("kind", "slug", "digest"):
        digest.update("\0".join(row).encode())
    return digest.hexdigest()


def _files(folders: Iterable[Path]) -> Iterable[Path]:
    return (path for folder in folders for path in folder.rglob("*.y*ml"))
