"""What recording an answer costs among 1,000,000 stored ones, beside the same with one.

    python -m benchmarks.answers [NUMBER]

makes databases of its own and takes some five minutes for both. Timed are `quiz.attempts.record`
and the whole POST through all middleware, as a browser with scripts sends it. Queries are counted
with BEGIN and COMMIT.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from benchmarks.own_database import (
    copied_database,
    database_addresses,
    has_postgresql,
    made_database,
    measured,
    set_up,
    use,
)
from benchmarks.row import Row

if TYPE_CHECKING:
    from quiz.models import Attempt

FEW = 1
MANY = 1_000_000
AT_MOST = 1.3
QUERIES = 8
TURNS = 40  # Attempts in each database and way, of twenty answers each

Record = Callable[["Attempt", int], object]
Figures = dict[str, dict[str, float]]  # Way: milliseconds among few and many, queries


def rows(number: int = MANY) -> Iterator[Row]:
    """Measure on SQLite, and on PostgreSQL where one answers on this machine."""
    with database_addresses() as addresses:
        for database, address in addresses.items():
            figures: Figures = measured("benchmarks.answers", address, str(number))
            for way, taken in figures.items():
                yield _row(f"{way} among {number:,} answers, {database}", taken)
    if not has_postgresql():
        yield Row(f"answers among {number:,}, PostgreSQL: no server here", "", "", "", "", True)


def _row(what: str, taken: dict[str, float]) -> Row:
    ratio = taken["many"] / taken["few"]
    return Row(
        what=what,
        ours=f"{taken['many']:.1f} ms, {taken['queries']:.0f} queries",
        reference=f"{taken['few']:.1f} ms with {FEW}",
        ratio=f"{ratio:.2f}×",
        demanded=f"at most {AT_MOST}×, {QUERIES} queries",
        ok=ratio <= AT_MOST and taken["queries"] <= QUERIES,
    )


def _measure(number: int) -> None:
    set_up()
    from django.core.management import call_command

    from benchmarks.quiz_of_twenty import quiz_of_twenty
    from benchmarks.stored_answers import add_answers

    with made_database("answers") as few:
        call_command("load_content", verbosity=0)
        quiz = quiz_of_twenty()
        with copied_database(few) as many:
            for name, stored in ((few, FEW), (many, number)):
                use(name)
                add_answers(quiz, stored)
            print(json.dumps(_figures(few, many)))


def _figures(few: str, many: str) -> Figures:
    """Return the median time of many answers in the one database and the other.

    In turns: a machine that slows down meanwhile slows both.
    """
    ways = {"answer recorded": _recorded, "answer posted": _posted()}
    taken: dict[tuple[str, str], list[float]] = {}
    figures: Figures = {}
    for turn in range(TURNS):
        for name in (few, many) if turn % 2 else (many, few):
            use(name)
            for way, record in ways.items():
                taken.setdefault((way, name), []).extend(_timed(record))
    for way, record in ways.items():
        figures[way] = {
            "few": statistics.median(taken[way, few]) * 1000,
            "many": statistics.median(taken[way, many]) * 1000,
            "queries": _queries(record),
        }
    return figures


def _timed(record: Record) -> list[float]:
    """Return the seconds of each answer of one attempt but the first, which opens a connection.

    What was stored is deleted again, so that the number of answers stays.
    """
    from benchmarks.quiz_of_twenty import ASKED, SLUG, begun
    from quiz.models import Quiz

    attempt = begun(Quiz.objects.get(slug=SLUG))
    taken = []
    for position in range(1, ASKED + 1):
        start = time.perf_counter()
        record(attempt, position)
        taken.append(time.perf_counter() - start)
    if attempt.answers.filter(answered_at__isnull=False).count() != ASKED:
        raise RuntimeError("not every answer was stored")
    attempt.learner.delete()
    return taken[1:]


def _queries(record: Record) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from benchmarks.quiz_of_twenty import SLUG, begun
    from quiz.models import Quiz

    attempt = begun(Quiz.objects.get(slug=SLUG))
    with CaptureQueriesContext(connection) as queries:
        record(attempt, 1)
    return len(queries)


def _recorded(attempt: "Attempt", position: int) -> None:
    from django.utils import timezone

    from benchmarks.quiz_of_twenty import CHOICE
    from quiz.attempts import record
    from quiz.question_types import Form

    form = Form({"choice": [CHOICE]})
    now = timezone.now()
    record(attempt.pk, attempt.learner_id, position, form, language="en", now=now)


def _posted() -> Record:
    from django.http import HttpResponse
    from django.test import Client

    from benchmarks.quiz_of_twenty import CHOICE
    from quiz.learners import COOKIE, remember

    client = Client(headers={"hx-request": "true"})

    def post(attempt: "Attempt", position: int) -> None:
        cookies = HttpResponse()
        remember(cookies, attempt.learner)
        client.cookies[COOKIE] = cookies.cookies[COOKIE].value
        client.post(f"/en/quizzes/attempts/{attempt.pk}/{position}/", {"choice": CHOICE})

    return post


def main() -> int:
    """Print the rows; return 1 if a bound was missed."""
    number = next((int(each) for each in sys.argv[1:] if each.isdecimal()), MANY)
    if "--measure" in sys.argv:
        _measure(number)
        return 0
    found = list(rows(number))
    for row in found:
        print(f"{row.what}: {row.ours}, {row.reference}, {row.ratio} ({row.demanded})")
    return 0 if all(row.ok for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
