"""From a file into the database and back, through the two commands."""

from dataclasses import replace
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import translation
from simple_history.utils import bulk_create_with_history

from amendments.models import State
from quiz.exchange import gift
from quiz.exchange.exporting import chosen_questions, export_questions
from quiz.exchange.formats import FORMATS
from quiz.exchange.importing import Fate, Imported, import_questions
from quiz.exchange.question import ExchangedQuestion, Reading, Refused
from quiz.exchange.stored import exchanged
from quiz.models import Choice, Question, Quiz, QuizQuestion
from quiz.question_types import AskedChoice

SAMPLES = Path(__file__).parents[1] / "samples" / "exchange"
TWO = b"::One:: Is it? {T}\n\n::Two:: Which? {=a#Yes. ~b ####Why.}\n"

pytestmark = pytest.mark.django_db


def imported(data: bytes, **options) -> Imported:
    return import_questions(gift.read(data), **{"language": "en", **options})


def fates(outcome: Imported) -> list[str]:
    return [each.fate for each in outcome.listed]


def rows() -> tuple[int, ...]:
    """Count questions, choices and the history of both."""
    models: list[Any] = [Question, Choice]
    return (
        Question.objects.count(),
        Choice.objects.count(),
        *(model.history.count() for model in models),
    )


def test_questions_become_drafts_in_their_language_with_their_author_and_history() -> None:
    editor = User.objects.create_user("editor")

    with translation.override("en"):
        outcome = imported(
            "$CATEGORY: rights\n// [id:7]\n::Екі:: Қайсы? {=a#Иә. ~b ####Неге.}".encode(),
            language="kk",
            editor=editor,
        )

    question: Any = Question.objects.get()
    assert fates(outcome) == [Fate.IMPORTED]
    assert outcome.listed[0].slug == question.slug
    assert (question.state, question.author, question.type) == (State.DRAFT, editor, "single")
    assert (question.category, question.name, question.idnumber) == ("rights", "Екі", "7")
    assert (question.prompt_kk, question.explanation_kk) == ("Қайсы?", "Неге.")
    assert not question.prompt_ru
    assert not question.prompt_en
    assert [(c.key, c.text_kk, c.feedback_kk, c.weight) for c in question.choices.all()] == [
        ("a", "a", "Иә.", Decimal(100)),
        ("b", "b", "", Decimal(0)),
    ]
    assert rows() == (1, 2, 1, 2)
    assert question.history.get().history_user == editor
    assert question.history.get().prompt_kk == "Қайсы?"


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Who: was it?", "who-was-it-"), ("Кім?", "true-false-"), ("x" * 300, "x" * 80)],
)
def test_a_slug_is_made_of_the_name_and_of_the_content(name: str, slug: str) -> None:
    outcome = imported(f"::{name.replace(':', chr(92) + ':')}:: Is it? {{T}}".encode())

    assert outcome.listed[0].slug.startswith(slug)
    assert len(outcome.listed[0].slug) <= 93


def test_importing_twice_adds_nothing() -> None:
    first = imported(TWO)
    before = rows()
    second = imported(TWO)

    assert fates(first) == [Fate.IMPORTED, Fate.IMPORTED]
    assert fates(second) == [Fate.ALREADY_HERE, Fate.ALREADY_HERE]
    assert [each.slug for each in second.listed] == [each.slug for each in first.listed]
    assert rows() == before


def test_the_same_question_twice_in_a_file_is_written_once() -> None:
    outcome = imported(TWO + b"\n::Another name:: Is it? {T}")

    assert fates(outcome) == [Fate.IMPORTED, Fate.IMPORTED, Fate.ALREADY_HERE]
    assert outcome.listed[2].slug == outcome.listed[0].slug
    assert Question.objects.count() == 2


def test_what_an_editor_changed_since_is_not_imported_again() -> None:
    imported(TWO)
    Question.objects.filter(name="One").update(prompt_en="Is it so?")

    assert fates(imported(TWO)) == [Fate.ALREADY_HERE, Fate.ALREADY_HERE]


def test_the_same_words_in_another_language_are_another_question() -> None:
    imported(TWO)

    assert fates(imported(TWO, language="ru")) == [Fate.IMPORTED, Fate.IMPORTED]


def test_a_dry_run_lists_the_same_and_writes_nothing(django_assert_num_queries) -> None:
    data = (SAMPLES / "every-type.gift").read_bytes() + (SAMPLES / "faulty.gift").read_bytes()

    with django_assert_num_queries(3):  # A savepoint around one look
        dry = imported(data, dry_run=True)
    assert rows() == (0, 0, 0, 0)
    assert imported(data) == dry


