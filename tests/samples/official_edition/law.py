"""The provisions that the sample editions are about, and what changed in them."""

from datetime import date
from typing import Any

from amendments.models import Amendment, Provision
from tests.factories.law import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    ConstitutionFactory,
    HeadingFactory,
    ProvisionFactory,
    SectionFactory,
)

JUNE, JANUARY, SEPTEMBER = date(2022, 6, 8), date(2023, 1, 1), date(2022, 9, 17)
PART = Provision.Part


def write_law() -> None:
    """15(2) changed on 8 June 2022, the heading of VI too; 44(10-1) and 99 were added then, 44(2)
    changed on 1 January 2023. 15(2) changed again on 17 September 2022."""
    heading = HeadingFactory(section=section("VI", 6))
    of_15 = provision("15", section("II", 2), paragraph="2")
    in_44 = section("III", 3)
    of_44 = provision("44", in_44, part=PART.SUBPARAGRAPH, subparagraph="2")
    added = provision("44", in_44, part=PART.SUBPARAGRAPH, subparagraph="10-1", position=2)
    in_99 = [provision("99", section("IX", 9), paragraph=n, position=int(n)) for n in ("1", "2")]
    amend(heading, "heading")
    amend(of_15, "life")
    amend(of_44, "elections", in_force_from=JANUARY)
    amend(added, "appeal", before_en="")
    for number, each in enumerate(in_99, start=1):
        amend(each, f"rule-{number}", before_en="")
    september = AmendingLawFactory(slug="2022-09", dated=SEPTEMBER, adopted_by="parliament")
    amend(of_15, "life-again", law=september)


def section(number: str, position: int) -> Any:
    return SectionFactory(
        slug=f"1995-section-{position}", number=number, position=position,
        constitution=ConstitutionFactory(),
    )  # fmt: skip


def provision(number: str, section: Any, *, paragraph: str = "", **more: Any) -> Any:
    slug = "-".join(["art", number, paragraph or more.get("subparagraph", "")])
    article = ArticleFactory(number=number, section=section)
    return ProvisionFactory(article=article, paragraph=paragraph, slug=slug, **more)


def amend(provision: Any, slug: str, **more: Any) -> Amendment:
    made: Amendment = AmendmentFactory(
        provision=provision, slug=slug, **{"law": AmendingLawFactory(), **more}
    )
    return made
