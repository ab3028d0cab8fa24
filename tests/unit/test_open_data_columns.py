"""Answers of the API as flat tables."""

from typing import Any

import pytest

from amendments.open_data.columns import Table, tables_of
from civic.api import collections
from civic.api_docs import document

TEXT = {
    "properties": {
        "text": {"type": "string"},
        "language": {"type": "string"},
        "out_of_date": {"type": "boolean"},
    }
}
NOTE = ["note", "note_language", "note_out_of_date"]
COMPONENTS: dict[str, Any] = {
    "Words": TEXT,
    "Status": {"properties": {"on": {"type": "string", "format": "date"}}},
    "Count": {"properties": {"count": {"type": ["integer", "null"]}}},
    "Result": {
        "description": "One set of numbers.",
        "properties": {
            "share": {"type": "number"},
            "counts": {"type": "array", "items": {"$ref": "#/components/schemas/Count"}},
        },
    },
    "Vote": {
        "properties": {
            "slug": {"type": "string"},
            "note": {
                "oneOf": [{"$ref": "#/components/schemas/Words"}, {"type": "null"}],
                "description": "How we know.",
            },
            "status": {"allOf": [{"$ref": "#/components/schemas/Status"}]},
            "is_over": {"type": "boolean"},
            "topics": {"type": "array", "items": {"type": "string"}},
            "results": {"type": "array", "items": {"$ref": "#/components/schemas/Result"}},
        }
    },
}
VOTE = {
    "slug": "2022-06",
    "note": None,
    "status": {"on": "2026-07-01"},
    "is_over": True,
    "topics": ["a", "b"],
    "results": [
        {"share": 1.5, "counts": [{"count": 7}]},
        {"share": None, "counts": [{"count": None}, {"count": 0}]},
    ],
}


@pytest.fixture
def tables() -> list[Table]:
    return tables_of("votes", {"$ref": "#/components/schemas/Vote"}, COMPONENTS)


def test_objects_become_columns_and_lists_of_objects_tables(tables: list[Table]) -> None:
    assert [(table.name, table.headers) for table in tables] == [
        ("votes", ["slug", *NOTE, "status_on", "is_over", "topics"]),
        ("votes-results", ["of", "place", "share"]),
        ("votes-results-counts", ["of", "place", "count"]),
    ]
    assert [column.type for column in tables[0].columns] == [
        *["string"] * 3,
        *["boolean", "date", "boolean", "string"],
    ]
    assert (tables[0].columns[1].description, tables[1].description) == (
        "How we know.",
        "One set of numbers.",
    )


def test_each_row_says_what_it_belongs_to_and_its_place(tables: list[Table]) -> None:
    rows = [list(table.rows([VOTE])) for table in tables]

    assert rows[0] == [["2022-06", "", "", "", "2026-07-01", "true", "a | b"]]
    assert rows[1] == [["2022-06", "1", "1.5"], ["2022-06", "2", ""]]
    assert rows[2] == [
        ["2022-06", "1.1", "7"],
        ["2022-06", "2.1", ""],
        ["2022-06", "2.2", "0"],
    ]


def test_no_two_columns_or_tables_of_the_api_have_the_same_name() -> None:
    described = document()
    names = []
    for name in collections:
        operation = described["paths"][f"/api/v1/{name}/{{slug}}/"]["get"]
        shape = operation["responses"]["200"]["content"]["application/json"]["schema"]
        for table in tables_of(name, shape, described["components"]["schemas"]):
            names.append(table.name)
            assert len(set(table.headers)) == len(table.headers), table.name
    assert len(set(names)) == len(names) > len(collections)
