"""How everyone entitled to vote voted, or did not: a result in parts that add up to all."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amendments.models import Result, ResultCount

Counted = ResultCount.Counted

WIDTH = 1000  # What a bar of everyone is wide, in units of the drawing
GAP = 2

NAMES = {
    Counted.YES: pgettext_lazy("votes", "yes"),
    Counted.NO: pgettext_lazy("votes", "no"),
    Counted.BOTH_MARKED: pgettext_lazy("votes", "both boxes marked"),
    Counted.NOT_COUNTED: pgettext_lazy("votes", "counted for neither side"),
    Counted.INVALID: pgettext_lazy("votes", "invalid"),
}
DID_NOT_VOTE = "did-not-vote"
NOT_TOLD = "not-told"


@dataclass(frozen=True)
class Part:
    """Some of all entitled to vote: `share` in per cent; `x` and `width` in units of the bar."""

    key: str
    name: str
    count: int
    share: Decimal
    x: str
    width: str


def parts_of(result: Result) -> list[Part]:
    """Return the parts of a result in the order of the ballot, those who stayed away last.

    Empty unless it is known how many were entitled and took part. What the counted votes leave
    open of those who took part is a part of its own, so that the whole stays whole. Costs the
    query for the counts unless they are prefetched.
    """
    counts = {c.counted: c.count for c in result.counts.all() if c.count is not None}
    entitled, took_part = counts.get(Counted.ENTITLED), counts.get(Counted.TOOK_PART)
    if not entitled or took_part is None:
        return []
    numbers = [(key.value, str(name), counts[key]) for key, name in NAMES.items() if key in counts]
    left = took_part - sum(count for _key, _name, count in numbers)
    if left > 0:
        numbers.append((NOT_TOLD, str(_("not told how")), left))
    numbers.append((DID_NOT_VOTE, str(_("did not vote")), entitled - took_part))
    return _drawn(numbers, entitled)


def _drawn(numbers: list[tuple[str, str, int]], entitled: int) -> list[Part]:
    parts, before = [], 0
    for key, name, count in numbers:
        x, end = (Decimal(n * WIDTH) / entitled for n in (before, before + count))
        width = max(end - x - GAP, Decimal(1)) if key != DID_NOT_VOTE else end - x
        share = Decimal(count * 100) / entitled
        parts.append(Part(key, name, count, share, f"{x:.1f}", f"{width:.1f}"))
        before += count
    return parts
