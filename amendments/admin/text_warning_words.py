"""What an editor is told of what looks suspicious in the texts of a change."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from amendments.languages import NAMES
from amendments.text_warnings import Suspicion, TextWarning

SIDES: Mapping[str, Any] = {"before": _("Before"), "after": _("After"), "": ""}

WORDS: Mapping[Suspicion, Any] = {
    Suspicion.IDENTICAL: _(
        "Before and after are the same: right only if the law changed the text in another language."
    ),
    Suspicion.DIFFERENT_LENGTHS: _(
        "%(side)s: the lengths of the texts in two languages differ much: %(words)s."
    ),
    Suspicion.WRONG_ALPHABET: _(
        "%(side)s: letters of the wrong alphabet that only look right: “%(words)s”."
    ),
    Suspicion.LOOK_ALIKE: _(
        "Before has “%(expected)s” and after “%(words)s”: the letters only look the same. Readers"
        " are shown no change."
    ),
    Suspicion.DOUBLE_SPACES: _("%(side)s: more than one space in a row: “%(words)s”."),
    Suspicion.NOT_THE_PREVIOUS_AFTER: _(
        "Before is not what the previous change left: there “…%(expected)s…”, here “…%(words)s…”."
    ),
}


def said(warning: TextWarning) -> str:
    """Put a warning into a sentence in the active language."""
    words = warning.words
    if warning.suspicion is Suspicion.DIFFERENT_LENGTHS:
        words = ", ".join(NAMES[language] for language in words.split(", "))
    told = {"side": SIDES[warning.side], "words": words, "expected": warning.expected}
    return str(WORDS[warning.suspicion] % told)
