"""The numbers a reader tries on the rule, and what the rule says to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.formats import number_format
from django.utils.translation import gettext

from amendments.adoption_rule import (
    HUNDREDTH,
    Contradiction,
    Rule,
    Verdict,
    Vote,
    at_least_two_thirds,
    contradiction,
)
from amendments.models import Referendum, Result, ResultCount

Counted, ShareOf = ResultCount.Counted, ResultCount.ShareOf


@dataclass(frozen=True)
class Example:
    """A vote worth trying, with the query that asks for it."""

    name: str
    query: str


class Trial:
    """One vote judged by both rules.

    Numbers that are left out are those of the final result. What cannot be read is left out
    too, and what is out of range is moved to its edge; `notes` say so. Shares have two decimals.
    The box beside a slider, if filled in, goes before the slider.
    """

    def __init__(
        self,
        query: Mapping[str, str],
        *,
        referendum: Referendum,
        final: Result | None,
        law: Rule,
        reported: Rule,
    ) -> None:
        self.referendum = referendum
        self.regions_total = referendum.regions_total or 0
        self.notes: list[str] = []
        self._query = query
        self.actual = actual_vote(final, self.regions_total)
        self.vote = Vote(
            turnout=self._read("turnout", self.actual.turnout, 100),
            yes=self._read("yes", self.actual.yes, 100),
            regions=int(self._read("regions", Decimal(self.actual.regions), self.regions_total)),
        )
        self.law: Verdict = law.judge(self.vote)
        self.reported: Verdict = reported.judge(self.vote)
        self.contradiction: Contradiction | None = contradiction(
            self.vote, regions_total=self.regions_total
        )

    @property
    def given(self) -> dict[str, str]:
        """The shares as a form wants them, in any language: 68.05."""
        return {"turnout": f"{self.vote.turnout:f}", "yes": f"{self.vote.yes:f}"}

    @property
    def is_as_it_was(self) -> bool:
        return self.vote == self.actual

    @property
    def rules_part(self) -> bool:
        return self.law.passed != self.reported.passed

    @property
    def examples(self) -> list[Example]:
        total, needed = self.regions_total, at_least_two_thirds(self.regions_total)
        return [
            Example(gettext("As it was"), "?"),
            Example(gettext("Exactly half take part"), f"?turnout=50&yes=77&regions={total}"),
            Example(gettext("The two rules part"), f"?turnout=60&yes=70&regions={total}"),
            Example(gettext("One region too few"), f"?turnout=68&yes=77&regions={needed - 1}"),
        ]

    def _read(self, name: str, otherwise: Decimal, most: int) -> Decimal:
        given = self._query.get(f"{name}-box", "").strip() or self._query.get(name, "").strip()
        if not given:
            return otherwise
        number = _number(given[:24])
        if number is None or (name == "regions" and number % 1):
            self.notes.append(
                gettext("“%(given)s” is no number we can use; shown instead: %(shown)s.")
                % {"given": given[:24], "shown": number_format(otherwise)}
            )
            return otherwise
        kept = min(max(number, Decimal(0)), Decimal(most))
        if kept != number:
            self.notes.append(
                gettext("“%(given)s” is out of range; shown instead: %(shown)s.")
                % {"given": given[:24], "shown": number_format(kept)}
            )
        return kept if name == "regions" else kept.quantize(HUNDREDTH)


def actual_vote(final: Result | None, regions_total: int) -> Vote:
    """Return the vote as it was, by the official shares; half and all where we know none."""
    counts = list(final.counts.all()) if final else []
    shares = {(c.counted, c.share_of): c.share for c in counts if c.share is not None}
    in_favour = final.regions_in_favour if final else None
    return Vote(
        turnout=shares.get((Counted.TOOK_PART.value, ShareOf.ENTITLED.value), Decimal(50)),
        yes=shares.get((Counted.YES.value, ShareOf.TOOK_PART.value), Decimal(50)),
        regions=regions_total if in_favour is None else in_favour,
    )


def _number(given: str) -> Decimal | None:
    try:
        number = Decimal(given.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
