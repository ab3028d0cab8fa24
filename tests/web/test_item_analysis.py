"""The figures of a quiz: from the database, in the command and in the admin."""

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import CommandError, call_command
from django.urls import reverse

from quiz.item_analysis import discrimination_index
from quiz.quiz_statistics import MINIMUM_ATTEMPTS, quiz_statistics
from quiz.statistics_csv import safe_cell
from tests.samples.item_analysis.sittings import NOON, new_question, new_quiz, sit, sit_all

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("tests.samples.item_analysis.urls"),
]

# Twelve attempts at three questions; None is left open
ROWS = [
    ("1", "1", "0.33333"),
    ("1", "0", "1"),
    ("0", None, "0"),
    ("1", "1", "1"),
    (None, "0", "0.5"),
    ("1", "0", "0"),
    ("0", "1", "0.33333"),
    ("1", "1", "1"),
    ("0", "0", None),
    ("1", "1", "0.66667"),
    ("0", "1", "0"),
    ("1", "0", "1"),
]


@pytest.fixture
def questions():
    return [new_question(slug) for slug in ("court", "seats", "vote")]


@pytest.fixture
def quiz(questions):
    return new_quiz(*questions)


@pytest.fixture
def editor(client):
    editor = User.objects.create_user("editor", password="long enough", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="view_quiz"))
    client.force_login(editor)
    return editor


