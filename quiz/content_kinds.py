"""The kinds of content this app ships: questions and quizzes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from amendments.content_files import (
    Choice,
    Citations,
    DecimalNumber,
    Entry,
    Kind,
    Reference,
    Rows,
    Slug,
    Text,
    Translated,
    WholeNumber,
)
from quiz import models
from quiz.models import PINNED_TO

FOLDER = Path(__file__).parent / "content"


def is_about_one_thing(entry: Entry) -> Iterator[tuple[str, str]]:
    if sum(name in entry for name in PINNED_TO) != 1:
        yield "amendment", f"a question is about exactly one of {', '.join(PINNED_TO)}"


def by_position(entry: Entry) -> Any:
    return entry.get("position", 0), entry["slug"]


KINDS = [
    Kind(
        name="questions",
        model=models.Question,
        folder=FOLDER,
        file="questions/{category}.yaml",
        rules=[is_about_one_thing],
        fields=[
            Slug(),
            Choice("type", required=True),
            Text("category", required=True),
            Text("name"),
            Text("idnumber"),
            Reference("amendment", to="amendments"),
            Reference("provision", to="provisions"),
            Reference("successor", to="successors"),
            Reference("referendum", to="referendums"),
            WholeNumber("difficulty", required=True),
            Translated("prompt", required=True, needs_source=True),
            Translated("unit"),
            Rows(
                "choices",
                model=models.Choice,
                parent="question",
                identity=["key"],
                fields=[
                    Text("key", required=True),
                    Translated("text"),
                    Translated("match"),
                    DecimalNumber("number"),
                    DecimalNumber("tolerance"),
                    DecimalNumber("weight"),
                    Translated("feedback"),
                    Text("misconception"),
                ],
            ),
            Translated("explanation", needs_source=True),
            Text("written_against"),
            Citations(),
        ],
    ),
    Kind(
        name="quizzes",
        model=models.Quiz,
        folder=FOLDER,
        file="quizzes.yaml",
        order=by_position,
        fields=[
            Slug(),
            WholeNumber("position", required=True),
            Reference("topic", to="topics"),
            Translated("title", required=True),
            Translated("in_short", required=True),
            WholeNumber("asks"),
            Rows(
                "questions",
                attribute="asked",
                model=models.QuizQuestion,
                parent="quiz",
                identity=["question"],
                bare=True,
                fields=[Reference("question", to="questions", required=True)],
            ),
        ],
    ),
]
