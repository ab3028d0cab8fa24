"""An amending law with what it changed, for writing it down."""

from django.utils.translation import override

from amendments.addresses import address as address_in_words
from amendments.akoma_ntoso.document import parts
from amendments.models import AmendingLaw, Amendment, Kind, Provision, Topic
from amendments.texts import Text, text_in, texts_in

KINDS = {
    Kind.ADDED: parts.Kind.INSERTION,
    Kind.REPEALED: parts.Kind.REPEAL,
    Kind.AMENDED: parts.Kind.SUBSTITUTION,
}


def law_in(law: AmendingLaw, language: str) -> parts.Law:
    """One query, whatever the size; with the law's Constitution loaded."""
    amendments = Amendment.objects.published().filter(law=law).for_list()
    found = list(amendments)
    topics = {amendment.topic.slug: amendment.topic for amendment in found}
    with override(language):
        changes = tuple(_change(amendment, language) for amendment in found)
    return parts.Law(
        slug=law.slug,
        language=language,
        constitution=parts.ConstitutionName(law.constitution.slug, law.constitution.adopted_on),
        title=passage(text_in(language, law, "title")),
        number=law.number,
        dated=law.dated,
        adopted_by=law.adopted_by,
        adopted_on=law.adopted_on,
        in_force_from=law.in_force_from,
        official_url=law.official_url,
        topics=tuple(_topic(topic, language) for _slug, topic in sorted(topics.items())),
        changes=changes,
    )


def _topic(topic: Topic, language: str) -> parts.Topic:
    """Only a public topic is named by more than its slug."""
    title = passage(text_in(language, topic, "title")) if topic.is_public() else None
    return parts.Topic(topic.slug, topic.position, title)


def _change(amendment: Amendment, language: str) -> parts.Change:
    texts = texts_in(language, amendment)
    return parts.Change(
        slug=amendment.slug,
        address=address(amendment.provision),
        name=address_in_words(amendment.provision),
        title=passage(text_in(language, amendment, "title")),
        topic=amendment.topic.slug,
        certainty=amendment.certainty,
        before=texts.before,
        after=texts.after,
        language=texts.language,
        in_force=in_force(amendment),
    )


def name_of_law(law: AmendingLaw, language: str) -> parts.LawName:
    return parts.LawName(law.slug, law.number, law.dated, str(text_in(language, law, "title")))


def in_force(amendment: Amendment) -> parts.InForce:
    """Needs `with_end()`."""
    since, until = amendment.in_force_from, amendment.in_force_until
    return parts.InForce(since, until, amendment.applied_from)


def passage(text: Text) -> parts.Passage:
    return parts.Passage(text.value, text.language)


def address(provision: Provision) -> parts.Address:
    """Needs the provision's article or section loaded."""
    return parts.Address(
        parts.Part(provision.part),
        section=provision.section.number if provision.section else "",
        article=provision.article.number if provision.article else "",
        paragraph=provision.paragraph,
        subparagraph=provision.subparagraph,
    )
