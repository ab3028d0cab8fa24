"""Translated fields, then history: the other way round the history has no language columns."""

from modeltranslation.translator import TranslationOptions, register
from simple_history import register as keep_history_of

from quiz.models import Choice, Question, Quiz, QuizQuestion


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ["prompt", "unit", "explanation"]


@register(Choice)
class ChoiceTranslation(TranslationOptions):
    fields = ["text", "match", "feedback"]


@register(Quiz)
class QuizTranslation(TranslationOptions):
    fields = ["title", "in_short"]


for model in (Question, Choice, Quiz, QuizQuestion):
    keep_history_of(model)
