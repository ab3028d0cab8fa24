"""What load balancers are told."""

import logging

import pytest
from django.db import OperationalError
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.public_page_samples")]


def test_all_is_well_when_the_database_answers(client: Client) -> None:
    response = client.get("/health/")

    assert response.json() == {"status": "ok", "database": "ok"}
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_silent_database_is_reported_without_its_secrets(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_cursor() -> None:
        raise OperationalError("no route to db.internal as user secret")

    monkeypatch.setattr("civic.health.connection.cursor", no_cursor)

    response = client.get("/health/")

    assert response.json() == {"status": "failing", "database": "failing"}
    assert response.status_code == 503
    assert response.headers["Cache-Control"] == "no-store"
    assert (logging.ERROR, "The database does not answer") in [
        (record.levelno, record.getMessage()) for record in caplog.records
    ]


def test_nobody_can_write_to_it(client: Client) -> None:
    response = client.post("/health/")

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
