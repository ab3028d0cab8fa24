"""Small true-to-life content for tests: one line makes a change with all it hangs on."""

from tests.factories.law import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    AuthenticTextFactory,
    ConstitutionFactory,
    HeadingFactory,
    OfficialEditionFactory,
    ProvisionFactory,
    SectionFactory,
    TopicFactory,
)

__all__ = [
    "AmendingLawFactory",
    "AmendmentFactory",
    "ArticleFactory",
    "AuthenticTextFactory",
    "ConstitutionFactory",
    "HeadingFactory",
    "OfficialEditionFactory",
    "ProvisionFactory",
    "SectionFactory",
    "TopicFactory",
]
