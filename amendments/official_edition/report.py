"""What an import found: for the command to print, and for the admin to show later."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from amendments.models import AuthenticText
from amendments.official_edition.edition import EditionRead
from amendments.official_edition.footnotes import touched
from amendments.official_edition.hints import differing
from amendments.official_edition.matching import Fate, Found
from amendments.official_edition.wanted import Wanted
from amendments.reader import ProvisionHistory


@dataclass
class Item:
    """A provision, by its slug, and why it is listed; `lines` of the file."""

    provision: str
    reason: str = ""
    lines: list[int] = field(default_factory=list)


@dataclass
class LawCompared:
    """The articles that one law touched: by the footnotes, and as held here."""

    law: str
    dated: str
    in_footnotes: list[str]
    here: list[str]

    @property
    def only_in_footnotes(self) -> list[str]:
        return [number for number in self.in_footnotes if number not in self.here]

    @property
    def only_here(self) -> list[str]:
        return [number for number in self.here if number not in self.in_footnotes]


@dataclass
class Hint:
    """Figures that only our rendering has, and those that only the authentic text has."""

    provision: str
    only_rendering: list[str]
    only_authentic: list[str]


@dataclass
class Report:
    """`differs` lists texts of which another edition of the same wording says something else.

    `put_right` holds words with Latin look-alikes; `laws` is empty without footnotes; `accepted`
    are the lines whose faults were accepted.
    """

    items: dict[str, list[Item]]
    footnotes: int
    notes: int
    laws: list[LawCompared]
    differs: list[Item]
    hints: list[Hint]
    put_right: list[tuple[int, str]]
    accepted: list[int] = field(default_factory=list)

    def of(self, fate: Fate) -> list[Item]:
        return self.items.get(fate.value, [])

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Report":
        return cls(
            items={
                fate: [Item(**item) for item in items]
                for fate, items in stored.get("items", {}).items()
            },
            footnotes=stored.get("footnotes", 0),
            notes=stored.get("notes", 0),
            laws=[LawCompared(**law) for law in stored.get("laws", [])],
            differs=[Item(**item) for item in stored.get("differs", [])],
            hints=[Hint(**hint) for hint in stored.get("hints", [])],
            put_right=[(line, word) for line, word in stored.get("put_right", [])],
            accepted=stored.get("accepted", []),
        )


def report_on(edition: EditionRead, found: list[Found], wanted: Wanted) -> Report:
    """Put together what was found. One query."""
    items: dict[str, list[Item]] = {fate.value: [] for fate in Fate}
    for each in found:
        slug = each.history.provision.slug
        items[each.fate.value].append(Item(slug, each.reason.value, list(each.lines)))
    return Report(
        items=items,
        footnotes=len(edition.footnotes),
        notes=edition.notes,
        laws=list(_laws(edition, [each.history for each in found], wanted)),
        differs=list(_differing_editions(found, wanted)),
        hints=list(_hints(found, wanted)),
        put_right=edition.put_right,
        accepted=sorted(wanted.accepted),
    )


def _laws(
    edition: EditionRead, held: list[ProvisionHistory], wanted: Wanted
) -> Iterable[LawCompared]:
    """Compare each law of which we hold amendments; headings of sections are no articles."""
    if not edition.footnotes:
        return
    in_footnotes = touched(edition.footnotes)
    in_order = {article.number: at for at, article in enumerate(edition.articles)}
    laws = {change.law_id: change.law for history in held for change in history.changes}
    for law in sorted(laws.values(), key=lambda law: law.dated):
        if law.dated > wanted.as_of:
            continue
        here = {
            history.provision.article.number
            for history in held
            if history.provision.article is not None
            and any(change.law_id == law.pk for change in history.changes)
        }
        both = [in_footnotes.get(law.dated, set()), here]
        ordered = [sorted(each, key=lambda number: in_order.get(number, 0)) for each in both]
        yield LawCompared(law.slug, law.dated.isoformat(), *ordered)


def _differing_editions(found: list[Found], wanted: Wanted) -> Iterable[Item]:
    """Editions that give the same wording should say the same; where not, a change is missed."""
    others = AuthenticText.objects.filter(
        edition__constitution=wanted.constitution, edition__language=wanted.language
    ).exclude(edition__as_of=wanted.as_of)
    texts = {each.history.provision.pk: each for each in found if each.fate == Fate.MATCHED}
    for other in others.select_related("edition"):
        this = texts.get(other.provision_id)
        if this is None or this.text == other.text:
            continue
        if this.history.around(other.edition.as_of) == this.history.around(wanted.as_of):
            slug = this.history.provision.slug
            yield Item(slug, other.edition.as_of.isoformat(), list(this.lines))


def _hints(found: list[Found], wanted: Wanted) -> Iterable[Hint]:
    for each in found:
        rendering = each.history.on(wanted.as_of, wanted.language).text
        if each.fate != Fate.MATCHED or rendering.is_foreign or not rendering:
            continue
        ours, theirs = differing(rendering.value, each.text, wanted.language)
        if ours or theirs:
            yield Hint(each.history.provision.slug, ours, theirs)
