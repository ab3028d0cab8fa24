"""A content package: a zip file whose imsmanifest.xml names the items. Nothing is unpacked."""

import posixpath
import stat
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from quiz.exchange.question import MOST_QUESTIONS, Unreadable
from quiz.exchange.xml_reading import children, name_of, parsed

MANIFEST = "imsmanifest.xml"
MOST_FILES = 2 * MOST_QUESTIONS
MOST_BYTES = 100 * 1024 * 1024  # All files of the package together, unpacked
MOST_RATIO = 200  # Unpacked to packed, of a file over 1 MB
LARGE = 1024 * 1024
_UNPACKED = "The package"


class Package:
    """The files of a package, read one by one within the limits. Raises Unreadable."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, NotImplementedError, ValueError) as error:
            raise Unreadable(f"The file is no zip file: {error}.") from error
        self._left = MOST_BYTES
        infos = self._zip.infolist()
        if len(infos) > MOST_FILES:
            raise Unreadable(f"{_UNPACKED} holds more than {MOST_FILES} files.")
        if sum(info.file_size for info in infos) > MOST_BYTES:
            raise Unreadable(f"{_UNPACKED} unpacks to more than {MOST_BYTES // 1024**2} MB.")
        for info in infos:
            _check(info)
        self._infos = {info.filename: info for info in infos if not info.is_dir()}

    def __contains__(self, path: str) -> bool:
        return path in self._infos

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def read(self, path: str) -> bytes:
        """What a file says of its size is not believed: reading stops at the limit."""
        try:
            with self._zip.open(self._infos[path]) as file:
                data = file.read(self._left + 1)
        except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError) as error:
            raise Unreadable(f"{path} in the package cannot be unpacked: {error}.") from error
        except Exception as error:  # zlib.error and lzma.LZMAError share no ancestor but this
            raise Unreadable(f"{path} in the package is damaged.") from error
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable(f"{_UNPACKED} unpacks to more than {MOST_BYTES // 1024**2} MB.")
        return data

    def resources(self) -> Iterator[tuple[str, str]]:
        """Yield type and path of each resource of the manifest, then of each file it leaves out.

        The type of those is empty.
        """
        if MANIFEST not in self:
            raise Unreadable(f"The zip file is no content package: it has no {MANIFEST}.")
        root = parsed(self.read(MANIFEST))
        left_out = dict.fromkeys(path for path in self._infos if path != MANIFEST)
        for group in children(root, "resources"):
            for resource in children(group, "resource"):
                path = _path(root, group, resource)
                left_out.pop(path, None)
                yield resource.get("type", ""), path
        yield from (("", path) for path in left_out)


def _check(info: ZipInfo) -> None:
    name = info.filename
    outside = name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")
    if outside or "\0" in info.orig_filename:
        raise Unreadable(f"{_UNPACKED} holds a file that wants to lie outside it: {name[:100]}.")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Unreadable(f"{_UNPACKED} holds a link, {name[:100]}, which is not followed.")
    if info.flag_bits & 0x1:
        raise Unreadable(f"{_UNPACKED} is locked with a password.")
    if info.file_size > LARGE and info.file_size > MOST_RATIO * max(1, info.compress_size):
        raise Unreadable(f"{name[:100]} in the package is packed suspiciously small (a zip bomb?).")


def _path(*elements: etree._Element) -> str:
    """Join what xml:base says with the address of the resource."""
    bases = [each.get("{http://www.w3.org/XML/1998/namespace}base", "") for each in elements]
    href = elements[-1].get("href") or _first_file(elements[-1])
    return posixpath.normpath(posixpath.join(*bases, unquote(href)))


def _first_file(resource: etree._Element) -> str:
    return next((each.get("href", "") for each in resource if name_of(each) == "file"), "")
