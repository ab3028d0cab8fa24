"""What must be true of an entry of the law as a whole: pairs of (field, fault) where it is not."""

from collections.abc import Iterator

from amendments.content_files.shape import Entry
from amendments.languages import LANGUAGES
from amendments.no_change import nothing_changes


def ends_after_it_starts(entry: Entry) -> Iterator[tuple[str, str]]:
    start, end = entry.get("in_force_from"), entry.get("in_force_until")
    if start and end and end <= start:
        yield "in_force_until", f"{end} is not after in_force_from, {start}"


def is_applied_once_in_force(entry: Entry) -> Iterator[tuple[str, str]]:
    start, applied = entry.get("in_force_from"), entry.get("applied_from")
    if start and applied and applied < start:
        yield "applied_from", f"{applied} is before in_force_from, {start}"


def stands_in_an_article_or_heads_a_section(entry: Entry) -> Iterator[tuple[str, str]]:
    right, wrong = (
        ("section", "article")
        if entry.get("part") == "heading"
        else (
            "article",
            "section",
        )
    )
    if "part" in entry:
        if right not in entry:
            yield right, "missing"
        if wrong in entry:
            yield wrong, f"a provision that is a {entry['part']} belongs to {right} alone"


def texts_fit_together(entry: Entry) -> Iterator[tuple[str, str]]:
    """Before and after come in pairs, differ, and are empty in all languages or in none."""
    if "before" not in entry or "after" not in entry:
        return  # That it is missing is reported already
    before, after = entry["before"], entry["after"]
    for language in LANGUAGES:
        if (language in before) != (language in after):
            lacking = "after" if language in before else "before"
            yield f"{lacking}.{language}", "missing: before and after come together"
        elif before.get(language) == after.get(language) == "":
            yield f"after.{language}", "empty like before: there is nothing to show"
    for key in ("before", "after"):
        empty = [language for language, text in entry[key].items() if text == ""]
        if empty and len(empty) < len(entry[key]):
            languages = ", ".join(entry[key].keys() - set(empty))
            yield (
                f"{key}.{empty[0]}",
                f"empty, but there is a text in {languages}: a change adds, amends or repeals "
                "in every language alike",
            )
    if nothing_changes(before, after):
        yield "after", "the same as before: nothing changed"
