"""A small set of content files to work on, and the three commands."""

from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "content"


@dataclass(frozen=True)
class ContentFolder:
    path: Path

    def read(self, file: str) -> str:
        return (self.path / file).read_text("utf-8")

    def write(self, file: str, text: str) -> None:
        (self.path / file).parent.mkdir(parents=True, exist_ok=True)
        (self.path / file).write_text(text, "utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        """Replace a passage that stands in the file exactly once."""
        text = self.read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def load(self, *options: str) -> str:
        return said("load_content", f"--folder={self.path}", *options)

    def dump(self, *options: str) -> str:
        return said("dump_content", f"--folder={self.path}", *options)

    def faults(self, *options: str) -> list[str]:
        """Load, expecting faults, and return them with the closing line cut off."""
        with pytest.raises(CommandError) as raised:
            self.load(*options)
        *faults, closing = str(raised.value).split("\n")
        assert closing.endswith("nothing was changed.")
        return faults


def said(command: str, *options: str) -> str:
    out = StringIO()
    call_command(command, *options, stdout=out)
    return out.getvalue()


def everything() -> dict[str, list[dict[str, Any]]]:
    """Read every row of every table of ours, the histories too."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_app_config("amendments").get_models()
        if model._meta.managed
    }


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(Path(copytree(SAMPLES, tmp_path / "content")))


@pytest.fixture
def loaded(content: ContentFolder, db: None) -> ContentFolder:
    content.load()
    return content
