"""Short notes of the data that are kept once, in English, said in the language of the page.

The day a source bears and the place of a rule in the Constitution of 2026 are no texts to be
translated one by one: a handful of forms covers them. What has another form stays as written.
"""

import re
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext

_DAYS = (("%d %B %Y", "DATE_FORMAT"), ("%B %Y", "YEAR_MONTH_FORMAT"))
_HEADING = re.compile(r"\bSection ([IVXL]+) heading\b")
_ITEM = re.compile(r"\bitem (\w+)")


def said_date(written: str) -> str:
    """Say "8 June 2022" or "June 2022" as the page's language writes a day or a month."""
    for form, shown in _DAYS:
        try:
            return date_format(datetime.strptime(written, form), shown)
        except ValueError:
            continue
    return written


def said_articles(written: str) -> str:
    """Say "Section VII heading", "73(1) item 5" or "Preamble" in the page's language."""
    said = _HEADING.sub(
        lambda found: gettext("Section %(number)s heading") % {"number": found[1]}, written
    )
    said = _ITEM.sub(lambda found: gettext("item %(number)s") % {"number": found[1]}, said)
    return said.replace("Preamble", gettext("Preamble"))
