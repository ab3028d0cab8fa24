"""The text of a Constitution in a document, against what the database says for that day."""

from collections.abc import Iterator
from datetime import date

from amendments.akoma_ntoso.constitution_on_day import NotKnownOn, constitution_on
from amendments.akoma_ntoso.document import parts
from amendments.akoma_ntoso.document.eids import eid
from amendments.akoma_ntoso.law_with_changes import address
from amendments.akoma_ntoso.listing import Fate, Listed
from amendments.akoma_ntoso.own_documents import OwnDocument
from amendments.akoma_ntoso.reading.finding import child, where
from amendments.akoma_ntoso.reading.opening import Opened
from amendments.akoma_ntoso.reading.printed import provisions_printed
from amendments.models import Constitution
from amendments.reader import provisions_on

FROM_LAWS = "the wording is that of an amending law: import the law's document"


def wordings_compared(own: OwnDocument, *, overwrite: bool) -> Iterator[Listed]:
    """Yield the amended provisions that read otherwise here on the day of the document.

    They cannot be overwritten by it: their wording is kept with the law that gave it.
    """
    document = own.document
    assert isinstance(document, parts.Constitution)  # noqa: S101
    constitution = Constitution.objects.filter(slug=document.slug).first()
    if constitution is None:
        return
    said = {each.slug: each for each in _provisions(document)}
    try:
        here = constitution_on(constitution, document.version, document.language)
    except NotKnownOn as error:
        place = own.places["constitutions", document.slug]
        yield Listed(own.file, place, Fate.DIFFERS, document.slug, str(error))
        return
    for provision in _provisions(here):
        there = said.get(provision.slug)
        if there is None or not provision.is_amended or _is_same(provision, there):
            continue
        fate = Fate.KEPT if overwrite else Fate.DIFFERS
        what = f"{provision.slug} on {document.version}"
        yield Listed(own.file, own.places["provisions", provision.slug], fate, what, FROM_LAWS)


def _is_same(here: parts.Provision, there: parts.Provision) -> bool:
    if here.text is None or there.text is None:
        return here.text is there.text and here.is_repealed == there.is_repealed
    # A document without a text in its language is no statement about that text
    return here.text.language != there.text.language or here.text.text == there.text.text


def _provisions(document: parts.Constitution) -> Iterator[parts.Provision]:
    for section in document.sections:
        if section.heading:
            yield section.heading
        for article in section.articles:
            yield from article.provisions


def foreign_compared(
    file: str, opened: Opened, constitution: Constitution, today: date
) -> Iterator[Listed]:
    """Compare what a foreign document prints, by the numbers of its provisions, blanks aside."""
    day = _day_of(opened) or today
    on_day = provisions_on(day, constitution=constitution, language=opened.language)
    here = {eid(address(each.provision)): each for each in on_day}
    here_only = dict(here)
    passed_over = 0
    for printed in provisions_printed(opened.act):
        name = eid(printed.address)
        found = here.get(name)
        here_only.pop(name, None)
        if found is None:
            passed_over += 1
            continue
        fate, said = Fate.SAME, ""
        if found.text.is_foreign and found.text:
            fate, said = Fate.READ, f"there is no text in {opened.language} here to compare"
        elif " ".join(found.text.value.split()) != " ".join(printed.text.split()):
            fate = Fate.DIFFERS
            said = f"characters here {len(found.text.value)}, in the file {len(printed.text)}"
        yield Listed(file, where(printed.element), fate, f"{name} on {day}", said)
    for name in here_only:
        yield Listed(file, where(opened.act), Fate.NOT_UNDERSTOOD, name, "not found in the file")
    if passed_over:
        said = f"{passed_over} articles, paragraphs and points are not kept here"
        yield Listed(file, where(opened.act), Fate.NOT_HELD, "", said)


def _day_of(opened: Opened) -> date | None:
    given = child(opened.meta, "identification", "FRBRExpression", "FRBRdate")
    try:
        return date.fromisoformat(given.get("date", "")[:10]) if given is not None else None
    except ValueError:
        return None
