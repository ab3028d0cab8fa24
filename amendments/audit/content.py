"""What the content checks see in single texts: errors are faults, hints are counted."""

from collections.abc import Iterator

from django.utils import translation

from amendments.audit.registry import Audit, audit_check
from amendments.content_checks import Known, Level, findings_of, said
from amendments.content_files import Fault


@audit_check
def every_text_passes_the_content_checks(audit: Audit) -> Iterator[Fault]:
    """Two queries and one for each law, link and amended provision that it has to look up."""
    known = Known()
    with translation.override(None):  # Like all that the audit says
        for name, stored in audit.stored.items():
            for slug, entry in audit[name].items():
                for finding in findings_of(stored.kind, entry, known):
                    fault = Fault(name, slug, finding.field, said(finding))
                    if finding.level is Level.ERROR:
                        yield fault
                    else:
                        audit.hints[finding.problem.value].append(fault)