def test_nothing_is_half_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_at_choices(objects, model, **options):
        if model is Choice:
            raise RuntimeError("the disk is full")
        create(objects, model, **options)

    create = bulk_create_with_history
    monkeypatch.setattr("quiz.exchange.importing.bulk_create_with_history", fails_at_choices)

    with pytest.raises(RuntimeError):
        imported(TWO)
    assert rows() == (0, 0, 0, 0)


def test_a_question_with_faults_is_refused_with_all_of_them() -> None:
    outcome = imported(b"::A:: Which? {~%50%a ~a}\n\n::B:: Is it? {T}")

    assert fates(outcome) == [Fate.REFUSED, Fate.IMPORTED]
    assert outcome.listed[0].said == (
        "two choices have the same text",
        "the weights of the right choices do not add up to 100",
    )
    assert outcome.listed[0].title == "A"


def test_a_question_that_choosing_everything_wins_is_a_draft_to_repair() -> None:
    outcome = imported(b"Which? {~%50%a ~%50%b ~c}")

    assert fates(outcome) == [Fate.IMPORTED]
    assert "to be repaired before it is published: choosing everything" in outcome.listed[0].said[0]
    assert Question.objects.get().state == State.DRAFT


def test_a_hidden_question_is_a_draft_and_said_to_be_hidden() -> None:
    reading = Reading([ExchangedQuestion("description", "Read.", hidden=True)])

    outcome = import_questions(reading, language="en")

    assert outcome.listed[0].said == ("hidden in the file; a draft here",)
    assert Question.objects.get().state == State.DRAFT


def test_names_too_long_are_cut_and_said_to_be() -> None:
    asked = ExchangedQuestion("description", "Read.", name="n" * 300, idnumber="i" * 200)

    outcome = import_questions(Reading([asked]), language="en")

    assert outcome.listed[0].said == (
        "name was cut to 250 characters",
        "idnumber was cut to 100 characters",
    )


def test_garbled_letters_are_refused_by_name() -> None:
    outcome = imported((SAMPLES / "garbled.gift").read_bytes())

    assert fates(outcome) == [Fate.REFUSED, Fate.REFUSED]
    assert "garbled" in outcome.listed[0].said[0]


TWICE = "Қазақстан Республикасының Конституциясы {{=иә ~жоқ}}\n\nВопрос про выборы {{=да ~нет}}"
XML = """<?xml version="1.0" encoding="iso-8859-1"?><quiz><question type="description">
<questiontext format="{}"><text>Вопрос про выборы в Парламент</text></questiontext>
</question></quiz>"""


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (TWICE.format().encode().decode("iso-8859-1").encode(), "gift"),
        (XML.format("html").encode(), "moodle"),
        (XML.format("plain_text").encode(), "moodle"),
    ],
)
def test_utf_8_once_read_as_iso_8859_1_is_refused(data: bytes, format_name: str) -> None:
    outcome = import_questions(FORMATS[format_name].read(data), language="ru")

    assert set(fates(outcome)) == {Fate.REFUSED}
    assert all("garbled" in each.said[0] for each in outcome.listed)
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (b'<quiz><question type="essay"/></quiz>', "moodle"),
        (b'<quiz><question type="description"/></quiz>', "moodle"),
        (b"<assessmentItem/>", "qti"),
        (b"ANSWER: A", "aiken"),
    ],
)
def test_a_question_without_name_and_text_is_listed_as_such(data: bytes, format_name: str) -> None:
    (listed,) = import_questions(FORMATS[format_name].read(data), language="en").listed

    assert (listed.title, listed.fate) == ("a question without a text", Fate.REFUSED)
    assert listed.line == (0 if format_name == "qti" else 1)


def test_a_category_named_takes_them_all() -> None:
    imported(b"$CATEGORY: rights\n" + TWO, category="judiciary")

    assert set(Question.objects.values_list("category", flat=True)) == {"judiciary"}


def test_what_the_file_reader_refused_stays_in_its_place() -> None:
    entries: list[ExchangedQuestion | Refused] = [
        Refused("A", "no"),
        ExchangedQuestion("description", "B"),
        Refused("C", "no", 9),
    ]

    outcome = import_questions(Reading(entries, ["of the file"]), language="en")

    assert fates(outcome) == [Fate.REFUSED, Fate.IMPORTED, Fate.REFUSED]
    assert (outcome.listed[2].line, outcome.notes) == (9, ["of the file"])


