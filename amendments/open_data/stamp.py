"""What the zips were made from, so that nobody makes the same ones again. Quick to import."""

from datetime import date

from amendments.days import today
from amendments.freshness import freshness_on
from amendments.models import Amendment, Constitution
from amendments.open_data import shelf

STAMP = ".made-from"


def day_of_law() -> date:
    """Return the last day on which a text or its status became another.

    Read on that day the law says what it says on every day since, today included, so that the
    same content is the same bytes tomorrow. Two queries.
    """
    of_constitutions = Constitution.objects.values_list(
        "adopted_on", "in_force_from", "in_force_until", "texts_known_from"
    )
    of_amendments = Amendment.objects.published().values_list("in_force_from", "applied_from")
    days = {day for row in (*of_constitutions, *of_amendments) for day in row if day}
    return max((day for day in days if day <= today()), default=today())


def stamp() -> str:
    """Return a short text that differs once the zips would."""
    return freshness_on(day_of_law())


def is_current() -> bool:
    """Whether the zips on the shelf were all made from what is published now."""
    kept = shelf.folder() / STAMP
    return (
        kept.is_file()
        and kept.read_text(encoding="utf-8") == stamp()
        and all(shelf.file_of(name) for name in shelf.TYPES)
    )
