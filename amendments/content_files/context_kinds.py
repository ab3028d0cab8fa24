"""The kinds of explaining content: what happened, who said what, how we know."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from amendments.content_files.fields import Choice, Date, Slug, Text, WholeNumber, YesNo
from amendments.content_files.kinds import Kind
from amendments.content_files.references import Reference, References
from amendments.content_files.rows import Citations
from amendments.content_files.shape import Entry
from amendments.content_files.the_law import FOLDER
from amendments.content_files.translated import Translated
from amendments.models import Correction, Event, FactCheck, Statement, Voice

Faults = Iterator[tuple[str, str]]


def by_position(entry: Entry) -> Any:
    return entry.get("position", 0), entry["slug"]


def by_day(entry: Entry) -> Any:
    return entry.get("date", date.min), entry.get("position", 0), entry["slug"]


def by_page(entry: Entry) -> Any:
    return entry["page"], entry["position"], entry["slug"]


def is_of_a_topic_or_of_a_referendum(entry: Entry) -> Faults:
    if ("topic" in entry) == ("referendum" in entry):
        yield "topic", "a fact check is of a topic or of a referendum"


KINDS = [
    Kind(
        name="events",
        model=Event,
        folder=FOLDER,
        file="context/events.yaml",
        order=by_day,
        fields=[
            Slug(),
            Date("date", required=True),
            Choice("precision"),
            WholeNumber("position"),
            Choice("phase", required=True),
            Translated("title", required=True),
            Translated("text", required=True, needs_source=True),
            Text("law_number"),
            Reference("referendum", to="referendums"),
            YesNo("needs_check"),
            Choice("certainty", required=True),
            Translated("note"),
            Citations(),
        ],
    ),
    Kind(
        name="voices",
        model=Voice,
        folder=FOLDER,
        file="context/voices.yaml",
        order=by_day,
        fields=[
            Slug(),
            Translated("person", required=True),
            Translated("role", required=True),
            Choice("group", required=True),
            Choice("stance", required=True),
            Choice("about"),
            Translated("point", required=True, needs_source=True),
            Translated("quote", needs_source=True),
            References("topics", to="topics"),
            YesNo("on_process"),
            YesNo("on_geopolitics"),
            Date("date", required=True),
            Choice("precision"),
            Translated("date_note"),
            Choice("certainty"),
            Citations(),
        ],
    ),
    Kind(
        name="fact_checks",
        model=FactCheck,
        folder=FOLDER,
        file="context/fact_checks.yaml",
        order=by_position,
        rules=[is_of_a_topic_or_of_a_referendum],
        fields=[
            Slug(),
            WholeNumber("position", required=True),
            Reference("topic", to="topics"),
            Reference("referendum", to="referendums"),
            Translated("title", required=True),
            Translated("report_claim", required=True, needs_source=True),
            Text("report_words", needs_source=True),
            Translated("record", required=True, needs_source=True),
            Choice("verdict", required=True),
            Choice("certainty", required=True),
            Translated("note"),
            Citations(),
        ],
    ),
    Kind(
        name="statements",
        model=Statement,
        folder=FOLDER,
        file="context/statements.yaml",
        order=by_page,
        fields=[
            Slug(),
            Choice("page", required=True),
            Choice("kind", required=True),
            WholeNumber("position", required=True),
            Translated("title", required=True),
            Translated("text", required=True),
            Choice("certainty"),
            Citations(),
        ],
    ),
    Kind(
        name="corrections",
        model=Correction,
        folder=FOLDER,
        file="context/corrections.yaml",
        order=by_day,
        fields=[
            Slug(),
            Date("date", required=True),
            Text("page"),
            Translated("title", required=True),
            Translated("what_was_wrong", required=True),
            Translated("what_it_says_now", required=True),
        ],
    ),
]
