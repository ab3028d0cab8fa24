"""The words of the drawings, in the reader's language."""

from django.utils.translation import get_language, gettext

from amendments.models import Appointment, Institution
from amendments.texts import Text, text_in


def own_words(words: str) -> Text:
    """Take words of the interface for a text: they are in the page's language."""
    language = get_language()
    return Text(words, language, language)


def short_name(body: Institution) -> str:
    """Name a body as briefly as its drawing needs; one without a short name by its full one."""
    names = {
        "president": gettext("President"),
        "parliament": gettext("Parliament"),
        "mazhilis": gettext("Mazhilis"),
        "senate": gettext("Senate"),
        "kurultai-parliament": gettext("Kurultai"),
        "assembly": gettext("Assembly"),
        "maslikhat": gettext("maslikhat"),
        "supreme-judicial-council": gettext("Supreme Judicial Council"),
    }
    return names.get(body.slug) or body_name(body).value


def body_name(body: Institution) -> Text:
    """Return the full name of a body without what stands in brackets after it."""
    name = text_in(get_language(), body, "name")
    return Text(name.value.partition(" (")[0], name.language, name.wanted)


def who_fills(appointment: Appointment) -> str:
    """Say who fills a post: "President appoints; consent: Senate"."""
    by = {"body": short_name(appointment.by)}
    if appointment.act == Appointment.Act.ELECTS:
        parts = [gettext("%(body)s elects") % by]
    else:
        parts = [gettext("%(body)s appoints") % by]
    if appointment.proposed_by:
        parts.append(gettext("proposal: %(body)s") % {"body": short_name(appointment.proposed_by)})
    if appointment.consent_of:
        parts.append(gettext("consent: %(body)s") % {"body": short_name(appointment.consent_of)})
    return "; ".join(parts)
