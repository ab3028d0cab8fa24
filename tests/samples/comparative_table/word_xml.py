"""Enough of Word's format to write sample files by hand: plain strings and a zip file."""

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BY = 'w:id="1" w:author="А. Садыкова" w:date="2022-05-03T10:00:00Z"'
BLOCKS = ("<w:p>", "<w:p/>", "<w:tbl>", "<w:sdt>")
A_DAY = (2022, 5, 3, 0, 0, 0)


def run(text, properties=""):
    """Write a run; a line feed in it is a soft break."""
    inner = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def inserted(text, kind="ins"):
    return f"<w:{kind} {BY}>{run(text)}</w:{kind}>"


def deleted(text):
    inner = run(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    return f"<w:del {BY}>{inner}</w:del>"


def moved_here(text):
    return inserted(text, "moveTo")


def moved_away(text):
    return inserted(text, "moveFrom")


def paragraph(*parts, properties=""):
    inner = "".join(part if part.startswith("<") else run(part) for part in parts if part)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def numbered(number, level, *parts):
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(*parts, properties=place)


def cell(*paragraphs, across=1, down="", properties=""):
    """`down` is "restart" at the top of cells merged down, "continue" below."""
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    merge = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[down]
    blocks = [each if each.startswith(BLOCKS) else paragraph(each) for each in paragraphs]
    inner = "".join(blocks) or "<w:p/>"
    return f"<w:tc><w:tcPr>{span}{merge}{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells, properties=""):
    inner = "".join(each if each.startswith("<w:tc>") else cell(*each.split("¶")) for each in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def relationships(*relations):
    """`relations` are (kind, target) or (kind, target, "External")."""
    lines = [
        f'<Relationship Id="rId{index}" Type="{R}/{kind}" Target="{escape(target)}"'
        + (f' TargetMode="{mode[0]}"' if mode else "")
        + "/>"
        for index, (kind, target, *mode) in enumerate(relations, start=1)
    ]
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def content_types(main=MAIN, more=""):
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{more}</Types>'
    )


def word(name, inner, before=""):
    """Write a part such as numbering or footnotes."""
    return f'{XML}{before}<w:{name} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{name}>'


def docx(*blocks, relations=(), parts=None, main=MAIN, before="", document=None):
    """Return the bytes of a file; `before` stands before the root of the document."""
    own = [("numbering", "numbering.xml"), ("footnotes", "footnotes.xml"), ("styles", "styles.xml")]
    given = dict(parts or {})
    related = [each for each in own if f"word/{each[1]}" in given]
    body = f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>"
    written = (
        document or f'{XML}{before}<w:document xmlns:w="{W}" xmlns:r="{R}">{body}</w:document>'
    )
    return zipped(
        {
            "[Content_Types].xml": content_types(main),
            "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
            "word/document.xml": written,
            "word/_rels/document.xml.rels": relationships(*related, *relations),
        }
        | given
    )


def zipped(parts):
    """Zip the parts with one fixed day, so that the same parts give the same file."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, content in parts.items():
            data = content.encode() if isinstance(content, str) else content
            info = ZipInfo(name, A_DAY)
            info.compress_type = ZIP_DEFLATED
            file.writestr(info, data)
    return buffer.getvalue()
