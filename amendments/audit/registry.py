"""The checks that `audit_content` runs, and what they see."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from amendments.content_files import Entry, Fault, StoredKind
from amendments.content_files.faults import in_order


@dataclass
class Report:
    """Faults stop the audit from passing; notes are for information, hints for editors.

    Hints stand by what they are about, such as "present-tense".
    """

    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hints: Mapping[str, list[Fault]] = field(default_factory=dict)


@dataclass(frozen=True)
class Audit:
    """What a check sees: `audit["topics"]` are the published topics by slug.

    `stored` has everything, drafts too. `languages` are those in which every text must exist.
    A check may add to `notes` and `hints`.
    """

    stored: Mapping[str, StoredKind]
    languages: Sequence[str]
    published: Mapping[str, Mapping[str, Entry]]
    notes: list[str] = field(default_factory=list)
    hints: dict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))

    def __getitem__(self, kind: str) -> Mapping[str, Entry]:
        return self.published.get(kind, {})


Check = Callable[[Audit], Iterable[Fault]]

_checks: dict[str, Check] = {}


def audit_check(check: Check) -> Check:
    """Have `audit_content` run this function."""
    _checks[f"{check.__module__}.{check.__qualname__}"] = check
    return check


def audit(stored: Mapping[str, StoredKind], languages: Sequence[str] = ("en",)) -> Report:
    """Run every check on what is published. No queries but those a check makes itself."""
    published = {name: kind.public() for name, kind in stored.items()}
    seen = Audit(stored, languages, published)
    faults = [fault for check in _checks.values() for fault in check(seen)]
    hints = {about: in_order(found) for about, found in sorted(seen.hints.items())}
    return Report(in_order(faults), seen.notes, hints)
