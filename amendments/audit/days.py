"""Whether the days of laws and changes fit together."""

from collections.abc import Iterator

from amendments.audit.registry import Audit, audit_check
from amendments.content_files import Fault


@audit_check
def every_change_is_in_force_after_its_law_and_before_the_constitution_ends(
    audit: Audit,
) -> Iterator[Fault]:
    for slug, entry in audit["amendments"].items():
        law = audit["laws"].get(entry["law"])
        if law is None:
            continue
        constitution = audit["constitutions"][law["constitution"]]
        start, of_law = entry["in_force_from"], law.get("in_force_from")
        if of_law and start < of_law:
            yield Fault(
                "amendments",
                slug,
                "in_force_from",
                f"{start} is before {of_law}, when the law {entry['law']} came into force",
            )
        end = constitution.get("in_force_until")
        if end and start >= end:
            yield Fault(
                "amendments",
                slug,
                "in_force_from",
                f"{start} is not before {end}, when the constitution ended",
            )


@audit_check
def every_law_is_adopted_and_in_force_in_this_order(audit: Audit) -> Iterator[Fault]:
    for slug, law in audit["laws"].items():
        adopted, start = law.get("adopted_on"), law.get("in_force_from")
        if adopted and start and start < adopted:
            yield Fault(
                "laws", slug, "in_force_from", f"{start} is before {adopted}, when it was adopted"
            )
