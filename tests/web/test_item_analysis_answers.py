"""How often each answer was given, and the map of misconceptions."""

import csv
import io
from collections import Counter
from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from amendments.models import Misconception
from quiz.choice_counts import Count, counts, tokens
from quiz.misconception_map import misconception_map
from quiz.question_types import Asked, AskedChoice
from quiz.quiz_statistics import quiz_statistics
from tests.factories import AmendmentFactory
from tests.samples.item_analysis.sittings import new_question, new_quiz, sit

STEPS = [AskedChoice(key, text=key.upper(), match=f"{key}!") for key in "abc"]


def counted(type_name: str, given: list, **asked) -> list[Count]:
    question = Asked(slug="question", type=type_name, **asked)
    found = Counter(token for each in given for token in tokens(type_name, each))
    return counts(type_name, found, len(given), lambda language: question, language="en")


def seen(found: list[Count]) -> list[tuple]:
    return [(count.text, count.number, count.answers, count.is_right) for count in found]


def test_of_several_choices_each_is_counted_even_one_that_was_removed() -> None:
    choices = [
        AskedChoice("a", "A", weight=Decimal(50)),
        AskedChoice("b", "B", weight=Decimal(50)),
        AskedChoice("c", "C", weight=Decimal(-100)),
    ]
    given = [{"chosen": ["a", "b"]}, {"chosen": ["a", "x"]}, {"chosen": ["a"]}]

    found = counted("multiple", given, choices=choices)

    assert seen(found) == [
        ("A", 3, 3, True),
        ("B", 1, 3, True),
        ("C", 0, 3, False),
        ("", 1, 3, None),
    ]
    assert found[-1].key == "x"
    assert found[1].share == pytest.approx(100 / 3)


def test_of_written_numbers_the_most_frequent_are_told() -> None:
    choices = [AskedChoice("a", number=Decimal(98), tolerance=Decimal(1), weight=Decimal(100))]
    given = [{"number": each} for each in ("98", "98.0", "107", "97.5", "98.00", "107")]
    given += [{"number": str(each)} for each in range(200, 220)]

    found = counted("number", given, choices=choices)

    assert len(found) == 10
    assert seen(found[:2]) == [("98", 3, 26, True), ("107", 2, 26, False)]


def test_short_answers_are_counted_whatever_their_case() -> None:
    choices = [AskedChoice("a", "Astana*", weight=Decimal(100))]
    given = [{"text": each} for each in ("Astana", "ASTANA", "Almaty", "astana  city")]

    assert seen(counted("short_answer", given, choices=choices)) == [
        ("astana", 2, 4, True),
        ("almaty", 1, 4, False),
        ("astana city", 1, 4, True),
    ]


def test_of_an_order_it_is_counted_how_often_each_step_stood_in_its_place() -> None:
    given = [{"order": list("abc")}, {"order": list("acb")}, {"order": list("bac")}]

    assert seen(counted("ordering", given, choices=STEPS)) == [
        ("A", 2, 3, None),
        ("B", 1, 3, None),
        ("C", 2, 3, None),
    ]


def test_of_pairs_it_is_counted_how_often_each_line_got_its_match() -> None:
    choices = [*STEPS, AskedChoice("d", "", match="d!"), AskedChoice("e", "E", match="a!")]
    given = [
        {"pairs": {"a": "a", "b": "b", "c": "d", "e": "a"}},
        {"pairs": {"a": "e", "b": "a", "c": "c", "e": "d"}},  # a and e have the same match
    ]

    assert seen(counted("matching", given, choices=choices)) == [
        ("A", 2, 2, None),
        ("B", 1, 2, None),
        ("C", 1, 2, None),
        ("E", 1, 2, None),
    ]


def test_of_a_marked_text_each_piece_is_counted_in_its_own_language() -> None:
    given = [
        {"pieces": [0], "language": "en"},
        {"pieces": [0, 1], "language": "en"},
        {"pieces": [5], "language": "ru"},  # That text is gone
    ]

    found = counted(
        "mark_the_change",
        given,
        before="Seven judges, no more.",
        after="Eleven judges, no more.",
        law_language="en",
    )

    assert seen(found) == [("Seven judges,", 2, 2, True), ("no more.", 1, 2, False)]
    assert {count.language for count in found} == {"en"}


def test_few_answers_are_hidden_in_a_marked_text_by_language() -> None:
    found = Counter({("en", None): 10, ("en", 0): 9, ("ru", None): 9, ("ru", 0): 9})

    def in_language(language: str) -> Asked:
        return Asked(
            slug="question",
            type="mark_the_change",
            before="One. Two.",
            after="Six. Two.",
            law_language=language,
        )

    def shown(answers: int) -> list[Count]:
        return counts("mark_the_change", found, answers, in_language, language="en", minimum=10)

    assert {count.language for count in shown(19)} == {"en"}
    assert shown(9) == []


