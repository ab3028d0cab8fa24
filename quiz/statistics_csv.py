"""Statistics as CSV for editors: safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from quiz.item_analysis import COLUMNS
from quiz.misconception_map import WrongChoice
from quiz.quiz_statistics import QuestionStatistics

ANSWER_COLUMNS = ("answer", "text", "is_right", "misconception", "language", "number", "answers")
MAP_COLUMNS = (
    "question",
    "change",
    "topic",
    "answer",
    "text",
    "misconception",
    "belief",
    "number",
    "answers",
    "share",
)
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula; numbers stay."""
    is_formula = text.lstrip(" ").startswith(STARTS_A_FORMULA) and not NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def write_rows(file: IO[str], rows: Iterable[Sequence[str]]) -> None:
    """Write UTF-8 with a byte order mark, by which Excel knows it."""
    file.write("\ufeff")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row])


def statistics_rows(statistics: list[QuestionStatistics]) -> Iterator[Sequence[str]]:
    """Yield the header; then of each question its figures, and below them each of its answers."""
    yield *COLUMNS, *ANSWER_COLUMNS
    for each in statistics:
        slug = each.question.slug
        yield slug, *each.figures.written(), *("" for _ in ANSWER_COLUMNS)
        for count in each.counts:
            yield (
                slug,
                *("" for _ in COLUMNS[1:]),
                count.key,
                count.text,
                {True: "yes", False: "no", None: ""}[count.is_right],
                count.misconception,
                count.language,
                str(count.number),
                str(count.answers),
            )


def map_rows(rows: list[WrongChoice]) -> Iterator[Sequence[str]]:
    yield MAP_COLUMNS
    for row in rows:
        yield (
            row.question.slug,
            row.change.slug if row.change else "",
            row.topic,
            row.key,
            row.text,
            row.misconception,
            row.belief,
            str(row.number),
            str(row.answers),
            f"{row.share:.4f}",
        )
