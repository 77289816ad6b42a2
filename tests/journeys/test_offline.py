"""A lead answers in a workbook: got from the link, filled in, brought back, seen and sent."""

from pathlib import Path

from playwright.sync_api import Page, expect

from frankpledge.progress import changes
from frankpledge.progress.models import Answer
from tests.journeys.steps import Look
from tests.progress.altering import Book
from tests.running import Running, said_before
from tests.small import BY

FIRST = "Nine in ten in time"


def test_a_lead_answers_in_a_workbook(
    running: Running, page: Page, look: Look, live_server: object, tmp_path: Path
) -> None:
    said_before(running)
    page.goto(f"{live_server}{running.url}")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("link", name="In a workbook, or on paper").click()
    look(page)
    with page.expect_download() as coming:
        page.get_by_role("link", name="Get the workbook (.xlsx)").click()
    book = Book(Path(coming.value.path()).read_bytes())
    for words in (FIRST, "Two patrols a week"):
        book.put(words, "How is it going?", "on track")
    book.put(FIRST, "How many?", "31 of 38")
    book.put(FIRST, "What happened?", "We visited 31 of 38 shops.")
    book.put("Patrol the high street", "How is it going?", "Fabulous")
    book.put("Patrol the high street", "What happened?", "We went by bicycle.")
    book.add_column("For my boss", FIRST, "The van is old")
    book.sort("Outcome")
    filled = tmp_path / "my answers.xlsx"
    filled.write_bytes(book.saved())
    changes.send_answer(
        item=running.first, given=running.given(words="Said by link meanwhile."), press="a", by=BY
    )
    page.get_by_label("Your workbook or Word form").set_input_files(filled)
    page.get_by_role("button", name="Show what was read").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was read")
    look(page)
    page.get_by_role("button", name="Send what is ready").click()
    expect(page.get_by_role("radio", name="In the file").first).to_be_visible()
    look(page)
    for name in page.get_by_role("radio", name="In the file").all():
        name.check()
    page.get_by_role("button", name="Send what is ready").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Some of it is still to be finished")
    look(page)
    assert Answer.objects.latest("pk").happened == "We visited 31 of 38 shops."
    page.get_by_role("link", name="Finish it").click()
    expect(page.get_by_label("What happened this quarter?")).to_have_value("We went by bicycle.")
