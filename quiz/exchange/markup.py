"""HTML and Markdown → plain text, with every loss named."""

import re
from html.parser import HTMLParser

import nh3
from markdown_it import MarkdownIt

from quiz.exchange.plain_text import tidy
from quiz.exchange.question import MOST_CHARACTERS, MOST_NESTED, CannotCarry

_BLOCKS = frozenset(
    "p div section article blockquote pre h1 h2 h3 h4 h5 h6 ul ol table dl figure hr".split()
)
_LINES = frozenset("br li tr dt dd figcaption caption".split())
_LOST = {
    "formatting": "b strong i em u s strike del ins code kbd mark small big font tt blockquote "
    "h1 h2 h3 h4 h5 h6 pre cite q abbr",
    "raised or lowered letters (as in m²)": "sub sup",
    "the shape of a table": "table",
    "a formula": "math",
    "a picture drawn in code": "svg canvas",
    "sound or film": "audio video source track",
    "a part of another page": "iframe frame object embed applet",
    "a script or a form": "script form input button select textarea",
}
_NAMED_BY = {tag: loss for loss, tags in _LOST.items() for tag in tags.split()}
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
_HTML = re.compile(
    r"</?(?:p|div|span|br|hr|a|img|ul|ol|li|table|tr|td|th|script|style|iframe|"
    r"b|i|u|s|em|strong|sub|sup|code|pre|h[1-6]|font|small|big|blockquote|svg|object)"
    r"(?=[\s/>])|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);"
)
_HTML_SPACES = re.compile(r"[ \t\r\n\f]+")
_NESTING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NEVER_NESTED = frozenset("p li br hr img td th tr dt dd input source track col".split())
_KEPT_TAGS = {*_BLOCKS, *_LINES, "a", "img", "td", "th", "span"}
_MARKDOWN = MarkdownIt("commonmark")
LONGEST_ADDRESS = 100  # Characters, in a note


def html_text(html: str) -> tuple[str, list[str]]:
    """Return the text of some HTML, and what was lost.

    A paragraph ends with an empty line, an item of a list is a line. Scripts and styles go
    with their content; what remains is text, shown as text.
    """
    if "<" not in html and "&" not in html:
        return tidy(_HTML_SPACES.sub(" ", html)), []  # Nothing to parse, as in most texts
    _check(html)
    reader = _Reader()
    reader.feed(
        nh3.clean(
            html,
            tags=_KEPT_TAGS,
            clean_content_tags={"script", "style", "title", "template", "noscript"},
            attributes={"a": {"href"}, "img": {"src", "alt"}},
            link_rel=None,
            url_schemes={"http", "https", "mailto"},
            strip_comments=True,
        )
    )
    reader.close()
    lost = [_NAMED_BY[tag.lower()] for tag in _TAG.findall(html) if tag.lower() in _NAMED_BY]
    return tidy("".join(reader.parts)), [*dict.fromkeys([*lost, *reader.lost])]


def markdown_text(markdown: str) -> tuple[str, list[str]]:
    return html_text(_MARKDOWN.render(markdown))


def looks_like_html(text: str) -> bool:
    """Say whether a text of Moodle's own format, which may hold HTML, does."""
    return _HTML.search(text) is not None


def _check(html: str) -> None:
    """Raises CannotCarry for HTML so deep that reading it would take minutes."""
    depth = 0
    for closing, tag in _NESTING.findall(html):
        if tag.lower() not in _NEVER_NESTED:
            depth += -1 if closing else 1
        if depth > MOST_NESTED:
            raise CannotCarry(f"its HTML is nested more than {MOST_NESTED} deep")


class _Reader(HTMLParser):
    """Reads what nh3 wrote: well-formed, with the allowed tags only."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lost: list[str] = []
        self._lists: list[int | None] = []  # The number of the next item; None without numbers
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._break_at(tag)
        if tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self.parts.append(self._item())
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif tag == "img":
            self.lost.append(f"an image ({_short(given.get('alt') or given.get('src'))})")
        elif tag == "a":
            self.lost.append(f"a link ({_short(given.get('href'))})")
        self._pre += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._break_at(tag)
        self._pre -= tag == "pre"

    def handle_data(self, data: str) -> None:
        self.parts.append(data if self._pre else _HTML_SPACES.sub(" ", data))

    def _break_at(self, tag: str) -> None:
        """End the line, or the paragraph, unless it has ended already; <br> always ends one."""
        if tag == "br":
            self.parts.append("\n")
            return
        is_inner = tag in ("ul", "ol") and bool(self._lists)
        lines = 1 if tag in _LINES or is_inner else 2 if tag in _BLOCKS else 0
        if not lines:
            return
        while self.parts and not self.parts[-1].strip(" "):
            self.parts.pop()
        if self.parts and not self.parts[-1].strip("\n"):
            lines = max(lines, len(self.parts.pop()))
        self.parts.append("\n" * lines)

    def _item(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "• "
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}. "


def _short(address: str | None) -> str:
    return (address or "without an address")[:LONGEST_ADDRESS]


def text_in_format(text: str, written_in: str) -> tuple[str, list[str]]:
    """Return plain text from "plain", "html", "markdown" or "moodle", and what was lost.

    Moodle's own format is text in which a line is a line and HTML is HTML.
    """
    if written_in == "plain":
        return tidy(text), []
    if written_in == "html":
        return html_text(text)
    if written_in == "markdown":
        return markdown_text(text)
    return html_text(text.replace("\n", "<br>")) if looks_like_html(text) else (tidy(text), [])


class Texts:
    """Reads the texts of one question and gathers what they lose."""

    def __init__(self) -> None:
        self._lost: list[str] = []
        self._notes: list[str] = []

    def read(self, text: str, written_in: str) -> str:
        if len(text) > MOST_CHARACTERS:
            raise CannotCarry(f"a text of more than {MOST_CHARACTERS:,} characters")
        plain, lost = text_in_format(text, written_in)
        self._lost += lost
        return plain

    def note(self, note: str) -> None:
        self._notes.append(note)

    @property
    def notes(self) -> tuple[str, ...]:
        lost = [f"lost: {', '.join(dict.fromkeys(self._lost))}"] if self._lost else []
        return (*lost, *dict.fromkeys(self._notes))
