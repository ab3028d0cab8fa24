"""A finished page in Kazakh, put into Latin script without touching its markup otherwise.

The page is read tag by tag and written back as it was, but for the texts in Kazakh, the
attributes that are shown or heard, `lang`, and the addresses of other Kazakh pages, which keep
the script. What says that it is in another language stays as it is, and so does what marks
itself `lang="kk-Cyrl"`. A page of 60 KB with 5,000 tags takes about 10 ms.
"""

import re

from amendments.latin_script.alphabet import CYRILLIC, in_latin

KAZAKH, LATIN = "kk", "kk-Latn"
PARAMETER = "script=latn"

# What is shown or heard, besides the texts; `content` only of what describes the page
_SHOWN = (
    "aria-label|aria-description|aria-valuetext|aria-roledescription|alt|title|placeholder|label|"
    "hx-confirm|data-copied|data-title"
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_TOKEN = re.compile(
    r"<!--.*?-->|<![^>]*>|<(script|style|textarea)\b.*?</\1\s*>"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][-\w:]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|[^<]+|<",
    re.DOTALL | re.IGNORECASE,
)
_LANG = re.compile(r"(?<=\s)lang=\"([^\"]*)\"")
_TEXTS = re.compile(rf"(?<=\s)({_SHOWN})=(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_CONTENT = re.compile(r"(?<=\s)(content)=(\"[^\"]*\"|'[^']*')")
_DESCRIBES = re.compile(
    r"(?:name|property)=\"[\w:.]*(?:title|description|alt|site_name|creator|author|subject)\""
)
_ADDRESSES = re.compile(r"(?<=\s)(href|action|formaction|hx-(?:get|post))=\"([^\"]*)\"")
_POSTS = re.compile(r"(?<=\s)method=[\"']?post", re.IGNORECASE)
HIDDEN_FIELD = '<input type="hidden" name="script" value="latn">'


def page_in_latin(html: str) -> str:
    """Return a page, or a part of one, whose texts in Kazakh are in Latin letters."""
    return "".join(_Page(html).written)


def address_in_latin(address: str, separator: str = "&") -> str:
    """Return the address of a Kazakh page of this site in Latin script; others unaltered."""
    ours = address.startswith(("/kk/", "?")) or address == "/kk"
    if not ours or re.search(r"[?&;]script=", address):
        return address
    path, mark, fragment = address.partition("#")
    joint = "?" if "?" not in path else "" if path.endswith("?") else separator
    return f"{path}{joint}{PARAMETER}{mark}{fragment}"


class _Page:
    def __init__(self, html: str) -> None:
        self.written: list[str] = []
        self.open: list[tuple[str, str]] = []  # Elements, and the language of their content
        self.before = ""  # The text before a tag, if it is Kazakh
        for token in _TOKEN.finditer(html):
            if token["name"]:
                self.tag(token)
            elif token[0].startswith("<"):
                self.written.append(self.raw(token[0]))
            else:
                self.text(token[0])

    @property
    def language(self) -> str:
        return self.open[-1][1] if self.open else KAZAKH

    def text(self, text: str) -> None:
        if self.language == KAZAKH:
            self.written.append(in_latin(text, after=self.before))
            self.before = text
        else:
            self.written.append(text)

    def raw(self, element: str) -> str:
        """Leave scripts and what a reader typed alone, but for a field's own attributes."""
        if not element.lower().startswith("<textarea") or self.language != KAZAKH:
            return element
        start, mark, rest = element.partition(">")
        return self.attributes(start) + mark + rest

    def tag(self, token: re.Match[str]) -> None:
        tag, name = token[0], token["name"].lower()
        if token["end"]:
            self.close(name)
            self.written.append(tag)
            return
        said = _LANG.search(tag) if "lang=" in tag else None
        language = said[1] if said else self.language
        if language == KAZAKH:
            tag = self.attributes(_LANG.sub(f'lang="{LATIN}"', tag) if said else tag)
            if name == "meta" and _DESCRIBES.search(tag):
                tag = _CONTENT.sub(_shown, tag)
        if language != "kk-Cyrl" and name != "link":
            tag = self.addresses(tag, name)
        self.written.append(tag)
        if name not in _VOID and not tag.endswith("/>"):
            self.open.append((name, language))

    def close(self, name: str) -> None:
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == name:
                del self.open[at:]
                return

    def attributes(self, tag: str) -> str:
        return _TEXTS.sub(_shown, tag) if CYRILLIC.search(tag) else tag

    def addresses(self, tag: str, name: str) -> str:
        """Let links keep the script; a form that asks by GET keeps it in a field."""
        if name == "form" and not _POSTS.search(tag):
            return tag + HIDDEN_FIELD
        return _ADDRESSES.sub(_kept, tag) if '="/kk' in tag or '="?' in tag else tag


def _shown(attribute: re.Match[str]) -> str:
    return f"{attribute[1]}={in_latin(attribute[2])}"


def _kept(attribute: re.Match[str]) -> str:
    return f'{attribute[1]}="{address_in_latin(attribute[2], "&amp;")}"'
