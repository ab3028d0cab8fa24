"""A collection that anyone may read: lists that are filtered, searched, ordered and paged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from http import HTTPStatus
from typing import Any, ClassVar, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language, gettext
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from amendments.api import parameters
from amendments.api.fields import Resource
from amendments.api.kept_lists import kept_list
from amendments.api.pages import Pages
from amendments.api.parameters import Filter
from amendments.api.problems import METHODS, CannotAnswer, Problem, not_found
from amendments.api.published import published
from amendments.api.spoken import spoken
from amendments.api.throttling import say_how_much_is_left
from amendments.models import Reviewed
from amendments.public_page import freshness_of, public_data
from amendments.recent_changes import changed_since, last_changed
from amendments.search.asking import LONGEST_QUESTION
from amendments.search.finding import keys_found
from amendments.search.registry import registry

M = TypeVar("M", bound=Model)

WITH_SHAPES = ("list", "retrieve")  # What else there is, has a shape of its own
ONLY_HOW_MUCH = frozenset({"lang", "page", "page_size", "fields", "on"})  # Not which rows


class Collection(GenericViewSet[Any]):
    """The published rows of a model, by slug.

    `shapes` are those of a row in the list and of the whole. `filters` and `orders` are by the
    name they have in the address; the first order is the usual one. `takes_day` says that the
    law is read on a day (`?on=`). `also_as` are the media types that one row can be had in besides
    JSON, each with what it is; its address for them ends in `.xml`.
    """

    model: ClassVar[type[Model]]
    shapes: ClassVar[tuple[type[Resource], type[Resource]]]
    filters: ClassVar[Mapping[str, Filter]] = {}
    also_as: ClassVar[Mapping[str, str]] = {}
    orders: ClassVar[Mapping[str, Sequence[Any]]] = {"slug": ["slug"]}
    takes_day: ClassVar[bool] = False

    lookup_field = "slug"
    lookup_value_regex = "[-a-zA-Z0-9_]+"
    pagination_class = Pages
    http_method_names = ["get", "head"]  # OPTIONS is answered for all addresses at once

    @classmethod
    def as_view(cls, *arguments: Any, **options: Any) -> Any:
        return spoken(public_data(super().as_view(*arguments, **options)))

    @property
    def allowed_methods(self) -> list[str]:
        return list(METHODS)

    def rows(self) -> QuerySet[Any]:
        """What readers may see, without what it is shown with."""
        return published(self.model)

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Load what the shape in the list needs."""
        return rows

    def loaded(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Add when the rows last changed, where that is known."""
        if issubclass(self.model, Reviewed):
            rows = rows.annotate(changed=last_changed(self.model))
        return rows

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Load what the whole needs."""
        return self.for_list(rows)

    def shaped(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Turn loaded rows into what the shapes read, if that is something else."""
        return rows

    # What may be asked

    def parameters(self) -> dict[str, Any]:
        """Name what this address takes, without `fields`."""
        named = {"lang": parameters.language()}
        if self.takes_day:
            named["on"] = parameters.day()
        if self.action == "list":
            named |= parameters.page() | self._narrowing()
        return named

    def known_parameters(self) -> dict[str, Any]:
        return self.parameters() | {"fields": serializers.CharField(required=False)}

    def _narrowing(self) -> dict[str, Any]:
        named = {name: each.field for name, each in self.filters.items()}
        if issubclass(self.model, Reviewed):
            named["changed_since"] = parameters.Moment(
                required=False,
                help_text="Only what was written or rewritten at or after a moment, or a day "
                "(YYYY-MM-DD, from its beginning in Kazakhstan).",
            )
        if self.is_searched:
            named["search"] = parameters.Words(
                required=False,
                max_length=LONGEST_QUESTION,
                help_text="Words, in the language of the answer, endings and slips forgiven, or "
                "the address of a provision such as 72(3). Without `ordering` the best come first; "
                "at most 80 are found.",
            )
        ordered = [each for name in self.orders for each in (name, f"-{name}")]
        named["ordering"] = parameters.OneOf(
            choices=ordered, required=False, help_text="What to order by; a minus turns it round."
        )
        return named

    @property
    def is_searched(self) -> bool:
        return self.model._meta.label_lower in registry

    # Answers

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if not self.action:  # Before what else may be wrong: no form makes it right
            self.http_method_not_allowed(request)
        super().initial(request, *args, **kwargs)
        self.asked = parameters.read(request.query_params, self.known_parameters())
        self.chosen = self._chosen_fields()

    def _chosen_fields(self) -> list[str]:
        chosen = self.asked["fields"].split(",") if "fields" in self.asked else []
        known = list(self.get_serializer_class()().fields)
        if set(chosen) <= set(known):
            return chosen
        message = gettext("Name fields of the answer, with commas between them.")
        raise CannotAnswer([Problem("fields", message, ",".join(chosen)[:80], known)])

    def get_serializer_class(self) -> type[Any]:
        if self.action in WITH_SHAPES:
            return self.shapes[WITH_SHAPES.index(self.action)]
        return super().get_serializer_class()

    def get_serializer_context(self) -> dict[str, Any]:
        context = super().get_serializer_context()
        asked = getattr(self, "asked", {})  # There is none where only the schema is made
        return {**context, "fields": getattr(self, "chosen", []), "on": asked.get("on")}

    def list(self, request: Request, **kwargs: Any) -> Response:
        keys = self.paginate_queryset(self._keys())
        found = self.loaded(self.for_list(self.rows())).filter(pk__in=keys or ())
        loaded = {row.pk: row for row in found}
        rows = [loaded[key] for key in keys or () if key in loaded]
        return self.get_paginated_response(self.get_serializer(self.shaped(rows), many=True).data)

    def retrieve(self, request: Request, slug: str) -> Response:
        return Response(self.get_serializer(self.shaped([self.one(slug)])[0]).data)

    @classmethod
    def wholes(cls, request: HttpRequest, on: date) -> Iterator[Any]:
        """Yield every published row as `retrieve` answers it, in the active language."""
        view = cls(action="retrieve", format_kwarg=None)
        view.request, view.asked = Request(request), {"on": on}
        rows = view.ordered(view.loaded(view.for_detail(view.rows())), next(iter(view.orders)))
        for each in view.shaped(list(rows)):
            yield view.get_serializer(each).data

    def one(self, slug: str) -> Any:
        """Return the whole row. Raises CannotAnswer."""
        row = self.loaded(self.for_detail(self.rows())).filter(slug=slug).first()
        if row is None:
            message = gettext("There is none of this name; the list has them all.")
            raise not_found("slug", message, slug)
        return row

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        say_how_much_is_left(request, response)
        return response

    # Which rows

    def _keys(self) -> Sequence[int]:
        narrowed = {name: self.asked[name] for name in self.asked if name not in ONLY_HOW_MUCH}
        name = (type(self), get_language(), *sorted((k, str(v)) for k, v in narrowed.items()))
        keys = kept_list(freshness_of(self.request), name, self._read_keys)
        if not keys:
            self._demand_known_names()
        return keys

    def _read_keys(self) -> Iterable[int]:
        rows = self.narrowed(self.rows())
        order = self.asked.get("ordering", "")
        if "search" not in self.asked:
            return self.ordered(rows, order or next(iter(self.orders))).values_list("pk", flat=True)
        label = self.model._meta.label_lower
        found = keys_found(self.asked["search"], get_language(), label, timezone.now())
        rows = rows.filter(pk__in=found)
        if order:
            return self.ordered(rows, order).values_list("pk", flat=True)
        kept = set(rows.order_by().values_list("pk", flat=True))
        return [key for key in found if key in kept]

    def narrowed(self, rows: Any) -> Any:
        for name, each in self.filters.items():
            if name in self.asked:
                rows = each.apply(rows, self.asked[name])
        if "changed_since" in self.asked:
            rows = changed_since(rows, self.asked["changed_since"])
        return rows

    def ordered(self, rows: QuerySet[Any], order: str) -> QuerySet[Any]:
        rows = rows.order_by(*self.orders[order.removeprefix("-")], "pk")
        return rows.reverse() if order.startswith("-") else rows

    def _demand_known_names(self) -> None:
        problems = []
        for name, each in self.filters.items():
            given = self.asked.get(name)
            if given is None or each.known is None:
                continue
            known = list(each.known())
            if given not in known:
                message = gettext("There is none of this name; those that there are, are listed.")
                problems.append(Problem(name, message, str(given), known))
        if problems:
            raise CannotAnswer(problems, HTTPStatus.NOT_FOUND)
