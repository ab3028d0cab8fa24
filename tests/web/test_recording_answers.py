"""An answer costs the same however many there are, and is stored once whatever happens at once."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amendments.days import today
from quiz.attempts import Closed, Recorded, finish, record, retry_missed, start
from quiz.learners import COOKIE, note_activity, remember
from quiz.models import Answer, Attempt, Learner
from quiz.question_types import Form
from quiz.spoken_code import new_code
from tests.factories import quiz as factories
from tests.web.statements import statements

ROUNDS = 8  # Of what nobody decides: which of two comes first
LONG = 30  # Seconds, after which a test has failed
A = {"chosen": ["a"]}
A_MOMENT = 0.3  # Seconds in which another would get ahead, if nothing held it

with_connections = pytest.mark.django_db(transaction=True)


def begun(questions: int = 3, learner: Learner | None = None) -> Attempt:
    quiz = factories.QuizFactory.create(
        questions=[factories.a_single_choice() for _ in range(questions)]
    )
    somebody = learner or factories.LearnerFactory.create(active_on=today())
    return start(quiz, learner=somebody, language="en", now=timezone.now())


def answer(attempt: Attempt, position: int = 1, choice: str = "a") -> Recorded:
    place, form = (attempt.pk, attempt.learner_id, position), Form({"choice": [choice]})
    return record(*place, form, language="en", now=timezone.now())


def browser_of(learner: Learner) -> Client:
    response = HttpResponse()
    remember(response, learner)
    client = Client(raise_request_exception=False)
    client.cookies[COOKIE] = response.cookies[COOKIE].value
    return client


def send(attempt: Attempt, choice: str = "a", **headers: str) -> int:
    """Send the form of the first question as a browser does, and return the status."""
    url = f"/en/quizzes/attempts/{attempt.pk}/1/"
    client = browser_of(attempt.learner)
    return client.post(url, {"choice": choice}, headers=headers).status_code


def send_with_scripts(attempt: Attempt) -> int:
    return send(attempt, hx_request="true")


def kept(attempt: Attempt) -> dict[int, tuple[Any, Decimal]]:
    """Return what is stored by position, read by a connection that has seen nothing yet."""
    if not connection.in_atomic_block:
        connection.close()
    filled = Answer.objects.filter(attempt=attempt, answered_at__isnull=False)
    return {each.position: (each.given, each.grade or Decimal(0)) for each in filled}


def score(attempt: Attempt) -> Decimal | None:
    return Attempt.objects.get(pk=attempt.pk).score


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Do all at the same time, each by its own connection; return results or what they raised."""
    results: list[Any] = [None] * len(works)
    ready = Barrier(len(works), timeout=LONG)

    def do(place: int) -> None:
        try:
            ready.wait()
            results[place] = works[place]()
        except Exception as error:  # For the test to judge
            results[place] = error
        finally:
            connection.close()

    threads = [Thread(target=do, args=[place], daemon=True) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG)
    assert not any(thread.is_alive() for thread in threads), "one waits for another for ever"
    return results


def pausing(real: Callable[..., Any], reached: Event) -> Callable[..., Any]:
    """Return `real`, told of by `reached` and held up for long enough to be overtaken."""

    def paused(*given: Any) -> Any:
        reached.set()
        Event().wait(A_MOMENT)
        return real(*given)

    return paused


@pytest.mark.django_db
@pytest.mark.parametrize("way", [answer, send, send_with_scripts])
def test_an_answer_costs_the_same_whatever_is_stored(way: Callable[[Attempt], Any]) -> None:
    costs = {}
    way(begun())  # What a process does once is no cost of an answer
    for questions in (1, 3):
        for earlier in (1, 50):
            attempt = begun(questions)
            first = attempt.answers.get(position=1)
            for _ in range(earlier):
                before = factories.AttemptFactory.create(learner=attempt.learner, quiz=attempt.quiz)
                factories.AnswerFactory.create(
                    attempt=before, question=first.question, answered=True
                )
            with CaptureQueriesContext(connection) as queries:
                way(attempt)
            assert 1 in kept(attempt)
            costs[questions, earlier] = statements(queries)
    assert len(set(costs.values())) == 1, costs
    assert max(costs.values()) <= 8, costs


@pytest.mark.django_db
def test_the_first_answer_of_a_day_costs_no_more() -> None:
    attempt = begun(learner=factories.LearnerFactory.create())
    with CaptureQueriesContext(connection) as queries:
        answer(attempt)
    assert statements(queries) <= 8
    assert Learner.objects.get().active_on == today()


