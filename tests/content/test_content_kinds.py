from pathlib import Path
from typing import Any

import pytest

from amendments.content_files import (
    DecimalNumber,
    Kind,
    Kinds,
    Reference,
    Slug,
    Text,
    Translated,
    YesNo,
)
from amendments.content_files.faults import Place
from amendments.content_files.fields import NOTHING
from amendments.content_files.kinds import in_natural_order
from amendments.content_files.names import Names
from amendments.content_files.strict_yaml import Mapping, parse
from amendments.content_files.writing import written
from amendments.models import RegionResult, Source, Topic


def kind(name: str, file: str, **changes: Any) -> Kind:
    fields = changes.pop("fields", [Slug(), Translated("title", required=True)])
    return Kind(name=name, model=Topic, folder=Path("content"), file=file, fields=fields)


def test_a_kind_is_registered_once() -> None:
    kinds = Kinds()
    kinds.register(kind("topics", "topics.yaml"))
    with pytest.raises(ValueError, match="There is a kind of content named topics already"):
        kinds.register(kind("topics", "others.yaml"))


def test_a_file_belongs_to_one_kind() -> None:
    kinds = Kinds()
    kinds.register(kind("topics", "topics/{slug}.yaml"))
    with pytest.raises(ValueError, match="others and topics both own"):
        kinds.register(kind("others", "topics/{position}.yaml"))


def test_a_kind_comes_after_those_it_refers_to() -> None:
    with pytest.raises(ValueError, match="topics refers to laws: register laws before it"):
        Kinds().register(
            kind("topics", "topics.yaml", fields=[Slug(), Reference("law", to="laws")])
        )


@pytest.mark.parametrize(
    ("path", "owned"),
    [
        ("topics/courts.yaml", True),
        ("topics/more/courts.yaml", False),
        ("topics/courts.yml", False),
        ("courts.yaml", False),
    ],
)
def test_a_kind_knows_its_files(path: str, owned: bool) -> None:
    assert kind("topics", "topics/{slug}.yaml").owns(path) is owned


def test_slugs_are_ordered_as_people_count() -> None:
    slugs = ["a-100", "a-83-1", "b", "a-9", "a-83", "2022-06", "1995"]
    entries = sorted(({"slug": slug} for slug in slugs), key=in_natural_order)
    assert [entry["slug"] for entry in entries] == [
        "1995",
        "2022-06",
        "a-9",
        "a-83",
        "a-83-1",
        "a-100",
        "b",
    ]


@pytest.mark.parametrize("text", ["77.18", "50", "0.5", "100", "0"])
def test_a_decimal_number_is_written_as_it_was_read(text: str) -> None:
    field = DecimalNumber("yes_share")
    root = parse(f"yes_share: {text}")
    assert isinstance(root, Mapping)
    place = Place("regions.yaml")
    value = field.read(root.pairs[0][1], place, RegionResult)
    assert place.faults == []
    row = RegionResult(**field.columns(value, Names(), RegionResult))
    assert written([{"yes_share": field.stored(row, Names())}]) == f"- yes_share: {text}\n"


@pytest.mark.parametrize("text", ["1e2", "seven", ".nan", "'5'", "0x10", "true", "[5]"])
def test_what_is_no_decimal_number_is_refused(text: str) -> None:
    root = parse(f"yes_share: {text}")
    assert isinstance(root, Mapping)
    place = Place("regions.yaml")
    assert DecimalNumber("yes_share").read(root.pairs[0][1], place, RegionResult) is NOTHING
    [fault] = place.faults
    assert fault.text.startswith("expected a number, found ")


@pytest.mark.parametrize("text", ["yes", "on", "True", "'true'", "1"])
def test_yes_or_no_is_written_true_or_false(text: str) -> None:
    root = parse(f"yes_majority: {text}")
    assert isinstance(root, Mapping)
    place = Place("regions.yaml")
    assert YesNo("yes_majority").read(root.pairs[0][1], place, RegionResult) is NOTHING
    [fault] = place.faults
    assert fault.text.startswith("expected true or false, found ")


def test_a_key_may_be_named_otherwise_than_the_column() -> None:
    field = Text("from", attribute="dated")
    assert field.columns("May 2022", Names(), Source) == {"dated": "May 2022"}
    assert field.stored(Source(dated="May 2022"), Names()) == "May 2022"
