"""What stands beside the title of a hit, in the active language: where, who, when, how sure."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from amendments.addresses import address
from amendments.known_date import known_date
from amendments.models import (
    Amendment,
    Appointment,
    Article,
    Correction,
    Event,
    FactCheck,
    LawmakingStep,
    Novelty,
    ReferendumPoint,
    Source,
    Statement,
    Successor,
    Voice,
)
from amendments.texts import Text, text_in
from amendments.written_in_english import said_articles, said_date


def of_change(amendment: Amendment) -> list[Text]:
    return _ours(address(amendment.provision))


def of_article(article: Article) -> list[Text]:
    return _theirs(article.section.constitution, "title")


def of_lawmaking_step(step: LawmakingStep) -> list[Text]:
    return _ours(step.get_law_kind_display(), step.get_period_display())


def of_appointment(appointment: Appointment) -> list[Text]:
    bodies = (appointment.by, appointment.proposed_by, appointment.consent_of)
    names = [name for body in bodies if body for name in _theirs(body, "name")]
    return [*_ours(appointment.get_period_display()), *names]


def of_vote(part: Any) -> list[Text]:
    return _theirs(part.referendum, "name")


def of_point(point: ReferendumPoint) -> list[Text]:
    return [
        *_ours(point.get_kind_display()),
        *(_theirs(point, "who") if text_in(_language(), point, "title") else []),
        *_ours(
            gettext("an allegation that no record we read supports or answers")
            if point.allegation
            else "",
            date_format(point.date, "DATE_FORMAT") if point.date else "",
        ),
    ]


def of_successor(successor: Successor) -> list[Text]:
    return _ours(successor.get_fate_display(), _articles_of_2026(successor.articles))


def of_event(event: Event) -> list[Text]:
    unsure = gettext("announced, not confirmed") if event.needs_check else ""
    return _ours(known_date(event), unsure)


def of_voice(voice: Voice) -> list[Text]:
    return [*_theirs(voice, "role"), *_ours(known_date(voice))]


def of_fact_check(check: FactCheck) -> list[Text]:
    return _ours(check.get_verdict_display())


def of_statement(statement: Statement) -> list[Text]:
    return _ours(statement.get_kind_display())


def of_correction(correction: Correction) -> list[Text]:
    return _ours(gettext("Correction"), date_format(correction.date, "DATE_FORMAT"))


def of_source(source: Source) -> list[Text]:
    has_title = bool(text_in(_language(), source, "title"))
    publisher = _theirs(source, "publisher") if has_title else []
    return [*publisher, *_ours(said_date(source.dated))]


def title_of_article(article: Article, language: str) -> Text:
    title = gettext("Article %(number)s") % {"number": article.number}
    return Text(title, language, language)


def title_of_novelty(novelty: Novelty, language: str) -> Text:
    """Return a title for what has none of its own."""
    return Text(_articles_of_2026(novelty.articles), language, language)


def _articles_of_2026(articles: str) -> str:
    if not articles:
        return ""
    return gettext("Constitution of 2026, %(articles)s") % {"articles": said_articles(articles)}


def _ours(*words: Any) -> list[Text]:
    """Return words of the interface, those that are not empty."""
    return [Text(str(word), _language(), _language()) for word in words if word]


def _theirs(item: Any, field: str) -> list[Text]:
    text = text_in(_language(), item, field)
    return [text] if text else []


def _language() -> str:
    return get_language() or "kk"
