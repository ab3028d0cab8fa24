"""QTI 2.1, 2.2 and 3, against items written by hand."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from quiz.exchange import qti
from quiz.exchange.question import ExchangedQuestion, Reading, Unreadable
from quiz.question_types import AskedChoice

SAMPLES = Path(__file__).parents[1] / "samples" / "exchange" / "qti"
ITEM = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="T">
{declaration}<itemBody>{body}</itemBody></assessmentItem>"""


def item(body: str, declaration: str = "") -> Reading:
    return qti.read(ITEM.format(body=body, declaration=declaration).encode())


@pytest.fixture(scope="module")
def package() -> Reading:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as zipped:
        for path in sorted(SAMPLES.iterdir()):
            zipped.write(path, path.name)
    return qti.read(buffer.getvalue())


def test_a_package_is_read_in_the_order_of_its_manifest(package: Reading) -> None:
    assert [entry.title for entry in package.entries] == [
        "Rights",
        "Кезеңдер",
        "Chambers",
        "Turnout",
        "Capital",
        "Where is it?",
        "xxe.xml",
        "gone.xml",
        "old.xml",
    ]
    assert package.notes == ["test.xml (imsqti_test_xmlv2p1) holds no item and was left out"]


def test_what_cannot_be_read_of_a_package_is_named(package: Reading) -> None:
    assert [entry.reason for entry in package.refused] == [
        "questions with <hotspotInteraction> are not asked here",
        "The file has a document type (DOCTYPE), which is not accepted from elsewhere.",
        "the manifest names it, but the package does not hold it",
        "QTI 1.2, which is not read here: export QTI 2.1, 2.2 or 3",
    ]


