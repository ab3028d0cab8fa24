"""The day by which a law, a resolution or a vote is called, as laws write it.

It reads "of 8 June 2022" in a sentence of every language without an ending glued to a date:
Kazakh has an attribute before its noun, «2022 жылғы 8 маусымдағы заң», Russian «закон от 8 июня
2022 года». Days that stand alone are written by the language's own date format.
"""

from datetime import date

from django.utils.translation import pgettext, pgettext_lazy

_MONTHS = (
    pgettext_lazy("in the day of a law", "January"),
    pgettext_lazy("in the day of a law", "February"),
    pgettext_lazy("in the day of a law", "March"),
    pgettext_lazy("in the day of a law", "April"),
    pgettext_lazy("in the day of a law", "May"),
    pgettext_lazy("in the day of a law", "June"),
    pgettext_lazy("in the day of a law", "July"),
    pgettext_lazy("in the day of a law", "August"),
    pgettext_lazy("in the day of a law", "September"),
    pgettext_lazy("in the day of a law", "October"),
    pgettext_lazy("in the day of a law", "November"),
    pgettext_lazy("in the day of a law", "December"),
)


def day_of_a_law(day: date) -> str:
    """Write a day to stand with "of": "8 June 2022", «8 июня 2022 года»."""
    return pgettext("the day of a law", "%(day)s %(month)s %(year)s") % {
        "day": day.day,
        "month": _MONTHS[day.month - 1],
        "year": day.year,
    }
