"""All collections of this app, by the name that stands in their addresses."""

from amendments.api.amending_laws import AmendingLaws
from amendments.api.amendments import Amendments
from amendments.api.articles import Articles
from amendments.api.constitutions import Constitutions
from amendments.api.corrections import Corrections
from amendments.api.events import Events
from amendments.api.fact_checks import FactChecks
from amendments.api.institutions import Institutions
from amendments.api.lawmaking_steps import LawmakingSteps
from amendments.api.novelties import Novelties
from amendments.api.provisions import Provisions
from amendments.api.referendums import Referendums
from amendments.api.sources import Sources
from amendments.api.statements import Statements
from amendments.api.successors import Successors
from amendments.api.terms import Terms
from amendments.api.topics import Topics
from amendments.api.viewset import Collection
from amendments.api.voices import Voices

COLLECTIONS: dict[str, type[Collection]] = {
    "constitutions": Constitutions,
    "articles": Articles,
    "provisions": Provisions,
    "amending-laws": AmendingLaws,
    "amendments": Amendments,
    "topics": Topics,
    "referendums": Referendums,
    "institutions": Institutions,
    "successors": Successors,
    "novelties": Novelties,
    "lawmaking-steps": LawmakingSteps,
    "terms": Terms,
    "voices": Voices,
    "events": Events,
    "fact-checks": FactChecks,
    "statements": Statements,
    "corrections": Corrections,
    "sources": Sources,
}
