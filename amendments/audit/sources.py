"""Whether sources are for what is there; claims without one are found by the content checks."""

from collections.abc import Iterator

from amendments.audit.registry import Audit, audit_check
from amendments.content_files import Citations, Fault


@audit_check
def every_citation_is_for_a_field_that_says_something(audit: Audit) -> Iterator[Fault]:
    for name, stored in audit.stored.items():
        if not any(isinstance(field, Citations) for field in stored.kind.fields):
            continue
        for slug, entry in audit[name].items():
            for number, citation in enumerate(entry.get("citations", []), 1):
                claim = citation.get("claim")
                path = f"citations.{number}.claim"
                if claim and claim not in stored.kind.claims:
                    yield Fault(name, slug, path, f'"{claim}" is no field of {name}')
                elif claim and claim not in entry:
                    yield Fault(name, slug, path, f"{claim} is left out, yet it has a source")
