"""The months on their own, named here so that `make messages` collects them.

Django's Russian catalogue gives them a capital; Russian writes "июнь 2022 г." in lower case
wherever no sentence begins. Ours is asked first.
"""

from django.utils.translation import gettext_lazy

MONTHS = (
    gettext_lazy("January"),
    gettext_lazy("February"),
    gettext_lazy("March"),
    gettext_lazy("April"),
    gettext_lazy("May"),
    gettext_lazy("June"),
    gettext_lazy("July"),
    gettext_lazy("August"),
    gettext_lazy("September"),
    gettext_lazy("October"),
    gettext_lazy("November"),
    gettext_lazy("December"),
)
