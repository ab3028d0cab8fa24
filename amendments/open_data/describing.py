"""What a zip says of itself to people: how it is laid out, and what stands in each column."""

from collections.abc import Iterable
from typing import Any

from amendments.open_data.columns import BETWEEN, Column, Table
from amendments.open_data.packing import About

README = """\
# {title}

{homepage} · {licence}

Everything that the site shows and its API tells, as of the last change of the content
({content_changed}). The law and its status are read on {law_read_on}, the last day on which
either became another.

- `<language>/jsonl/`: JSON Lines, one thing a line, as `/api/v1/<collection>/<slug>/` answers.
- `<language>/csv/`: the same as flat tables, described in `fields.md` and `datapackage.json`.
- `<language>/akn/`: each version of each Constitution and each amending law, Akoma Ntoso 3.0.
- `manifest.json`: counts, dates, licence, and the SHA-256 of every file but itself.

CSV is UTF-8 with a byte order mark, commas, quotes where needed. An empty cell is null or an
empty text. Several values in a cell have `{between}` between them. A text that a spreadsheet would
take for a formula begins with an apostrophe, which is not part of it.

A text without a translation comes in another language, and says which. Texts of the law are our
renderings unless `nature` is `authentic`; only the Kazakh and Russian texts of the state are that.
Questions come without their key: `grade_url` grades an answer.

Cite as: Ata Zań, {homepage}, content of {content_changed}, CC BY 4.0. Say what you changed.
"""

OF = Column("of", (), "string", "Slug of the thing that the row belongs to.")
PLACE = Column("place", (), "string", "Place in its list; 2.5 is the fifth within the second.")


def columns_of(table: Table) -> list[Column]:
    return [OF, PLACE, *table.columns] if table.path else table.columns


def readme(about: About) -> bytes:
    return README.format(
        title=about.title,
        homepage=about.homepage,
        licence="CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
        content_changed=about.content_changed or "a day that nobody noted",
        law_read_on=about.law_read_on,
        between=BETWEEN.strip(),
    ).encode()


def fields(tables: Iterable[Table]) -> bytes:
    lines = ["# The columns of the tables", ""]
    for table in tables:
        lines += [f"## {table.name}", ""]
        lines += [table.description, ""] if table.description else []
        lines += ["| column | type | is |", "|---|---|---|"]
        for each in columns_of(table):
            told = each.description.replace("|", "\\|")
            lines.append(f"| `{each.name}` | {each.type} | {told} |")
        lines.append("")
    return "\n".join(lines).encode()


def resource(table: Table, language: str) -> dict[str, Any]:
    """Return what a data package says of the table's CSV in a language."""
    schema: dict[str, Any] = {
        "fields": [_field(each) for each in columns_of(table)],
        "missingValues": [""],
        "primaryKey": ["of", "place"] if table.path else ["slug"],
    }
    if table.path:
        reference = {"resource": f"{table.collection}-{language}", "fields": ["slug"]}
        schema["foreignKeys"] = [{"fields": ["of"], "reference": reference}]
    return {
        "name": f"{table.name}-{language}",
        "type": "table",
        "profile": "tabular-data-resource",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, str]:
    field = {"name": column.name, "type": column.type}
    if column.type == "datetime":
        field["format"] = "any"
    return {**field, "description": column.description} if column.description else field
