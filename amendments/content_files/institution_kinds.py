"""The kinds of content about state bodies, and about what became of their rules in 2026."""

from collections.abc import Iterator
from typing import Any

from amendments.content_files.fields import Choice, Slug, Text, WholeNumber, YesNo
from amendments.content_files.kinds import Kind
from amendments.content_files.references import Reference
from amendments.content_files.rows import Citations, Rows
from amendments.content_files.shape import Entry
from amendments.content_files.the_law import FOLDER
from amendments.content_files.translated import Translated, TranslatedLines
from amendments.models import (
    Applicant,
    Appointment,
    Institution,
    InstitutionNumber,
    LawmakingStep,
    Novelty,
    Successor,
)

Faults = Iterator[tuple[str, str]]


def by_position(entry: Entry) -> Any:
    return entry.get("position", 0), entry["slug"]


def by_step(entry: Entry) -> Any:
    return entry["law_kind"], entry["period"], entry["position"]


def is_dropped_or_has_an_article(entry: Entry) -> Faults:
    if "fate" in entry and (entry["fate"] == "dropped") == ("articles" in entry):
        yield "articles", "only a dropped rule has no article in 2026"


KINDS = [
    Kind(
        name="institutions",
        model=Institution,
        folder=FOLDER,
        file="context/institutions.yaml",
        order=by_position,
        fields=[
            Slug(),
            WholeNumber("position", required=True),
            Translated("name", required=True),
            Translated("what", required=True, needs_source=True),
            Translated("before", required=True, needs_source=True),
            Translated("after", required=True, needs_source=True),
            Translated("since_2026", needs_source=True),
            TranslatedLines("details", needs_source=True),
            Rows(
                "numbers",
                model=InstitutionNumber,
                parent="institution",
                fields=[
                    Choice("counted", required=True),
                    Choice("period", required=True),
                    WholeNumber("value", required=True),
                    YesNo("ours"),
                    Translated("note"),
                ],
                identity=["counted", "period"],
                needs_source=True,
            ),
            Rows(
                "applicants",
                model=Applicant,
                parent="institution",
                fields=[Choice("period", required=True), Translated("who", required=True)],
                needs_source=True,
            ),
            Choice("certainty", required=True),
            Translated("note"),
            Citations(),
        ],
    ),
    Kind(
        name="appointments",
        model=Appointment,
        folder=FOLDER,
        file="context/appointments.yaml",
        order=by_position,
        fields=[
            Slug(),
            WholeNumber("position", required=True),
            Reference("institution", to="institutions"),
            Choice("period", required=True),
            Translated("post", required=True, needs_source=True),
            WholeNumber("places"),
            Choice("act"),
            Reference("by", to="institutions", required=True),
            Reference("proposed_by", to="institutions"),
            Reference("consent_of", to="institutions"),
            Text("articles"),
            Choice("certainty", required=True),
            Translated("note"),
            Citations(),
        ],
    ),
    Kind(
        name="lawmaking_steps",
        model=LawmakingStep,
        folder=FOLDER,
        file="context/lawmaking_steps.yaml",
        order=by_step,
        fields=[
            Slug(),
            Choice("law_kind", required=True),
            Choice("period", required=True),
            WholeNumber("position", required=True),
            Reference("actor", to="institutions", required=True),
            Translated("title", required=True),
            Translated("text", needs_source=True),
            Translated("majority", needs_source=True),
            Translated("time_limit", needs_source=True),
            Text("articles", required=True),
            Choice("certainty", required=True),
            Citations(),
        ],
    ),
    Kind(
        name="successors",
        model=Successor,
        folder=FOLDER,
        file="successors.yaml",
        rules=[is_dropped_or_has_an_article],
        fields=[
            Slug(),
            Reference("amendment", to="amendments", required=True),
            Choice("fate", required=True),
            Text("articles"),
            Translated("rule", needs_source=True),
            Translated("difference", required=True, needs_source=True),
            Choice("certainty", required=True),
            Translated("note"),
            Citations(),
        ],
    ),
    Kind(
        name="novelties",
        model=Novelty,
        folder=FOLDER,
        file="novelties.yaml",
        order=by_position,
        fields=[
            Slug(),
            WholeNumber("position", required=True),
            Text("articles", required=True),
            Translated("text", required=True, needs_source=True),
            Choice("certainty"),
            Citations(),
        ],
    ),
]
