"""A stored question → the question as it is asked in one language."""

from collections.abc import Iterable

from django.utils.crypto import salted_hmac

from amendments.languages import FALLBACKS, LANGUAGES
from amendments.models import Amendment
from amendments.texts import TextPair, texts_in
from quiz.models import Choice, Question
from quiz.pinning import is_stale
from quiz.question_types import Asked, AskedChoice, QuestionType, question_type

CHOICE_TEXTS = ("text", "match")


def type_of(question: Question) -> QuestionType:
    return question_type(question.type)


def asked(question: Question, language: str) -> Asked:
    """Return the question in `language`, or else in the nearest one in which it is whole.

    Prompt and choices are taken together from one language. No query after `for_asking()`.
    """
    spoken = language_of(question, language)
    before = after = ""
    law_language = language
    if question.amendment is not None:
        pair = _texts(question.amendment, language)
        before, after, law_language = pair.before, pair.after, pair.language
    return Asked(
        slug=question.slug,
        type=question.type,
        choices=[_choice(choice, spoken) for choice in question.choices.all()],
        before=before,
        after=after,
        unit=getattr(question, f"unit_{spoken}") or "",
        language=spoken,
        law_language=law_language,
        salt=salted_hmac("quiz.asking", question.slug).hexdigest(),
    )


def can_be_asked(question: Question, language: str) -> bool:
    """Say whether the question fits its text and has no fault. No query after `for_asking()`."""
    faults = type_of(question).faults(asked(question, language))
    return not is_stale(question) and next(faults, None) is None


def languages_to_ask_in(question: Question) -> list[str]:
    return [language for language in LANGUAGES if can_be_asked(question, language)]


def language_of(question: Question, wanted: str) -> str:
    """Return the first language, from `wanted` on, that has the prompt, unit and all choices."""
    choices = list(question.choices.all())
    for language in FALLBACKS[wanted]:
        if (
            getattr(question, f"prompt_{language}")
            and _is_whole(question, ("unit",), language)
            and all(_is_whole(choice, CHOICE_TEXTS, language) for choice in choices)
        ):
            return language
    return next((each for each in FALLBACKS[wanted] if getattr(question, f"prompt_{each}")), wanted)


def _is_whole(item: Question | Choice, names: Iterable[str], language: str) -> bool:
    return all(
        getattr(item, f"{name}_{language}")
        for name in names
        if any(getattr(item, f"{name}_{other}") for other in FALLBACKS[language])
    )


def _texts(amendment: Amendment, language: str) -> TextPair:
    """Return the texts in which the change shows: a law may change one authentic text alone."""
    pairs = [texts_in(each, amendment) for each in FALLBACKS[language]]
    return next((pair for pair in pairs if not pair.is_unchanged), pairs[0])


def _choice(choice: Choice, language: str) -> AskedChoice:
    return AskedChoice(
        key=choice.key,
        text=getattr(choice, f"text_{language}") or "",
        match=getattr(choice, f"match_{language}") or "",
        weight=choice.weight,
        feedback=getattr(choice, f"feedback_{language}") or "",
        number=choice.number,
        tolerance=choice.tolerance,
    )
