"""Content far beyond what ships, made of what ships: for measuring what size costs."""

import random
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import yaml

from amendments.models import (
    AmendingLaw,
    Amendment,
    Article,
    Constitution,
    Provision,
    Section,
    State,
    Topic,
)
from amendments.search.indexing import BATCH, index
from amendments.search.registry import registry

SHIPPED = Path(__file__).parent.parent / "amendments" / "content" / "amendments"
PARAGRAPHS = 100  # Of one generated article
SYLLABLES = ("ba", "do", "ke", "li", "mur", "na", "po", "ra", "sen", "ti", "vo", "zu")


def add_changes(number: int, start: int = 0, *, searchable: bool = True) -> None:
    """Add `number` published changes with their provisions, and index them if `searchable`.

    Their sentences are drawn from the shipped changes, so that common words are as common as
    in real texts; about one in ten has an invented word, so that the vocabulary grows too.
    `start` is how many were added before. About two minutes for 70,000.
    """
    draw = random.Random(f"changes from {start}")  # noqa: S311 - a fixed draw, not a secret
    law, topic = _surroundings()
    sentences = _sentences()
    provisions = iter(_provisions(number, start))
    made = (
        _change(law, topic, provision, position, sentences, draw)
        for position, provision in enumerate(provisions, start)
    )
    while batch := list(islice(made, BATCH)):
        Amendment.objects.bulk_create(batch)
        if searchable:
            index(registry["amendments.amendment"], [change.pk for change in batch])


def _surroundings() -> tuple[AmendingLaw, Topic]:
    constitution, _new = Constitution.objects.get_or_create(
        slug="generated",
        defaults={"title_en": "Generated constitution", "adopted_on": date(1995, 8, 30)},
    )
    law, _new = AmendingLaw.objects.get_or_create(
        slug="generated",
        defaults={
            "constitution": constitution,
            "title_en": "Generated law",
            "adopted_by": "parliament",
            "dated": date(2022, 6, 8),
        },
    )
    topic, _new = Topic.objects.get_or_create(
        slug="generated",
        defaults={"title_en": "Generated topic", "position": 99, "state": State.PUBLISHED},
    )
    return law, topic


def _provisions(number: int, start: int) -> list[Provision]:
    section, _new = Section.objects.get_or_create(
        slug="generated",
        defaults={
            "constitution": Constitution.objects.get(slug="generated"),
            "number": "I",
            "position": 1,
            "title_en": "Generated section",
        },
    )
    wanted = range(start, start + number)
    articles = {}
    for first in sorted({place // PARAGRAPHS for place in wanted}):
        slug = f"generated-{first + 100}"
        articles[first], _new = Article.objects.get_or_create(
            slug=slug, defaults={"section": section, "number": str(first + 100)}
        )
    provisions = [
        Provision(
            article=articles[place // PARAGRAPHS],
            slug=f"generated-{place}",
            part=Provision.Part.PARAGRAPH,
            paragraph=str(place % PARAGRAPHS + 1),
            position=place % PARAGRAPHS,
        )
        for place in wanted
    ]
    return Provision.objects.bulk_create(provisions, batch_size=1_000)


def _change(
    law: AmendingLaw,
    topic: Topic,
    provision: Provision,
    position: int,
    sentences: list[str],
    draw: random.Random,
) -> Amendment:
    return Amendment(
        law=law,
        topic=topic,
        provision=provision,
        slug=f"generated-{position}",
        title_en=" ".join(draw.choice(sentences).split()[:7]),
        in_short_en=draw.choice(sentences),
        before_en=" ".join(draw.choices(sentences, k=2)),
        after_en=" ".join(draw.choices(sentences, k=2)) + _invented(draw),
        what_changed_en=draw.choice(sentences),
        why_it_matters_en=draw.choice(sentences),
        in_force_from=law.dated,
        certainty="high",
        state=State.PUBLISHED,
    )


def _invented(draw: random.Random) -> str:
    if draw.random() > 0.1:
        return ""
    return " " + "".join(draw.choices(SYLLABLES, k=4))


def _sentences() -> list[str]:
    return sorted({sentence for text in _texts() for sentence in re.split(r"(?<=[.;:])\s", text)})


def _texts() -> Iterator[str]:
    for file in sorted(SHIPPED.glob("**/*.yaml")):
        for entry in yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader):
            for field in ("in_short", "before", "after", "what_changed", "why_it_matters"):
                value = entry.get(field)
                text = value.get("en") if isinstance(value, dict) else value
                if text:
                    yield text
