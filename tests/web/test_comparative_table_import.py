"""A file becomes staged drafts: what is written, what is listed, and what is left alone."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from amendments.comparative_table.importing import import_comparative_table
from amendments.comparative_table.listing import Fate
from amendments.comparative_table.rows.compared import Revisions
from amendments.comparative_table.unreadable import Unreadable
from amendments.comparative_table.wanted import Wanted
from amendments.models import Amendment, Provision, State
from tests.factories.law import AmendmentFactory, TopicFactory
from tests.samples.comparative_table.law import write_law
from tests.samples.comparative_table.make_samples import SAMPLES
from tests.samples.comparative_table.texts import DEATH, RU
from tests.samples.comparative_table.word_xml import docx, row, table

pytestmark = pytest.mark.django_db
HISTORY: Any = Amendment.history  # type: ignore[attr-defined]  # Added by simple_history
FOLDER = Path(__file__).parents[1] / "samples" / "comparative_table"
BEFORE = "Смертная казнь устанавливается законом как исключительная мера."
AFTER = "Смертная казнь запрещается."


@pytest.fixture
def law():
    return write_law()


def saves():
    return HISTORY.count()


def take(law, name_or_data, *, language="ru", dry_run=False, topic=True, **more):
    data = SAMPLES[name_or_data] if isinstance(name_or_data, str) else name_or_data
    wanted = Wanted(law, language, topic=TopicFactory() if topic else None, **more)
    return import_comparative_table(data, wanted, dry_run=dry_run)


def listed(imported):
    return [(str(each.place), each.fate, each.address) for each in imported.listed]


def written():
    return list(Amendment.objects.filter(law__slug="2022-06").order_by("pk"))


def death(law, **more):
    return AmendmentFactory(law=law, provision=Provision.objects.get(slug="art-15-2"), **more)


def test_rows_become_drafts_matched_to_provisions(law):
    editor = User.objects.create_user("editor")

    imported = take(law, "plain-three-columns.docx", editor=editor, file_name="table.docx")

    assert listed(imported) == [
        ("table 1, row 2", Fate.STAGED, "Article 15, paragraph 2"),
        ("table 1, row 3", Fate.STAGED, "Article 44, sub-paragraph 2"),
    ]
    draft, _signs = written()
    assert (draft.before_ru, draft.after_ru) == (BEFORE, AFTER)
    assert (draft.before_kk, draft.before_en) == (None, None)
    assert (draft.state, draft.author, draft.certainty) == (State.DRAFT, editor, "medium")
    assert draft.in_force_from == date(2022, 6, 8)
    assert draft.title_en == "Article 15, paragraph 2"
    assert draft.title_en not in (draft.title_kk, draft.title_ru)  # Translated, or not there
    [history] = HISTORY.filter(id=draft.pk)
    assert (history.history_user, history.before_ru) == (editor, BEFORE)
    assert history.history_change_reason == "table.docx, table 1, row 2"
    assert not Amendment.objects.published().filter(law=law).exists()


def test_a_dry_run_lists_the_same_and_writes_nothing(law):
    for name in ("plain-three-columns.docx", "rows-not-understood.docx", "moved-row.docx"):
        Amendment.objects.filter(law=law).delete()
        history = saves()

        dry = take(law, name, dry_run=True)

        assert written() == []
        assert saves() == history
        real = take(law, name)
        assert listed(dry) == listed(real)
        assert [each.said for each in dry.listed] == [each.said for each in real.listed]
        assert written() != []


@pytest.mark.parametrize("name", ["plain-three-columns.docx", "several-provisions-in-one-row.docx"])
def test_importing_twice_adds_nothing(law, name):
    take(law, name)
    history = saves()
    drafts = written()

    again = take(law, name)

    assert written() == drafts
    assert saves() == history
    fates = {each.fate for each in again.listed}
    assert fates <= {Fate.ALREADY_HERE, Fate.NOT_UNDERSTOOD}


@pytest.mark.parametrize(
    ("name", "language", "found"),
    [
        ("two-columns-article-in-the-text.docx", "kk", ["art-15-2", "art-44-2"]),
        ("header-in-kazakh.docx", "kk", ["art-44-2"]),
        ("header-in-kazakh-latin.docx", "kk", ["art-15-2"]),
        ("after-stands-before-before.docx", "en", ["art-15-2"]),
        ("cells-merged-down.docx", "ru", ["art-61-2", "art-61-3", "art-44-2", "art-44-3"]),
        ("titles-merged-across.docx", "ru", ["art-15-2"]),
        ("nested-automatic-numbering.docx", "ru", ["art-72-1"]),
        ("letters-that-look-alike.docx", "kk", ["art-15-2"]),
        ("added-and-repealed.docx", "en", ["art-44-10-1", "art-61-3", "art-54-1"]),
        ("fields-links-and-controls.docx", "ru", ["art-83-1"]),
        (
            "several-provisions-in-one-row.docx",
            "ru",
            ["art-61-2", "art-61-3", "art-71-4-6", "1995-section-6-heading"],
        ),
        ("strict-open-xml.docx", "en", ["art-44-2"]),
        ("moved-row.docx", "ru", ["art-44-2", "art-15-2"]),
        ("paragraph-ends-tracked.docx", "ru", ["art-61-2", "art-61-3"]),
    ],
)
def test_each_kind_of_table_finds_its_provisions(law, name, language, found):
    take(law, name, language=language)

    assert [draft.provision.slug for draft in written()] == found
    assert all(getattr(draft, f"before_{language}") is not None for draft in written())


def texts(slug, language="ru"):
    draft = Amendment.objects.get(law__slug="2022-06", provision__slug=slug)
    return getattr(draft, f"before_{language}"), getattr(draft, f"after_{language}")


def test_texts_are_kept_as_the_project_keeps_them(law):
    take(law, "several-provisions-in-one-row.docx")
    take(law, "fields-links-and-controls.docx")
    take(law, "added-and-repealed.docx", language="en")

    assert texts("art-61-2") == ("Срочно.", "В тот же день.")  # Without its number
    assert texts("art-71-4-6") == ("4. А.\n5. Б.\n6. В.", "4. А.\n5. Б, новое.\n6. В.")
    assert texts("1995-section-6-heading") == ("Раздел VI. Совет", "Раздел VI. Суд")
    assert texts("art-83-1") == ("", "1. Уполномоченный независим.\n2. Избирается Сенатом.")
    assert texts("art-44-10-1", "en") == ("", "applies to the Court;")
    assert texts("art-54-1", "en")[1] == "Parliament adopts laws:"


def test_a_sub_paragraph_stays_in_its_paragraph(law):
    take(law, "nested-automatic-numbering.docx")

    assert texts("art-72-1")[1] == "Суд новый:\n1) новый первый;\n2) второй:\nа) буква;"


def test_rows_not_understood_are_listed_with_place_and_reason(law):
    imported = take(law, "rows-not-understood.docx")

    assert [f"{each.place}: {each.reason}" for each in imported.listed[:-1]] == [
        "table 1, row 2: the address says Article 44, sub-paragraph 2, the before has "
        "Article 44, sub-paragraph 3",
        "table 1, row 3: no paragraph is named, and the article is not kept here as one text",
        "table 1, row 4: no paragraph is named, and the article is not kept here as one text",
        "table 1, row 5: a part of a paragraph (“абзац”) has no address of its own here",
        "table 1, row 6: both texts are empty",
        "table 1, row 7: it has 2 cells and the header 3; which is the after cannot be told",
        "table 1, row 8: a table stands inside a cell",
        "table 1, row 9: this is kept here as one text, and the row has only a part of it: put "
        "all of it into one row",
    ]
    assert {each.fate for each in imported.listed[:-1]} == {Fate.NOT_UNDERSTOOD}
    assert imported.listed[-1].fate == Fate.STAGED


def test_a_table_without_a_header_is_listed(law):
    imported = take(law, "table-cut-in-two.docx")

    assert listed(imported)[-1] == ("table 3", Fate.NOT_UNDERSTOOD, "")
    assert "no row names the columns" in imported.listed[-1].reason


@pytest.mark.parametrize("name", ["no-comparative-table.docx", "macros-not-declared.docx"])
def test_nothing_is_written_on_failure(law, name):
    with pytest.raises(Unreadable):
        take(law, name)

    assert written() == []


def test_a_failure_in_the_middle_takes_everything_back(law, monkeypatch):
    def save(draft, *args, **options):
        if draft.provision.slug == "art-44-2":
            raise RuntimeError("the disk is full")
        real(draft, *args, **options)

    real = Amendment.save
    monkeypatch.setattr(Amendment, "save", save)

    with pytest.raises(RuntimeError):
        take(law, "plain-three-columns.docx")

    assert written() == []


def test_refusing_tracked_changes_names_every_place_and_writes_nothing(law):
    with pytest.raises(Unreadable) as refused:
        take(law, "tracked-in-the-only-text.docx", revisions=Revisions.REFUSE)

    assert "table 1, row 2: tracked change: deleted “устанавливается законом”" in str(refused.value)
    assert "table 1, row 3: tracked change: inserted" in str(refused.value)
    assert written() == []


def test_a_file_without_tracked_changes_is_not_refused(law):
    take(law, "plain-three-columns.docx", revisions=Revisions.REFUSE)
    take(law, "tracked-outside-the-table.docx", revisions=Revisions.REFUSE)

    assert len(written()) == 2


def test_tracked_changes_of_the_only_text_become_before_and_after(law):
    take(law, "tracked-in-the-only-text.docx")

    assert texts("art-15-2") == ("Казнь устанавливается законом.", "Казнь запрещается.")
    assert texts("art-61-3") == ("", "Новый пункт.")


def test_the_topic_comes_from_another_amendment_or_the_row_is_listed(law):
    imported = take(law, "plain-three-columns.docx", topic=False)

    assert [each.fate for each in imported.listed] == [Fate.STAGED, Fate.NOT_UNDERSTOOD]
    assert "choose a topic" in imported.listed[1].reason
    assert [draft.topic.slug for draft in written()] == ["parliament"]


def test_the_day_in_force_may_be_given_and_must_be_known(law):
    law.in_force_from = None
    law.save()

    with pytest.raises(Unreadable, match="no day in force"):
        take(law, "plain-three-columns.docx")
    take(law, "plain-three-columns.docx", in_force_from=date(2023, 1, 1))

    assert {draft.in_force_from for draft in written()} == {date(2023, 1, 1)}


def test_an_empty_language_of_a_draft_is_filled_in(law):
    draft = death(law, state=State.DRAFT, title_en="Ours")

    imported = take(law, docx(table(RU, row(*DEATH))))

    draft.refresh_from_db()
    assert [each.fate for each in imported.listed] == [Fate.FILLED_IN]
    assert (draft.after_ru, draft.after_en) == (AFTER, "The new text of the law.")
    assert draft.title_en == "Ours"


def test_what_an_editor_wrote_in_a_draft_is_kept_and_told(law):
    draft = death(law, state=State.DRAFT, before_ru="Иное.", after_ru="Другое.")

    imported = take(law, docx(table(RU, row(*DEATH))))

    draft.refresh_from_db()
    assert (draft.before_ru, draft.after_ru) == ("Иное.", "Другое.")
    assert [each.fate for each in imported.listed] == [Fate.DIFFERS]
    assert imported.listed[0].reason == (
        f"characters here 5 before and 7 after, in the file {len(BEFORE)} and {len(AFTER)}"
    )


def test_a_draft_that_says_added_is_not_filled_with_a_text_before(law):
    draft = death(law, state=State.DRAFT, before_en="")

    imported = take(law, docx(table(RU, row(*DEATH))))

    draft.refresh_from_db()
    assert [each.fate for each in imported.listed] == [Fate.DIFFERS]
    assert draft.before_ru is None


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ({"before_ru": BEFORE, "after_ru": AFTER}, "the same"),
        (
            {"before_ru": "Иное.", "after_ru": AFTER},
            f"differs, characters here 5 before and {len(AFTER)} after, in the file "
            f"{len(BEFORE)} and {len(AFTER)}",
        ),
        ({}, "it has no text in ru, and is not filled in by a file"),
    ],
)
def test_what_is_published_is_compared_and_never_written(law, texts, reason):
    death(law, **texts)
    history = saves()

    imported = take(law, docx(table(RU, row(*DEATH))))

    assert [(each.fate, each.reason) for each in imported.listed] == [(Fate.PUBLISHED, reason)]
    assert saves() == history


def test_a_provision_in_two_rows_is_taken_once(law):
    other = (DEATH[0], DEATH[1], "2. Иное.")

    imported = take(law, docx(table(RU, row(*DEATH), row(*DEATH), row(*other))))

    assert [each.fate for each in imported.listed] == [
        Fate.STAGED,
        Fate.LEFT_OUT,
        Fate.NOT_UNDERSTOOD,
    ]
    assert len(written()) == 1


def run(name, *arguments, **options):
    out = io.StringIO()
    given = {"law": "2022-06", "language": "ru", "topic": "parliament", "stdout": out} | options
    call_command("import_comparative_table", str(FOLDER / name), *arguments, **given)
    return out.getvalue()


def test_the_command_prints_places_matches_and_tracked_changes(law):
    dry = run("tracked-in-the-after-cell.docx", dry_run=True)
    printed = run("tracked-in-the-after-cell.docx")

    assert dry.splitlines() == [
        "table 1, row 2: staged as a draft: Article 15, paragraph 2: amended",
        "    tracked change: deleted “ограничена” by А. Садыкова on 2022-05-03",
        "    tracked change: inserted “запрещается” by А. Садыкова on 2022-05-03",
        "1 would be staged as a draft",
        "Dry run: nothing was written.",
    ]
    assert printed.splitlines() == [*dry.splitlines()[:3], "1 staged as a draft"]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"law": "1999"}, "There is no law 1999. There are: 2022-06, 2022-09."),
        ({"topic": "weather"}, "There is no topic weather."),
        ({"editor": "nobody"}, "There is no user nobody."),
    ],
)
def test_the_command_says_what_it_does_not_know(law, options, word):
    with pytest.raises(CommandError) as error:
        run("plain-three-columns.docx", **options)

    assert str(error.value) == word


@pytest.mark.parametrize("name", ["zip-bomb.docx", "scan.pdf", "is-not-there.docx"])
def test_the_command_fails_with_the_name_of_the_file(law, name):
    with pytest.raises(CommandError, match=name):
        run(name)

    assert written() == []
