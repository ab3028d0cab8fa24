"""Our own documents come back: what is written, listed, kept, and never touched."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError
from django.utils import timezone
from lxml import etree

from amendments.akoma_ntoso.arrival import Wanted
from amendments.akoma_ntoso.faults import Unreadable
from amendments.akoma_ntoso.importing import File, import_akn
from amendments.akoma_ntoso.listing import Imported
from amendments.content_files import kinds
from amendments.models import Amendment, KeyFact, ProposedChange, Section, State, Topic
from tests.content.conftest import ContentFolder, everything, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def out(loaded: ContentFolder, tmp_path: Path) -> Path:
    """What the sample content says, exported."""
    said("export_akn", "--output", str(tmp_path / "out"))
    return tmp_path / "out"


def empty_database() -> None:
    for kind in reversed(list(kinds)):
        kind.model._base_manager.all().delete()


def amendment(slug: str) -> Any:
    return Amendment.objects.get(slug=slug)


def law(out: Path, old: str = "", new: str = "", language: str = "en") -> Path:
    """The document of the June law with a passage replaced that stands in it exactly once."""
    file = out / f"law-2022-06-{language}.xml"
    if old:
        text = file.read_text("utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), "utf-8")
    return file


def refused(*options: Any) -> str:
    with pytest.raises(CommandError) as raised:
        said("import_akn", *map(str, options))
    return str(raised.value)


def exported(folder: Path) -> dict[str, bytes]:
    said("export_akn", "--output", str(folder))
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_documents_read_into_an_empty_database_are_exported_again_to_the_byte(
    out: Path, tmp_path: Path
) -> None:
    before = exported(out)
    empty_database()

    listed = said("import_akn", str(out))

    assert exported(tmp_path / "again") == before
    assert listed.splitlines()[-1] == "14 added"
    court = amendment("art-71-1-court")
    assert court.state == State.PUBLISHED
    assert court.after_en == (
        "The Court has eleven judges, among them the Chair and the Deputy Chair of the Court.\n\n"
        "It is independent."
    )
    assert court.after_ru == "Суд состоит из одиннадцати судей."
    assert (court.after_kk, court.title_kk) == (None, "Конституциялық Сот")
    assert str(court.applied_from) == "2023-01-01"


def test_an_eid_stands_once_in_a_document_and_older_documents_are_read_all_the_same(
    out: Path,
) -> None:
    before = everything()
    for file in out.glob("*.xml"):
        eids = [each.get("eId") for each in etree.parse(file).iter() if each.get("eId")]
        assert len(eids) == len(set(eids)), file.name
        older = re.sub(r'(<(\w+:)?provision [^>]*?)\bfor="', r'\1eId="', file.read_text("utf-8"))
        file.write_text(older, "utf-8")

    assert 'provision eId="' in "".join(file.read_text("utf-8") for file in out.glob("*.xml"))
    said("import_akn", str(out))
    assert everything() == before


def test_what_documents_do_not_carry_stays_untouched(out: Path) -> None:
    law(out, "<p>The Council has seven members.</p>", "<p>The Council had seven members.</p>")

    said("import_akn", str(law(out)), "--overwrite")

    court = amendment("art-71-1-court")
    assert court.before_en == "The Council had seven members."
    assert court.before_ru == "Совет состоит из семи членов."
    assert court.what_changed_en == "A court replaced the council."
    assert KeyFact.objects.filter(amendment=court).count() == 2
    assert court.terms.count() == 2


def test_importing_what_is_here_already_writes_nothing_at_all(out: Path) -> None:
    before = everything()

    assert said("import_akn", str(out)) == "14 the same here\n"
    assert everything() == before


def test_a_difference_is_listed_with_its_place_and_holds_everything_back(out: Path) -> None:
    Amendment.objects.filter(slug="art-83-1-commissioner").delete()
    file = law(out, "<p>The Council has seven members.</p>", "<p>Another text.</p>")
    line = 1 + next(
        number
        for number, text in enumerate(file.read_text("utf-8").splitlines())
        if 'GUID="art-71-1-court"' in text
    )
    before = everything()

    listed = said("import_akn", str(file), "--dry-run").splitlines()

    assert listed[0] == (
        f'law-2022-06-en.xml: line {line}, <textualMod eId="textualMod_art-71-para-1">: differs: '
        "amendments: art-71-1-court: before.en"
    )
    assert "nothing was written" in listed[-1]
    assert "Nothing was written" in refused(file)
    assert everything() == before


def test_overwriting_takes_the_version_of_the_document_and_keeps_the_history(out: Path) -> None:
    file = law(out, 'certainty="high"', 'certainty="low"')

    said("import_akn", str(file), "--overwrite")

    court = amendment("art-71-1-court")
    assert court.certainty == "low"
    last = court.history.first()
    assert last.history_change_reason == "import_akn"


def test_a_published_text_may_go_to_an_approver_instead(out: Path) -> None:
    User.objects.create_user("aigerim")
    file = law(out, "<p>The Council has seven members.</p>", "<p>Another text.</p>")
    assert "--editor" in refused(file, "--propose")

    said("import_akn", str(file), "--propose", "--editor", "aigerim")

    change = ProposedChange.objects.get()
    assert (change.slug, change.state) == ("art-71-1-court", State.DRAFT)
    assert "Another text." in change.entry
    court = amendment("art-71-1-court")
    assert court.before_en == "The Council has seven members."

    other = User.objects.create_user("botagoz")
    ProposedChange.objects.update(author=other)
    file = law(out, "<p>Another text.</p>", "<p>Yet another text.</p>")
    why = refused(file, "--propose", "--editor", "aigerim")
    assert "art-71-1-court: a change of it waits already: decide that first" in why
    assert ProposedChange.objects.get().entry == change.entry


def test_a_dry_run_lists_the_same_and_writes_nothing(out: Path) -> None:
    empty_database()
    before = everything()

    tried = said("import_akn", str(out), "--dry-run").splitlines()

    assert everything() == before
    done = said("import_akn", str(out)).splitlines()
    assert tried[:-2] == done[:-1]
    assert tried[-2:] == ["14 would be added", "Dry run: nothing was written."]


def test_a_language_that_is_lacking_here_is_filled_in_and_said(out: Path) -> None:
    Amendment.objects.filter(slug="art-71-1-court").update(before_ru=None, after_ru=None)

    listed = said("import_akn", str(law(out, language="ru")))

    assert "translation filled in: amendments: art-71-1-court: before.ru, after.ru" in listed
    court = amendment("art-71-1-court")
    assert court.after_ru == "Суд состоит из одиннадцати судей."


def test_new_texts_can_be_taken_as_drafts(out: Path) -> None:
    Amendment.objects.filter(slug="art-83-1-commissioner").delete()

    said("import_akn", str(law(out)), "--drafts")

    assert amendment("art-83-1-commissioner").state == State.DRAFT


def test_drafts_and_unpublished_topics_are_not_exported(out: Path, tmp_path: Path) -> None:
    Amendment.objects.filter(slug="art-83-1-commissioner").update(state=State.DRAFT)
    Topic.objects.update(state=State.DRAFT)

    for name, data in exported(tmp_path / "again").items():
        assert b"The Commissioner" not in data, name
        assert b"Courts and judges" not in data, name


def test_a_wording_of_an_amending_law_is_not_changed_by_the_document_of_the_constitution(
    out: Path,
) -> None:
    file = out / "constitution-1995-on-2022-06-08-en.xml"
    text = file.read_text("utf-8").replace("has eleven judges", "has twelve judges")
    file.write_text(text, "utf-8")

    listed = said("import_akn", str(file), "--dry-run")
    assert "differs: 1995-art-71-1 on 2022-06-08" in listed
    assert "What differs from what is here: 1." in refused(file)

    said("import_akn", str(file), "--overwrite")
    assert "eleven" in amendment("art-71-1-court").after_en


def test_titles_and_structure_differ_too(out: Path) -> None:
    Section.objects.filter(slug="1995-section-7").update(title_en="Judges")

    message = said("import_akn", str(out), "--dry-run")
    assert "differs: sections: 1995-section-7: title.en" in message


def test_a_law_without_its_constitution_says_what_to_import_first(out: Path) -> None:
    empty_database()

    message = refused(law(out))

    assert (
        "art_71__para_1 is no provision of the Constitution 1995 here: import that first" in message
    )
    assert "line " in message and "<textualMod" in message
    assert not Amendment.objects.exists()


def test_two_documents_that_contradict_each_other_are_refused(out: Path) -> None:
    law(out, 'certainty="medium"', 'certainty="low"')
    before = everything()

    message = refused(out)

    assert "art-83-1-commissioner: certainty is another one in law-2022-06-en.xml" in message
    assert everything() == before


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('adoptedBy="referendum"', 'adoptedBy="decree"', "adopted_by"),
        ('name="dated"', 'name="other"', 'no <FRBRdate name="dated">'),
        ('certainty="medium"', 'certainty="perhaps"', "certainty"),
        ('type="insertion"', 'type="split"', "split"),
        ('period="#tmpg_efficacy', 'period="#other', "temporalGroup"),
        ('GUID="art-83-1-commissioner"', "", "GUID is missing"),
        ("<p>The Commissioner protects rights.</p>", "", "art-83-1-commissioner"),
        ('refersTo="#topic-courts"', "", "topic"),
        ("urn:x-ata-zan:akn:1", "urn:x-ata-zan:akn:2", "another version of this project"),
    ],
)
def test_a_fault_in_our_own_document_is_told_with_file_line_and_element(
    out: Path, old: str, new: str, fault: str
) -> None:
    file = out / "law-2022-06-en.xml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    empty_database()
    before = everything()

    message = refused(out / "constitution-1995-on-2022-06-08-en.xml", file)

    first = next(line for line in message.splitlines() if fault in line)
    assert first.startswith("law-2022-06-en.xml: line ")
    assert ", <" in first
    assert everything() == before


def test_whatever_is_missing_from_a_document_ends_in_a_fault_or_in_a_list(out: Path) -> None:
    refusals = 0
    for name in ("constitution-1995-on-2022-06-08-en.xml", "law-2022-06-en.xml"):
        data = (out / name).read_bytes()
        number = len(list(etree.fromstring(data).iter()))
        for place in range(1, number):
            root = etree.fromstring(data)
            element = list(root.iter())[place]
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
            try:
                imported = import_akn(
                    [File(name, etree.tostring(root))], Wanted(), now=timezone.now(), dry_run=True
                )
                assert isinstance(imported, Imported)
            except Unreadable as error:
                assert all(fault.text and fault.file == name for fault in error.faults)
                refusals += 1
    assert refusals > 20
