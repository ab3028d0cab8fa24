"""Elements of QTI 2.1, and text put into them."""

from lxml import etree

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"


def E(name: str, *content: "etree._Element | str", **attributes: str) -> etree._Element:
    """Make an element with its text or its children."""
    element = etree.Element(f"{{{QTI}}}{name}", attributes)
    for each in content:
        if isinstance(each, str):
            element.text = each
        else:
            element.append(each)
    return element


def fill(element: etree._Element, text: str, *, always_paragraphs: bool = False) -> None:
    """Put a text into an element: lines with <br/>, several paragraphs as <p>."""
    paragraphs = text.split("\n\n")
    if len(paragraphs) == 1 and not always_paragraphs:
        fill_inline(element, text)
        return
    for paragraph in paragraphs:
        p = E("p")
        fill_inline(p, paragraph)
        element.append(p)


def fill_inline(element: etree._Element, text: str) -> None:
    """Put a text where no paragraph may stand: all its line ends are <br/>."""
    first, *others = text.split("\n")
    element.text = first
    for line in others:
        br = E("br")
        br.tail = line
        element.append(br)
