"""The provisions that the sample files are about."""

from amendments.models import Provision
from tests.factories.law import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    HeadingFactory,
    ProvisionFactory,
    SectionFactory,
    TopicFactory,
)

PART = Provision.Part
PROVISIONS = [
    ("15", PART.PARAGRAPH, "2", ""),
    ("44", PART.SUBPARAGRAPH, "", "2"),
    ("44", PART.SUBPARAGRAPH, "", "3"),
    ("44", PART.SUBPARAGRAPH, "", "10-1"),
    ("54", PART.OPENING_WORDS, "1", ""),
    ("61", PART.PARAGRAPH, "2", ""),
    ("61", PART.PARAGRAPH, "3", ""),
    ("71", PART.PARAGRAPH, "4–6", ""),
    ("72", PART.PARAGRAPH, "1", ""),
    ("83-1", PART.ARTICLE, "", ""),
]


def write_law():
    """Make the law 2022-06, provisions to match, and for 15(2) a published change of 2022-09."""
    section = SectionFactory(slug="1995-section-6", number="VI", position=6)
    HeadingFactory(section=section)
    for position, (number, part, paragraph, subparagraph) in enumerate(PROVISIONS, start=1):
        article = ArticleFactory(number=number, section=section)
        ProvisionFactory(
            article=article,
            part=part,
            paragraph=paragraph,
            subparagraph=subparagraph,
            position=position,
            slug="-".join(filter(None, ["art", number, paragraph.replace("–", "-"), subparagraph])),
        )
    later = AmendingLawFactory(slug="2022-09", dated="2022-09-17")
    AmendmentFactory(
        law=later, provision=Provision.objects.get(slug="art-15-2"), topic=TopicFactory()
    )
    return AmendingLawFactory(in_force_from="2022-06-08")
