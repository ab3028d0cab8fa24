from pathlib import Path

import pytest
from django.core.management import CommandError

from amendments.content_files import kinds
from amendments.models import Amendment, Source, State, Topic
from tests.content.conftest import SAMPLES, ContentFolder, everything, said


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_load_then_dump_gives_the_same_bytes(loaded: ContentFolder, tmp_path: Path) -> None:
    said("dump_content", f"--folder={tmp_path / 'dumped'}")
    assert files(tmp_path / "dumped") == files(SAMPLES)


def test_dumping_over_the_files_touches_none_of_them(loaded: ContentFolder) -> None:
    times = [path.stat().st_mtime_ns for path in sorted(loaded.path.rglob("*.yaml"))]
    assert loaded.dump().splitlines()[-1] == "0 files written, 11 unchanged"
    assert [path.stat().st_mtime_ns for path in sorted(loaded.path.rglob("*.yaml"))] == times


def test_dumping_changes_nothing_in_the_database(loaded: ContentFolder) -> None:
    before = everything()
    loaded.dump()
    assert everything() == before


def test_checking_names_the_files_that_would_change_and_writes_none(
    loaded: ContentFolder,
) -> None:
    Topic.objects.update(title_en="The courts")
    before = files(loaded.path)
    with pytest.raises(CommandError) as raised:
        loaded.dump("--check")
    assert str(raised.value) == f"{loaded.path}/topics/courts.yaml\n1 files would change."
    assert files(loaded.path) == before


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "2022-06-08",
        "12",
        "null",
        "~",
        "a: b # c",
        "- a",
        "'quoted' \"twice\"",
        "two\nlines",
        "  first line indented\nsecond",
        "ends with a space \nand goes on",
        "ends with a line feed\n",
        "\nstarts with one",
        "tab\there",
        "a" * 81,
        " " + "word " * 30,
        "Қазақстан — «Ата Заң» 🇰🇿",
        "{{ template }} {% tag %}",
        "key: |-\n  value",
    ],
)
def test_any_text_comes_back_as_it_was(loaded: ContentFolder, text: str) -> None:
    Amendment.objects.filter(slug="art-71-1-court").update(what_changed_en=text, note_kk=text)
    Source.objects.filter(slug="edition_2019").update(dated=text[:60].replace("\n", " "))
    loaded.dump()
    before = everything()
    for table in (Amendment, Source):
        table.objects.update(**{"note_en": "something else"})
    loaded.load("--overwrite")
    amendment = Amendment.objects.filter(slug="art-71-1-court")
    assert amendment.values_list("what_changed_en", "note_kk").get() == (text, text)
    for label in ("amendments.Amendment", "amendments.KeyFact", "amendments.Citation"):
        assert everything()[label] == before[label]
    loaded.dump("--check")


def test_what_is_not_published_is_left_out_and_listed(loaded: ContentFolder) -> None:
    Topic.objects.create(slug="draft", position=2, title_en="A draft", state=State.DRAFT)
    output = loaded.dump()
    assert "topics: draft: not published; left out" in output.splitlines()
    assert not (loaded.path / "topics/draft.yaml").exists()


def test_a_file_of_nothing_in_the_database_is_listed_and_left(loaded: ContentFolder) -> None:
    Amendment.objects.get(slug="art-83-1-commissioner").delete()
    output = loaded.dump()
    path = "amendments/2022-06/art-83-1-commissioner.yaml"
    assert f"{path}: not in the database; left in place" in output.splitlines()
    assert (loaded.path / path).exists()


UNSHIPPED = {"id", "state", "author", "approver", "publish_at", "object_id", "report"}
"""Columns that no file holds: keys, who reviewed what ships (the project did), who reported."""

HELD_AS_ROWS = {"questions"}  # A quiz holds its questions as the rows `asked`


@pytest.mark.parametrize("name", [kind.name for kind in kinds])
def test_every_column_has_its_place_in_the_files(name: str) -> None:
    shape = kinds[name].shape
    shapes = [shape, *(field.shape for field in shape.fields if hasattr(field, "shape"))]
    for each in shapes:
        declared = {field.name for field in each.fields}
        columns = {
            column.name
            for column in [*each.model._meta.fields, *each.model._meta.many_to_many]
            if column.editable and not hasattr(column, "translated_field")
        }
        parents = {
            column.name
            for column in each.model._meta.fields
            if each is not shape and column.is_relation
        }
        assert columns - declared - UNSHIPPED - parents - HELD_AS_ROWS - {"position"} == set(), (
            each.model
        )
