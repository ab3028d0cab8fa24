"""What is often misunderstood about a change, as the questions it answers."""

from django.utils.translation import gettext

from amendments.change_page import ChangePage
from amendments.json_ld.things import Thing, page_url
from amendments.texts import text_in


def of_misconceptions(page: ChangePage) -> list[Thing]:
    """A FAQPage of the misconceptions the page shows and corrects; empty where it shows none."""
    misconceptions = list(page.amendment.misconceptions.all())
    if not misconceptions:
        return []
    questions = []
    for misconception in misconceptions:
        belief = text_in(page.language, misconception, "belief")
        correction = text_in(page.language, misconception, "correction")
        name = gettext("Is this right: “%(belief)s”?") % {"belief": belief}
        questions.append(
            {
                "@type": "Question",
                "name": name,
                "acceptedAnswer": {"@type": "Answer", "text": str(correction)},
            }
        )
    url = page_url("change", page.amendment.slug)
    return [{"@type": "FAQPage", "@id": f"{url}#faq", "mainEntity": questions}]
