"""An expert without an account reads a draft and speaks; nothing is published by it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission, User
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from amendments.entry_of_text import entry_of
from amendments.expert_form import ExpertForm
from amendments.models import (
    Amendment,
    ExpertComment,
    ReviewLink,
    ReviewStep,
    State,
)
from amendments.proposals import propose
from amendments.review_links import address_of, make_link
from amendments.views.review_link import MOST
from tests.factories.editors import IN_ENGLISH
from tests.factories.law import AmendmentFactory
from tests.web.taken_steps import taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("aigerim", password="long-enough-42")


@pytest.fixture
def admin(editor: User) -> Client:
    client = Client(headers=IN_ENGLISH)
    client.force_login(editor)
    return client


@pytest.fixture
def draft(editor: User) -> Amendment:
    draft: Amendment = AmendmentFactory.create(
        slug="the-draft", state=State.IN_REVIEW, author=editor, title_en="The draft"
    )
    return draft


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let so much time pass."""
    start, passed = timezone.now(), [timedelta()]
    monkeypatch.setattr(timezone, "now", lambda: start + passed[0])

    def wait(**time: float) -> None:
        passed[0] += timedelta(**time)

    return wait


@pytest.fixture
def page(draft: Amendment, editor: User) -> str:
    _link, token = make_link(draft, expert="Prof. Serik", days=7, editor=editor, now=timezone.now())
    return address_of(token, "en")


@pytest.fixture
def send(client: Client, wait: Any, page: str) -> Any:
    """Open the page, take the time a reader takes, send the form."""

    def send(seconds: float = 30, **written: str) -> Any:
        form = client.get(page)
        wait(seconds=seconds)
        sent = {name: hidden(form, name) for name in ("opened", "wording")}
        return client.post(page, {"name": "Serik", "text": "Well.", **sent, **written})

    return send


def hidden(response: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found
    return found.group(1)


def at(text: Amendment, rest: str) -> str:
    return f"/admin/amendments/amendment/{text.pk}/{rest}"


def everything_but_comments() -> dict[str, list[Any]]:
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model._meta.managed and model is not ExpertComment
    }


def test_an_editor_makes_a_link_whose_address_is_shown_once_and_kept_nowhere(
    admin: Client, client: Client, draft: Amendment
) -> None:
    made = admin.post(at(draft, "review-links/"), {"expert": "Prof. Serik", "days": "14"})
    found = re.search(r'value="https?://[^/]+(/ru/review/([^"]+)/)"', made.content.decode())
    assert made.status_code == 200 and found
    address, token = found.groups()
    link = ReviewLink.objects.get()

    assert token not in str(everything_but_comments())
    assert token.partition(".")[0] not in str(everything_but_comments())
    assert link.expires_at - link.created_at == timedelta(days=14)
    assert "no-store" in made["Cache-Control"]
    assert token not in admin.get(at(draft, "change/")).content.decode()
    shown = client.get(address)
    assert shown.status_code == 200 and '<html lang="ru">' in shown.content.decode()


def test_the_link_shows_the_draft_to_its_expert_and_to_no_search_engine(
    client: Client, page: str
) -> None:
    response = client.get(page)
    html = response.content.decode()

    assert "<h1>The draft</h1>" in html and 'id="texts"' in html and "<del" in html
    assert "Preview: not public." in html
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex">' in html
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "same-origin"
    assert 'value="Prof. Serik"' in html
    assert Client(headers=IN_ENGLISH).get("/en/amendments/the-draft/").status_code == 404


def test_a_proposed_change_is_what_the_expert_sees(client: Client, editor: User) -> None:
    public = AmendmentFactory.create(slug="the-change", title_en="As it is")
    entry = entry_of(public) | {"title": {"en": "As it shall be"}}
    propose(public, entry, editor=editor, now=timezone.now())
    _link, token = make_link(public, expert="Serik", days=1, editor=editor, now=timezone.now())

    assert "<h1>As it shall be</h1>" in client.get(address_of(token, "en")).content.decode()
    assert "<h1>As it is</h1>" in client.get("/en/amendments/the-change/").content.decode()


