"""The rows of a form (key facts, choices, citations) when two editors wrote at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.http import QueryDict

from amendments.admin.form_contents import Group, Value, in_post, put_in

Row = dict[str, Value]


@dataclass(frozen=True)
class RowsOfOthers:
    """The rows by primary key: as this editor saw them, and as they are by now."""

    seen: dict[str, Row]
    now: dict[str, Row]


@dataclass
class Outcome:
    """`changed`: label, name of the field, as it was, as the other made it, as typed."""

    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # Removed by the other, changed by this one
    changed: list[tuple[str, str, Value, Value, Value]] = field(default_factory=list)


def merge_rows(post: QueryDict, group: Group, rows: RowsOfOthers) -> Outcome:
    """Write the rows of both editors into what was sent.

    The other's new rows join; a row that only the other removed goes; one that the other
    removed and this editor changed stays, as a new row.
    """
    outcome = Outcome()
    if rows.seen == rows.now:
        return outcome
    typed, new = _typed_rows(post, group)
    partners = _partners(rows, group.key)
    initial = []
    for number, (key, is_now) in enumerate(rows.now.items(), 1):
        label = f"{group.label} {number}"
        before = partners.get(key)
        if before is None:
            outcome.added.append(f"{label}: {_gist(is_now)}")
        if before is None or before not in typed:
            initial.append(is_now)
            continue
        row = _merged(label, rows.seen[before], is_now, typed[before], outcome, group.key)
        initial.append(row)
    for key, was in rows.seen.items():
        if key in partners.values() or key not in typed:
            continue
        if _is_changed(was, typed[key]) and "DELETE" not in typed[key]:
            new.append({name: value for name, value in typed[key].items() if name != group.key})
            outcome.kept.append(_gist(typed[key]))
        else:
            outcome.removed.append(_gist(was))
    _write(post, group, initial, new)
    return outcome


def _partners(rows: RowsOfOthers, key: str) -> dict[str, str]:
    """Return which row seen each row of now is: by what it says, otherwise by primary key.

    Where a change is only proposed, rows move up into the places of removed ones.
    """
    left = {number: _content(row, key) for number, row in rows.seen.items()}
    partners: dict[str, str] = {}
    for number, row in rows.now.items():
        content = _content(row, key)
        alike = [seen for seen, said in left.items() if said == content]
        if alike:
            partners[number] = number if number in alike else alike[0]
            del left[partners[number]]
    for number in rows.now:
        if number not in partners and number in left:
            partners[number] = number
            del left[number]
    return partners


def _content(row: Row, key: str) -> Row:
    return {name: value for name, value in row.items() if name not in (key, "position")}


def _merged(label: str, was: Row, is_now: Row, typed: Row, outcome: Outcome, key: str) -> Row:
    """Return the row as this editor typed it, and as the other made it where they typed nothing."""
    row = {**typed, key: is_now[key]}
    for name, value in is_now.items():
        if name == key:
            continue
        before, sent = was.get(name, value), typed.get(name, "")
        if before == value:
            continue
        if sent == before:
            row[name] = value
        outcome.changed.append((label, name, before, value, sent))
    return row


def _typed_rows(post: QueryDict, group: Group) -> tuple[dict[str, Row], list[Row]]:
    """Return the rows sent: those with a primary key by it, then the new ones."""
    typed: dict[str, Row] = {}
    new: list[Row] = []
    for number in range(_total(post, group.prefix)):
        row = dict(_sent_row(post, f"{group.prefix}-{number}-"))
        key = row.get(group.key)
        if isinstance(key, str) and key:
            typed[key] = row
        elif row:
            new.append(row)
    return typed, new


def _sent_row(post: QueryDict, start: str) -> Iterator[tuple[str, Value]]:
    for name in post:
        if name.startswith(start):
            several = len(post.getlist(name)) > 1
            yield name.removeprefix(start), in_post(post, name, [] if several else "")


def _total(post: QueryDict, prefix: str) -> int:
    total = post.get(f"{prefix}-TOTAL_FORMS", "")
    return min(int(total), 1000) if total.isdigit() else 0


def _is_changed(was: Row, typed: Row) -> bool:
    return any(typed.get(name, "") != value for name, value in was.items())


def _gist(row: Row) -> str:
    texts = [value for name, value in row.items() if isinstance(value, str) and "_" in name]
    return max(texts, key=len, default="")[:200]


def _write(post: QueryDict, group: Group, initial: list[Row], new: list[Row]) -> None:
    counted = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    for name in list(post):
        rest = name.removeprefix(f"{group.prefix}-")
        if rest != name and rest not in counted and rest.partition("-")[0].isdigit():
            del post[name]
    for number, row in enumerate([*initial, *new]):
        for name, value in row.items():
            put_in(post, f"{group.prefix}-{number}-{name}", value)
    post[f"{group.prefix}-TOTAL_FORMS"] = str(len(initial) + len(new))
    post[f"{group.prefix}-INITIAL_FORMS"] = str(len(initial))
