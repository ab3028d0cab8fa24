"""What each editor does in the story of `test_the_whole_story`, step by step."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import Page, expect

from amendments.models import AmendingLaw, Amendment
from tests.samples.comparative_table.word_xml import (
    cell,
    deleted,
    docx,
    inserted,
    paragraph,
    row,
    table,
)

LAW, CHANGE = "story-law", "story-change"
LABOUR, URGENT = "Статья 24, пункт 1", "Статья 61, пункт 2"


def press(page: Page, button: str, told: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text(told)


def reads(reader: Page, texts: dict[str, str], slug: str = CHANGE) -> None:
    """Open the public page in these languages; each must say its text."""
    for language, text in texts.items():
        reader.goto(f"/{language}/amendments/{slug}/")
        expect(reader.locator("main")).to_contain_text(text)


def write_and_submit(writer: Page, form: str) -> None:
    writer.goto(form)
    writer.locator("#id_after_en").fill("The new text of the ")
    writer.locator("#id_after_en").press_sequentially("Constitution.")
    drawn = writer.locator("#redline-en")
    expect(drawn.locator("del")).to_contain_text(["old", "law"])
    expect(drawn.locator("ins")).to_contain_text(["new", "Constitution"])
    writer.locator("#id_in_short_en").fill("Eleven judges sat.")
    press(writer, "Save", "Readers see it once somebody else has approved it.")
    press(writer, "Submit for review", "Done: ")


def cannot_approve(writer: Page) -> None:
    """Neither by a button, which is not there, nor by sending what the button would send."""
    expect(writer.get_by_text("A change waits")).to_be_visible()
    expect(writer.get_by_role("button", name="Approve")).to_have_count(0)
    with writer.expect_navigation():
        writer.locator("#step-of-change").evaluate(
            """form => {
                const verb = document.createElement("input");
                Object.assign(verb, { name: "verb", value: "approve" });
                form.append(verb);
                form.submit();
            }"""
        )
    expect(writer.locator(".messagelist .error")).to_contain_text("four eyes")


def ask_an_expert(writer: Page, expert: Page, clock: Any) -> None:
    writer.get_by_text("Review links").click()
    writer.get_by_label("Expert").fill("Prof. Serik")
    writer.get_by_role("button", name="Make a link").click()
    expert.goto(urlsplit(writer.locator("#address-en").input_value()).path)
    expect(expert.locator("main")).to_contain_text("Eleven judges sat.")
    clock(timezone.now() + timedelta(minutes=5))  # They read
    expert.get_by_label("I approve the text").check()
    expert.get_by_label("Your comment").fill("Eleven is right.")
    with expert.expect_navigation():
        expert.get_by_role("button", name="Send").click()
    expect(expert.get_by_text("Your verdict is recorded.")).to_be_visible()


def bring_in_step(translator: Page, form: str) -> None:
    """From the form to each translation that the waiting change would leave behind."""
    for language, text in (("Қазақша", "Он бір судья отырды."), ("Русский", "Заседали 11 судей.")):
        translator.goto(form)
        translator.get_by_role("link", name=f"In short: {language}").click()
        expect(translator.locator(".source").first).to_contain_text("Eleven judges sat.")
        translator.locator("textarea[name=target]").fill(text)
        press(translator, "Save and submit for review", "Submitted.")
    translator.goto(form)
    expect(translator.locator(".out-of-date-translations")).to_have_count(0)


def approve_for_a_minute(reviewer: Page, reader: Page, form: str, clock: Any) -> None:
    """In step and commented on, it is approved for a minute, and seen from then on."""
    old = {"en": "Seven judges", "kk": "Жеті судья", "ru": "Заседали семь судей"}
    new = {"en": "Eleven judges", "kk": "Он бір судья", "ru": "Заседали 11 судей"}
    minute = (timezone.localtime() + timedelta(hours=1)).replace(second=0, microsecond=0)
    reviewer.goto(form)
    expect(reviewer.locator(".previews")).to_contain_text("Eleven is right.")
    reviewer.locator("#step-of-change-publish_at").fill(f"{minute:%Y-%m-%dT%H:%M}")
    press(reviewer, "Approve", "Done: ")
    reads(reader, old)
    clock(minute - timedelta(seconds=30))
    reads(reader, {"en": old["en"]})
    clock(minute)
    reads(reader, new)
    expect(reader.locator("#texts")).to_contain_text("Constitution")


def change_again_and_revert(writer: Page, reviewer: Page, reader: Page, form: str) -> None:
    writer.goto(form)
    writer.locator("#id_title_en").fill("A second change")
    press(writer, "Save", "Readers see it once")
    press(writer, "Submit for review", "Done: ")
    reviewer.goto(form)
    press(reviewer, "Approve", "Done: ")
    reads(reader, {"en": "A second change"})

    writer.goto(form.replace("change/", "history/"))
    writer.get_by_role("button", name="Compare the chosen versions").click()
    title = writer.locator(".difference").filter(has_text="Title")
    expect(title.locator("ins")).to_contain_text("A second change")
    with writer.expect_navigation():
        writer.get_by_role("button", name="Go back to version").first.click()
    writer.goto(form)
    expect(writer.locator("#id_title_en")).to_have_value("What the story changes")
    press(writer, "Submit for review", "Done: ")
    reads(reader, {"en": "A second change"})
    reviewer.goto(form)
    press(reviewer, "Approve", "Done: ")
    reads(reader, {"en": "What the story changes", "kk": "Он бір судья"})


def import_a_table(writer: Page, reviewer: Page, reader: Page) -> None:
    """Two rows with tracked changes become drafts; one is put right; both are published."""
    labour, urgent = (
        Amendment.objects.values_list("after_ru", flat=True).get(slug=slug)
        for slug in ("art-24-1-forced-labour", "art-61-2-urgent-government-bills")
    )
    file: Any = {
        "name": "table.docx",
        "mimeType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "buffer": docx(
            table(
                row("Статья", "Текст с правками"),
                row(LABOUR, cell(paragraph(f"1. {labour}", inserted(" Сноваа иначе.")))),
                row(URGENT, cell(paragraph(f"2. {urgent}", deleted(" Потом.")))),
            )
        ),
    }
    writer.goto("/admin/amendments/amendment/comparative-table/")
    writer.locator("#id_law").select_option(label=LAW)
    writer.locator("#id_language").select_option("ru")
    for is_dry in (True, False):
        writer.locator("#id_file").set_input_files(file)
        writer.locator("#id_dry_run").set_checked(is_dry)
        with writer.expect_navigation():
            writer.get_by_role("button", name="Read the file").click()
        listed = writer.locator("#content tbody tr")
        expect(listed).to_have_count(2)
        expect(listed.first).to_contain_text("Article 24, paragraph 1")
        expect(listed.first).to_contain_text("tracked change: inserted “Сноваа иначе.”")
        assert Amendment.objects.filter(law__slug=LAW, state="draft").count() == (
            0 if is_dry else 2
        )

    forms = [each.get_attribute("href") or "" for each in listed.locator("a").all()]
    for form in forms:
        writer.goto(form)
        after = writer.locator("#id_after_ru")
        after.fill(after.input_value().replace("Сноваа", "Снова"))
        explain(writer)
        press(writer, "Save and continue editing", "was changed successfully")
        press(writer, "Submit for review", "Done: ")

    law = AmendingLaw.objects.get(slug=LAW).pk
    reviewer.goto(f"/admin/amendments/amendment/?law__id__exact={law}&state__exact=in-review")
    reviewer.locator("#action-toggle").check()
    reviewer.locator("select[name=action]").select_option("approve_many")
    with reviewer.expect_navigation():
        reviewer.get_by_role("button", name="Go", exact=True).click()
    press(reviewer, "Approve what I may", "Done with 2 texts.")
    labour_draft, urgent_draft = Amendment.objects.filter(law__slug=LAW).exclude(slug=CHANGE)
    reads(reader, {"ru": "Снова иначе."}, labour_draft.slug)
    expect(reader.locator("#texts ins")).to_contain_text("Снова иначе.")
    reads(reader, {"ru": "В двух словах."}, urgent_draft.slug)
    expect(reader.locator("#texts del")).to_contain_text("Потом.")


def explain(writer: Page) -> None:
    """Say in short what the draft of a row is, and where it is from."""
    writer.locator("#id_in_short_en").fill("In two words.")
    writer.locator("#id_in_short_ru").fill("В двух словах.")
    citations = writer.locator("#amendments-citation-content_type-object_id-group")
    citations.locator(".add-row a").click()
    citations.locator(".select2-selection").first.click()
    writer.locator(".select2-dropdown .select2-search__field").fill("constitution_1995_ru")
    writer.locator(".select2-results__option", has_text="constitution_1995_ru").click()
