"""Entries → files: the one layout of the content, the same bytes every time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from amendments.content_files.kinds import Kinds
from amendments.content_files.shape import Entry
from amendments.content_files.stored import StoredKind

LONGEST_PLAIN_TEXT = 80


class _Dumper(yaml.SafeDumper):
    """Block style; list items stand under their key, two spaces in; no anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text or len(text) > LONGEST_PLAIN_TEXT else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _number(dumper: yaml.SafeDumper, number: Decimal) -> yaml.ScalarNode:
    written = format(number, "f")
    kind = "float" if "." in written else "int"  # YAML's own guess, or it would write a tag
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", written)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _number)


def written(entries: Sequence[Mapping[str, Any]]) -> str:
    """Return the text of one content file.

    A text of more than 80 characters or several lines is a literal block (`|-`), except where
    YAML cannot write it so (spaces at the end of a line).
    """
    return str(
        yaml.dump(
            [dict(entry) for entry in entries],
            Dumper=_Dumper,
            default_flow_style=False,
            sort_keys=False,
            allow_unicode=True,
            width=2**31 - 1,
        )
    )


@dataclass
class Dumped:
    """What `dump` did, or would do: files by path, entries by kind."""

    changed: list[Path] = field(default_factory=list)
    unchanged: int = 0
    entries: dict[str, int] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)


def dump(
    kinds: Kinds,
    stored: Mapping[str, StoredKind],
    folder: Path | None = None,
    *,
    check: bool = False,
) -> Dumped:
    """Write what is public to the files of its kind, or all below `folder`; remove no file.

    Files that say the same already are not touched; with `check` none is.
    """
    dumped = Dumped()
    for kind in kinds:
        root = folder or kind.folder
        public = stored[kind.name].public()
        dumped.entries[kind.name] = len(public)
        files: dict[Path, list[Entry]] = {}
        if not kind.one_file_each and (public or (root / kind.file).exists()):
            files[root / kind.file] = []
        for entry in sorted(public.values(), key=kind.order):
            files.setdefault(root / kind.path_of(entry), []).append(entry)
        for path, entries in files.items():
            _write(path, written(entries).encode(), dumped, check)
        dumped.listed += [
            f"{kind.name}: {slug}: not published; left out"
            for slug in sorted(stored[kind.name].entries.keys() - public.keys())
        ]
        if kind.one_file_each:
            dumped.listed += [
                f"{path.relative_to(root).as_posix()}: not in the database; left in place"
                for path in sorted(set(root.glob(kind.pattern)) - files.keys())
            ]
    return dumped


def _write(path: Path, content: bytes, dumped: Dumped, check: bool) -> None:
    if path.exists() and path.read_bytes() == content:
        dumped.unchanged += 1
        return
    dumped.changed.append(path)
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
