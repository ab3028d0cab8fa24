"""Files → entries: everything is read and checked before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.utils import translation

from amendments.content_files.checking import Content, ReadEntry, check
from amendments.content_files.faults import BadContent, Fault, Place
from amendments.content_files.kinds import Kind, Kinds
from amendments.content_files.strict_yaml import Listing, Mapping, NotYaml, Scalar, parse

SUFFIXES = (".yaml", ".yml")


@dataclass
class _Reader:
    kinds: Kinds
    folder: Path | None
    faults: list[Fault] = field(default_factory=list)

    def folders(self) -> Iterable[tuple[Path, list[Kind]]]:
        if self.folder:
            yield self.folder, list(self.kinds)
            return
        for folder in self.kinds.folders():
            yield folder, [kind for kind in self.kinds if kind.folder == folder]

    def read(self) -> Content:
        content = Content({kind.name: [] for kind in self.kinds})
        for folder, kinds in self.folders():
            paths = [path for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES]
            if not paths:
                self.faults.append(Fault(str(folder), "", "", "no content files here"))
            for path in paths:
                place = Place(path.relative_to(folder).as_posix(), faults=self.faults)
                owner = next((kind for kind in kinds if kind.owns(place.file)), None)
                if owner:
                    entries = self.read_file(path, owner, place)
                    content.entries[owner.name] += entries or []
                    if entries is None:
                        content.half_read.add(owner.name)
                else:
                    place.fault("belongs to no kind of content; is it in the right folder?")
        check(self.kinds, content, self.faults)
        return content

    def read_file(self, path: Path, kind: Kind, place: Place) -> list[ReadEntry] | None:
        """Return the file's entries, or report why there are none to read and return None."""
        try:
            root = parse(path.read_text("utf-8-sig"))
        except UnicodeDecodeError as error:
            place.fault(f"expected UTF-8, found something else at byte {error.start}")
            return None
        except OSError as error:
            place.fault(f"cannot be read: {error.strerror}")
            return None
        except NotYaml as error:
            place.fault(str(error))
            return None
        if not isinstance(root, Listing) or root.flaw:
            found = root.found() if root else "nothing"
            place.fault((root and root.flaw) or f"expected a list of entries, found {found}")
            return None
        return [
            self.read_entry(node, number, kind, place) for number, node in enumerate(root.items, 1)
        ]

    def read_entry(self, node: object, number: int, kind: Kind, place: Place) -> ReadEntry:
        assert isinstance(node, Listing | Mapping | Scalar)  # noqa: S101 - There are no others
        slug = node.value("slug") if isinstance(node, Mapping) else None
        named = slug.text if isinstance(slug, Scalar) else ""
        place = replace(place, entry=named or f"entry {number}", line=node.line)
        return ReadEntry(named, kind.shape.read(node, place), place)


def read_content(kinds: Kinds, folder: Path | None = None) -> Content:
    """Read the files of all kinds, from where each kind ships or all from `folder`.

    The same files give the same answer whatever the database holds. Raises BadContent.
    """
    reader = _Reader(kinds, folder)
    with translation.override("en"):  # Django's own messages, as ours, are for developers
        content = reader.read()
    if reader.faults:
        raise BadContent(reader.faults)
    return content
