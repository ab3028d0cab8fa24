"""Translated fields, then history: the other way round the history has no language columns."""

from modeltranslation.translator import TranslationOptions, register
from simple_history import register as keep_history_of

from amendments.models import (
    AmendingLaw,
    Amendment,
    Applicant,
    Appointment,
    Article,
    BallotOption,
    Citation,
    Constitution,
    Correction,
    Event,
    FactCheck,
    Institution,
    InstitutionNumber,
    KeyFact,
    LawmakingStep,
    Misconception,
    Novelty,
    ProposedChange,
    Provision,
    Referendum,
    ReferendumPoint,
    RegionResult,
    Result,
    ResultCount,
    Section,
    Source,
    Statement,
    Successor,
    Term,
    Topic,
    Voice,
)


@register(Constitution)
class ConstitutionTranslation(TranslationOptions):
    fields = ["title", "end_note"]


@register(Section)
class SectionTranslation(TranslationOptions):
    fields = ["title"]


@register(Provision)
class ProvisionTranslation(TranslationOptions):
    fields = ["text"]


@register(AmendingLaw)
class AmendingLawTranslation(TranslationOptions):
    fields = ["title", "summary"]


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ["title", "in_short", "before", "after", "since_2026", "since_2026_note"]


@register(Term)
class TermTranslation(TranslationOptions):
    fields = ["name", "also", "definition"]


@register(Source)
class SourceTranslation(TranslationOptions):
    fields = ["publisher", "title", "note"]


@register(Amendment)
class AmendmentTranslation(TranslationOptions):
    fields = [
        "title",
        "in_short",
        "before",
        "after",
        "what_changed",
        "why_it_matters",
        "who_it_touches",
        "what_came_later",
        "in_force_note",
        "note",
    ]
    empty_values = {"before": "both", "after": "both"}  # NULL: not translated; empty: no text


@register(KeyFact)
class KeyFactTranslation(TranslationOptions):
    fields = ["text"]


@register(Misconception)
class MisconceptionTranslation(TranslationOptions):
    fields = ["belief", "correction"]


@register(Event)
class EventTranslation(TranslationOptions):
    fields = ["title", "text", "note"]


@register(Voice)
class VoiceTranslation(TranslationOptions):
    fields = ["person", "role", "point", "quote", "date_note"]


@register(FactCheck)
class FactCheckTranslation(TranslationOptions):
    fields = ["title", "report_claim", "record", "note"]


@register(Referendum)
class ReferendumTranslation(TranslationOptions):
    fields = [
        "name",
        "in_short",
        "question",
        "question_note",
        "reported_question",
        "options_note",
        "turnout_rule",
        "adoption_rule",
        "rule_base",
        "regions_needed_note",
        "reported_rule",
        "rule_difference",
        "reported_rule_outcome",
        "count_note",
        "note",
    ]


@register(BallotOption)
class BallotOptionTranslation(TranslationOptions):
    fields = ["text"]


@register(ReferendumPoint)
class ReferendumPointTranslation(TranslationOptions):
    fields = ["title", "who", "text", "finding", "note"]


@register(Result)
class ResultTranslation(TranslationOptions):
    fields = ["title", "status", "note"]


@register(ResultCount)
class ResultCountTranslation(TranslationOptions):
    fields = ["note"]


@register(RegionResult)
class RegionResultTranslation(TranslationOptions):
    fields = ["name", "note"]


@register(Institution)
class InstitutionTranslation(TranslationOptions):
    fields = ["name", "what", "before", "after", "since_2026", "details", "note"]


@register(InstitutionNumber)
class InstitutionNumberTranslation(TranslationOptions):
    fields = ["note"]


@register(Applicant)
class ApplicantTranslation(TranslationOptions):
    fields = ["who"]


@register(Appointment)
class AppointmentTranslation(TranslationOptions):
    fields = ["post", "note"]


@register(LawmakingStep)
class LawmakingStepTranslation(TranslationOptions):
    fields = ["title", "text", "majority", "time_limit"]


@register(Successor)
class SuccessorTranslation(TranslationOptions):
    fields = ["rule", "difference", "note"]


@register(Novelty)
class NoveltyTranslation(TranslationOptions):
    fields = ["text"]


@register(Statement)
class StatementTranslation(TranslationOptions):
    fields = ["title", "text"]


@register(Correction)
class CorrectionTranslation(TranslationOptions):
    fields = ["title", "what_was_wrong", "what_it_says_now"]


for model in (
    Constitution,
    Section,
    Article,
    Provision,
    AmendingLaw,
    Topic,
    Term,
    Source,
    Citation,
    KeyFact,
    Misconception,
    Event,
    FactCheck,
    Referendum,
    BallotOption,
    ReferendumPoint,
    Result,
    ResultCount,
    RegionResult,
    Institution,
    InstitutionNumber,
    Applicant,
    Appointment,
    LawmakingStep,
    Successor,
    Novelty,
    Statement,
    Correction,
    ProposedChange,
):
    keep_history_of(model)
keep_history_of(Amendment, m2m_fields=[Amendment.terms.field])
keep_history_of(Voice, m2m_fields=[Voice.topics.field])
