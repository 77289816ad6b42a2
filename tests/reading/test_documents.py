"""Layouts that differ, read alike: whatever the program that wrote them."""

from frankpledge.reading import read
from tests.reading import documents
from tests.reading.documents import Written
from tests.reading.kit import PlanFile, starting


def plan(written: Written) -> PlanFile:
    return read(written.data, written.name)


def colours(found: PlanFile) -> list[str | None]:
    return [(action["status"] or {}).get("colour") for action in found["actions"]]


def test_word_headings_name_priorities_and_shades_are_ratings() -> None:
    found = plan(documents.word_headings())
    assert [(each["ref"], each["title"]) for each in found["priorities"]] == [
        ("1", "Serious violence"),
        ("2", "Burglary"),
    ]
    assert colours(found) == ["green", "amber", "red"]
    assert found["priorities"][0]["lead"] == "Marshwick Council"
    assert found["legend"] == {"green": "Complete", "amber": "On target", "red": "At risk"}
    assert found["actions"][2]["leads"][0]["post"] == "Watch Liaison Officer"
    assert found["partnership"] == "Marshwick Community Safety Partnership"


def test_word_banners_merged_leads_and_a_row_for_each_outcome() -> None:
    found = plan(documents.word_banners())
    assert [each["title"] for each in found["priorities"]] == ["Safer streets", "Young people"]
    lamps = starting(found, "Light the canal path")
    assert [each["text"] for each in lamps["outcomes"]] == ["12 lamps fitted", "Survey of walkers"]
    assert [each["status"]["state"] for each in lamps["outcomes"]] == ["complete", "not-started"]
    assert len(found["actions"]) == 3


def test_word_changes_are_accepted_and_what_was_deleted_or_struck_is_kept_and_marked() -> None:
    found = plan(documents.word_tracked())
    visit, gala = found["actions"]
    assert visit["action"] == "Visit eighty homes"
    assert found["deleted"] == ["fifty"]
    assert [each["number"] for each in visit["outcomes"]] == [1, 2]
    assert visit["outcomes"][1]["text"] == "Every smoke alarm tested, logged, and reported"
    assert gala["struck"] is True
    assert "struck" not in visit


def test_bullets_under_headings_are_promises_where_they_say_who_and_when() -> None:
    found = plan(documents.word_bullets())
    assert [action["action"] for action in found["actions"]] == [
        "Teach tellers to spot scams",
        "Print a leaflet for carers",
        "Answer calls at night",
    ]
    assert found["actions"][0]["lead"] == "Trading Standards"
    assert found["actions"][0]["timescale"] == "by June 2027"
    assert [each["ref"] for each in found["priorities"]] == ["1", "2"]


def test_upright_tables_are_one_promise_each() -> None:
    found = plan(documents.word_cards())
    assert [(each["action"], each["lead"]) for each in found["actions"]] == [
        ("Train champions", "Council"),
        ("Publish a guide", "Police"),
    ]
    assert found["actions"][1]["update"]["text"] == "Under way"


def test_a_document_without_promises_yields_none() -> None:
    found = plan(documents.word_minutes())
    assert found["actions"] == []
    assert found["priorities"] == []


def test_sheets_name_priorities_and_a_hidden_row_is_kept_and_marked() -> None:
    found = plan(documents.book_sheets())
    assert [each["title"] for each in found["priorities"]] == ["Violence", "Vehicle crime"]
    assert colours(found) == ["green", "amber", "red", None]
    assert starting(found, "Old promise")["hidden"] is True


def test_a_merged_column_names_priorities_and_two_dates_are_one_timescale() -> None:
    found = plan(documents.book_merged())
    assert [each["title"] for each in found["priorities"]] == ["Retail crime", "Arson"]
    assert [each["priorities"] for each in found["actions"]] == [["p1"], ["p1"], ["p2"]]
    assert found["actions"][0]["timescale"] == "01/04/2026 – 31/03/2027"
    assert found["actions"][0]["aim"] == "Fewer thefts"
    assert found["title"] == "Saltmarsh partnership delivery plan 2026/27"


def test_a_column_for_each_quarter_is_an_update_each_and_the_last_is_the_newest() -> None:
    pastors = plan(documents.book_quarters())["actions"][0]
    assert [(each["period"], each["text"]) for each in pastors["updates"]] == [
        ("Q1", "Nine nights"),
        ("Q2", "Eleven nights"),
    ]
    assert pastors["update"]["text"] == "Eleven nights"


def test_values_in_any_order_with_lists_inside_a_cell() -> None:
    visit = plan(documents.values())["actions"][0]
    assert (visit["action"], visit["support"]) == ("Visit rough sleepers", "Housing, health")
    assert [each["text"] for each in visit["outcomes"]] == ["30 visits", "10 people housed"]


def test_a_web_page_with_spans_colours_and_as_above() -> None:
    found = plan(documents.page())
    assert colours(found) == ["green", "red", "amber"]
    assert [each["lead"] for each in found["actions"]] == [
        "Public health",
        "Public health",
        "Licensing",
    ]
    van = starting(found, "Outreach van")
    assert (van["timescale"], van["as_printed"]["timescale"]) == ("May 2026", "As above")


def test_a_table_of_figures_is_checked_and_the_wrong_sum_found() -> None:
    table = plan(documents.page())["figures"][0]
    wrong = [each for each in table["checks"] if each["agrees"] is False]
    assert [(each["kind"], each["printed"], each["computed"]) for each in wrong] == [
        ("percentage", "+12%", "10%"),
        ("total", "179", "178"),
    ]


def test_open_document_text_with_a_merged_lead_and_a_shade() -> None:
    found = plan(documents.open_text())
    assert [(each["ref"], each["lead"]) for each in found["actions"]] == [
        ("A1", "Transport"),
        ("A2", "Transport"),
    ]
    assert colours(found) == ["amber", None]
    assert found["actions"][1]["status"]["text"] == "Delayed"


def test_bars_in_plain_text_and_one_promise_under_two_priorities() -> None:
    found = plan(documents.pipes())
    shared = starting(found, "Join up camera")
    assert shared["priorities"] == ["p1", "p2"]
    assert (shared["lead"], shared["variants"]["p2"]["lead"]) == ("Council", "Police")
    assert len(found["actions"]) == 3


def test_a_pdf_whose_table_runs_over_pages() -> None:
    found = plan(documents.printed())
    assert [each["ref"] for each in found["actions"]] == [f"1.{n}" for n in range(1, 13)]
    assert colours(found)[:3] == ["amber", "green", "red"]
    assert all(len(each["outcomes"]) == 1 for each in found["actions"])
    assert not [text for each in found["passages"] for text in [each["text"]] if text]
