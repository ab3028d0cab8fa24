"""What holds for every file, whatever its language."""

import re

from civic.environment import ROOT
from tests.architecture.project_files import project_files, text_of

# In pieces, so that this file does not find itself.
REGISTRY_HOSTS = ["pypi" + ".org", "python" + "hosted", "registry.npm" + "js", "deb." + "debian"]
ONE_MACHINE = [rf"(?<![\w.*/)]){folder}/" for folder in ("/wo" + "rk", "/ro" + "ot", "/ho" + "me")]
FORBIDDEN = re.compile("|".join([*map(re.escape, REGISTRY_HOSTS), *ONE_MACHINE]))


def test_no_file_names_a_registry_or_one_persons_machine() -> None:
    found = {
        str(path): match.group()
        for path in project_files()
        if (match := FORBIDDEN.search(text_of(path) or ""))
    }

    assert found == {}


def test_the_locks_pin_the_same_version_of_every_shared_package() -> None:
    def pins(name: str) -> dict[str, str]:
        lock = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))

    production, development = pins("production.txt"), pins("development.txt")

    assert {name: development.get(name) for name in production} == production


def test_every_locked_package_has_a_hash() -> None:
    for name in ("production.txt", "development.txt"):
        lock = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        packages = re.split(r"\n(?=[\w.-]+==)", lock)[1:]

        assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_the_drawing_of_the_tree_shows_every_top_level_folder() -> None:
    drawing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    folders = {path.parts[0] for path in project_files() if len(path.parts) > 1}

    assert {folder for folder in folders if f"{folder}/" not in drawing} == set()
