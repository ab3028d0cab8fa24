"""Texts of Django and other libraries that people can meet here and that lack a translation.

`make library-texts` adds them to `civic/locale_of_libraries`, to be translated there by hand: a
catalogue of their own, since `make messages` would take them for obsolete in ours. It is asked
after ours and before the libraries' own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

import polib

from civic.environment import ROOT

OURS = ROOT / "civic" / "locale_of_libraries"
PLURALS = {
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || "
    "n%100>14) ? 1 : n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);",
}
Key = tuple[str | None, str]


@dataclass(frozen=True)
class Library:
    """Where a library keeps its texts, and which of its files nobody here meets.

    `distrusted` names languages in which its own catalogue is not good enough to be shown.
    """

    package: str
    folder: str = "locale"
    domain: str = "django"
    unmet: tuple[str, ...] = ()
    distrusted: tuple[str, ...] = ()


# Axes and django-otp have forms and pages, but those shown here are ours. The Kazakh of Django is
# partly older than its English, with slips such as "Өзгетру": all of what is met stands in ours.
LIBRARIES = (
    Library(
        "django",
        "conf/locale",
        unmet=("conf/global_settings.py", "contrib/", "views/", "utils/ipv6.py"),
        distrusted=("kk",),
    ),
    Library(
        "django.contrib.admin",
        unmet=(
            "contrib/admin/templates/admin/invalid_setup.html",
            "contrib/admin/templates/registration/password_reset",
        ),
        distrusted=("kk",),
    ),
    Library("django.contrib.admin", domain="djangojs", distrusted=("kk",)),
    Library(
        "django.contrib.auth",
        unmet=("contrib/auth/templates/registration/",),
        distrusted=("kk",),
    ),
    Library("django.contrib.contenttypes", distrusted=("kk",)),
    Library("simple_history"),
    Library(
        "import_export", unmet=("admin.py", "formats/", "forms.py", "results.py", "templates/")
    ),
    Library("rest_framework"),
)


def wanted(language: str, domain: str) -> Iterator[polib.POEntry]:
    """Yield each text that people can meet and that its library does not say in this language."""
    told = set()
    for library in LIBRARIES:
        if library.domain == domain:
            said = {} if language in library.distrusted else _said_by(library, language)
            for key, entry in _texts_of(library).items():
                if key not in said and key not in told and _is_met(entry, library):
                    told.add(key)
                    yield entry


def catalogue(language: str, domain: str) -> Path:
    return OURS / language / "LC_MESSAGES" / f"{domain}.po"


def _folder(library: Library) -> Path:
    spec = find_spec(library.package)
    assert spec and spec.origin, library.package
    return Path(spec.origin).parent / library.folder


def _texts_of(library: Library) -> dict[Key, polib.POEntry]:
    """Return the texts that a library marks: those of its English catalogue, else of them all."""
    folder = _folder(library)
    english = _read(folder / "en" / "LC_MESSAGES" / library.domain)
    if english:
        return english
    found = [_read(path / "LC_MESSAGES" / library.domain) for path in sorted(folder.iterdir())]
    return {_key(entry): entry for entry in chain.from_iterable(each.values() for each in found)}


def _said_by(library: Library, language: str) -> dict[Key, polib.POEntry]:
    said = _read(_folder(library) / language / "LC_MESSAGES" / library.domain)
    return {key: entry for key, entry in said.items() if entry.msgstr or entry.msgstr_plural}


def _read(path: Path) -> dict[Key, polib.POEntry]:
    source, compiled = path.with_suffix(".po"), path.with_suffix(".mo")
    entries: list[Any] = []
    if source.exists():
        entries = polib.pofile(str(source))
    elif compiled.exists():
        entries = polib.mofile(str(compiled))
    return {
        _key(entry): entry
        for entry in entries
        if entry.msgid and not entry.obsolete and "fuzzy" not in entry.flags
    }


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def _is_met(entry: polib.POEntry, library: Library) -> bool:
    files = [file for file, _line in entry.occurrences]
    if library.unmet and files and all(file.startswith(library.unmet) for file in files):
        return False
    # There, sentences are met, and tables between two others; not the names of kinds of field.
    in_fields = bool(files) and all(file.startswith("db/models/fields/") for file in files)
    return not in_fields or entry.msgid.endswith(".") or "%(to)s" in entry.msgid


def update() -> None:
    """Add what is missing to the catalogues, empty; drop what no library says any more."""
    for language in PLURALS:
        for domain in ("django", "djangojs"):
            path = catalogue(language, domain)
            known = _read(path)
            fresh = polib.POFile(wrapwidth=100)
            fresh.metadata = {
                "Language": language,
                "MIME-Version": "1.0",
                "Content-Type": "text/plain; charset=UTF-8",
                "Content-Transfer-Encoding": "8bit",
                "Plural-Forms": PLURALS[language],
            }
            for entry in wanted(language, domain):
                if entry.msgid not in {
                    each.msgid for each in fresh if each.msgctxt == entry.msgctxt
                }:
                    fresh.append(_ours(entry, known.get(_key(entry)), language))
            if len(fresh):
                path.parent.mkdir(parents=True, exist_ok=True)
                fresh.save(str(path))
                print(f"{path}: {len(fresh.untranslated_entries())} of {len(fresh)} to translate")


def _ours(entry: polib.POEntry, known: polib.POEntry | None, language: str) -> polib.POEntry:
    forms = 2 if language == "kk" else 4
    new = polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        flags=[flag for flag in entry.flags if flag.endswith("-format")],
    )
    if entry.msgid_plural:
        new.msgstr_plural = known.msgstr_plural if known else dict.fromkeys(range(forms), "")
    else:
        new.msgstr = known.msgstr if known else ""
    return new


if __name__ == "__main__":
    update()
