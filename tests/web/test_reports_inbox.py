"""The inbox: what editors do with reports, and what is forgotten of who wrote them."""

from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from amendments import reports
from amendments.models import Correction, Report, State
from amendments.review import NotFit, approve, submit
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db
Was = Report.State


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("aigerim", password="long-enough-42")


@pytest.fixture
def admin(client: Client, editor: User) -> Client:
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(editor)
    return client


def step(admin: Client, report: Report, verb: str) -> Any:
    at = f"/admin/amendments/report/{report.pk}/step/"
    response = admin.post(at, {"verb": verb}, follow=True)
    report.refresh_from_db()
    return response


def test_an_answer_is_written_elsewhere_and_noted_here(admin: Client, editor: User) -> None:
    report = ReportFactory.create(what="Дата неверна.\nСм. «5 июня»")
    page = admin.get(f"/admin/amendments/report/{report.pk}/change/").content.decode()
    assert 'href="mailto:aigul@example.kz?subject=' in page
    link = reports.mail_to(report)
    assert "\n" not in link and "> См. «5 июня»" in unquote(link)
    step(admin, report, "answer")
    assert (report.state, report.answered_by) == (Was.ANSWERED, editor)
    assert report.answered_at and report.contact and not mail.outbox


def test_the_link_to_the_fix_is_kept_and_stands_in_the_answer(admin: Client) -> None:
    report = ReportFactory.create()
    at = f"/admin/amendments/report/{report.pk}/change/"
    assert "/en/timeline/" in admin.get(at).content.decode()
    admin.post(at, {"fix": "/en/timeline/#vote"})
    report.refresh_from_db()
    assert report.fix == "/en/timeline/#vote"
    assert "/en/timeline/#vote" in unquote(reports.mail_to(report))
    page = admin.post(at, {"fix": "javascript:alert(1)"}).content.decode()
    assert "errorlist" in page


def test_a_header_cannot_be_slipped_into_the_mail() -> None:
    report = ReportFactory.build(contact="a@example.kz?bcc=all@example.kz&body=x")
    assert reports.mail_to(report).count("?") == 1 and "&bcc" not in reports.mail_to(report)


@pytest.mark.parametrize(("verb", "state"), [("close", Was.CLOSED), ("spam", Was.SPAM)])
def test_what_is_over_keeps_no_address(admin: Client, verb: str, state: str) -> None:
    report = ReportFactory.create()
    step(admin, report, verb)
    assert (report.state, report.contact) == (state, "")
    page = step(admin, report, "answer").content.decode()
    assert "The report is already" in page and report.state == state
    step(admin, report, "reopen")
    assert report.state == Was.NEW


def test_a_correction_is_a_draft_that_quotes_nobody(admin: Client, editor: User) -> None:
    report = ReportFactory.create(what="Call me on 8 701 000 00 00")
    page = step(admin, report, "correct")
    draft = Correction.objects.get()
    assert page.redirect_chain[-1][0].endswith(f"/correction/{draft.pk}/change/")
    assert (draft.report, draft.state, draft.author) == (report, State.DRAFT, editor)
    assert draft.page == "/timeline/" and "701" not in f"{draft.title}{draft.what_was_wrong}"
    step(admin, report, "correct")
    assert Correction.objects.count() == 1
    assert "Call me" not in Client().get("/en/corrections/").content.decode()


def test_an_empty_correction_does_not_become_public(admin: Client, editor: User) -> None:
    other = User.objects.create_superuser("botagoz", password="long-enough-42")
    report, now = ReportFactory.create(), timezone.now()
    draft = reports.publish_correction(report, editor=editor, now=now)
    submit(draft, editor=editor, now=now)
    with pytest.raises(NotFit):
        approve(draft, editor=other, now=now)
    texts = {"title_en": "A", "what_was_wrong_en": "B", "what_it_says_now_en": "C"}
    Correction.objects.filter(pk=draft.pk).update(**texts)
    draft.refresh_from_db()
    approve(draft, editor=other, now=now)
    assert Correction.objects.published().count() == 1


def test_old_addresses_and_old_spam_are_forgotten(settings: Settings, capsys: Any) -> None:
    settings.REPORT_CONTACT_DAYS, settings.REPORT_SPAM_DAYS = 60, 10
    kept = {days: ReportFactory.create(state=Was.ANSWERED) for days in (59, 61)}
    spam = {days: ReportFactory.create(state=Was.SPAM) for days in (9, 11)}
    for days, report in [*kept.items(), *spam.items()]:
        at = timezone.now() - timedelta(days=days)
        Report.objects.filter(pk=report.pk).update(created=at)
    call_command("forget_reports")
    assert capsys.readouterr().out == "1 address forgotten\n1 report of spam deleted\n"
    for days, address in ((59, "aigul@example.kz"), (61, "")):
        kept[days].refresh_from_db()
        assert kept[days].contact == address
    assert list(Report.objects.filter(state=Was.SPAM)) == [spam[9]]
    call_command("forget_reports")
    assert "0 addresses forgotten" in capsys.readouterr().out


def test_who_may_only_read_sees_no_buttons(client: Client) -> None:
    from django.contrib.auth.models import Permission

    reader = User.objects.create_user("reader", password="x", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_report"))
    client.force_login(reader)
    report = ReportFactory.create()
    page = client.get(f"/admin/amendments/report/{report.pk}/change/").content.decode()
    assert 'name="verb"' not in page
    response = client.post(f"/admin/amendments/report/{report.pk}/step/", {"verb": "close"})
    assert response.status_code == 403
    report.refresh_from_db()
    assert report.state == Was.NEW
