"""How a bill becomes a law: its way from hand to hand, in each period."""

from collections.abc import Iterable
from dataclasses import dataclass

from amendments.drawings.dots import path
from amendments.drawings.lanes import Hop, guides, hop_frame, hops
from amendments.drawn.marks import Mark, mark_of
from amendments.drawn.panel import by_period, heading
from amendments.drawn.words import short_name
from amendments.models import Institution, LawmakingStep

# Parliament acting as a whole takes both lanes of its chambers
_CHAMBERS = {"parliament": ("mazhilis", "senate")}
_ORDER = ("mazhilis", "senate", "kurultai-parliament")  # The President comes last


@dataclass(frozen=True)
class Lane:
    name: str
    mark: Mark


@dataclass(frozen=True)
class Station:
    mark: Mark
    path: str


@dataclass(frozen=True)
class DrawnStep:
    step: LawmakingStep
    hop: Hop
    stations: list[Station]


@dataclass(frozen=True)
class Way:
    """The way of one kind of law in one period."""

    heading: str
    lanes: list[Lane]
    guides: str
    view_box: str
    steps: list[DrawnStep]


@dataclass(frozen=True)
class Ways:
    """The ways of one kind of law, period by period."""

    slug: str
    law_kind: str
    ways: list[Way]


def ways(steps: Iterable[LawmakingStep]) -> list[Ways]:
    """Draw the steps, ordinary laws first; takes them in order, with their actor loaded."""
    listed = list(steps)
    actors = {step.actor.slug: step.actor for step in listed}
    found = []
    for kind in LawmakingStep.LawKind:
        of_kind = [step for step in listed if step.law_kind == kind]
        if of_kind:
            drawn = [_way(heading(p), part, actors) for p, part in by_period(of_kind)]
            found.append(Ways(kind.value, str(kind.label), drawn))
    return found


def _way(title: str, steps: list[LawmakingStep], actors: dict[str, Institution]) -> Way:
    slugs = sorted(
        {slug for step in steps for slug in _lanes_of(step, actors)},
        key=lambda slug: (_ORDER.index(slug) if slug in _ORDER else len(_ORDER), slug),
    )
    at = {slug: i for i, slug in enumerate(slugs)}
    used = [[at[slug] for slug in _lanes_of(step, actors)] for step in steps]
    lanes = [Lane(short_name(actors[slug]), mark_of(actors[slug])) for slug in slugs]
    return Way(
        title,
        lanes,
        guides(len(lanes)),
        hop_frame(len(lanes)).view_box,
        [
            DrawnStep(
                step,
                hop,
                [
                    Station(lanes[lane].mark, path([dot]))
                    for lane, dot in zip(taking_part, hop.stations, strict=True)
                ],
            )
            for step, taking_part, hop in zip(steps, used, hops(used), strict=True)
        ],
    )


def _lanes_of(step: LawmakingStep, actors: dict[str, Institution]) -> tuple[str, ...]:
    chambers = _CHAMBERS.get(step.actor.slug, ())
    return chambers if chambers and actors.keys() >= set(chambers) else (step.actor.slug,)
