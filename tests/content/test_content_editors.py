"""What editors did is not undone by loading the files again."""

import pytest

from amendments.models import Amendment, KeyFact, ShippedEntry, State, Topic
from tests.content.conftest import ContentFolder, everything
from tests.content.test_content_loading import changed

COMMISSIONER = "amendments/2022-06/art-83-1-commissioner.yaml"


@pytest.fixture
def edited(loaded: ContentFolder) -> ContentFolder:
    """An editor changed a title, and the files have a newer one since."""
    amendment = Amendment.objects.get(slug="art-83-1-commissioner")
    amendment.title_en = "The Ombudsman"  # type: ignore[attr-defined]
    amendment.save()
    loaded.change(COMMISSIONER, "en: The Commissioner\n", "en: The Commissioner of 2022\n")
    return loaded


def title() -> str:
    return str(Amendment.objects.values_list("title_en", flat=True).get(slug__contains="commis"))


def test_an_editors_change_is_kept_and_listed(edited: ContentFolder) -> None:
    before = everything()
    output = edited.load()
    assert everything() == before
    assert output.splitlines()[0] == (
        "amendments: art-83-1-commissioner: an editor changed it; kept (differs in title)"
    )
    assert changed(output) == {"amendments": "0 created, 0 updated, 2 unchanged, 1 kept"}


def test_an_editors_change_is_kept_though_the_files_did_not_change(loaded: ContentFolder) -> None:
    KeyFact.objects.filter(text_en="The court began in 2023.").update(text_en="Since 2023.")
    output = loaded.load()
    assert "amendments: art-71-1-court: an editor changed it; kept (differs in key_facts)" in output
    assert KeyFact.objects.filter(text_en="Since 2023.").count() == 1


def test_overwriting_takes_the_files_version(edited: ContentFolder) -> None:
    output = edited.load("--overwrite")
    assert changed(output) == {"amendments": "0 created, 1 updated, 2 unchanged, 0 kept"}
    assert title() == "The Commissioner of 2022"
    edited.change(COMMISSIONER, "Commissioner of 2022", "Commissioner once more")
    edited.load()
    assert title() == "The Commissioner once more"


def test_an_editors_change_that_reached_the_files_is_theirs_from_then_on(
    loaded: ContentFolder,
) -> None:
    Amendment.objects.filter(slug="art-83-1-commissioner").update(title_en="The Ombudsman")
    loaded.dump()
    assert changed(loaded.load()) == {}
    loaded.change(COMMISSIONER, "en: The Ombudsman\n", "en: The Commissioner\n")
    loaded.load()
    assert title() == "The Commissioner"


def test_what_an_editor_deleted_stays_deleted_and_is_listed(loaded: ContentFolder) -> None:
    Amendment.objects.get(slug="art-83-1-commissioner").delete()
    before = everything()
    output = loaded.load()
    assert everything() == before
    assert output.splitlines()[0] == (
        "amendments: art-83-1-commissioner: an editor deleted it; kept deleted"
    )
    assert changed(output) == {"amendments": "0 created, 0 updated, 2 unchanged, 1 kept"}


def test_overwriting_brings_back_what_an_editor_deleted(loaded: ContentFolder) -> None:
    Amendment.objects.get(slug="art-83-1-commissioner").delete()
    loaded.load("--overwrite")
    assert title() == "The Commissioner"


def test_a_new_entry_that_needs_what_an_editor_deleted_is_refused_by_name(
    loaded: ContentFolder,
) -> None:
    Amendment.objects.get(slug="art-83-1-commissioner").delete()
    Amendment.objects.get(slug="art-71-1-again").delete()
    Amendment.objects.get(slug="art-71-1-court").delete()
    Topic.objects.get(slug="courts").delete()
    text = loaded.read(COMMISSIONER).replace("art-83-1-commissioner", "new-one")
    (loaded.path / COMMISSIONER).unlink()
    loaded.write("amendments/2022-06/new-one.yaml", text)
    before = everything()
    assert loaded.faults() == [
        'amendments/2022-06/new-one.yaml: new-one: "courts" (topics) is not in the database: '
        "an editor deleted it; --overwrite brings it back"
    ]
    assert everything() == before


def test_what_left_the_files_is_listed_and_left_in_place(loaded: ContentFolder) -> None:
    (loaded.path / COMMISSIONER).unlink()
    output = loaded.load()
    assert output.splitlines()[0] == (
        "amendments: art-83-1-commissioner: no longer in the files; left in place"
    )
    assert title() == "The Commissioner"


def test_an_entry_an_editor_made_first_is_the_editors(loaded: ContentFolder) -> None:
    Topic.objects.create(slug="rights", position=9, title_en="Our rights", state=State.DRAFT)
    loaded.write("topics/rights.yaml", "- slug: rights\n  position: 2\n  title:\n    en: Rights\n")
    output = loaded.load()
    assert output.splitlines()[0] == (
        "topics: rights: an editor changed it; kept (differs in position, title)"
    )
    assert not ShippedEntry.objects.filter(slug="rights").exists()
    assert Topic.objects.get(slug="rights").state == State.DRAFT


def test_a_withdrawn_text_stays_withdrawn_when_the_files_change_it(loaded: ContentFolder) -> None:
    Amendment.objects.filter(slug="art-83-1-commissioner").update(state=State.WITHDRAWN)
    loaded.change(COMMISSIONER, "en: The Commissioner\n", "en: The Commissioner of 2022\n")
    loaded.load()
    assert title() == "The Commissioner of 2022"
    assert Amendment.objects.get(slug="art-83-1-commissioner").state == State.WITHDRAWN
