"""QTI → questions."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from quiz.exchange.decoding import check_size
from quiz.exchange.markup import Texts
from quiz.exchange.plain_text import one_line
from quiz.exchange.qti.body import interactions, prompt_of
from quiz.exchange.qti.interactions import READ, Item
from quiz.exchange.qti.names import all_of, attribute, first_of, qti
from quiz.exchange.qti.package import Package
from quiz.exchange.question import (
    CannotCarry,
    ExchangedQuestion,
    Reading,
    Refused,
    Unreadable,
    title_of,
)
from quiz.exchange.xml_reading import inner_markup, name_of, parsed
from quiz.question_types import AskedChoice

ITEM = "assessment-item"
_OLD_ROOT = "questestinterop"
_ROOTS = re.compile(rb"<(?:[\w.-]+:)?(?:(?:qti-)?assessment-?item|questestinterop)[\s/>]", re.I)
_OLD = "QTI 1.2, which is not read here: export QTI 2.1, 2.2 or 3"
# What the usual ways of marking consist of; anything else is a programme of its own
_USUAL = frozenset(
    "response-condition response-if response-else-if response-else set-outcome-value match "
    "variable correct map-response base-value is-null not equal sum".split()
)


def read(data: bytes) -> Reading:
    """Read a content package or one item. Raises Unreadable."""
    check_size(data)
    if data.startswith(b"PK"):
        notes: list[str] = []
        return Reading(list(_packaged(Package(data), notes)), notes)
    root = parsed(data)
    if qti(root) != ITEM:
        said = _OLD if name_of(root) == _OLD_ROOT else f"<{name_of(root)}>"
        raise Unreadable(f"The file is no item of QTI 2 or 3, but {said}.")
    return Reading([_item(root, "")])


def _packaged(package: Package, notes: list[str]) -> Iterator[ExchangedQuestion | Refused]:
    """Read all that the manifest calls an item, and what is one though it does not say so."""
    for type_, path in package.resources():
        is_of_qti = type_.startswith("imsqti")
        is_here = path in package
        if type_.startswith(("imsqti_xmlv1", "imsqti_asiv1")):
            yield Refused(path, _OLD)
        elif is_of_qti and "item" in type_ and not is_here:
            yield Refused(path, "the manifest names it, but the package does not hold it")
        elif is_of_qti and "item" in type_:
            yield _packaged_item(package.read(path), path)
        elif is_here and path.lower().endswith(".xml") and _looks_asked(data := package.read(path)):
            yield _noted(_packaged_item(data, path), "the manifest does not say that it is an item")
        elif is_of_qti:
            notes.append(f"{path} ({type_}) holds no item and was left out")


def _looks_asked(data: bytes) -> bool:
    """Say whether a file holds an item, also one that is damaged or of QTI 1."""
    return _ROOTS.search(data.replace(b"\0", b"")) is not None  # As UTF-16 has them


def _noted(entry: ExchangedQuestion | Refused, note: str) -> ExchangedQuestion | Refused:
    if isinstance(entry, Refused):
        return entry
    return replace(entry, notes=(*entry.notes, note))


def _packaged_item(data: bytes, path: str) -> ExchangedQuestion | Refused:
    try:
        root = parsed(data)
    except Unreadable as error:
        return Refused(path, str(error))
    if qti(root) != ITEM:
        is_old = name_of(root) == _OLD_ROOT
        return Refused(path, _OLD if is_old else f"no item of QTI 2 or 3, but <{name_of(root)}>")
    return _item(root, path)


def _item(root: etree._Element, path: str) -> ExchangedQuestion | Refused:
    name = one_line(attribute(root, "title"))
    texts = Texts()
    prompt = ""
    try:
        body = first_of(root, "item-body")
        if body is None:
            raise CannotCarry("it has no body")
        prompt = prompt_of(body, texts)
        return _question(root, body, name, prompt, texts)
    except CannotCarry as error:
        return Refused(name or title_of(prompt) or path, str(error))


def _question(
    root: etree._Element, body: etree._Element, name: str, prompt: str, texts: Texts
) -> ExchangedQuestion:
    if first_of(root, "template-declaration") is not None:
        raise CannotCarry("its values are drawn anew each time (template declarations)")
    found = interactions(body)
    if len(found) > 1:
        raise CannotCarry("it asks several things at once")
    item = Item(root, texts, {})
    explanation = _sort_feedback(item)
    type_: str = "description"
    choices: tuple[AskedChoice, ...] = ()
    if found and qti(found[0]) not in READ:
        raise CannotCarry(f"questions with <{name_of(found[0])}> are not asked here")
    if found:
        type_, choices = READ[qti(found[0])](item, found[0])
        _note_own_marking(root, texts)
    label = root.get("label")
    return ExchangedQuestion(
        type=type_,
        prompt=prompt,
        name=name,
        idnumber=one_line(root.get("identifier", "") if label is None else label),
        explanation=explanation,
        choices=choices,
        notes=texts.notes,
    )


def _sort_feedback(item: Item) -> str:
    """Put aside the feedback that belongs to a choice; return the rest, the explanation."""
    keys = {attribute(each, "identifier") for each in all_of(item.root, "simple-choice")}
    rest = []
    for feedback in all_of(item.root, "modal-feedback"):
        text = item.texts.read(inner_markup(feedback), "html")
        identifier = attribute(feedback, "identifier")
        if identifier in keys:
            item.feedback[identifier] = text
        else:
            rest.append(text)
    if len(rest) > 1:
        item.texts.note("feedback for several cases became one explanation")
    return "\n\n".join(text for text in rest if text)


def _note_own_marking(root: etree._Element, texts: Texts) -> None:
    for processing in all_of(root, "response-processing"):
        if {qti(each) for each in processing.iter() if each is not processing} - _USUAL:
            texts.note("its own rules of marking were left out")
