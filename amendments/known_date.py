"""A date with no more in it than is known: a day, a month, a year, or "about"."""

from datetime import date
from typing import Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext

from amendments.models import Precision


class Dated(Protocol):
    """An event or a voice: `date` is only as good as `precision` says."""

    date: date
    precision: str


def known_date(dated: Dated) -> str:
    """Say the date in the active language: "5 June 2022", "June 2022", "about June 2022", "2022".

    An approximate day is told by its month, since the day itself was never known.
    """
    if dated.precision == Precision.YEAR:
        return str(dated.date.year)
    if dated.precision == Precision.DAY:
        return date_format(dated.date, "DATE_FORMAT")
    month = date_format(dated.date, "YEAR_MONTH_FORMAT")
    if dated.precision == Precision.APPROXIMATE:
        return gettext("about %(month)s") % {"month": month}
    return month
