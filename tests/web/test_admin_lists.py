"""Every list and form of the admin: opens, finds, filters, and costs the same with more rows."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.utils import get_fields_from_path
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from amendments.models import Reviewed, State
from tests.factories.quiz import QuizFactory, a_single_choice
from tests.factories.registered import MAKE

pytestmark = pytest.mark.django_db
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
OWN_PAGES = {"amendments.ReviewStep", "amendments.TranslationBasis"}  # No list of Django's


def named(model: Any) -> str:
    return str(model._meta.label)


def at(model: Any, page: str, *arguments: Any) -> str:
    return reverse(f"admin:{named(model).lower().replace('.', '_')}_{page}", args=arguments)


@pytest.fixture
def everything(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("aigerim", password="x"))
    return client


@pytest.fixture
def only_looking(client: Client) -> Client:
    reader = User.objects.create_user("reader", password="x", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(reader)
    return client


def test_there_is_a_row_of_every_model() -> None:
    assert {named(model) for model in MODELS} == {named(model) for model in MAKE}


def queries_of(client: Client, address: str) -> int:
    client.get(address)  # Content types are looked up once
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_a_list_costs_the_same_with_more_rows(everything: Client, model: Any) -> None:
    MAKE[model]()
    with_one = queries_of(everything, at(model, "changelist"))
    MAKE[model]()
    MAKE[model]()
    assert queries_of(everything, at(model, "changelist")) == with_one


@pytest.mark.parametrize("model", [m for m in MODELS if named(m) not in OWN_PAGES], ids=named)
def test_a_list_is_searched_and_filtered(everything: Client, model: Any) -> None:
    row = MAKE[model]()
    shown: Any = admin.site._registry[model]
    address = at(model, "changelist")
    asked: list[dict[str, Any]] = [{"q": "no such thing", "e": ""}] if shown.search_fields else []
    for each in shown.list_filter:
        if isinstance(each, str):
            field = get_fields_from_path(model, each)[-1]
            value = getattr(row, each)
            if field.is_relation:
                chosen = value.first() if field.many_to_many else value
                asked.append({f"{each}__id__exact": chosen.pk if chosen else 1})
            elif field.get_internal_type() in ("DateField", "DateTimeField"):
                asked.append({f"{each}__gte": "2022-01-01"})
            else:
                asked.append({f"{each}__exact": int(value) if value in (True, False) else value})
        else:
            asked.append({each.parameter_name: "yes"})
    if shown.date_hierarchy:
        asked.append({f"{shown.date_hierarchy}__year": 2022})
    for query in [*asked, {"_facets": "True"}]:
        response = everything.get(address, query)
        assert response.status_code == 200, query  # A query it does not know leads away


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_forms_and_histories_open_for_who_may_do_all(everything: Client, model: Any) -> None:
    row, shown = MAKE[model](), admin.site._registry[model]
    row = row if isinstance(row, model) else model._base_manager.first()
    for page, arguments in (("add", []), ("change", [row.pk]), ("history", [row.pk])):
        try:
            response = everything.get(at(model, page, *arguments))
        except NoReverseMatch:
            continue
        may_add = shown.has_add_permission(response.wsgi_request)
        expected = {200} if page != "add" or may_add else {403}
        assert response.status_code in expected, page


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_lists_and_forms_open_for_who_may_only_look(only_looking: Client, model: Any) -> None:
    row = MAKE[model]()
    row = row if isinstance(row, model) else model._base_manager.first()
    if named(model) == "amendments.TranslationBasis":
        return  # A list of work, for those who may do it
    assert only_looking.get(at(model, "changelist")).status_code == 200
    if named(model) not in OWN_PAGES:
        page = only_looking.get(at(model, "change", row.pk))
        assert page.status_code == 200
        assert 'name="_save"' not in page.content.decode()
    try:
        assert only_looking.get(at(model, "add")).status_code == 403
    except NoReverseMatch:
        pass


REVIEWED = [model for model in MODELS if issubclass(model, Reviewed)]


@pytest.mark.parametrize("model", REVIEWED, ids=named)
def test_a_draft_has_no_link_to_a_page_that_is_not_there(everything: Client, model: Any) -> None:
    row = MAKE[model]()
    model._base_manager.filter(pk=row.pk).update(state=State.DRAFT)
    assert not everything.get(at(model, "change", row.pk)).context["has_absolute_url"]


@pytest.mark.parametrize("make", [a_single_choice, QuizFactory.create])
def test_a_public_question_and_a_public_quiz_lead_to_their_page(
    everything: Client, make: Any
) -> None:
    row = make()
    page = everything.get(at(type(row), "change", row.pk))
    assert everything.get(page.context["absolute_url"]).status_code == 200


@pytest.mark.parametrize("app", ["amendments", "quiz", "auth"])
def test_the_index_opens(everything: Client, app: str) -> None:
    assert everything.get("/admin/").status_code == 200
    assert everything.get(f"/admin/{app}/").status_code == 200
