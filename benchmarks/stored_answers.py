"""Finished attempts by the thousand, made by the database itself."""

from django.db import connection

from benchmarks.quiz_of_twenty import ASKED
from quiz.models import Quiz

BATCH = 5_000  # Attempts, each of its own learner

RANDOM_ID = {"postgresql": "gen_random_uuid()", "sqlite": "lower(hex(randomblob(16)))"}
FALSE = {"postgresql": "false", "sqlite": "0"}

LEARNERS = """
INSERT INTO quiz_learner (id, active_on)
WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {number})
SELECT {random_id}, '2026-08-01' FROM counted
"""
ATTEMPTS = """
INSERT INTO quiz_attempt
    (id, learner_id, quiz_id, language, on_one_page, started_at, finished_at, maximum, score)
SELECT {random_id}, id, {quiz}, 'en', {false}, '2026-08-01 10:00:00',
    '2026-08-01 10:05:00', {asked}, {right}
FROM quiz_learner WHERE NOT EXISTS (SELECT 1 FROM quiz_attempt WHERE learner_id = quiz_learner.id)
"""
# Every second answer is right
ANSWERS = """
INSERT INTO quiz_answer
    (attempt_id, question_id, position, is_marked, given, language, grade, answered_at)
SELECT quiz_attempt.id, question_id, position, {false}, '{{"chosen": ["a"]}}', 'en', position % 2,
    '2026-08-01 10:01:00'
FROM quiz_attempt JOIN quiz_quizquestion ON quiz_quizquestion.quiz_id = quiz_attempt.quiz_id
WHERE NOT EXISTS (SELECT 1 FROM quiz_answer WHERE attempt_id = quiz_attempt.id)
ORDER BY quiz_attempt.id, position LIMIT {answers}
"""


def add_answers(quiz: Quiz, number: int) -> None:
    """Store so many answers to a quiz of twenty, in finished attempts; constraints stay on.

    Some two minutes for a million. All happen before those to be measured.
    """
    while number > 0:
        answers = min(number, BATCH * ASKED)
        values = {
            "quiz": quiz.pk,
            "number": -(-answers // ASKED),
            "answers": answers,
            "asked": ASKED,
            "right": ASKED // 2,
            "random_id": RANDOM_ID[connection.vendor],
            "false": FALSE[connection.vendor],
        }
        with connection.cursor() as cursor:
            for statement in (LEARNERS, ATTEMPTS, ANSWERS):
                cursor.execute(statement.format_map(values))
        number -= answers
    tidy()


def tidy() -> None:
    """Do now what the database would else do while it is being measured."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
