"""A key is put right: answers are graded anew, both scores are kept, and it is said."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from amendments.entry_of_text import entry_of
from amendments.models import ReviewStep, State
from amendments.proposals import propose
from quiz.attempts import finish, start
from quiz.models import Attempt, Regrade
from quiz.pinning import is_stale
from quiz.question_types import Form
from quiz.regrading import regrade
from tests.factories.quiz import LearnerFactory, QuizFactory, a_single_choice

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("aigerim", password="long-enough-42")


@pytest.fixture
def question() -> Any:
    return a_single_choice()


@pytest.fixture
def attempts(question: Any) -> list[Any]:
    """Two finished attempts: one chose a, by the key of then, one chose b."""
    from quiz.attempts import record

    quiz, now = QuizFactory.create(questions=[question, a_single_choice()]), timezone.now()
    made = []
    for choice in ("a", "b"):
        attempt = start(quiz, learner=LearnerFactory.create(), language="en", now=now)
        form = Form({"choice": [choice]})
        record(attempt.pk, attempt.learner_id, 1, form, language="en", now=now)
        made.append(finish(attempt.pk, now=now))
    return made


def turn_the_key(question: Any) -> None:
    question.choices.filter(key="a").update(weight=0)
    question.choices.filter(key="b").update(weight=100)


def test_both_scores_are_kept_and_who_and_why(
    question: Any, attempts: list[Any], editor: User
) -> None:
    turn_the_key(question)
    done = regrade(question, editor=editor, reason="The key was b.", now=timezone.now())
    assert (done.answers, done.changed, done.editor) == (2, 2, editor)
    for attempt, first, now in zip(attempts, (1, 0), (0, 1), strict=True):
        attempt.refresh_from_db()
        assert (attempt.first_score, attempt.score) == (first, now)
        answer: Any = attempt.answers.get(position=1)
        assert (answer.first_grade, answer.grade) == (first, now)


def test_a_second_time_changes_nothing_and_keeps_the_first_score(
    question: Any, attempts: list[Any], editor: User
) -> None:
    turn_the_key(question)
    for reason in ("The key was b.", "Once more."):
        done = regrade(question, editor=editor, reason=reason, now=timezone.now())
    assert done.changed == 0
    attempts[0].refresh_from_db()
    assert (attempts[0].first_score, attempts[0].score) == (1, 0)


def test_without_a_reason_nothing_happens(question: Any, editor: User) -> None:
    with pytest.raises(ValueError, match="reason"):
        regrade(question, editor=editor, reason=" ", now=timezone.now())
    assert not Regrade.objects.exists()


def test_the_learner_sees_a_note(
    client: Client, question: Any, editor: User, django_user_model: Any
) -> None:
    quiz = QuizFactory.create(slug="noted", questions=[question])
    client.post("/en/quizzes/noted/start/", {"pages": "one"})
    attempt = Attempt.objects.get(quiz=quiz)
    client.post(f"/en/quizzes/attempts/{attempt.pk}/1/", {"choice": "a"})
    client.post(f"/en/quizzes/attempts/{attempt.pk}/finish/")
    turn_the_key(question)
    regrade(question, editor=editor, reason="The key was b.", now=timezone.now())
    page = client.get(f"/en/quizzes/attempts/{attempt.pk}/results/").content.decode()
    assert "A key was put right" in page and "The key was b." in page
    assert "your score was 1." in page and "graded anew" in page


def test_the_learner_sees_it_too_if_the_attempt_was_still_open(
    client: Client, question: Any, editor: User
) -> None:
    QuizFactory.create(slug="open", questions=[question, a_single_choice()])
    regrade(question, editor=editor, reason="Before any answer.", now=timezone.now())
    client.post("/en/quizzes/open/start/", {"pages": "one"})
    attempt = Attempt.objects.get()
    client.post(f"/en/quizzes/attempts/{attempt.pk}/1/", {"choice": "a"})
    turn_the_key(question)
    regrade(question, editor=editor, reason="The key was b.", now=timezone.now())
    client.post(f"/en/quizzes/attempts/{attempt.pk}/finish/")

    page = client.get(f"/en/quizzes/attempts/{attempt.pk}/results/").content.decode()

    assert "0 of 2 points" in page and "graded anew" in page
    assert "A key was put right" in page and "The key was b." in page
    assert "Before any answer." not in page and "your score was" not in page


def test_an_editor_does_it_in_the_admin(
    client: Client, question: Any, attempts: list[Any], editor: User
) -> None:
    client.force_login(editor)
    address = f"/admin/quiz/question/{question.pk}/regrade/"
    assert "There are 2 answers to this question." in client.get(address).content.decode()
    turn_the_key(question)
    assert client.post(address, {"reason": ""}).status_code == 200
    assert not Regrade.objects.exists()
    response = client.post(address, {"reason": "The key was b."}, follow=True)
    assert "2 grades changed." in response.content.decode()
    assert "The key was b." in client.get(address).content.decode()
    assert client.get("/admin/quiz/regrade/").status_code == 200


def test_questions_and_quizzes_have_lists_and_forms(
    client: Client, question: Any, attempts: list[Any], editor: User
) -> None:
    client.force_login(editor)
    quiz = attempts[0].quiz
    for page, told in {
        "question/": question.slug,
        f"question/{question.pk}/change/": "Grade answers anew",
        "question/import/": "Read the file",
        "question/export/": "GIFT",
        "quiz/": quiz.slug,
        f"quiz/{quiz.pk}/change/": question.slug,
        "quiz/statistics/": quiz.title_en,
        f"quiz/statistics/{quiz.slug}/": "fewer than 10",
        "quiz/misconceptions/": "Misconception map",
    }.items():
        assert told in client.get(f"/admin/quiz/{page}").content.decode(), page
    assert question.slug not in client.get("/admin/quiz/question/?stale=yes").content.decode()


def test_stale_questions_are_found_and_pinned(client: Client, question: Any, editor: User) -> None:
    client.force_login(editor)
    change = question.amendment
    assert change is not None
    change.after_en = "Another text."
    change.save()
    listed = client.get("/admin/quiz/question/?stale=yes").content.decode()
    assert question.slug in listed
    fitting = a_single_choice(slug="it-fits")
    chosen = {"action": "read_against_the_text", "_selected_action": [question.pk, fitting.pk]}
    asked = client.post("/admin/quiz/question/", chosen)
    will, will_not = asked.content.decode().split("Left as they are")
    assert question.slug in will and "it-fits" in will_not
    question.refresh_from_db()
    assert is_stale(question)  # Asked once more first

    client.post("/admin/quiz/question/", chosen | {"confirmed": "yes", "comment": "Still right."})
    assert question.slug not in client.get("/admin/quiz/question/?stale=yes").content.decode()
    step = ReviewStep.objects.get()
    assert (step.text, step.verb, step.editor) == (question, "read-again", editor)
    assert (step.state, step.comment) == (State.PUBLISHED, "Still right.")
    shown = client.get(f"/admin/quiz/question/{question.pk}/change/").content.decode()
    assert "read again: it still fits what it is about" in shown


def test_a_question_whose_change_waits_is_not_pinned(
    client: Client, question: Any, editor: User
) -> None:
    """The change would meet another text than it was made from."""
    client.force_login(editor)
    question.amendment.after_en = "Another text."
    question.amendment.save()
    propose(question, entry_of(question) | {"name": "Other"}, editor=editor, now=timezone.now())
    chosen = {"action": "read_against_the_text", "_selected_action": [question.pk]}
    said = client.post("/admin/quiz/question/", chosen | {"confirmed": "yes"}, follow=True)
    assert "0 questions pinned." in said.content.decode()
    question.refresh_from_db()
    assert is_stale(question)
