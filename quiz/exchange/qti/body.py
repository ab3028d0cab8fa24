"""What an item shows: its text, and where in it something is asked."""

from copy import deepcopy
from secrets import token_hex

from lxml import etree

from quiz.exchange.markup import Texts
from quiz.exchange.qti.names import all_of, qti
from quiz.exchange.xml_reading import inner_markup

GAP = "_____"
_MARK = f"\ue0f0{token_hex(4)}\ue0f0"  # Stands for the gap until the text around it is known
_NOT_SHOWN = {
    "rubric-block": "notes for those who mark were left out",
    "feedback-block": "feedback within the text was left out",
    "feedback-inline": "feedback within the text was left out",
    "template-block": "a part shown at times was left out",
    "stylesheet": "",
}


def interactions(body: etree._Element) -> list[etree._Element]:
    return [each for each in body.iter() if qti(each).endswith("-interaction")]


def prompt_of(body: etree._Element, texts: Texts) -> str:
    """Return the text of the body, with a gap where a word is to be written within it."""
    shown = deepcopy(body)
    for interaction in interactions(shown):
        _replace(interaction)
    for hidden in list(all_of(shown, *_NOT_SHOWN)):
        if note := _NOT_SHOWN[qti(hidden)]:
            texts.note(note)
        remove(hidden)
    text = texts.read(inner_markup(shown), "html")
    return text.removesuffix(_MARK).rstrip().replace(_MARK, GAP)


def without_feedback(element: etree._Element, texts: Texts) -> tuple[str, str]:
    """Return the text of a choice, and that of the feedback within it."""
    shown = deepcopy(element)
    feedback = []
    for inner in list(all_of(shown, "feedback-inline", "feedback-block")):
        feedback.append(texts.read(inner_markup(inner), "html"))
        remove(inner)
    return texts.read(inner_markup(shown), "html"), "\n\n".join(feedback)


def remove(element: etree._Element) -> None:
    """Take an element out, but not the text after it, which lxml counts as its own."""
    parent = element.getparent()
    if parent is None:
        return
    _keep_tail(parent, element, "")
    parent.remove(element)


def _replace(interaction: etree._Element) -> None:
    """Leave of an interaction only its prompt, or a mark where a word is asked for."""
    parent = interaction.getparent()
    if parent is None:
        return
    if qti(interaction) == "text-entry-interaction":
        _keep_tail(parent, interaction, _MARK)
        parent.remove(interaction)
        return
    for each in list(interaction):
        if qti(each) == "prompt":
            each.tag = "div"
        else:
            interaction.remove(each)
    interaction.tag = "div"


def _keep_tail(parent: etree._Element, element: etree._Element, before: str) -> None:
    tail = before + (element.tail or "")
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