def printed(*arguments, **options):
    out = io.StringIO()
    call_command("item_analysis", *arguments, **options, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def numbers(statistics):
    return {each.question.slug: each.figures for each in statistics}


def test_the_figures_of_the_database_are_those_of_a_file_with_the_same_marks(
    quiz, questions, tmp_path
):
    sit_all(quiz, questions, ROWS)
    path = tmp_path / "marks.csv"
    lines = [",".join(mark or "" for mark in row) for row in ROWS]
    path.write_text("\n".join(["court,seats,vote", *lines]), encoding="utf-8")

    from_database = printed("five-minutes")

    assert from_database == printed("--from-csv", str(path))
    assert from_database.count("12,") == 3


def test_only_finished_first_attempts_count_unless_all_are_asked_for(quiz, questions):
    attempts = sit_all(quiz, questions, ROWS)
    learner = attempts[0].learner
    before = numbers(quiz_statistics(quiz))
    sit_all(quiz, questions, [("1", "1", "1")], is_finished=False)
    later = NOON + timedelta(days=1)
    sit_all(quiz, questions, [("0", "0", "0")], learner=learner, at=later)
    sit_all(quiz, questions, [("1", "0", "0")], learner=learner, at=later, retry_of=attempts[0])

    assert numbers(quiz_statistics(quiz)) == before
    assert numbers(quiz_statistics(quiz, all_attempts=True))["court"].attempts == 13


def test_a_quiz_that_draws_is_measured_by_the_attempts_in_which_a_question_stood(quiz, questions):
    court, seats, vote = questions
    for at in range(MINIMUM_ATTEMPTS):
        sit(quiz, {court: "01"[at % 2], seats: "01"[at % 2], vote: "1"})
        sit(quiz, {court: "01"[at % 2], seats: "01"[at % 2]})

    found = numbers(quiz_statistics(quiz))

    assert found["vote"].attempts == MINIMUM_ATTEMPTS
    assert found["court"].attempts == 2 * MINIMUM_ATTEMPTS
    marks, rests = [], []
    for at in range(MINIMUM_ATTEMPTS):
        marks += [at % 2, at % 2]
        rests += [(at % 2 + 1) / 2, at % 2]  # Shares, since one attempt asked more
    assert found["court"].discrimination_index == discrimination_index(marks, rests)


def test_texts_to_read_are_left_out(quiz, questions):
    text = new_question("text", "description")
    quiz.asked.create(question=text, position=9)
    sit_all(quiz, [*questions, text], [(*row, None) for row in ROWS])

    assert list(numbers(quiz_statistics(quiz))) == ["court", "seats", "vote"]


def test_an_answer_counts_for_the_language_in_which_it_was_given(quiz, questions):
    sit_all(quiz, questions, ROWS, language="ru")
    sit_all(quiz, questions, ROWS[:4], language="kk")

    assert numbers(quiz_statistics(quiz))["court"].attempts == 16
    assert numbers(quiz_statistics(quiz, language="ru"))["court"].attempts == 12
    assert quiz_statistics(quiz, language="kk")[0].is_hidden


def test_below_the_minimum_everything_but_the_number_of_attempts_is_hidden(quiz, questions):
    sit_all(quiz, questions, ROWS[: MINIMUM_ATTEMPTS - 1])

    hidden = quiz_statistics(quiz)[0]

    assert hidden.is_hidden
    assert hidden.counts == []
    assert hidden.figures.written() == ["9", "", "", "", ""]
    assert printed("five-minutes").splitlines()[1] == "court,9,,,,"


def test_many_attempts_of_few_learners_are_hidden_too(quiz, questions):
    first, *_ = sit_all(quiz, questions, ROWS[:1])
    sit_all(quiz, questions, ROWS, learner=first.learner, at=NOON + timedelta(days=1))

    assert all(each.is_hidden for each in quiz_statistics(quiz, all_attempts=True))


def test_an_unknown_quiz_is_refused():
    with pytest.raises(CommandError, match="There is no quiz “none”"):
        printed("none")


@pytest.mark.parametrize("number", [1, 3])
def test_the_statistics_cost_the_same_for_any_number_of_questions(
    questions, number, django_assert_num_queries
):
    quiz = new_quiz(*questions[:number])
    sit_all(quiz, questions[:number], [row[:number] for row in ROWS])

    with django_assert_num_queries(5):
        assert len(quiz_statistics(quiz)) == number


def test_a_spreadsheet_takes_no_cell_for_a_formula():
    assert safe_cell("=1+1") == "'=1+1"
    assert safe_cell(" @SUM(A1)") == "' @SUM(A1)"
    assert safe_cell("-cmd") == "'-cmd"
    assert safe_cell("\t=1") == "'\t=1"
    assert safe_cell("-52.2233") == "-52.2233"
    assert safe_cell("a = b") == "a = b"


def test_editors_see_the_quizzes_and_what_each_question_did(client, editor, quiz, questions):
    sit_all(quiz, questions, ROWS)
    listed = client.get(reverse("admin:quiz_statistics")).content.decode()
    address = reverse("admin:quiz_statistics_of_quiz", args=[quiz.slug])

    shown = client.get(address, headers={"accept-language": "en"}).content.decode()

    assert address in listed
    assert "58.33" in shown  # 7 of 12 right
    assert "What of court?" in shown
    assert "court a" in shown
    assert "a-belief" in shown
    assert "<table>" in shown and " style=" not in shown.partition("<main")[2]


def test_the_page_hides_what_the_command_hides(client, editor, quiz, questions):
    sit_all(quiz, questions, ROWS[:9])

    address = reverse("admin:quiz_statistics_of_quiz", args=[quiz.slug])
    shown = client.get(address, headers={"accept-language": "en"}).content.decode()

    assert "fewer than 10" in shown
    assert "What of court?" not in shown


def test_the_page_is_of_one_language_and_of_all_attempts_if_asked(client, editor, quiz, questions):
    attempts = sit_all(quiz, questions, ROWS, language="ru")
    sit_all(quiz, questions, ROWS[:1], learner=attempts[0].learner, at=NOON + timedelta(days=1))
    address = reverse("admin:quiz_statistics_of_quiz", args=[quiz.slug])

    def attempts_at(query):
        found = client.get(f"{address}?{query}").context["questions"][0]
        return found["statistics"].figures.attempts

    assert attempts_at("language=ru") == 12
    assert attempts_at("language=kk") == 0
    assert attempts_at("language=nonsense") == 12
    assert attempts_at("attempts=all") == 13


def test_the_download_has_the_figures_and_the_answers(client, editor, quiz, questions):
    sit_all(quiz, questions, ROWS)
    questions[0].choices.filter(key="b").update(text_en="=HYPERLINK(1)")

    response = client.get(reverse("admin:quiz_statistics_of_quiz_csv", args=[quiz.slug]))
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    assert rows[0]["question"] == "court"
    assert rows[0]["facility_index"] == "58.3333"
    assert [row["number"] for row in rows[1:3]] == ["7", "4"]
    assert [row["answers"] for row in rows[1:3]] == ["11", "11"]
    assert rows[2]["text"] == "'=HYPERLINK(1)"
    assert rows[2]["is_right"] == "no"


PAGES = [
    ("quiz_statistics", []),
    ("quiz_statistics_of_quiz", ["five-minutes"]),
    ("quiz_statistics_of_quiz_csv", ["five-minutes"]),
    ("quiz_misconceptions", []),
    ("quiz_misconceptions_csv", []),
]


@pytest.mark.parametrize(("name", "arguments"), PAGES)
def test_statistics_are_for_staff_who_may_see_quizzes(client, quiz, name, arguments):
    address = reverse(f"admin:{name}", args=arguments)
    staff = User.objects.create_user("staff", password="long enough", is_staff=True)

    assert client.get(address).status_code == 302
    client.force_login(User.objects.create_user("reader", password="long enough"))
    assert client.get(address).status_code == 302
    client.force_login(staff)
    assert client.get(address).status_code == 403
    staff.user_permissions.add(Permission.objects.get(codename="view_quiz"))
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405


def test_an_unknown_quiz_has_no_page(client, editor):
    assert client.get(reverse("admin:quiz_statistics_of_quiz", args=["none"])).status_code == 404
