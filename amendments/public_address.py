"""Where readers find a text: one address for search, feeds, sources and the sitemap."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import models
from django.urls import reverse

from amendments.models import (
    AmendingLaw,
    Amendment,
    Appointment,
    Constitution,
    Correction,
    Event,
    FactCheck,
    Institution,
    LawmakingStep,
    Novelty,
    Referendum,
    ReferendumPoint,
    RegionResult,
    Result,
    Source,
    Statement,
    Successor,
    Term,
    Topic,
    Voice,
)


@dataclass(frozen=True)
class Place:
    """How the address of a kind of text is made of its slug and of what it belongs to.

    `parents` are at most two lookups, such as the phase of an event; an empty text where there
    is none. So an address can be made of a loaded text as well as of the columns of a query.
    """

    where: Callable[[str, str, str], str]
    parents: tuple[str, ...] = ()

    def address(self, slug: str, *parents: str) -> str:
        first, second, *_more = (*parents, "", "")
        return self.where(slug, first, second)


def public_address(text: models.Model) -> str:
    """Return the path, in the active language, of the page that shows `text`.

    Costs no query when what `PLACES` names as its parents is loaded. Raises KeyError for a
    kind of text that has no page.
    """
    place = PLACES[type(text)]
    parents = (_follow(text, lookup) for lookup in place.parents)
    return place.address(str(getattr(text, "slug", "")), *parents)


def _follow(item: object, lookup: str) -> str:
    for name in lookup.split("__"):
        item = getattr(item, name, None)
    return "" if item is None else str(item)


def _to(name: str, *arguments: str, at: str = "") -> str:
    return reverse(f"amendments:{name}", args=arguments) + (f"#{at}" if at else "")


def _page(name: str) -> Callable[[str, str, str], str]:
    """A text with a page of its own."""
    return lambda slug, _first, _second: _to(name, slug)


def _law(_slug: str, constitution: str, _second: str) -> str:
    """The Constitution of 2026 is read beside the changes of 2022, not by its articles."""
    return _to("since_2026" if constitution == "2026" else "constitution")


def _in_vote(part: str) -> Callable[[str, str, str], str]:
    """The vote on a law has its own pages; that on a Constitution is told with that one."""
    return lambda slug, constitution, _second: (
        _to("vote_2026", at=slug) if constitution else _to(part, at=slug)
    )


def _point(slug: str, constitution: str, kind: str) -> str:
    return _in_vote(POINTS.get(kind, "referendum_criticism"))(slug, constitution, "")


def _statement(slug: str, page: str, kind: str) -> str:
    if page == "since-2026":
        return _to("novelties" if kind == "caveat" else "not_known_2026", at=slug)
    return _to("referendum_held" if page == "referendum" else page.replace("-", "_"), at=slug)


_POINT = ReferendumPoint.Kind
POINTS: Mapping[str, str] = {
    _POINT.LEGAL_BASIS: "referendum_held",
    _POINT.BALLOT: "referendum_held",
    _POINT.START: "referendum_held",
    _POINT.SCENE: "referendum_held",
    _POINT.COUNTING: "referendum_results",
    _POINT.COUNTRY: "referendum_regions",
}

PLACES: dict[type[models.Model], Place] = {
    Amendment: Place(_page("change")),
    Topic: Place(_page("topic")),
    LawmakingStep: Place(lambda _slug, _first, _second: _to("topic", "lawmaking")),
    Successor: Place(
        lambda _slug, change, _second: _to("change", change, at="since"), ("amendment__slug",)
    ),
    Novelty: Place(lambda slug, _first, _second: _to("novelties", at=slug)),
    Institution: Place(_page("institution")),
    Appointment: Place(
        lambda _slug, body, by: _to("institution", body or by), ("institution__slug", "by__slug")
    ),
    Referendum: Place(
        lambda _slug, constitution, _second: _to("vote_2026" if constitution else "referendum"),
        ("constitution__slug",),
    ),
    ReferendumPoint: Place(_point, ("referendum__constitution__slug", "kind")),
    Result: Place(_in_vote("referendum_results"), ("referendum__constitution__slug",)),
    RegionResult: Place(_in_vote("referendum_regions"), ("referendum__constitution__slug",)),
    Event: Place(
        lambda slug, phase, _second: f"{_to('timeline')}?phase={phase}#{slug}", ("phase",)
    ),
    Voice: Place(_page("voice")),
    FactCheck: Place(_page("checked_point")),
    Term: Place(_page("term")),
    Constitution: Place(_law, ("slug",)),
    AmendingLaw: Place(_law, ("constitution__slug",)),
    Statement: Place(_statement, ("page", "kind")),
    Source: Place(_page("source")),
    Correction: Place(lambda slug, _first, _second: _to("corrections", at=slug)),
}
