from django import template
from django.utils.safestring import SafeString

from amendments.templatetags.json_ld import script
from quiz.json_ld import of_quiz
from quiz.quiz_page import QuizPage

register = template.Library()


@register.simple_tag
def quiz_json_ld(page: QuizPage) -> SafeString:
    """Tell search engines of a quiz, in the place for `json_ld` of its page."""
    return script(of_quiz(page))
