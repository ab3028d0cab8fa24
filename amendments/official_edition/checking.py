"""Whether what was read is the edition it is said to be, and all of it."""

from collections.abc import Iterable

from django.utils.translation import get_language_info

from amendments.comparative_table.unreadable import Unreadable
from amendments.languages import AUTHENTIC
from amendments.models import Article
from amendments.official_edition.edition import ArticleRead, EditionRead, Fault
from amendments.official_edition.footnotes import laws_of
from amendments.official_edition.marks import article_headings
from amendments.official_edition.numbering import follows
from amendments.official_edition.wanted import Wanted

# Numbered through since the first day; later ones have a dash, or a number above and are held here
ARTICLES = {"1995": 98}
MOST_FAULTS = 12  # Told at once


def check_language(lines: list[str], wanted: str) -> None:
    """Refuse a file that names any of its articles as another language does."""
    found = {language: article_headings(lines, language) for language in AUTHENTIC}
    if not any(found.values()):
        raise Unreadable(
            "Line 1: this is no edition of a law: no line of the file is the heading of an "
            "article, as “Статья 1” or “1-бап”."
        )
    for other, headings in found.items():
        if other != wanted and headings:
            line = headings[0]
            raise Unreadable(
                f"Line {line}: “{lines[line - 1].strip()}” is how the {_name(other)} text names an "
                f"article; the file was said to be {_name(wanted)}."
            )


def check_whole(edition: EditionRead, wanted: Wanted) -> None:
    """Refuse another law, and a file with a piece missing. One query."""
    last = ARTICLES.get(wanted.constitution.slug)
    if last is None:
        raise Unreadable(f"How many articles {wanted.constitution} has is not known here.")
    held = {
        article.number: article.section.number
        for article in Article.objects.filter(
            section__constitution=wanted.constitution
        ).select_related("section")
    }
    name = f"the Constitution of {wanted.constitution}"
    _check_sections(edition)
    before = "0"
    for article in edition.articles:
        _check_place(article, before, held, name)
        if int(article.number.partition("-")[0]) > last and article.number not in held:
            raise Unreadable(
                f"Line {article.line}: Article {article.number} is not one of {name}: this is "
                "another law."
            )
        before = article.number
    if int(before.partition("-")[0]) < last:
        raise Unreadable(
            f"Line {edition.last_line}: the file ends in Article {before}, and {name} has {last} "
            "articles: it is cut off, or another law."
        )
    if not edition.is_ended:
        raise Unreadable(
            f"Line {edition.last_line}: the last sentence does not end: the file is cut off."
        )


def check_day(edition: EditionRead, wanted: Wanted) -> None:
    """Refuse an edition whose footnotes know a law that was still to come on its day."""
    for footnote in edition.footnotes:
        later = [day for day in laws_of(footnote) if day > wanted.as_of]
        if later:
            raise Unreadable(
                f"Line {footnote.line}: the footnote names a law of {max(later)}, so this is no "
                f"edition of {wanted.as_of}."
            )


def check_faults(faults: Iterable[Fault], wanted: Wanted) -> None:
    """Refuse what is damaged, with every line that shows it but those accepted."""
    left = sorted({fault for fault in faults if fault.line not in wanted.accepted})
    if not left:
        return
    said = [f"Line {fault.line}: {fault.said}" for fault in left[:MOST_FAULTS]]
    if len(left) > MOST_FAULTS:
        said.append(f"And {len(left) - MOST_FAULTS} more.")
    said.append("If the law reads so, give --accept-line with each of these lines.")
    raise Unreadable("\n".join(said))


def check_accepted(faults: Iterable[Fault], wanted: Wanted) -> None:
    """Refuse to accept what is no fault: the lines are those of another file."""
    for line in sorted(wanted.accepted - {fault.line for fault in faults}):
        raise Unreadable(f"Line {line}: nothing is wrong here that could be accepted.")


def _name(language: str) -> str:
    name: str = get_language_info(language)["name"]  # In English, as all that refuses
    return name


def _check_place(article: ArticleRead, before: str, held: dict[str, str], name: str) -> None:
    here = f"Line {article.line}: Article {article.number}"
    if not follows(before, article.number):
        after = f"stands after Article {before}" if before != "0" else "is the first"
        raise Unreadable(f"{here} {after}: a piece is missing or out of place.")
    section = held.get(article.number, article.section)
    if not article.section or section != article.section:
        place = f"Section {article.section}" if article.section else "no section"
        ours = f", in {name} in Section {section}" if section else ""
        raise Unreadable(f"{here} stands in {place}{ours}: this is another law.")


def _check_sections(edition: EditionRead) -> None:
    seen: dict[str, int] = {}
    for section in edition.sections:
        if section.number in seen:
            raise Unreadable(
                f"Line {section.line}: Section {section.number} begins again; it began in line "
                f"{seen[section.number]}."
            )
        seen[section.number] = section.line
