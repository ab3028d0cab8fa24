from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from amendments.models import (
    AmendingLaw,
    Amendment,
    Article,
    AuthenticText,
    Constitution,
    OfficialEdition,
    Provision,
    Section,
    State,
    Topic,
)


class ConstitutionFactory(DjangoModelFactory):
    class Meta:
        model = Constitution
        django_get_or_create = ["slug"]

    slug = "1995"
    title_en = "Constitution of 1995"
    adopted_on = date(1995, 8, 30)
    in_force_until = date(2026, 7, 1)
    texts_known_from = date(2019, 3, 23)
    authentic_url_kk = "https://adilet.zan.kz/kaz/docs/K950001000_"
    authentic_url_ru = "https://adilet.zan.kz/rus/docs/K950001000_"


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section
        django_get_or_create = ["slug"]

    constitution = factory.SubFactory(ConstitutionFactory)
    slug = "1995-section-4"
    number = "IV"
    position = 4
    title_en = "Parliament"


class ArticleFactory(DjangoModelFactory):
    class Meta:
        model = Article
        django_get_or_create = ["slug"]

    section = factory.SubFactory(SectionFactory)
    # Beyond those that tests name; an address has three digits at most.
    number = factory.Sequence(lambda n: str(n % 900 + 100))
    slug = factory.LazyAttribute(lambda article: f"1995-article-{article.number}")


class ProvisionFactory(DjangoModelFactory):
    class Meta:
        model = Provision

    article = factory.SubFactory(ArticleFactory)
    part = Provision.Part.PARAGRAPH
    paragraph = "1"
    position = 1
    slug = factory.LazyAttribute(
        lambda provision: f"1995-art-{provision.article.number}-{provision.paragraph}"
    )


class HeadingFactory(DjangoModelFactory):
    class Meta:
        model = Provision

    section = factory.SubFactory(SectionFactory)
    part = Provision.Part.HEADING
    slug = factory.LazyAttribute(lambda heading: f"{heading.section.slug}-heading")


class AmendingLawFactory(DjangoModelFactory):
    class Meta:
        model = AmendingLaw
        django_get_or_create = ["slug"]

    constitution = factory.SubFactory(ConstitutionFactory)
    slug = "2022-06"
    title_en = "Law of 8 June 2022"
    adopted_by = AmendingLaw.AdoptedBy.REFERENDUM
    dated = date(2022, 6, 8)


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic
        django_get_or_create = ["slug"]

    slug = "parliament"
    position = 1
    title_en = "Parliament"
    in_short_en = "Fewer deputies."
    state = State.PUBLISHED


class AmendmentFactory(DjangoModelFactory):
    class Meta:
        model = Amendment

    law = factory.SubFactory(AmendingLawFactory)
    provision = factory.SubFactory(ProvisionFactory)
    topic = factory.SubFactory(TopicFactory)
    slug = factory.LazyAttribute(lambda a: f"{a.law.slug}-{a.provision.slug}")
    title_en = factory.LazyAttribute(lambda a: f"Change of {a.provision.slug}")
    in_short_en = "One sentence about it."
    before_en = "The old text of the law."
    after_en = "The new text of the law."
    what_changed_en = "One word."
    in_force_from = factory.LazyAttribute(lambda a: a.law.dated)
    certainty = "high"
    state = State.PUBLISHED


class OfficialEditionFactory(DjangoModelFactory):
    class Meta:
        model = OfficialEdition
        django_get_or_create = ["constitution", "language", "as_of"]

    constitution = factory.SubFactory(ConstitutionFactory)
    language = "ru"
    as_of = date(2023, 1, 1)
    url = "https://adilet.zan.kz/rus/docs/K950001000_"
    file_name = "constitution.ru.txt"
    sha256 = "0" * 64
    imported_at = datetime(2026, 1, 1, tzinfo=UTC)


class AuthenticTextFactory(DjangoModelFactory):
    class Meta:
        model = AuthenticText

    edition = factory.SubFactory(OfficialEditionFactory)
    provision = factory.SubFactory(ProvisionFactory)
    text = "Новый текст закона."
    line = 1
