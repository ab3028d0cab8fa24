"""References to articles and paragraphs that do not exist, or that we do not hold."""

from collections.abc import Iterator, Mapping

from amendments.content_checks.article_references import ArticleReference, references_in
from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.registry import content_check
from amendments.content_checks.sentences import sentences
from amendments.content_checks.subject import Subject, WrittenText

# The Constitution of 1995 ends with Article 99, added in 2022; that of 2026 with Article 96.
LAST_ARTICLE = 99
INSERTED = frozenset({"83-1", "94-1", "94-2"})


@content_check
def articles_exist(subject: Subject) -> Iterator[Finding]:
    for text in subject.explaining_texts():
        yield from wrong_references(text, subject.known.paragraphs)


def wrong_references(
    written: WrittenText, paragraphs: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    """`paragraphs` are those we hold, by article of the Constitution of 1995.

    An article that cannot exist is an error. A paragraph that we hold none of is a hint, as we
    hold only what was amended; not where a sentence speaks of 2026, whose articles count anew.
    """
    for start, sentence in sentences(written.text):
        for reference in references_in(sentence, written.language):
            if reference.of_another_law:
                continue
            place = start + reference.place
            if not can_exist(reference.article):
                level = Level.ERROR if reference.is_sure else Level.HINT
                yield Finding(Problem.NO_SUCH_ARTICLE, level, written.path, place, reference.words)
            elif not written.of_2026 and "2026" not in sentence:
                if _is_not_held(reference, paragraphs):
                    yield Finding(
                        Problem.PARAGRAPH_NOT_HELD,
                        Level.HINT,
                        written.path,
                        place,
                        reference.words,
                    )


def can_exist(article: str) -> bool:
    return article in INSERTED or (article.isdecimal() and 1 <= int(article) <= LAST_ARTICLE)


def _is_not_held(reference: ArticleReference, paragraphs: Mapping[str, frozenset[str]]) -> bool:
    held = paragraphs.get(reference.article, frozenset())
    return bool(reference.paragraph) and reference.paragraph not in held
