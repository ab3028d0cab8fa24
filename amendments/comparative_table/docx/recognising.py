"""Which other format a file is in, said in a clear word before anything is opened."""

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # The container of old Office and of locked files
SAVE_AS = "Open it in Word and save it as .docx"
_BEGINNINGS = [
    (b"%PDF", "a PDF. Its table cannot be read reliably; ask for the Word file it was made from"),
    (b"{\\rtf", f"RTF, not .docx. {SAVE_AS}"),
    (b"\x1f\x8b", "packed with gzip. Unpack it first"),
    (b"Rar!", "a RAR archive. Unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive. Unpack it first"),
    (b"\x89PNG", "a picture. A table has to be text"),
    (b"\xff\xd8\xff", "a picture. A table has to be text"),
]


def other_format(data: bytes) -> str | None:
    """Say what the file is if it is certainly no .docx; None if it may be one."""
    if not data.strip():
        return "empty"
    if data.startswith(COMPOUND):
        return _in_compound(data)
    for beginning, what in _BEGINNINGS:
        if data.startswith(beginning):
            return what
    if data.startswith(b"PK"):
        return None
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return f"a web page (HTML), not .docx. {SAVE_AS}"
    if b"word.document" in start or b"/package" in start:
        return f"Word XML in one file, not .docx. {SAVE_AS}"
    return f"no .docx: it does not begin like one. {SAVE_AS}"


def other_package(names: list[str], mimetype: bytes) -> str | None:
    """Say the same of a zip file by the names in it."""
    if b"opendocument.text" in mimetype:
        return f"OpenDocument (.odt), not .docx. {SAVE_AS}"
    if b"opendocument" in mimetype:
        return "OpenDocument, but no text document. A Word table in .docx is wanted"
    if any(name.startswith("xl/") for name in names):
        return "an Excel workbook. A Word table in .docx is wanted"
    if any(name.startswith("ppt/") for name in names):
        return "a PowerPoint presentation. A Word table in .docx is wanted"
    if any(name.startswith("index/") and name.endswith(".iwa") for name in names):
        return "a Pages document. Export it to Word"
    return None


def _in_compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "password-protected. Save it without a password"
    if "WordDocument".encode("utf-16-le") in data:
        return f"an old Word file (.doc), not .docx. {SAVE_AS}"
    return f"an old Office file, not .docx. {SAVE_AS}"