@pytest.mark.parametrize("name", ["gift", "moodle"])
def test_what_is_exported_is_already_here(name: str) -> None:
    imported((SAMPLES / "every-type.gift").read_bytes())

    written = export_questions(chosen_questions(), FORMATS[name], language="en")
    back = import_questions(FORMATS[name].read(written.data), language="en")

    assert written.refused == []
    assert set(fates(back)) == {Fate.ALREADY_HERE}


def test_what_is_not_translated_is_left_out_by_name() -> None:
    imported(TWO)
    Choice.objects.filter(text_en="a").update(text_ru="а", feedback_ru="Да.")
    Question.objects.filter(name="Two").update(prompt_ru="Что?", explanation_ru="Потому.")

    written = export_questions(chosen_questions(), FORMATS["gift"], language="ru")

    assert written.data == b""
    assert [(each.name, each.reason) for each in written.refused] == [
        ("One", "its prompt is not translated into this language (ru)"),
        ("Two", "its text is not translated into this language (ru)"),
    ]


def test_questions_are_chosen_by_category_quiz_and_state() -> None:
    imported(b"$CATEGORY: rights\nA {T}\n\n$CATEGORY: courts\nB {T}\n\nC {T}")
    quiz = Quiz.objects.create(slug="q", position=1, title_en="Q")
    for position, prompt in enumerate("CA"):
        question = Question.objects.get(prompt_en=prompt)
        QuizQuestion.objects.create(quiz=quiz, question=question, position=position)

    def prompts(**options) -> list[str]:
        return [exchanged(question, "en").prompt for question in chosen_questions(**options)]

    assert sorted(prompts()) == ["A", "B", "C"]
    assert sorted(prompts(category="courts")) == ["B", "C"]
    assert prompts(quiz="q") == ["C", "A"]
    assert prompts(published=True) == []


def test_a_withdrawn_question_is_hidden_in_moodle() -> None:
    imported(TWO)
    Question.objects.update(state=State.WITHDRAWN)

    written = export_questions(chosen_questions(), FORMATS["moodle"], language="en")

    assert written.data.count(b"<hidden>1</hidden>") == 2


def test_the_command_says_what_became_of_each_question(tmp_path: Path) -> None:
    User.objects.create_user("editor")
    out = StringIO()

    call_command("import_questions", SAMPLES / "faulty.gift", editor="editor", stdout=out)

    lines = out.getvalue().splitlines()
    assert lines[0] == "imported: Good one (line 1)"
    assert lines[1].startswith("refused: No closing brace (line 3): a “{” is not closed")
    assert lines[-1] == "GIFT: 3 imported, 0 already here, 10 refused"
    assert set(Question.objects.values_list("author__username", flat=True)) == {"editor"}


def test_the_command_stops_at_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"DOCTYPE.*Nothing was imported"):
        call_command("import_questions", SAMPLES / "xxe.xml")
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_questions", tmp_path / "none.gift")
    with pytest.raises(CommandError, match="There is no user nobody"):
        call_command("import_questions", SAMPLES / "utf-8.gift", editor="nobody")


def test_the_command_tries_without_writing() -> None:
    out = StringIO()

    file = SAMPLES / "utf-8.gift"
    call_command("import_questions", file, language="kk", dry_run=True, stdout=out)

    assert out.getvalue().endswith("GIFT: 2 would be imported, 0 already here, 0 refused\n")
    assert not Question.objects.exists()


def test_questions_go_out_by_command_and_come_back(tmp_path: Path) -> None:
    imported(TWO)
    file, said = tmp_path / "questions.zip", StringIO()

    call_command("export_questions", str(file), format="qti", stderr=said)
    Question.objects.all().delete()
    call_command("import_questions", file, stdout=StringIO())

    assert sorted(Question.objects.values_list("name", flat=True)) == ["One", "Two"]
    assert said.getvalue() == "QTI 2.1: 2 exported, 0 left out\n"
    with pytest.raises(CommandError, match="no such questions"):
        call_command("export_questions", format="gift", quiz="none")


def test_a_number_keeps_its_places_and_its_unit() -> None:
    accepted = AskedChoice(
        "a", number=Decimal("68.0550001"), tolerance=Decimal("0.05"), weight=Decimal(100)
    )
    asked = ExchangedQuestion("number", "How many?", unit="%", choices=(accepted,))
    import_questions(Reading([asked]), language="en")

    written = export_questions(chosen_questions(), FORMATS["moodle"], language="en")

    assert FORMATS["moodle"].read(written.data).questions == [replace(asked, notes=())]