def test_items_that_the_manifest_does_not_call_so_are_read_or_named() -> None:
    """Neither another type, nor none, nor not being named makes a question disappear."""
    text = "<p>Read {}.</p>"
    files = {
        "imsmanifest.xml": """<manifest><resources>
            <resource type="imsqti_item_xmlv2p1" href="one.xml"/>
            <resource type="webcontent" href="two.xml"/>
            <resource href="three.xml"/>
            <resource type="webcontent" href="page.xml"/>
            <resource type="webcontent" href="picture.png"/>
            </resources></manifest>""",
        "four.XML": ITEM.format(body=text.format("four"), declaration="").replace('"T"', '"Four"'),
        "one.xml": ITEM.format(body=text.format("one"), declaration=""),
        "two.xml": ITEM.format(body=text.format("two"), declaration=""),
        "three.xml": ITEM.format(body=text.format("three"), declaration=""),
        "damaged.xml": "<assessmentItem ",
        "old.xml": "<questestinterop/>",
        "test.xml": "<assessmentTest><assessmentItemRef/></assessmentTest>",
        "page.xml": "<html/>",
        "picture.png": "<assessmentItem/>",
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w") as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)

    reading = qti.read(buffer.getvalue())

    note = "the manifest does not say that it is an item"
    assert [(each.prompt, each.notes) for each in reading.questions] == [
        ("Read one.", ()),
        ("Read two.", (note,)),
        ("Read three.", (note,)),
        ("Read four.", (note,)),
    ]
    assert [(each.name, each.reason[:31]) for each in reading.refused] == [
        ("damaged.xml", "The file is not well-formed XML"),
        ("old.xml", "QTI 1.2, which is not read here"),
    ]


def test_choices_without_weights_count_by_parts(package: Reading) -> None:
    assert package.questions[0] == ExchangedQuestion(
        type="multiple",
        prompt="Read this.\n\nWhich are rights?",
        name="Rights",
        idnumber="c1",
        explanation="Section II.",
        choices=(
            AskedChoice("a", "life", weight=Decimal(50), feedback="Article 15."),
            AskedChoice("b", "dignity", weight=Decimal(50)),
            AskedChoice("c", "dividends", weight=Decimal(-100), feedback="Of shares."),
        ),
        notes=(
            "lost: formatting",
            "all or nothing there; here each right choice gives a part of the mark",
        ),
    )


def test_steps_of_qti_3_stand_in_the_right_order(package: Reading) -> None:
    question = package.questions[1]

    assert question.type == "ordering"
    assert [step.text for step in question.choices] == ["бірінші", "екінші", "үшінші"]


def test_pairs_and_a_target_that_fits_nothing(package: Reading) -> None:
    pairs = [(choice.text, choice.match) for choice in package.questions[2].choices]

    assert pairs == [("Senate", "50"), ("Mazhilis", "98"), ("", "107")]


def test_numbers_are_read_from_the_rules_of_marking(package: Reading) -> None:
    question = package.questions[3]

    assert question.prompt == "About _____ per cent voted."
    assert [(c.number, c.tolerance, c.weight) for c in question.choices] == [
        (Decimal(69), Decimal(2), Decimal(100)),
        (Decimal(50), Decimal(5), Decimal(25)),
    ]


def test_accepted_texts_are_weighed_by_the_best(package: Reading) -> None:
    question = package.questions[4]

    assert question.prompt == "What is the capital?"
    assert [(c.text, c.weight) for c in question.choices] == [
        ("Astana", Decimal(100)),
        ("Nur-Sultan\\*", Decimal(50)),
    ]
    assert question.notes == ("capital letters count there, not here",)


def test_true_and_false_are_known_by_identifier_and_word() -> None:
    choices = "<simpleChoice identifier='{}'>{}</simpleChoice>"
    declaration = (
        "<responseDeclaration identifier='R' cardinality='single' baseType='identifier'>"
        "<correctResponse><value>false</value></correctResponse></responseDeclaration>"
    )

    def read(true: str, false: str) -> ExchangedQuestion:
        both = choices.format("true", true) + choices.format("false", false)
        body = f"<p>So?</p><choiceInteraction responseIdentifier='R'>{both}</choiceInteraction>"
        return item(body, declaration).questions[0]

    assert read("Дұрыс", "Бұрыс").choices == (
        AskedChoice("true"),
        AskedChoice("false", weight=Decimal(100)),
    )
    assert read("Only so", "Also so").type == "single"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<p><textEntryInteraction responseIdentifier='R'/></p>", "does not declare"),
        ("<extendedTextInteraction responseIdentifier='R'/>", "extendedTextInteraction"),
        (
            "<p><textEntryInteraction responseIdentifier='R'/></p>"
            "<p><textEntryInteraction responseIdentifier='S'/></p>",
            "several things at once",
        ),
    ],
)
def test_an_item_that_cannot_be_asked_is_refused_by_name(body: str, reason: str) -> None:
    (refused,) = item(body).refused

    assert refused.name == "T"
    assert reason in refused.reason


def test_an_item_that_asks_nothing_is_a_text_to_read() -> None:
    assert item("<p>Read.</p>").questions == [
        ExchangedQuestion("description", "Read.", "T", "", "i")
    ]


def test_feedback_within_a_text_is_left_out_but_not_what_follows_it() -> None:
    feedback = "<feedbackInline identifier='x'>secret</feedbackInline>"
    body = f"<p>One {feedback}two</p><rubricBlock>key</rubricBlock>"

    (question,) = item(body).questions

    assert question.prompt == "One two"
    assert question.notes == (
        "feedback within the text was left out",
        "notes for those who mark were left out",
    )


@pytest.mark.parametrize("root", ["<questestinterop/>", "<html/>"])
def test_another_document_is_no_item(root: str) -> None:
    with pytest.raises(Unreadable, match="no item of QTI 2 or 3"):
        qti.read(root.encode())


def test_the_same_questions_make_the_same_package() -> None:
    questions = [ExchangedQuestion("description", "Read.")]

    assert qti.write(questions).data == qti.write(questions).data
