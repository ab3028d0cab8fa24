"""The language asked for where the address has none in front: data, not pages."""

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from amendments.languages import LANGUAGES


def language_of(request: HttpRequest) -> str:
    """Return the language of `?lang=`, else the first of ours in Accept-Language, else Kazakh.

    No cookie: an address says the same to everyone who sends the same headers.
    """
    given = request.GET.get("lang", "")
    if given in LANGUAGES:
        return given
    header = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
    preferred = (code.partition("-")[0] for code, _weight in parse_accept_lang_header(header))
    return next((code for code in preferred if code in LANGUAGES), LANGUAGES[0])