@pytest.mark.parametrize("verdict", ["approval", "objection", ""])
def test_what_an_expert_sends_reaches_the_editors_and_moves_nothing(
    admin: Client, client: Client, draft: Amendment, send: Any, page: str, verdict: str
) -> None:
    client.get(page)
    before = everything_but_comments()
    response = send(verdict=verdict, text="The second sentence is wrong.")

    assert response.status_code == 302 and response["Location"].endswith("?kept=1#review")
    assert everything_but_comments() == before
    draft.refresh_from_db()
    assert draft.state == State.IN_REVIEW and not ReviewStep.objects.exists()
    [said] = ExpertComment.objects.all()
    assert (said.name, said.text, said.verdict) == (
        "Serik",
        "The second sentence is wrong.",
        verdict,
    )
    assert Client(headers=IN_ENGLISH).get("/en/amendments/the-draft/").status_code == 404
    again = client.get(response["Location"]).content.decode()
    assert "what you sent is with the editors" in again
    assert "The second sentence is wrong." in again
    form = admin.get(at(draft, "change/"), headers={"accept-language": "en"}).content.decode()
    assert form.count("The second sentence is wrong.") == 2  # With its link, and in the log
    assert ("the expert Serik comments" in form) == (verdict == "")


def test_an_approval_of_a_draft_by_an_expert_is_no_approval_of_the_review(
    admin: Client, draft: Amendment, send: Any
) -> None:
    send(verdict="approval", text="")
    taken(admin, draft, "approve")

    draft.refresh_from_db()
    assert draft.state == State.IN_REVIEW  # Who wrote it may still not approve it


def test_one_verdict_is_recorded_and_comments_may_follow(
    client: Client, send: Any, page: str
) -> None:
    assert send(verdict="objection", text="No.").status_code == 302
    assert send(verdict="approval", text="Yes after all.").status_code == 302
    verdicts = list(ExpertComment.objects.values_list("verdict", "text"))

    assert verdicts == [("objection", "No."), ("", "Yes after all.")]
    assert "Your verdict is recorded." in client.get(page).content.decode()
    link = ReviewLink.objects.get()
    with pytest.raises(IntegrityError):
        ExpertComment.objects.create(
            link=link, name="x", verdict="approval", wording="x", at=timezone.now()
        )


def test_a_verdict_that_came_in_meanwhile_is_told(send: Any, monkeypatch: Any) -> None:
    send(verdict="objection", text="No.")
    monkeypatch.setattr(
        "amendments.views.review_link.ExpertForm",
        lambda *given, has_verdict: ExpertForm(*given, has_verdict=False),
    )
    second = send(verdict="approval")

    assert second.status_code == 422
    assert "A verdict is recorded already." in second.content.decode()
    assert ExpertComment.objects.count() == 1


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"text": "  "}, "Write your comment; an objection needs its reason."),
        ({"text": "", "verdict": "objection"}, "an objection needs its reason."),
        ({"name": ""}, "Say who you are"),
        ({"text": "a" * 8001}, "The text is 1 character too long."),
        ({"website": "https://buy.example"}, "A field that nobody sees was filled in."),
        ({"wording": "of yesterday"}, "The text was changed while you read it."),
        ({"seconds": 1}, "That was quicker than anyone writes."),
        ({"seconds": 90_000}, "This form was open for a long time."),
    ],
)
def test_a_fault_is_told_and_nothing_is_kept_or_lost(
    send: Any, written: dict[str, Any], told: str
) -> None:
    response = send(**({"text": "My words.", "name": "Serik"} | written))
    html = response.content.decode()

    assert response.status_code == 422 and told in html
    assert written.get("text", "My words.").strip() in html
    assert "<h1>The draft</h1>" in html
    assert not ExpertComment.objects.exists()


def test_a_draft_that_changed_is_read_again_first(
    client: Client, draft: Amendment, wait: Any, page: str
) -> None:
    form = client.get(page)
    Amendment.objects.filter(pk=draft.pk).update(title_en="Another draft")
    wait(seconds=30)
    sent = {name: hidden(form, name) for name in ("opened", "wording")}
    response = client.post(page, {"name": "Serik", "verdict": "approval", **sent})

    assert response.status_code == 422
    assert "<h1>Another draft</h1>" in response.content.decode()


