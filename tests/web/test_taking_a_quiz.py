"""A learner takes a quiz: starts, answers, is told why, finishes, prints, is forgotten."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from quiz.models import Attempt, QuizQuestion
from tests.factories.quiz import (
    AttemptFactory,
    ChoiceFactory,
    QuestionFactory,
    QuizFactory,
    a_single_choice,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz() -> Any:
    return QuizFactory.create(slug="power", questions=[a_single_choice() for _ in range(3)])


def started(client: Client, quiz: Any, **options: str) -> Attempt:
    response = client.post(f"/en/quizzes/{quiz.slug}/start/", {"pages": "one"} | options)
    assert response.status_code == 302, response.content.decode()
    return Attempt.objects.latest("started_at")


def at(attempt: Attempt, rest: str = "") -> str:
    return f"/en/quizzes/attempts/{attempt.pk}/{rest}"


def answer(client: Client, attempt: Attempt, number: int, choice: str = "a", **extra: Any) -> Any:
    return client.post(at(attempt, f"{number}/"), {"choice": choice}, **extra)


def test_an_answer_is_graded_explained_and_led_back_to_the_law(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    question = client.get(at(attempt, "1/")).content.decode()
    assert "Answer a" in question and "About answer" not in question
    assert "It changed one word." not in question

    response = answer(client, attempt, 1, "b")
    assert response.url == at(attempt, "1/")
    told = client.get(response.url).content.decode()
    assert "Not right." in told and "About answer b." in told and "the right answer" in told
    assert "It changed one word." in told
    asked: Any = attempt.answers.get(position=1).question
    change = asked.amendment.slug
    assert f"/en/amendments/{change}/" in told
    assert at(attempt, "2/") in told


def test_with_htmx_the_answer_comes_back_as_a_part(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    part = answer(client, attempt, 1, "a", headers={"hx-request": "true"}).content.decode()
    assert "Right." in part and "autofocus" in part and "<html" not in part


def test_what_is_no_answer_is_refused_and_stays_open(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    for sent in ({}, {"choice": "z"}):
        response = client.post(at(attempt, "1/"), sent)
        assert response.status_code == 422
        assert 'role="alert"' in response.content.decode()
    assert attempt.answers.get(position=1).is_open


def test_the_first_answer_counts(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    answer(client, attempt, 1, "b")
    for again in ("a", "b"):
        part = answer(client, attempt, 1, again, headers={"hx-request": "true"})
        assert "that first answer counts" in part.content.decode()
    assert attempt.answers.get(position=1).given == {"chosen": ["b"]}
    assert attempt.answers.get(position=1).grade == 0


def test_skipping_going_back_and_marking(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    first = client.get(at(attempt, "1/")).content.decode()
    assert f'href="{at(attempt, "2/")}" rel="next"' in first
    client.post(at(attempt, "1/mark/"), {"marked": "yes"})
    assert attempt.answers.get(position=1).is_marked
    overview = client.get(at(attempt)).content.decode()
    assert "1 is marked for later." in overview and "3 questions are still open" in overview
    client.post(at(attempt, "1/mark/"), {"marked": "no"})
    assert not attempt.answers.get(position=1).is_marked
    answer(client, attempt, 3)
    assert at(attempt, "1/") in client.get(at(attempt, "3/")).content.decode()


def test_the_language_can_change_in_the_middle(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    answer(client, attempt, 1)
    client.post(f"/kk/quizzes/attempts/{attempt.pk}/2/", {"choice": "a"})
    told = client.get(f"/ru/quizzes/attempts/{attempt.pk}/1/").content.decode()
    assert "About answer a." in told
    assert list(attempt.answers.values_list("language", flat=True)) == ["en", "kk", ""]


def test_results_retry_and_certificate(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    for number, choice in ((1, "a"), (2, "b")):
        answer(client, attempt, number, choice)
    response: Any = client.post(at(attempt, "finish/"))
    assert response.url == at(attempt, "results/")
    attempt.refresh_from_db()
    assert attempt.score == 1 and attempt.maximum == 3
    results = client.get(response.url).content.decode()
    assert "1 of 3 points" in results and "not answered" in results
    assert answer(client, attempt, 3).url == at(attempt, "results/")
    assert attempt.answers.get(position=3).is_open  # Nothing is taken in after the end

    again: Any = client.post(at(attempt, "retry/"))
    second = Attempt.objects.get(retry_of=attempt)
    assert again.url == at(second, "1/")
    missed = set(attempt.answers.exclude(position=1).values_list("question", flat=True))
    assert set(second.answers.values_list("question", flat=True)) == missed

    certificate = client.get(at(attempt, "certificate/")).content.decode()
    code = re.search(r"<b>([0-9A-Z-]{14})</b>", certificate)
    assert code
    checked = Client().get("/en/quizzes/certificates/", {"code": code[1].lower()})
    assert "1 of 3 points" in checked.content.decode()
    wrong = Client().get("/en/quizzes/certificates/", {"code": "AAAA-AAAA-AAAA"})
    assert "We do not know this code" in wrong.content.decode()


def test_a_retry_of_what_was_missed_makes_no_certificate(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    for number, choice in ((1, "a"), (2, "a"), (3, "b")):
        answer(client, attempt, number, choice)
    client.post(at(attempt, "finish/"))
    assert at(attempt, "certificate/") in client.get(at(attempt, "results/")).content.decode()

    client.post(at(attempt, "retry/"))
    retry = Attempt.objects.get(retry_of=attempt)
    answer(client, retry, 1, "b")
    client.post(at(retry, "finish/"))
    client.post(at(retry, "retry/"))
    last = Attempt.objects.get(retry_of=retry)
    answer(client, last, 1, "a")
    client.post(at(last, "finish/"))

    results = client.get(at(last, "results/")).content.decode()
    assert "1 of 1 points" in results and "asked again, 1 of 3 points" in results
    assert at(last, "certificate/") not in results and "Tell others" not in results
    assert client.get(at(last, "certificate/")).status_code == 404
    last.refresh_from_db()
    assert last.certificate is None


def test_a_retry_begins_after_the_end_and_goes_on_while_it_is_open(
    client: Client, quiz: Any
) -> None:
    attempt = started(client, quiz)
    early: Any = client.post(at(attempt, "retry/"))
    assert early.url == at(attempt) and not attempt.retries.exists()

    client.post(at(attempt, "finish/"))
    urls = {client.post(at(attempt, "retry/")).headers["Location"] for _ in range(2)}
    retry = attempt.retries.get()
    assert urls == {at(retry, "1/")}

    client.post(at(retry, "finish/"))
    client.post(at(attempt, "retry/"))
    assert attempt.retries.count() == 2


def test_whoever_writes_very_often_is_put_off(
    client: Client, quiz: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.views.starting.MOST", 3)
    monkeypatch.setattr("quiz.views.taking.MOST_MARKS", 2)
    monkeypatch.setattr("quiz.views.mine.MOST_CODES", 2)
    attempt = started(client, quiz)
    marked = [client.post(at(attempt, "1/mark/"), {"marked": sent}) for sent in ("yes", "", "yes")]
    assert [each.status_code for each in marked] == [302, 302, 429]
    assert not attempt.answers.get(position=1).is_marked

    client.post(at(attempt, "finish/"))
    retries = []
    for _ in range(3):
        retries.append(client.post(at(attempt, "retry/")))
        for retry in attempt.retries.all():
            client.post(at(retry, "finish/"))
    assert [each.status_code for each in retries] == [302, 302, 429]
    assert attempt.retries.count() == 2
    assert retries[-1]["Retry-After"] == "3600"
    assert at(attempt, "results/") in retries[-1].content.decode()
    assert client.post("/en/quizzes/power/start/", {"pages": "one"}).status_code == 429

    codes = [client.post("/en/quizzes/mine/code/") for _ in range(3)]
    assert [each.status_code for each in codes] == [200, 200, 429]
    assert "Your code" not in codes[-1].content.decode()


def test_a_certificate_of_a_retry_from_before_is_explained(client: Client, quiz: Any) -> None:
    whole = AttemptFactory.create(finished=True, maximum=12)
    AttemptFactory.create(
        finished=True, maximum=6, score=6, retry_of=whole, certificate="ABCDEFGHJKMN"
    )

    checked = client.get("/en/quizzes/certificates/", {"code": "ABCD-EFGH-JKMN"}).content.decode()

    assert "6 of 6 points" in checked
    assert "only what had been missed was asked again, 6 of 12 points" in checked


def test_all_on_one_page(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz, pages="all")
    page = client.get(at(attempt)).content.decode()
    assert 'name="1-choice"' in page and 'name="3-choice"' in page

    response = client.post(at(attempt, "answers/"), {"1-choice": "a", "2-choice": "zzz"})
    assert response.status_code == 422 and "Question 2:" in response.content.decode()
    assert client.post(at(attempt, "answers/"), {"3-choice": "b"}).status_code == 302
    given = list(attempt.answers.values_list("given", flat=True))
    assert given == [{"chosen": ["a"]}, None, {"chosen": ["b"]}]
    assert "About answer b." in client.get(at(attempt)).content.decode()


def test_marking_on_one_page_takes_in_nothing_and_loses_nothing(client: Client, quiz: Any) -> None:
    counted = QuestionFactory.create(type="number", prompt_en="How many?")
    ChoiceFactory.create(question=counted, text_en="", number=98, weight=100)
    QuizQuestion.objects.create(quiz=quiz, question=counted, position=9)
    attempt = started(client, quiz, pages="all")
    page = client.get(at(attempt)).content.decode()
    assert f'formaction="{at(attempt, "2/mark/")}#question-2" formnovalidate' in page
    assert page.index("Answer what is filled in") < page.index("Mark for later")  # As Enter means

    filled = {"1-choice": "b", "4-number": "many"}
    response = client.post(at(attempt, "2/mark/"), filled | {"marked": "yes"})

    marked = response.content.decode()
    assert response.status_code == 200
    assert re.findall(r'name="(.-choice)" value="(.)" checked', marked) == [("1-choice", "b")]
    assert 'name="4-number" value="many"' in marked
    assert "1 is marked for later." in marked and marked.count("Take the mark away") == 1
    assert list(attempt.answers.values_list("is_marked", flat=True)) == [False, True, False, False]
    assert not attempt.answers.filter(answered_at__isnull=False).exists()
    again: Any = client.get(at(attempt, "2/mark/"))  # As when the language is changed there
    assert again.url == f"{at(attempt)}#question-2"

    client.post(at(attempt, "2/mark/"), {"marked": "no"})
    assert not attempt.answers.filter(is_marked=True).exists()


def test_pieces_of_a_text_stand_again_after_a_mark(client: Client) -> None:
    question = QuestionFactory.create(type="mark_the_change")
    attempt = started(client, QuizFactory.create(questions=[question]), pages="all")

    marked = client.post(at(attempt, "1/mark/"), {"1-piece": "0", "marked": "yes"})

    assert 'name="1-piece" value="0" checked' in marked.content.decode()


def test_a_deadline_is_kept_with_grace(
    client: Client, quiz: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = started(client, quiz, minutes="5")
    assert attempt.deadline == attempt.started_at + timedelta(minutes=5)
    answer(client, attempt, 1)
    later = attempt.deadline + timedelta(seconds=10)
    monkeypatch.setattr(timezone, "now", lambda: later)
    answer(client, attempt, 2)
    assert not attempt.answers.get(position=2).is_open
    too_late = attempt.deadline + timedelta(seconds=21)
    monkeypatch.setattr(timezone, "now", lambda: too_late)
    assert answer(client, attempt, 3).url == at(attempt, "results/")
    attempt.refresh_from_db()
    assert attempt.finished_at == attempt.deadline and attempt.score == 2
    assert attempt.answers.get(position=3).is_open


def test_stale_questions_are_left_out(client: Client, quiz: Any) -> None:
    change = quiz.questions.first().amendment
    change.after_en = "Quite another text."
    change.save()
    for page in ("", "power/", "power/start/"):
        assert client.get(f"/en/quizzes/{page}").status_code == 200
    assert "2 questions" in client.get("/en/quizzes/power/").content.decode()
    assert client.get("/api/v1/quizzes/power/").json()["stock"] == 2
    attempt = started(client, quiz)
    assert attempt.maximum == 2 and attempt.answers.count() == 2


def test_a_quiz_draws_as_many_as_it_asks(client: Client) -> None:
    quiz = QuizFactory.create(asks=2, questions=[a_single_choice() for _ in range(4)])
    attempt = started(client, quiz)
    assert attempt.maximum == 2
    assert "drawn from 4" in client.get(f"/en/quizzes/{quiz.slug}/").content.decode()


def test_a_text_to_read_counts_for_nothing(client: Client, quiz: Any) -> None:
    text = QuestionFactory.create(type="description", prompt_en="Read this first.")
    QuizQuestion.objects.create(quiz=quiz, question=text, position=0)
    attempt = started(client, quiz)
    assert attempt.maximum == 3
    assert "I have read it" in client.get(at(attempt, "1/")).content.decode()
    client.post(at(attempt, "1/"))
    client.post(at(attempt, "finish/"))
    attempt.refresh_from_db()
    assert attempt.score == 0


def test_a_misread_number_says_how_to_write_it(client: Client) -> None:
    question = QuestionFactory.create(type="number", prompt_en="How many?", unit_en="deputies")
    ChoiceFactory.create(question=question, text_en="", number=98, weight=100)
    attempt = started(client, QuizFactory.create(questions=[question]))
    refused = client.post(at(attempt, "1/"), {"number": "many"})
    assert refused.status_code == 422 and "in digits" in refused.content.decode()
    assert 'value="many"' in refused.content.decode()
    client.post(at(attempt, "1/"), {"number": "98"})
    assert attempt.answers.get().is_right


@pytest.mark.parametrize(("pages", "prefix", "to"), [("one", "", "1/"), ("all", "1-", "answers/")])
def test_what_was_filled_in_stands_again_beside_its_fault(
    client: Client, pages: str, prefix: str, to: str
) -> None:
    question = QuestionFactory.create(type="ordering")
    for key in "abc":
        ChoiceFactory.create(question=question, key=key, text_en=f"Step {key}")
    attempt = started(client, QuizFactory.create(questions=[question]), pages=pages)
    sent = {f"{prefix}place-0": "2", f"{prefix}place-1": "2", f"{prefix}place-2": "3"}
    refused = client.post(at(attempt, to), sent)
    assert refused.status_code == 422
    assert re.findall(r"<option selected>(\d)", refused.content.decode()) == ["2", "2", "3"]
