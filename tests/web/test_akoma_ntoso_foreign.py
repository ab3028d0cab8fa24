"""Others' documents: changes become drafts, a Constitution is compared, the rest is said."""

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from amendments.models import Amendment, State
from tests.factories.law import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    ProvisionFactory,
    TopicFactory,
)
from tests.samples.akoma_ntoso.foreign import CONSTITUTION, act, mod, modified, quoted
from tests.samples.akoma_ntoso.schema import faults_of

pytestmark = pytest.mark.django_db

OLD, NEW = "Старый текст.", "Новый текст."
TEXTS = quoted("old_1", OLD) + quoted("new_1", NEW)


@pytest.fixture(autouse=True)
def law() -> None:
    AmendingLawFactory()
    TopicFactory()
    article = ArticleFactory(number="4", slug="1995-article-4")
    for number in ("1", "2"):
        ProvisionFactory(article=article, paragraph=number, position=int(number))


def drafts() -> Any:
    return Amendment.objects.filter(state=State.DRAFT)


def take(tmp_path: Path, data: bytes, *options: str) -> list[str]:
    """Import one document for drafts of the topic; return the lines."""
    file = tmp_path / "theirs.xml"
    file.write_bytes(data)
    out = StringIO()
    call_command("import_akn", str(file), "--topic", "parliament", *options, stdout=out)
    return out.getvalue().splitlines()


def test_a_change_of_a_whole_provision_becomes_a_draft(tmp_path: Path) -> None:
    data = act(rest=modified(mod()), body=TEXTS)
    assert faults_of(data) == []

    listed = take(tmp_path, data)

    draft: Any = Amendment.objects.get()
    assert (draft.state, draft.provision.slug) == (State.DRAFT, "1995-art-4-1")
    assert (draft.before_ru, draft.after_ru, draft.after_en) == (OLD, NEW, None)
    assert draft.in_force_from == date(2022, 6, 8)
    assert listed[0] == (
        'theirs.xml: line 11, <textualMod eId="m1">: staged as a draft: art_4__para_1: '
        "2022-06-1995-art-4-1: amended"
    )
    assert listed[-1] == "1 staged as a draft"


def test_a_dry_run_lists_the_same_and_stages_nothing(tmp_path: Path) -> None:
    data = act(rest=modified(mod()), body=TEXTS)

    listed = take(tmp_path, data, "--dry-run")

    assert listed[0].endswith("2022-06-1995-art-4-1: amended")
    assert listed[1:] == ["1 would be staged as a draft", "Dry run: nothing was written."]
    assert not Amendment.objects.exists()


def test_importing_twice_adds_nothing(tmp_path: Path) -> None:
    data = act(rest=modified(mod()), body=TEXTS)
    take(tmp_path, data)

    assert take(tmp_path, data) == ["1 the same here"]
    assert Amendment.objects.count() == 1


def test_a_published_text_is_never_written_to(tmp_path: Path) -> None:
    here = AmendmentFactory(provision__article__number="9", before_ru=OLD, after_ru="Иной.")
    to = f"{CONSTITUTION}/~art_9__para_1"

    listed = take(tmp_path, act(rest=modified(mod(to=to)), body=TEXTS), "--overwrite")

    assert "kept as it is here: art_9__para_1" in listed[0]
    here.refresh_from_db()
    assert (here.state, here.after_ru) == (State.PUBLISHED, "Иной.")


def test_additions_repeals_and_a_start_of_their_own_are_read(tmp_path: Path) -> None:
    times = (
        '<lifecycle source="#x"><eventRef eId="e1" date="2023-01-01" source="#x"/></lifecycle>',
        '<temporalData source="#x"><temporalGroup eId="t1"><timeInterval start="#e1" '
        'refersTo="#x"/></temporalGroup></temporalData>',
    )
    mods = modified(
        mod("1", kind="insertion", inner='<force period="#t1"/>'),
        mod("2", kind="repeal", to=f"{CONSTITUTION}/~art_4__para_2"),
    )
    data = act(rest=times[0] + mods + times[1], body=quoted("new_1", NEW) + quoted("old_2", OLD))
    assert faults_of(data) == []

    take(tmp_path, data)

    added, repealed = drafts().order_by("provision__position")
    assert (added.before_ru, added.after_ru, added.in_force_from) == ("", NEW, date(2023, 1, 1))
    assert (repealed.before_ru, repealed.after_ru) == (OLD, "")
    assert repealed.in_force_from == date(2022, 6, 8)


def test_the_text_of_a_structure_is_its_lines_without_its_own_number(tmp_path: Path) -> None:
    structure = (
        "<paragraph><num>1.</num><intro><p>Вступление\n   длинное:</p></intro>"
        "<point><num>1)</num><content><p>первое;</p></content></point>"
        "<point><num>2)</num><content><p>второе.</p></content></point></paragraph>"
    )
    data = act(rest=modified(mod()), body=quoted("old_1", OLD) + quoted("new_1", structure))
    assert faults_of(data) == []

    take(tmp_path, data)

    assert drafts().get().after_ru == "Вступление длинное:\n1) первое;\n2) второе."


