"""What tests of tables do in the admin: export one, show what it would do, import it."""

import csv
from io import BytesIO, StringIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl.workbook.workbook import Workbook


def at(model: str, what: str) -> str:
    app = "quiz" if model == "question" else "amendments"
    return f"/admin/{app}/{model}/table/{what}/"


def exported(admin: Client, model: str, form: str = "csv", query: str = "") -> bytes:
    response = admin.post(at(model, "export") + query, {"format": form})
    assert response.status_code == 200 and "attachment" in response["Content-Disposition"]
    return bytes(response.content)


def shown(admin: Client, model: str, data: bytes | str, name: str = "t.csv") -> HttpResponse:
    content = data.encode() if isinstance(data, str) else data
    file = SimpleUploadedFile(name, content)
    response: Any = admin.post(at(model, "import"), {"file": file})
    assert response.status_code == 200
    return response  # type: ignore[no-any-return]


def imported(admin: Client, model: str, data: bytes | str) -> str:
    """Preview, confirm, and return what the page says then."""
    preview: Any = shown(admin, model, data)
    sealed = preview.context.get("sealed")
    assert sealed, preview.content.decode()
    return admin.post(at(model, "import"), {"sealed": sealed}, follow=True).content.decode()


def rows_of(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter))


def as_csv(rows: list[dict[str, str]]) -> str:
    out = StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def workbook(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
