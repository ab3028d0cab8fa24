"""Where an article says something between two provisions that we do not hold."""

from amendments.models import Provision


def stands_right_after(before: Provision | None, provision: Provision) -> bool:
    """Say whether nothing of the law stands between two provisions, as far as numbers tell.

    Without a provision before it: whether it opens its article. 5-1 stands right after 5;
    "4–6" is a range. A sub-paragraph has opening words before it, whatever its number.
    """
    part = provision.part
    if before is None:
        whole = part == Provision.Part.ARTICLE
        opens = part != Provision.Part.SUBPARAGRAPH and _first(provision.paragraph) <= 1
        return whole or opens
    if part == before.part == Provision.Part.SUBPARAGRAPH:
        near = _first(provision.subparagraph) - _first(before.subparagraph) <= 1
        return provision.paragraph == before.paragraph and near
    if part == Provision.Part.SUBPARAGRAPH:
        opened = before.part == Provision.Part.OPENING_WORDS
        same = provision.paragraph == before.paragraph
        return opened and same and _first(provision.subparagraph) <= 1
    return (
        before.part == Provision.Part.PARAGRAPH
        and _first(provision.paragraph) - _last(before.paragraph) <= 1
    )


def _first(number: str) -> int:
    """Read 5 from "5", "5-1" and "5–7"; 0 where there is no number."""
    digits = number.partition("–")[0].partition("-")[0]
    return int(digits) if digits.isdecimal() else 0


def _last(number: str) -> int:
    """Read 7 from "5–7"."""
    return _first(number.rpartition("–")[2])
