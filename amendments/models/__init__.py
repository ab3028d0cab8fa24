from amendments.models.amending_law import AmendingLaw
from amendments.models.amendment import (
    Amendment,
    AmendmentQuerySet,
    KeyFact,
    Kind,
    Misconception,
)
from amendments.models.constitution import Article, Constitution, Provision, Section
from amendments.models.context import Event, FactCheck, Voice
from amendments.models.dated import Precision
from amendments.models.editing import Editing
from amendments.models.freshness import PublicChange
from amendments.models.institution import (
    Applicant,
    Appointment,
    Institution,
    InstitutionNumber,
    Period,
)
from amendments.models.lawmaking_step import LawmakingStep
from amendments.models.official_edition import AuthenticText, OfficialEdition
from amendments.models.proposed_change import ProposedChange
from amendments.models.referendum import BallotOption, Referendum, ReferendumPoint
from amendments.models.report import Correction, Report
from amendments.models.result import RegionResult, Result, ResultCount
from amendments.models.review_link import ExpertComment, ReviewLink
from amendments.models.review_step import ReviewStep
from amendments.models.reviewed import Reviewed, ReviewedQuerySet, State
from amendments.models.search import SearchEntry, SearchWord
from amendments.models.shipped import ShippedEntry
from amendments.models.source import Certainty, Citation, Cited, Source
from amendments.models.statement import Statement
from amendments.models.successor import Novelty, Successor
from amendments.models.topic import Term, Topic
from amendments.models.translation_basis import TranslationBasis

__all__ = [
    "AmendingLaw",
    "Amendment",
    "AmendmentQuerySet",
    "Applicant",
    "Appointment",
    "Article",
    "AuthenticText",
    "BallotOption",
    "Certainty",
    "Citation",
    "Cited",
    "Constitution",
    "Correction",
    "Editing",
    "Event",
    "ExpertComment",
    "FactCheck",
    "Institution",
    "InstitutionNumber",
    "KeyFact",
    "Kind",
    "LawmakingStep",
    "Misconception",
    "Novelty",
    "OfficialEdition",
    "Period",
    "Precision",
    "ProposedChange",
    "Provision",
    "PublicChange",
    "Referendum",
    "ReferendumPoint",
    "RegionResult",
    "Report",
    "Result",
    "ResultCount",
    "ReviewLink",
    "ReviewStep",
    "Reviewed",
    "ReviewedQuerySet",
    "SearchEntry",
    "SearchWord",
    "Section",
    "ShippedEntry",
    "Source",
    "State",
    "Statement",
    "Successor",
    "Term",
    "Topic",
    "TranslationBasis",
    "Voice",
]
