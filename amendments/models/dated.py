"""How exactly a day is known: shown with the date, so that no day is made up."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Precision(models.TextChoices):
    """What of a stored date is known; the rest of it only keeps the order."""

    DAY = "day", _("the day")
    MONTH = "month", _("the month")
    YEAR = "year", _("the year")
    APPROXIMATE = "approximate", _("approximately")


def precision_is_known(field: str = "precision") -> models.Q:
    return models.Q(**{f"{field}__in": Precision.values})
