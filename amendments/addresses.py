"""The address of a provision in words, as a lawyer would say it aloud."""

from django.utils.translation import gettext

from amendments.models import Provision


def address(provision: Provision) -> str:
    """Say where a provision stands: "Article 54, paragraph 2, sub-paragraph 2".

    Needs the provision's article or section loaded; makes no query of its own then.
    """
    if provision.article is not None:
        article = gettext("Article %(number)s") % {"number": provision.article.number}
        return ", ".join([article, *_within(provision)])
    number = provision.section.number if provision.section else ""
    return gettext("Heading of Section %(number)s") % {"number": number}


def short_address(provision: Provision) -> str:
    """Say where in its article a provision stands: "paragraph 2"; empty for a whole article."""
    return ", ".join(_within(provision))


def _within(provision: Provision) -> list[str]:
    first, is_range, last = provision.paragraph.partition("–")  # 5-1 is a number, 4–6 a range
    parts = []
    if is_range:
        parts.append(gettext("paragraphs %(first)s to %(last)s") % {"first": first, "last": last})
    elif provision.paragraph:
        parts.append(gettext("paragraph %(number)s") % {"number": provision.paragraph})
    if provision.part == Provision.Part.OPENING_WORDS:
        parts.append(gettext("opening words"))
    if provision.subparagraph:
        parts.append(gettext("sub-paragraph %(number)s") % {"number": provision.subparagraph})
    return parts
