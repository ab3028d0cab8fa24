"""A report in words, in the active language: headings with counts, and what is under them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amendments.addresses import address
from amendments.models import Provision
from amendments.official_edition.matching import Fate, Reason
from amendments.official_edition.report import Hint, Item, LawCompared, Report

MOST_WORDS = 12  # Named of those with look-alike letters


@dataclass(frozen=True)
class Told:
    heading: str
    items: list[str]


def told(report: Report) -> Iterator[str]:
    """Yield the report line by line, what is under a heading indented."""
    for part in parts_of(report):
        yield part.heading
        for item in part.items:
            yield f"    {item}"


def parts_of(report: Report) -> list[Told]:
    """Return the report in its parts. One query, for the addresses."""
    addresses = _addresses(report)
    parts = [
        Told(
            f"{len(items := report.of(fate))} {fate.label}",
            [] if fate == Fate.MATCHED else [_item(item, addresses) for item in items],
        )
        for fate in Fate
    ]
    parts += [*_footnotes(report), *_differing(report, addresses), *_hints(report, addresses)]
    return [*parts, *_put_right(report), *_accepted(report)]


def _addresses(report: Report) -> dict[str, str]:
    listed: Iterable[Item | Hint] = [
        *(item for fate in Fate for item in report.of(fate)),
        *report.differs,
        *report.hints,
    ]
    provisions = Provision.objects.filter(slug__in={each.provision for each in listed})
    return {each.slug: address(each) for each in provisions.select_related("article", "section")}


def _item(item: Item, addresses: dict[str, str]) -> str:
    said = addresses.get(item.provision, item.provision)
    if item.lines:
        said += " " + _("(line %(line)d)") % {"line": item.lines[0]}
    return f"{said}: {Reason(item.reason).label}" if item.reason else said


def _footnotes(report: Report) -> Iterator[Told]:
    if not report.footnotes:
        yield Told(
            _("No footnotes were found: which articles a law touched cannot be compared."), []
        )
        return
    yield Told(
        ngettext("%(count)d footnote", "%(count)d footnotes", report.footnotes)
        % {"count": report.footnotes},
        [_law(law) for law in report.laws],
    )


def _law(law: LawCompared) -> str:
    count = len(law.in_footnotes)
    said = ngettext(
        "Law of %(day)s: the footnotes name %(count)d article",
        "Law of %(day)s: the footnotes name %(count)d articles",
        count,
    ) % {"day": law.dated, "count": count}
    if not (law.only_here or law.only_in_footnotes):
        return said + "; " + _("the same as the amendments held here of %(law)s") % {"law": law.law}
    for numbers, form in (
        (law.only_in_footnotes, _("only in the footnotes: %(numbers)s")),
        (law.only_here, _("only in the amendments held here: %(numbers)s")),
    ):
        if numbers:
            said += "; " + form % {"numbers": ", ".join(numbers)}
    return said


def _differing(report: Report, addresses: dict[str, str]) -> Iterator[Told]:
    if report.differs:
        yield Told(
            _("Another edition of the same wording reads otherwise: is a change missing here?"),
            [
                _("%(address)s: edition of %(day)s")
                % {"address": addresses.get(item.provision, item.provision), "day": item.reason}
                for item in report.differs
            ],
        )


def _hints(report: Report, addresses: dict[str, str]) -> Iterator[Told]:
    if report.hints:
        yield Told(
            _("Our rendering counts otherwise than the authentic text (a hint, no fault):"),
            [
                _("%(address)s: only in ours: %(ours)s; only in the authentic text: %(theirs)s")
                % {
                    "address": addresses.get(hint.provision, hint.provision),
                    "ours": ", ".join(hint.only_rendering) or "–",
                    "theirs": ", ".join(hint.only_authentic) or "–",
                }
                for hint in report.hints
            ],
        )


def _put_right(report: Report) -> Iterator[Told]:
    count = len(report.put_right)
    if count:
        yield Told(
            ngettext(
                "%(count)d word with Latin letters that look Cyrillic, put right as stored:",
                "%(count)d words with Latin letters that look Cyrillic, put right as stored:",
                count,
            )
            % {"count": count},
            [
                _("line %(line)d: %(word)s") % {"line": line, "word": word}
                for line, word in report.put_right[:MOST_WORDS]
            ]
            + (["…"] if count > MOST_WORDS else []),
        )


def _accepted(report: Report) -> Iterator[Told]:
    if report.accepted:
        lines = ", ".join(map(str, report.accepted))
        yield Told(
            _("Accepted as they stand, though a piece seemed to be missing: lines %(lines)s")
            % {"lines": lines},
            [],
        )
