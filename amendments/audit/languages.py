"""Which texts lack which language."""

from collections import Counter
from collections.abc import Iterator

from amendments.audit.registry import Audit, audit_check
from amendments.content_files import Fault, translated_values
from amendments.languages import LANGUAGES


@audit_check
def every_text_exists_in_the_languages_demanded(audit: Audit) -> Iterator[Fault]:
    """What others lack is noted as a number. A text that exists in no language is not missed."""
    missing: Counter[str] = Counter()
    for name, stored in audit.stored.items():
        for slug, entry in audit[name].items():
            for value in translated_values(stored.kind.fields, entry):
                texts = value.by_language
                if not value.field.parallel or not any(texts.values()):
                    continue  # Nothing is missing where the law has no text
                for language in LANGUAGES:
                    if language in texts:
                        continue
                    if language in audit.languages:
                        yield Fault(name, slug, f"{value.path}.{language}", "missing")
                    else:
                        missing[language] += 1
    audit.notes.extend(
        f"{missing[language]} texts are not yet in {language}"
        for language in LANGUAGES
        if missing[language]
    )


@audit_check
def every_term_has_its_name_in_every_language(audit: Audit) -> Iterator[Fault]:
    for slug, entry in audit["terms"].items():
        for language in LANGUAGES:
            if language not in entry["name"] and language not in audit.languages:
                yield Fault("terms", slug, f"name.{language}", "missing")
