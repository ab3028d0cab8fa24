"""What happens when 200 learners answer at once: every acknowledged answer stored, once.

    python -m benchmarks.learners [LEARNERS]

Each learner has a browser of their own, behind the proxy that ends TLS, and never pauses: takes
the page of a question, sends the form, goes on. A tenth of the answers is sent twice at the same
moment, as by a double click. Every second learner has scripts. Served by gunicorn with two
workers, in a database of its own; about three minutes for both.
"""

import json
import sys
from collections.abc import Iterator
from threading import Barrier, Thread
from time import monotonic
from typing import Any

from benchmarks.browser_of_learner import Browser
from benchmarks.learner import Learner
from benchmarks.own_database import (
    address_of,
    database_addresses,
    has_postgresql,
    made_database,
    measured,
    set_up,
)
from benchmarks.row import Row
from benchmarks.served import served_site

LEARNERS = 200
LONGEST = 300  # Seconds, after which a learner who is not done has failed
PRODUCTION = {"HTTPS": "true", "BEHIND_TLS_PROXY": "true"}


def rows(number: int = LEARNERS) -> Iterator[Row]:
    """Measure on SQLite, and on PostgreSQL where one answers on this machine."""
    with database_addresses() as addresses:
        for database, address in addresses.items():
            found = measured("benchmarks.learners", address, str(number))
            yield _row(f"{number} learners at once, 2 workers, {database}", found, number)
    if not has_postgresql():
        yield Row(f"{number} learners at once, PostgreSQL: no server here", "", "", "", "", True)


def _row(what: str, found: dict[str, Any], number: int) -> Row:
    wanted = number * found["asked"]
    for fault in found["faults"][:5]:
        print(f"  {fault}", file=sys.stderr)
    return Row(
        what=f"{wanted:,} answers by {what}",
        ours=(
            f"{found['acknowledged']:,} acknowledged, {found['stored']:,} stored, "
            f"{len(found['faults'])} errors; p50 {found['p50']:.0f} ms, p99 {found['p99']:.0f} ms"
        ),
        reference=(
            f"{found['twice']:,} sent twice at once, {found['rate']:.0f} requests per second"
        ),
        ratio="",
        demanded="no error, each stored once; times reported",
        ok=not found["faults"] and found["acknowledged"] == found["stored"] == wanted,
    )


def _measure(number: int) -> None:
    set_up()
    from benchmarks.quiz_of_twenty import SLUG, quiz_of_twenty

    with made_database("learners") as name:
        with served_site(DATABASE_URL=address_of(name), **PRODUCTION) as site:
            quiz_of_twenty()
            path = f"/en/quizzes/{SLUG}/start/"
            until = monotonic() + LONGEST
            learners = [
                Learner(Browser(site, f"10.0.{at // 250}.{at % 250 + 1}"), at, path, until)
                for at in range(number)
            ]
            seconds = _all_at_once(learners)
        print(json.dumps(_figures(learners, seconds)))


def _all_at_once(learners: list[Learner]) -> float:
    """Let all take the quiz; return the seconds until the last one was done."""
    ready = Barrier(len(learners) + 1)

    def take(learner: Learner) -> None:
        ready.wait()
        learner.take()

    threads = [Thread(target=take, args=[learner], daemon=True) for learner in learners]
    for thread in threads:
        thread.start()
    ready.wait()
    start = monotonic()
    for thread in threads:
        thread.join()
    return monotonic() - start


def _figures(learners: list[Learner], seconds: float) -> dict[str, Any]:
    """Compare what was acknowledged with what is stored."""
    from benchmarks.quiz_of_twenty import ASKED
    from quiz.models import Answer, Attempt

    acknowledged = {place: given for each in learners for place, given in each.given.items()}
    rows = Answer.objects.filter(answered_at__isnull=False)
    stored = [((str(row.attempt_id), row.position), row.given) for row in rows]
    faults = [each.fault for each in learners if each.fault]
    faults += [f"acknowledged, not stored: {place}" for place in acknowledged.keys() - dict(stored)]
    faults += [
        f"stored as {given}, acknowledged as {acknowledged.get(place)}: {place}"
        for place, given in stored
        if given != {"chosen": [acknowledged.get(place)]}
    ]
    for attempt in Attempt.objects.finished().prefetch_related("answers"):
        total = sum(answer.grade or 0 for answer in attempt.answers.all())
        if attempt.score != total:
            faults.append(f"score {attempt.score}, sum of grades {total}: {attempt}")
    taken = sorted(second for each in learners for second in each.seconds)
    return {
        "asked": ASKED,
        "acknowledged": len(acknowledged),
        "stored": len(stored),
        "twice": sum(each.twice for each in learners),
        "rate": sum(each.requests for each in learners) / seconds,
        "p50": taken[len(taken) // 2] * 1000 if taken else 0,
        "p99": taken[len(taken) * 99 // 100] * 1000 if taken else 0,
        "faults": faults,
    }


def main() -> int:
    """Print the rows; return 1 if a bound was missed."""
    number = next((int(each) for each in sys.argv[1:] if each.isdecimal()), LEARNERS)
    if "--measure" in sys.argv:
        _measure(number)
        return 0
    found = list(rows(number))
    for row in found:
        print(f"{row.what}: {row.ours}, {row.reference} ({row.demanded})")
    return 0 if all(row.ok for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