def test_a_form_without_its_token_is_refused(wait: Any, page: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    form = strict.get(page)
    sent = {name: hidden(form, name) for name in ("opened", "wording")}
    sent |= {"name": "Serik", "text": "Well."}
    wait(seconds=30)

    assert strict.post(page, sent).status_code == 403
    token = hidden(form, "csrfmiddlewaretoken")
    assert strict.post(page, sent | {"csrfmiddlewaretoken": token}).status_code == 302


def test_floods_are_put_off_with_the_text_kept(send: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("amendments.views.review_link.MOST", 2)
    assert [send().status_code for _time in range(2)] == [302, 302]
    third = send(text="One more thing.")

    assert (third.status_code, third["Retry-After"]) == (429, "3600")
    assert "One more thing." in third.content.decode()
    assert ExpertComment.objects.count() == 2 < MOST


def test_a_link_ends_in_time(client: Client, page: str, wait: Any) -> None:
    wait(days=6, hours=23)
    assert client.get(page).status_code == 200
    wait(hours=1)
    assert_is_over(client, page)


def test_a_link_can_be_revoked_and_what_was_said_stays(
    admin: Client, client: Client, draft: Amendment, send: Any, page: str
) -> None:
    send(text="Before it ended.")
    link = ReviewLink.objects.get()
    admin.post(at(draft, "review-links/revoke/"), {"link": str(link.pk)})

    assert_is_over(client, page)
    form = admin.get(at(draft, "change/"), headers={"accept-language": "en"}).content.decode()
    assert "revoked on" in form and "Before it ended." in form
    other = AmendmentFactory.create(slug="other")
    refused = admin.post(at(other, "review-links/revoke/"), {"link": str(link.pk)})
    assert refused.status_code == 404


def assert_is_over(client: Client, page: str) -> None:
    for response in (client.get(page), client.post(page, {"text": "Too late."})):
        html = response.content.decode()
        assert response.status_code == 410
        assert "This link does not work any more" in html and "The draft" not in html
        assert response["X-Robots-Tag"].startswith("noindex")
        assert "no-store" in response["Cache-Control"]
    assert not ExpertComment.objects.filter(text="Too late.").exists()


def test_a_link_to_a_deleted_draft_is_over(client: Client, draft: Amendment, page: str) -> None:
    draft.delete()

    assert client.get(page).status_code == 410


def test_a_made_up_link_is_nothing(client: Client, page: str) -> None:
    forged = page[:-2] + ("B/" if page.endswith("A/") else "A/")
    assert client.get(forged).status_code == 404
    assert client.get("/en/review/made-up/").status_code == 404


@pytest.mark.parametrize(
    "asked", [{"days": "0"}, {"days": "61"}, {"days": "x"}, {"expert": " "}, {"days": ""}]
)
def test_a_link_lives_from_one_day_to_sixty_and_is_for_somebody(
    admin: Client, draft: Amendment, asked: dict[str, str]
) -> None:
    sent = {"expert": "Serik", "days": "3"} | asked
    response = admin.post(at(draft, "review-links/"), sent)

    assert response.status_code == 422
    assert not ReviewLink.objects.exists()
    page, refused = response.content.decode(), next(iter(asked))
    typed = sent["days" if refused == "expert" else "expert"]
    assert re.search(rf'<input[^>]*value="{typed}"[^>]*form="invite"', page)
    assert f'id="invite-{refused}_error"' in page


@pytest.mark.parametrize(
    ("right", "status"),
    [
        ("view_topic", 403),
        ("view_amendment", 403),
        ("change_amendment", 200),
        ("review_content", 200),
        ("publish_content", 200),
    ],
)
def test_who_may_write_approve_or_publish_may_ask_an_expert(
    draft: Amendment, right: str, status: int
) -> None:
    user = User.objects.create_user("asel", is_staff=True)
    rights = {right} | ({"view_amendment"} if status == 200 else set())
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client(headers=IN_ENGLISH)
    client.force_login(user)

    made = client.post(at(draft, "review-links/"), {"expert": "Serik", "days": "3"})

    assert made.status_code == status
    assert client.get(at(draft, "review-links/")).status_code == 405


def test_the_privacy_page_says_what_is_kept_of_experts(client: Client) -> None:
    assert "link to review a draft" in client.get("/en/privacy/").content.decode()