@with_connections
class TestAtOnce:
    @pytest.mark.parametrize("senders", [2, 5])
    def test_the_same_answer_is_stored_once(self, senders: int) -> None:
        attempt = begun()
        found = at_once(*[partial(answer, attempt)] * senders)
        assert sorted(each.is_new for each in found) == [False] * (senders - 1) + [True]
        assert [each.answer.given for each in found] == [A] * senders
        assert kept(attempt) == {1: (A, Decimal(1))}

    def test_of_two_answers_the_first_counts(self) -> None:
        for _ in range(ROUNDS):
            attempt = begun(1)
            found = at_once(*(partial(answer, attempt, 1, choice) for choice in "ab"))
            [first] = [each for each in found if each.is_new]
            given = first.answer.given
            assert [each.answer.given for each in found] == [given] * 2
            assert kept(attempt) == {1: (given, Decimal(1 if given == A else 0))}

    def test_a_double_click_is_answered_twice_and_stored_once(self) -> None:
        attempt = begun()
        assert at_once(partial(send, attempt), partial(send, attempt, "b")) == [302, 302]
        assert at_once(*[partial(send_with_scripts, attempt)] * 2) == [200, 200]
        assert len(kept(attempt)) == 1

    def test_answers_to_different_questions_are_all_stored(self) -> None:
        attempt = begun()
        found = at_once(*(partial(answer, attempt, position) for position in (1, 2, 3)))
        assert all(each.is_new for each in found)
        assert set(kept(attempt)) == {1, 2, 3}


@with_connections
class TestRacingWithTheEnd:
    def test_the_score_is_the_sum_of_what_is_stored(self) -> None:
        for _ in range(ROUNDS):
            attempt = begun()
            answer(attempt, 1)
            found, closed = at_once(
                partial(answer, attempt, 2), partial(finish, attempt.pk, now=timezone.now())
            )
            assert isinstance(found, Closed) or found.is_new
            assert closed.is_finished
            grades = [grade for _given, grade in kept(attempt).values()]
            assert len(grades) == (1 if isinstance(found, Closed) else 2)
            assert score(attempt) == sum(grades)

    def test_the_end_waits_for_an_answer_that_is_being_stored(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        attempt, reached = begun(), Event()
        monkeypatch.setattr("quiz.attempts.note_activity", pausing(note_activity, reached))

        def end() -> None:
            assert reached.wait(LONG)
            finish(attempt.pk, now=timezone.now())

        found, _none = at_once(partial(answer, attempt), end)
        assert found.is_new
        assert score(attempt) == 1

    def test_nothing_is_stored_once_the_end_has_begun(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        attempt, reached = begun(), Event()
        monkeypatch.setattr("quiz.attempts.new_code", pausing(new_code, reached))

        def late() -> Recorded:
            assert reached.wait(LONG)
            return answer(attempt)

        _closed, found = at_once(partial(finish, attempt.pk, now=timezone.now()), late)
        assert isinstance(found, Closed)
        assert kept(attempt) == {}
        assert score(attempt) == 0

    def test_two_ends_give_one_score_and_one_certificate(self) -> None:
        attempt = begun()
        answer(attempt)
        one, two = at_once(*[partial(finish, attempt.pk, now=timezone.now())] * 2)
        assert (one.score, one.certificate) == (two.score, two.certificate)

    def test_two_retries_begin_one(self) -> None:
        attempt = begun()
        finish(attempt.pk, now=timezone.now())
        again = partial(retry_missed, attempt, language="en", now=timezone.now())
        one, two = at_once(again, again)
        assert one == two and attempt.retries.count() == 1


@with_connections
class TestAcknowledged:
    def test_what_is_undone_elsewhere_takes_nothing_with_it(self) -> None:
        attempt, reached = begun(), Event()

        def undone() -> None:
            with transaction.atomic():
                answer(attempt, 2)
                reached.set()
                Event().wait(A_MOMENT)
                transaction.set_rollback(True)

        def lasting() -> Recorded:
            assert reached.wait(LONG)
            return answer(attempt, 1)

        _none, found = at_once(undone, lasting)
        assert found.is_new
        assert kept(attempt) == {1: (A, Decimal(1))}

    def test_a_page_that_fails_does_not_take_the_answer_back(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        attempt = begun()
        monkeypatch.setattr("quiz.views.taking.shown_answer", None)
        assert send_with_scripts(attempt) == 500
        assert kept(attempt) == {1: (A, Decimal(1))}
