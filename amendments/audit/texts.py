"""The chain of a provision's texts: what one law left is what the next one found."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from amendments.audit.registry import Audit, audit_check
from amendments.content_files import Entry, Fault
from amendments.languages import LANGUAGES
from amendments.text_warnings import where_they_part


@audit_check
def every_after_equals_the_next_before(audit: Audit) -> Iterator[Fault]:
    by_provision: dict[str, list[Entry]] = defaultdict(list)
    for entry in audit["amendments"].values():
        by_provision[entry["provision"]].append(entry)
    for provision, entries in by_provision.items():
        chain = sorted(entries, key=lambda entry: entry["in_force_from"])
        for earlier, later in pairwise(chain):
            if earlier["in_force_from"] == later["in_force_from"]:
                yield Fault(
                    "amendments",
                    later["slug"],
                    "in_force_from",
                    f"the same day as {earlier['slug']}, which amends {provision} too",
                )
            for language in LANGUAGES:
                before, after = later["before"].get(language), earlier["after"].get(language)
                if before is not None and after is not None and before != after:
                    left, found = where_they_part(after, before)
                    yield Fault(
                        "amendments",
                        later["slug"],
                        f"before.{language}",
                        f"differs from the after of {earlier['slug']} ({provision}): "
                        f'after "…{left}…", before "…{found}…"',
                    )
