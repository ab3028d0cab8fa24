"""The kinds of content about a vote: what was asked, what was counted, who said what of it."""

from collections.abc import Iterator
from typing import Any

from amendments.content_files.fields import (
    Choice,
    Date,
    DecimalNumber,
    Slug,
    Text,
    WholeNumber,
    YesNo,
)
from amendments.content_files.kinds import Kind
from amendments.content_files.references import Reference
from amendments.content_files.rows import Citations, Rows
from amendments.content_files.shape import Entry
from amendments.content_files.the_law import FOLDER
from amendments.content_files.translated import Translated
from amendments.models import (
    BallotOption,
    Referendum,
    ReferendumPoint,
    RegionResult,
    Result,
    ResultCount,
)

Faults = Iterator[tuple[str, str]]


def by_referendum(entry: Entry) -> Any:
    return entry.get("referendum", ""), entry.get("position", 0), entry["slug"]


def by_place_on_the_map(entry: Entry) -> Any:
    return entry["referendum"], entry["row"], entry["column"]


def adds_up(entry: Entry) -> Faults:
    """The ballots of a result make up the number of those who took part, where all are known."""
    counts = {
        row["counted"]: row["count"]
        for row in entry.get("counts", [])
        if "counted" in row and "count" in row
    }
    took_part = counts.get("took-part")
    parts = [counts.get(key) for key in ("yes", "no", "invalid")]
    parts.append(counts.get("both-marked", counts.get("not-counted")))
    if took_part is not None and None not in parts:
        total = sum(part for part in parts if part is not None)
        if total != took_part:
            yield "counts", f"the ballots add up to {total}, but {took_part} took part"


def is_on_a_law_or_on_a_constitution(entry: Entry) -> Faults:
    if ("law" in entry) == ("constitution" in entry):
        yield "law", "a referendum is on a law or on a constitution"


KINDS = [
    Kind(
        name="referendums",
        model=Referendum,
        folder=FOLDER,
        file="referendums.yaml",
        rules=[is_on_a_law_or_on_a_constitution],
        fields=[
            Slug(),
            Date("held_on", required=True),
            Reference("law", to="laws"),
            Reference("constitution", to="constitutions"),
            Translated("name", required=True),
            Translated("in_short", needs_source=True),
            Translated("question", needs_source=True),
            Translated("question_note"),
            Translated("reported_question", needs_source=True),
            Rows(
                "options",
                model=BallotOption,
                parent="referendum",
                fields=[
                    Text("key", required=True),
                    Translated("text", required=True),
                    Text("report_words"),
                ],
                identity=["key"],
            ),
            Translated("options_note"),
            Translated("turnout_rule", needs_source=True),
            Translated("adoption_rule", needs_source=True),
            Translated("rule_base", needs_source=True),
            DecimalNumber("turnout_over"),
            DecimalNumber("yes_over"),
            WholeNumber("regions_total"),
            WholeNumber("regions_needed"),
            Translated("regions_needed_note", needs_source=True),
            Translated("reported_rule", needs_source=True),
            DecimalNumber("reported_yes_over"),
            WholeNumber("reported_regions_needed"),
            Translated("rule_difference", needs_source=True),
            Translated("reported_rule_outcome", needs_source=True),
            WholeNumber("amendments_count"),
            WholeNumber("articles_changed"),
            WholeNumber("articles_total"),
            Translated("count_note", needs_source=True),
            Choice("certainty", required=True),
            Translated("note"),
            Citations(),
        ],
    ),
    Kind(
        name="results",
        model=Result,
        folder=FOLDER,
        file="results.yaml",
        order=by_referendum,
        rules=[adds_up],
        fields=[
            Slug(),
            Reference("referendum", to="referendums", required=True),
            Choice("stage", required=True),
            WholeNumber("position", required=True),
            Translated("title", required=True),
            Translated("status"),
            Text("resolution_number"),
            Date("resolution_date"),
            Date("published_on"),
            WholeNumber("polling_stations"),
            WholeNumber("polling_stations_abroad"),
            WholeNumber("countries_abroad"),
            WholeNumber("regions_in_favour"),
            Rows(
                "counts",
                model=ResultCount,
                parent="result",
                fields=[
                    Choice("counted", required=True),
                    WholeNumber("count"),
                    DecimalNumber("share"),
                    Choice("share_of"),
                    YesNo("ours"),
                    Choice("certainty"),
                    Translated("note"),
                ],
                identity=["counted", "share_of"],
                needs_source=True,
            ),
            Choice("certainty"),
            Translated("note"),
            Citations(),
        ],
    ),
    Kind(
        name="regions",
        model=RegionResult,
        folder=FOLDER,
        file="regions.yaml",
        order=by_place_on_the_map,
        fields=[
            Slug(),
            Reference("referendum", to="referendums", required=True),
            Choice("kind", required=True),
            Translated("name", required=True),
            WholeNumber("column", required=True),
            WholeNumber("row", required=True),
            WholeNumber("entitled", needs_source=True),
            WholeNumber("took_part_preliminary", needs_source=True),
            DecimalNumber("turnout_preliminary", needs_source=True),
            DecimalNumber("turnout_final", needs_source=True),
            DecimalNumber("yes_share", needs_source=True),
            DecimalNumber("yes_share_over", needs_source=True),
            DecimalNumber("no_share", needs_source=True),
            DecimalNumber("invalid_share", needs_source=True),
            DecimalNumber("both_marked_share", needs_source=True),
            YesNo("yes_majority", needs_source=True),
            YesNo("no_share_above_average", needs_source=True),
            Choice("certainty", required=True),
            Translated("note"),
            Citations(),
        ],
    ),
    Kind(
        name="referendum_points",
        model=ReferendumPoint,
        folder=FOLDER,
        file="context/referendum_points.yaml",
        order=by_referendum,
        fields=[
            Slug(),
            Reference("referendum", to="referendums", required=True),
            Choice("kind", required=True),
            WholeNumber("position", required=True),
            Translated("title"),
            Translated("who"),
            Translated("text", required=True, needs_source=True),
            Translated("finding", needs_source=True),
            Date("date"),
            YesNo("allegation"),
            Choice("certainty"),
            Translated("note"),
            Citations(),
        ],
    ),
]