@pytest.mark.parametrize(
    "type_name", ["single", "ordering", "matching", "mark_the_change", "number", "short_answer"]
)
def test_an_answer_of_another_shape_stops_nothing(type_name) -> None:
    given = [{}, {"chosen": "a", "order": 3, "pairs": [], "pieces": None, "number": None}]
    choices = [AskedChoice("a", "A", weight=Decimal(100), number=Decimal(1))]

    counted(type_name, given, choices=choices, before="One.", after="Two.")


@pytest.fixture
def change(db):
    change = AmendmentFactory()
    Misconception.objects.create(
        amendment=change, slug="a-belief", position=1, belief_en="The court can do all."
    )
    return change


@pytest.fixture
def sat(change):
    """Twelve answers to a question about a change, 9 wrong; 10 to one about none, 1 wrong."""
    court = new_question("court", amendment=change)
    vote = new_question("vote")
    vote.choices.update(misconception="")
    rare = new_question("rare")
    quiz = new_quiz(court, vote, rare)
    for at in range(12):
        marks = {court: "0" if at < 9 else "1", vote: None if at < 2 else "0" if at == 2 else "1"}
        sit(quiz, {**marks, rare: "0" if at < 9 else None}, language="ru" if at < 10 else "kk")
    return quiz


def test_the_map_says_which_wrong_choice_how_often_and_for_which_change(sat, change):
    found = misconception_map()

    assert [(row.question.slug, row.key, row.number, row.answers) for row in found] == [
        ("court", "b", 9, 12),
        ("vote", "b", 1, 10),
    ]
    assert found[0].change == change
    assert found[0].belief == "The court can do all."
    assert found[0].share == 75
    assert found[1].change is None


def test_the_map_is_of_one_topic_or_one_language(sat, change):
    assert [row.question.slug for row in misconception_map(topic=change.topic.slug)] == [
        "court",
        "vote",  # About no change, it stands on the shelf of the topic
    ]
    assert misconception_map(topic="courts") == []
    assert [row.answers for row in misconception_map(language="ru")] == [10]
    assert misconception_map(language="kk") == []


def test_the_map_counts_first_attempts_only(sat):
    court = sat.questions.get(slug="court")
    learner = sat.attempts.order_by("pk").first().learner
    sit(sat, {court: "0"}, learner=learner, at=sat.attempts.first().started_at.replace(month=10))

    assert misconception_map()[0].answers == 12


@pytest.mark.parametrize("number", [1, 3])
def test_the_map_costs_the_same_for_any_number_of_questions(
    change, number, django_assert_num_queries
):
    questions = [new_question(f"q{at}", amendment=change) for at in range(number)]
    quiz = new_quiz(*questions)
    for _ in range(10):
        sit(quiz, dict.fromkeys(questions, "0"))

    with django_assert_num_queries(4):
        assert len(misconception_map()) == number


def test_few_answers_in_many_attempts_are_hidden(sat):
    rare = next(each for each in quiz_statistics(sat) if each.question.slug == "rare")

    assert not rare.is_hidden  # Twelve attempts, nine answers
    assert rare.answered == 9
    assert rare.counts == []


def test_counts_of_a_quiz_leave_out_what_was_not_answered(sat):
    vote = next(each for each in quiz_statistics(sat) if each.question.slug == "vote")

    assert vote.answered == 10
    assert seen(vote.counts) == [("vote a", 9, 10, True), ("vote b", 1, 10, False)]


@pytest.mark.urls("tests.samples.item_analysis.urls")
def test_the_map_is_shown_and_can_be_downloaded(client, sat, change):
    editor = User.objects.create_user("editor", password="long enough", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="view_quiz"))
    client.force_login(editor)
    address = reverse("admin:quiz_misconceptions")

    shown = client.get(address, headers={"accept-language": "en"}).content.decode()
    response = client.get(f"{reverse('admin:quiz_misconceptions_csv')}?topic={change.topic.slug}")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert "The court can do all." in shown
    assert "75.0" in shown
    assert rows[0] == {
        "question": "court",
        "change": change.slug,
        "topic": "parliament",
        "answer": "b",
        "text": "court b",
        "misconception": "a-belief",
        "belief": rows[0]["belief"],
        "number": "9",
        "answers": "12",
        "share": "75.0000",
    }
