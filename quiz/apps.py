from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class QuizConfig(AppConfig):
    name = "quiz"
    verbose_name = _("Quizzes")

    def ready(self) -> None:
        from amendments import sitemaps
        from amendments.cited_texts import CITED
        from amendments.cited_texts import Kind as Cited
        from amendments.content_files import kinds
        from amendments.embeds.registry import EMBEDDABLE, Embeddable
        from amendments.extras import on_changes, on_topics
        from amendments.freshness import makes_pages_stale
        from amendments.nfc import normalise_texts_of
        from amendments.preview import previewed_at
        from amendments.public_address import PLACES, Place
        from amendments.search.registering import searchable
        from amendments.search.registry import Kind
        from quiz import audit, content_kinds, rights
        from quiz.admin import stale
        from quiz.models import Choice, Question, Quiz, QuizQuestion
        from quiz.practice import title_of_question
        from quiz.table_files import register_tables

        kinds.register(*content_kinds.KINDS)
        normalise_texts_of(self)
        for model in (Question, Choice, Quiz, QuizQuestion):
            makes_pages_stale(model)
        audit.register()
        rights.register()
        stale.register()
        register_tables()
        on_changes.add("quiz/on_a_change.html")
        on_topics.add("quiz/on_a_topic.html")
        EMBEDDABLE["quiz:practice"] = Embeddable("question_embed", 440, title_of_question)
        previewed_at(Question, lambda question: reverse("quiz:practice", args=[question.slug]))
        previewed_at(Quiz, lambda quiz: reverse("quiz:quiz", args=[quiz.slug]))
        PLACES[Question] = Place(lambda slug, *parents: reverse("quiz:practice", args=[slug]))
        CITED[Question] = Cited(_("Questions"), ("prompt",))
        sitemaps.SINGLE.append("quiz:catalogue")
        sitemaps.EACH[Quiz] = ("quiz:quiz", "slug")
        searchable(
            Kind("quiz", _("Quizzes")),
            Quiz,
            "title",
            ["in_short"],
            lambda slug, *parents: reverse("quiz:quiz", args=[slug]),
        )
