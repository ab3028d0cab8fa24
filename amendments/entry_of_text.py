"""One row of the database as the content files would say it, and back."""

from django.db.models import Model

from amendments.content_files import BadContent, Entry, Fault, Kind, kinds
from amendments.content_files.faults import Place
from amendments.content_files.names import Names, NotInDatabase
from amendments.content_files.strict_yaml import Listing, NotYaml, parse
from amendments.content_files.writing import written


class DatabaseNames(Names):
    """Slugs looked up when they are asked for: for one text, not for all."""

    def key(self, kind: str, slug: str) -> int:
        try:
            return super().key(kind, slug)
        except NotInDatabase:
            found = kinds[kind].model._base_manager.filter(slug=slug).values_list("pk", flat=True)
            for key in found:
                self.learn(kind, slug, key)
            return super().key(kind, slug)

    def slug(self, kind: str, key: int) -> str:
        try:
            return super().slug(kind, key)
        except KeyError:
            rows = kinds[kind].model._base_manager.filter(pk=key)
            slug: str = rows.values_list("slug", flat=True).get()
            self.learn(kind, slug, key)
            return slug


def kind_of(model: type[Model]) -> Kind:
    """Raises KeyError for a model that the content files do not know."""
    for kind in kinds:
        if kind.model is model:
            return kind
    raise KeyError(model._meta.label)


def entry_of(text: Model) -> Entry:
    """Return what the database says of one text, in canonical form. Some queries."""
    kind = kind_of(type(text))
    rows = kind.model._base_manager.prefetch_related(*kind.shape.prefetches())
    return kind.shape.stored(rows.get(pk=text.pk), DatabaseNames())


def as_yaml(entry: Entry) -> str:
    return written([entry])


def from_yaml(kind: Kind, text: str) -> Entry:
    """Read one entry. Raises BadContent."""
    faults: list[Fault] = []
    place = Place(kind.name, faults=faults)
    try:
        root = parse(text)
    except NotYaml as error:
        raise BadContent([Fault(kind.name, "", "", str(error))]) from error
    if not isinstance(root, Listing) or len(root.items) != 1:
        raise BadContent([Fault(kind.name, "", "", "expected one entry")])
    entry = kind.shape.read(root.items[0], place)
    if faults:
        raise BadContent(faults)
    return entry


def save_entry(text: Model, entry: Entry, *, reason: str) -> None:
    """Make one row say what the entry says. Raises BadContent if a reference is gone."""
    kind = kind_of(type(text))
    try:
        kind.shape.save(text, entry, DatabaseNames(), reason)
    except NotInDatabase as error:
        raise BadContent([Fault(kind.name, entry["slug"], "", str(error))]) from error
