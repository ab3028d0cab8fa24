"""What the page of a quiz says to machines in the words of schema.org.

Its questions are left out: each attempt draws its own, and a key is nobody's before an answer.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, gettext

from amendments.json_ld.things import LICENCE, Thing, page_url, project, said, trail
from amendments.texts import text_in
from quiz.quiz_page import QuizPage


def of_quiz(page: QuizPage) -> list[Thing]:
    url = settings.SITE_URL + reverse("quiz:quiz", args=[page.quiz.slug])
    title = text_in(get_language(), page.quiz, "title")
    thing: Thing = {
        "@type": "Quiz",
        "@id": url,
        "url": url,
        "name": said(title),
        "inLanguage": get_language(),
        "license": LICENCE,
        "publisher": project(),
        "isAccessibleForFree": True,
        "timeRequired": f"PT{page.minutes}M",
    }
    in_short = text_in(get_language(), page.quiz, "in_short")
    if in_short:
        thing["description"] = said(in_short)
    if page.quiz.topic and page.quiz.topic.is_public():
        name = said(text_in(get_language(), page.quiz.topic, "title"))
        topic = page_url("topic", page.quiz.topic.slug)
        thing["about"] = {"@type": "Thing", "name": name, "url": topic}
    catalogue = (gettext("Quizzes"), settings.SITE_URL + reverse("quiz:catalogue"))
    return [thing, trail([catalogue, (title, url)])]
