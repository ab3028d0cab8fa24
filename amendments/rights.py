"""What the models of this app are to editors. What is not named here no role may see."""

from amendments import models
from amendments.roles import Sort, sort_as


def register() -> None:
    sort_as(
        Sort.TEXT,
        models.Amendment,
        models.Applicant,
        models.Appointment,
        models.Citation,
        models.Correction,
        models.Event,
        models.FactCheck,
        models.Institution,
        models.InstitutionNumber,
        models.KeyFact,
        models.LawmakingStep,
        models.Misconception,
        models.Novelty,
        models.Referendum,
        models.ReferendumPoint,
        models.Statement,
        models.Successor,
        models.Term,
        models.Topic,
        models.Voice,
    )
    sort_as(
        Sort.FACT,
        models.AmendingLaw,
        models.Article,
        models.AuthenticText,
        models.BallotOption,
        models.Constitution,
        models.OfficialEdition,
        models.Provision,
        models.RegionResult,
        models.Result,
        models.ResultCount,
        models.Section,
        models.Source,
    )
    sort_as(Sort.LETTER, models.Report)
    sort_as(
        Sort.STEP,
        models.ExpertComment,
        models.ProposedChange,
        models.ReviewLink,
        models.ReviewStep,
    )
