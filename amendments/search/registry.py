"""What search finds: each app says so of its own models, in `AppConfig.ready`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from django.db.models import Model, QuerySet

from amendments.texts import Text, text_in


@dataclass(frozen=True)
class Kind:
    """A group of hits that readers may ask for alone; `label` is its name in the plural.

    `weight` lifts or lowers its hits among those of other kinds that fit as well.
    """

    name: str  # A word of the index: letters, digits, underscores
    label: Any  # Lazily translated
    weight: float = 1.0


@dataclass(frozen=True)
class Part:
    """One text of an entry: its language and the name of the field it stands in."""

    field: str
    text: Text


# Gives the parts of an item in a language, where naming a field does not say it all
Parts = Callable[[Any, str], Iterable[Part]]


@dataclass(frozen=True)
class Searchable:
    """How the rows of one model are found.

    `title` is a field, or a function of item and language. `fields` are read in their order,
    the first being what a hit shows when no other place in it fits better; a name with a dot
    leads to rows that belong to the item ("key_facts.text"). `names` are fields whose values
    in every language lead here. `context` says, in the active language, what the title leaves
    open: where it stands, who says so, when. `place` gives article and place within.

    `address` makes the path of the page, in the active language, from the slug and what the
    lookups `parents` lead to. `needs` are lookups of other texts that must be
    public too. `follows` maps models to the lookup from the item: what is saved there changes
    the item's entry.
    """

    kind: Kind
    model: type[Model]
    title: str | Callable[[Any, str], Text]
    fields: Sequence[str | Parts]
    address: Callable[..., str]
    _: KW_ONLY
    parents: Sequence[str] = ()
    names: Sequence[str] = ()
    context: Callable[[Any], list[Text]] = lambda item: []
    place: Callable[[Any], tuple[str, str]] = lambda item: ("", "")
    needs: Sequence[str] = ()
    follows: Mapping[type[Model], str] = field(default_factory=dict)
    related: Sequence[str] = ()
    slug: str = "slug"
    weight: float = 1.0  # Lower for rows that repeat what the text they belong to says

    @property
    def label(self) -> str:
        """Name the model in the index: "amendments.amendment"."""
        return self.model._meta.label_lower

    @property
    def rows(self) -> list[str]:
        """Name the relations to rows that belong to an item."""
        named = [each.partition(".") for each in self.fields if isinstance(each, str)]
        return list(dict.fromkeys(first for first, dot, _rest in named if dot))

    def queryset(self) -> QuerySet[Any]:
        """Read the items with all that an entry is made of."""
        items: QuerySet[Any] = self.model._default_manager.all()
        if self.related:
            items = items.select_related(*self.related)
        return items.prefetch_related(*self.rows)


class Registry:
    """The searchable models, and the kinds in the order in which readers see them."""

    def __init__(self) -> None:
        self._by_label: dict[str, Searchable] = {}

    def add(self, searchable: Searchable) -> None:
        known = self._by_label.get(searchable.label)
        if known is not None and known != searchable:
            raise ValueError(f"{searchable.label} is searchable already")
        self._by_label[searchable.label] = searchable

    def __iter__(self) -> Iterator[Searchable]:
        return iter(self._by_label.values())

    def __getitem__(self, label: str) -> Searchable:
        return self._by_label[label]

    def __contains__(self, label: str) -> bool:
        return label in self._by_label

    @property
    def kinds(self) -> dict[str, Kind]:
        return {searchable.kind.name: searchable.kind for searchable in self}


registry = Registry()


def follow(item: object, lookup: str) -> Any:
    """Return what `lookup` ("law__constitution") leads to; None where the way ends."""
    for name in lookup.split("__"):
        item = getattr(item, name, None)
    return item


def field_in(language: str, item: Any, name: str) -> Text:
    """Read a field in `language`, or the nearest; one that is not translated, as it is."""
    if hasattr(item, f"{name}_{language}"):
        return text_in(language, item, name)
    return Text(str(getattr(item, name) or ""), language, language)
