"""What was sent with the form of a question, so that a fault in it takes nothing away."""

from django import template

from quiz.shown_question import ShownQuestion

register = template.Library()


@register.filter
def sent(shown: ShownQuestion, name: str) -> str:
    """Return what was sent under a name of the question's form, or an empty text."""
    return shown.sent.one(name)


@register.filter
def all_sent(shown: ShownQuestion, name: str) -> list[str]:
    """Return all that was sent under a name of the question's form."""
    return shown.sent.all(name)
