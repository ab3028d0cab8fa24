"""The texts of a question in Moodle XML: each says in which format it is written."""

from lxml import etree

from quiz.exchange.markup import Texts
from quiz.exchange.plain_text import tidy
from quiz.exchange.xml_reading import child, children, inner_markup

_FORMATS = {
    "html": "html",
    "plain_text": "plain",
    "markdown": "markdown",
    "moodle_auto_format": "moodle",
}


class XmlTexts(Texts):
    def formatted(self, element: etree._Element | None) -> str:
        """Read an element with a <text> and a format, which is HTML where it says none."""
        if element is None:
            return ""
        for attached in children(element, "file"):
            self.note(f"the file “{attached.get('name', '')}” was left out")
        return self.read(_raw(element), _FORMATS.get(element.get("format", "html"), "moodle"))


def plain_text(element: etree._Element | None) -> str:
    """Read an element whose <text> is never formatted."""
    return "" if element is None else tidy(_raw(element))


def _raw(element: etree._Element) -> str:
    """Return what stands in <text>: text, or elements that somebody forgot to escape."""
    text = child(element, "text")
    if text is None:
        return ""
    return inner_markup(text) if len(text) else text.text or ""
