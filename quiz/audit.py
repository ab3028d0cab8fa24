"""What must hold of the questions that readers meet."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from amendments.audit import Audit, audit_check
from amendments.content_files import Entry, Fault
from amendments.languages import LANGUAGES
from quiz.asking import asked, type_of
from quiz.models import Question
from quiz.pinning import is_stale

LEAST_FOR_BALANCE = 12  # Questions of a type; of fewer, one place may well be right more often
MOST_IN_ONE_PLACE = 0.55


def every_change_has_a_question(audit: Audit) -> Iterator[Fault]:
    seen = {entry.get("amendment") for entry in audit["questions"].values()}
    for slug in audit["amendments"].keys() - seen:
        yield Fault("amendments", slug, "", "no quiz question")


def every_question_can_be_asked(audit: Audit) -> Iterator[Fault]:
    """In English; what is left out in another language is noted. Two queries."""
    for question in Question.objects.published().for_asking():
        for language in LANGUAGES:
            if language != "en" and asked(question, language).language == language:
                audit.notes.extend(
                    f"questions: {question.slug}: not asked in {language}: {fault}"
                    for fault in type_of(question).faults(asked(question, language))
                )
        for fault in type_of(question).faults(asked(question, "en")):
            yield Fault("questions", question.slug, "choices", fault)
        if is_stale(question):
            yield Fault(
                "questions",
                question.slug,
                "written_against",
                "stale: the text it is about has changed since; read it again and pin it",
            )


def every_question_explains(audit: Audit) -> Iterator[Fault]:
    """A quiz that teaches: an explanation, and for each wrong choice what is wrong with it."""
    for slug, entry in audit["questions"].items():
        if entry["type"] != "description" and "explanation" not in entry:
            yield Fault("questions", slug, "explanation", "missing")
        for choice in entry.get("choices", ()):
            can_be_chosen = entry["type"] in ("single", "multiple", "true_false", "before_or_after")
            if can_be_chosen and choice.get("weight", 0) <= 0 and "feedback" not in choice:
                yield Fault("questions", slug, f"choices.{choice['key']}.feedback", "missing")


def every_misconception_is_of_the_change(audit: Audit) -> Iterator[Fault]:
    for slug, entry in audit["questions"].items():
        change = audit["amendments"].get(_change_of(audit, entry), {})
        known = {each["slug"] for each in change.get("misconceptions", ())}
        for choice in entry.get("choices", ()):
            named = choice.get("misconception")
            if named and named not in known:
                yield Fault(
                    "questions",
                    slug,
                    f"choices.{choice['key']}.misconception",
                    f'"{named}" is no misconception of {_change_of(audit, entry) or "its subject"}',
                )


def a_question_stands_on_the_shelf_of_its_topic(audit: Audit) -> Iterator[Fault]:
    for slug, entry in audit["questions"].items():
        topic = audit["amendments"].get(_change_of(audit, entry), {}).get("topic")
        if topic and topic != entry["category"]:
            yield Fault("questions", slug, "category", f"its change is of the topic {topic}")


def no_place_is_right_too_often(audit: Audit) -> Iterator[Fault]:
    """Where the right answer stands must not give it away."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in audit["questions"].values():
        if entry["type"] in ("single", "true_false", "before_or_after"):
            places[entry["type"]][_right_key(entry)] += 1
    for kind, counted in places.items():
        total = counted.total()
        for key, times in counted.items():
            if total >= LEAST_FOR_BALANCE and times / total > MOST_IN_ONE_PLACE:
                fault = f"{key} is right {times} of {total} times"
                yield Fault("questions", kind, "choices", fault)


def every_quiz_asks_what_is_public(audit: Audit) -> Iterator[Fault]:
    for slug, entry in audit["quizzes"].items():
        asked_of = entry.get("questions", [])
        if not asked_of:
            yield Fault("quizzes", slug, "questions", "none")
        if entry.get("asks", 0) > len(asked_of):
            yield Fault("quizzes", slug, "asks", f"more than its {len(asked_of)} questions")
        for number, question in enumerate(asked_of, 1):
            if question not in audit["questions"]:
                yield Fault("quizzes", slug, f"questions.{number}", f"{question} is not published")


def every_topic_has_its_quiz(audit: Audit) -> Iterator[Fault]:
    """The pages of topics and changes lead to it by the topic's slug."""
    for slug in audit["topics"].keys() - audit["quizzes"].keys():
        yield Fault("topics", slug, "", "no quiz has its slug")


def _change_of(audit: Audit, entry: Entry) -> str:
    """Return the slug of the change that a question is about, itself or by what became of it."""
    successor = audit["successors"].get(entry.get("successor", ""), {})
    return str(entry.get("amendment") or successor.get("amendment", ""))


def _right_key(entry: Entry) -> str:
    return str(max(entry["choices"], key=lambda choice: choice.get("weight", 0))["key"])


def register() -> None:
    """Have `audit_content` run these checks."""
    for check in (
        every_change_has_a_question,
        every_question_can_be_asked,
        every_question_explains,
        every_misconception_is_of_the_change,
        a_question_stands_on_the_shelf_of_its_topic,
        no_place_is_right_too_often,
        every_quiz_asks_what_is_public,
        every_topic_has_its_quiz,
    ):
        audit_check(check)
