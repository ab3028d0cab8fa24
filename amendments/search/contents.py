"""What readers can find of the law and of what explains it."""

from collections.abc import Iterator

from django.urls import reverse

from amendments.models import (
    AmendingLaw,
    Amendment,
    Appointment,
    Article,
    Constitution,
    Correction,
    Event,
    FactCheck,
    Institution,
    LawmakingStep,
    Provision,
    Section,
    Source,
    Statement,
    Term,
    Topic,
    Voice,
)
from amendments.search import contexts, kinds, vote_contents
from amendments.search.on_its_page import find_on_its_page
from amendments.search.registering import searchable
from amendments.search.registry import Part
from amendments.texts import Text, text_in, texts_in


def register() -> None:
    """Register every kind of text that `amendments` shows; for `AppConfig.ready`."""
    find_on_its_page(
        kinds.CHANGE,
        Amendment,
        "title",
        [
            "in_short",
            "what_changed",
            "why_it_matters",
            "who_it_touches",
            "what_came_later",
            "key_facts.text",
            "misconceptions.correction",
            "misconceptions.belief",
            _texts_of_the_law,
            "in_force_note",
            "note",
        ],
        context=contexts.of_change,
        place=_place,
        related=["provision__article", "provision__section"],
        follows={Provision: "provision", Article: "provision__article"},
    )
    searchable(
        kinds.ARTICLE,
        Article,
        contexts.title_of_article,
        [_section, "provisions.text"],
        lambda _slug, number: reverse("amendments:article", args=[number]),
        parents=["number"],
        context=contexts.of_article,
        place=lambda article: (article.number, ""),
        related=["section__constitution"],
        follows={Section: "section"},
    )
    find_on_its_page(
        kinds.TOPIC,
        Topic,
        "title",
        ["in_short", "before", "after", "since_2026", "since_2026_note"],
    )
    find_on_its_page(
        kinds.TOPIC,
        LawmakingStep,
        "title",
        ["text", "majority", "time_limit"],
        context=contexts.of_lawmaking_step,
        weight=0.6,
    )
    find_on_its_page(kinds.TERM, Term, "name", ["definition", "also"], names=["name", "also"])
    find_on_its_page(
        kinds.INSTITUTION,
        Institution,
        "name",
        [
            "what",
            "after",
            "since_2026",
            "before",
            "details",
            "numbers.note",
            "applicants.who",
            "note",
        ],
        names=["name"],
    )
    find_on_its_page(
        kinds.INSTITUTION,
        Appointment,
        "post",
        ["note"],
        context=contexts.of_appointment,
        weight=0.6,
        related=["institution", "by", "proposed_by", "consent_of"],
        follows={Institution: "by"},
    )
    vote_contents.register()
    _register_context()


def _register_context() -> None:
    find_on_its_page(kinds.EVENT, Event, "title", ["text", "note"], context=contexts.of_event)
    find_on_its_page(
        kinds.VOICE,
        Voice,
        "person",
        ["point", "quote", "date_note"],
        names=["person"],
        context=contexts.of_voice,
    )
    find_on_its_page(
        kinds.FACT_CHECK,
        FactCheck,
        "title",
        ["record", "report_claim", "report_words", "note"],
        context=contexts.of_fact_check,
    )
    find_on_its_page(
        kinds.LAW,
        AmendingLaw,
        "title",
        ["summary"],
    )
    find_on_its_page(kinds.LAW, Constitution, "title", ["end_note"])
    find_on_its_page(kinds.ABOUT, Statement, "title", ["text"], context=contexts.of_statement)
    find_on_its_page(
        kinds.ABOUT,
        Correction,
        "title",
        ["what_it_says_now", "what_was_wrong"],
        context=contexts.of_correction,
    )
    find_on_its_page(
        kinds.SOURCE,
        Source,
        _title_or_publisher,
        ["note"],
        names=["publisher"],
        context=contexts.of_source,
    )


def _texts_of_the_law(amendment: Amendment, language: str) -> Iterator[Part]:
    pair = texts_in(language, amendment)
    yield Part("after", Text(pair.after, pair.language, language))
    yield Part("before", Text(pair.before, pair.language, language))


def _place(amendment: Amendment) -> tuple[str, str]:
    provision = amendment.provision
    number = provision.article.number if provision.article else ""
    return number, "/".join(filter(None, (provision.paragraph, provision.subparagraph)))


def _section(article: Article, language: str) -> Iterator[Part]:
    yield Part("title", text_in(language, article.section, "title"))


def _title_or_publisher(source: Source, language: str) -> Text:
    return text_in(language, source, "title") or text_in(language, source, "publisher")
