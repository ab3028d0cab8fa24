"""One noun or verb per file, and short ones."""

from tests.architecture.project_files import project_files, python_files, text_of

LONGEST = 250
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "base", "services"}


def test_no_module_is_longer_than_a_reader_can_keep_in_mind() -> None:
    lengths = {str(path): len((text_of(path) or "").splitlines()) for path in python_files()}

    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_module_or_package_has_a_name_that_says_nothing() -> None:
    named_so = [
        str(path)
        for path in project_files()
        if path.suffix == ".py" and SAY_NOTHING & {*path.parts[:-1], path.stem}
    ]

    assert named_so == []
