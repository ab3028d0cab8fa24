"""What readers can find of the votes, and of what became of the rules since."""

from typing import Any

from amendments.models import (
    Amendment,
    Novelty,
    Referendum,
    ReferendumPoint,
    RegionResult,
    Result,
    Successor,
)
from amendments.search import contexts, kinds
from amendments.search.on_its_page import find_on_its_page
from amendments.texts import Text, text_in


def register() -> None:
    of_vote: dict[str, Any] = {
        "related": ["referendum__constitution"],
        "needs": ["referendum"],
        "follows": {Referendum: "referendum"},
    }
    find_on_its_page(
        kinds.REFERENDUM,
        Referendum,
        "name",
        [
            "in_short",
            "question",
            "options.text",
            "turnout_rule",
            "adoption_rule",
            "rule_base",
            "regions_needed_note",
            "rule_difference",
            "reported_question",
            "reported_rule",
            "reported_rule_outcome",
            "question_note",
            "options_note",
            "count_note",
            "note",
        ],
        related=["constitution"],
    )
    find_on_its_page(
        kinds.REFERENDUM,
        ReferendumPoint,
        _title_or_who,
        ["text", "finding", "note"],
        context=contexts.of_point,
        **of_vote,
    )
    find_on_its_page(
        kinds.REFERENDUM,
        Result,
        "title",
        ["status", "counts.note", "note"],
        context=contexts.of_vote,
        **of_vote,
    )
    find_on_its_page(
        kinds.REFERENDUM,
        RegionResult,
        "name",
        ["note"],
        names=["name"],
        context=contexts.of_vote,
        **of_vote,
    )
    find_on_its_page(
        kinds.SINCE_2026,
        Successor,
        lambda successor, language: text_in(language, successor.amendment, "title"),
        ["rule", "difference", "note"],
        context=contexts.of_successor,
        needs=["amendment"],
        related=["amendment"],
        follows={Amendment: "amendment"},
    )
    find_on_its_page(kinds.SINCE_2026, Novelty, contexts.title_of_novelty, ["text"])


def _title_or_who(point: ReferendumPoint, language: str) -> Text:
    return text_in(language, point, "title") or text_in(language, point, "who")