@pytest.mark.parametrize(
    ("modification", "body", "reason"),
    [
        (mod(to=f"{CONSTITUTION}/~art_4__para_9"), TEXTS, "art_4__para_9 is no provision here"),
        (mod(to="/akn/kz/act/1997-01-01/1/~art_4"), TEXTS, "it changes /akn/kz/act/1997-01-01/1"),
        (mod(to="#art_4__para_1"), TEXTS, "it changes the document itself"),
        (mod(to=f"{CONSTITUTION}/~chp_1"), TEXTS, "'chp_1' is no eId of a provision"),
        (mod(to="https://example.org/"), TEXTS, "names no provision of a work"),
        (mod(kind="split"), TEXTS, "<textualMod> of type split is not read"),
        (mod(more='pos="end"'), TEXTS, "only whole ones are understood"),
        (mod(), quoted("new_1", NEW), "<old> does not name a text in the document"),
        (
            mod(),
            quoted("old_1", OLD) + quoted("new_1", "слова", element="quotedText"),
            "words within a provision are changed",
        ),
        (
            '<forceMod type="entryIntoForce" eId="m1"><source href="#x"/>'
            '<destination href="#x"/></forceMod>',
            TEXTS,
            "<forceMod> of type entryIntoForce is not read",
        ),
    ],
)
def test_what_is_not_understood_is_listed_with_its_line_and_the_reason(
    tmp_path: Path, modification: str, body: str, reason: str
) -> None:
    listed = take(tmp_path, act(rest=modified(modification), body=body))

    assert listed[0].startswith("theirs.xml: line 11, <")
    assert "not understood" in listed[0]
    assert reason in listed[0]
    assert listed[-1] == "1 not understood"
    assert not Amendment.objects.exists()


def test_what_nobody_reads_is_said_once_each(tmp_path: Path) -> None:
    theirs = '<proprietary source="#x"><a xmlns="urn:theirs"><b/></a></proprietary>'
    data = act(rest=modified(mod()) + theirs, body=TEXTS)
    assert faults_of(data) == []

    listed = take(tmp_path, data)

    assert sum("2 elements of the namespace urn:theirs" in line for line in listed) == 1
    assert listed[-1] == "1 staged as a draft, 1 not understood"


def test_one_bad_change_does_not_stop_the_others(tmp_path: Path) -> None:
    mods = modified(mod("1"), mod("2", kind="renumbering"))

    listed = take(tmp_path, act(rest=mods, body=TEXTS))

    assert listed[-1] == "1 staged as a draft, 1 not understood"


def test_a_law_that_is_not_known_has_to_be_named(tmp_path: Path) -> None:
    data = act(work="/akn/kz/act/2030-01-01/7", rest=modified(mod()), body=TEXTS)

    with pytest.raises(CommandError, match="neither a Constitution nor an amending law here"):
        take(tmp_path, data)
    take(tmp_path, data, "--law", "2022-06")

    assert Amendment.objects.get().law.slug == "2022-06"


def test_an_act_that_does_not_say_what_it_changes_is_said_to_be_one(tmp_path: Path) -> None:
    listed = take(tmp_path, act(body=TEXTS))

    assert "what it changes cannot be told" in listed[0]


def test_a_foreign_constitution_is_compared_and_nothing_is_written(tmp_path: Path) -> None:
    provision = ProvisionFactory(article__number="7", paragraph="1", text_ru="Тот же текст.")
    other = ProvisionFactory(article=provision.article, paragraph="2", text_ru="Был таким.")
    body = (
        "<chapter><num>I</num><article><num>Статья 7</num><heading>Название</heading>"
        "<paragraph><num>1.</num><content><p>Тот  же\nтекст.</p></content></paragraph>"
        "<paragraph><num>2.</num><content><p>Стал иным.</p></content></paragraph>"
        "<paragraph><num>3.</num><content><p>Чужой.</p></content></paragraph>"
        "</article></chapter>"
    )
    data = act(work="/kz/act/1995-08-30/constitution", day="2022-06-01", body=body)
    assert faults_of(data) == []

    listed = take(tmp_path, data)

    assert any("differs: art_7__para_2 on 2022-06-01: characters here 10" in x for x in listed)
    assert any("not held here: 2 articles, paragraphs and points" in x for x in listed)
    assert any("art_4__para_1: not found in the file" in x for x in listed)
    assert not any("art_7__para_1" in line for line in listed)
    other.refresh_from_db()
    assert other.text_ru == "Был таким."


def test_nothing_of_several_files_is_written_when_one_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(act(rest=modified(mod()), body=TEXTS))
    (tmp_path / "b.xml").write_bytes(b"<akomaNtoso/>")

    with pytest.raises(CommandError) as raised:
        call_command("import_akn", str(tmp_path), "--topic", "parliament")

    assert "b.xml: line 1, <akomaNtoso>: it names no namespace" in str(raised.value)
    assert not Amendment.objects.exists()


def test_a_file_that_there_is_not_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none\.xml: No such file"):
        call_command("import_akn", str(tmp_path / "none.xml"))
