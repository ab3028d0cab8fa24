"""How long the sentences are that everyone reads first: a hint for editors, not a grade."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from benchmarks.row import Row

CONTENT = Path(__file__).resolve().parent.parent / "amendments" / "content"
TEXTS = {
    "in short of the changes": ("amendments/*/*.yaml", "in_short"),
    "definitions of the glossary": ("terms.yaml", "definition"),
}
WITHIN = 0.9
LANGUAGES = ("kk", "ru", "en")


def rows() -> Iterator[Row]:
    """Count words in the sentences of the shipped files, by the limits that editors see."""
    import os

    os.environ["DJANGO_SETTINGS_MODULE"] = "civic.settings"
    import django

    django.setup()
    from amendments.content_checks.sentences import FIRST_LOOK, sentences
    from amendments.redline.tokens import WORD

    for what, (pattern, key) in TEXTS.items():
        for language in LANGUAGES:
            limit = FIRST_LOOK[language].words
            written = [
                [word for word in WORD.findall(sentence) if any(map(str.isalpha, word))]
                for text in _texts(pattern, key, language)
                for _place, sentence in sentences(text)
            ]
            words = [word for sentence in written for word in sentence]
            lengths = [len(sentence) for sentence in written]
            within = sum(length <= limit for length in lengths) / len(lengths)
            yield Row(
                what=f"{what}, {language}: {len(lengths)} sentences",
                ours=(
                    f"median {statistics.median(lengths):.0f} words a sentence, longest "
                    f"{max(lengths)}; {statistics.mean(map(len, words)):.1f} letters a word"
                ),
                reference=f"the editors' hint: {limit} words",
                ratio=f"{within:.0%} within it",
                demanded=f"at least {WITHIN:.0%}",
                ok=within >= WITHIN,
            )


def _texts(pattern: str, key: str, language: str) -> Iterator[str]:
    import yaml

    for path in sorted(CONTENT.glob(pattern)):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            if text := (entry.get(key) or {}).get(language):
                yield text
