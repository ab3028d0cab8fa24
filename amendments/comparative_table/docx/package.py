"""The zip file that a .docx is, read part by part within limits. Nothing is unpacked to disk."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from amendments.comparative_table.docx.hardened_xml import parsed
from amendments.comparative_table.docx.recognising import other_format, other_package
from amendments.comparative_table.unreadable import Unreadable

MB = 1024 * 1024
MOST_BYTES = 10 * MB  # The file as it comes
MOST_PARTS = 2_000
MOST_UNPACKED = 64 * MB  # All parts together
MOST_OF_A_PART = 16 * MB  # Of one that is read
MOST_RATIO = 200  # Unpacked to packed, of a part over 1 MB


class Package:
    """The parts by name, which is compared without regard to case. Raises Unreadable."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MOST_BYTES:
            raise Unreadable(f"The file is larger than {MOST_BYTES // MB} MB.")
        if what := other_format(data):
            raise Unreadable(f"The file is {what}.")
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, NotImplementedError, ValueError, OverflowError) as error:
            raise Unreadable(f"The file is damaged or cut off: {error}.") from error
        self._left = MOST_UNPACKED
        self._infos: dict[str, ZipInfo] = {}
        self._take_names()
        mimetype = self.read("mimetype") if "mimetype" in self else b""
        if what := other_package(self.names, mimetype):
            raise Unreadable(f"The file is {what}.")

    def _take_names(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MOST_PARTS:
            raise Unreadable(f"The file holds more than {MOST_PARTS} parts.")
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise Unreadable(
                f"The file unpacks to more than {MOST_UNPACKED // MB} MB (a zip bomb?)."
            )
        for info in infos:
            _check(info)
            if info.is_dir():
                continue
            if info.filename.lower() in self._infos:
                raise Unreadable(f"The file holds two parts named {info.filename[:100]}.")
            self._infos[info.filename.lower()] = info

    @property
    def names(self) -> list[str]:
        return list(self._infos)

    def __contains__(self, path: str) -> bool:
        return path.lower() in self._infos

    def read(self, path: str) -> bytes:
        """What a part says of its size is not believed: reading stops at the limit."""
        most = min(MOST_OF_A_PART, self._left)
        try:
            with self._zip.open(self._infos[path.lower()]) as part:
                data = part.read(most + 1)
        except Exception as error:  # zipfile's, zlib's and lzma's errors share no ancestor but this
            raise Unreadable(f"{path} in the file is damaged and cannot be unpacked.") from error
        self._left -= len(data)
        if len(data) > most:
            raise Unreadable(f"{path} in the file unpacks to too much (a zip bomb?).")
        return data

    def xml(self, path: str) -> etree._Element | None:
        """Return the root of a part, or None if there is no such part."""
        return parsed(self.read(path), path) if path in self else None


def _check(info: ZipInfo) -> None:
    name = info.filename
    if (
        name.startswith("/")
        or "\\" in name
        or ".." in name.split("/")
        or "\0" in info.orig_filename
    ):
        raise Unreadable(f"The file holds a part that wants to lie outside it: {name[:100]}.")
    if info.flag_bits & 0x1:
        raise Unreadable("The file is password-protected. Save it without a password.")
    if info.file_size > MB and info.file_size > MOST_RATIO * max(1, info.compress_size):
        raise Unreadable(f"{name[:100]} in the file is packed suspiciously small (a zip bomb?).")
