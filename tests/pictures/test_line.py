"""The chart of what is usual: breaks, marks, and words, from the findings of figures."""

from xml.etree import ElementTree

from frankpledge.figures.signals.chart import xmr
from frankpledge.figures.signals.series import Observed
from frankpledge.pictures.line import Event, Line, line, of_chart
from frankpledge.pictures.run import Dot, Usual
from frankpledge.pictures.spark import sparkline
from tests.pictures import kinds

VALUES = [25.0, 27, 24, 26, 25, 23, 26, 24, 27, 25, 26, 24, 41, 42, 44]


def drawn(given: Line) -> ElementTree.Element:
    return ElementTree.fromstring(line(given).wide.svg())


def strokes(given: Line, classes: str = "p-line") -> str:
    return "".join(
        each.get("d") or "" for each in drawn(given).iter("path") if each.get("class") == classes
    )


def test_points_that_chance_does_not_explain_are_diamonds_when_worse_and_discs_when_better() -> (
    None
):
    observed = [Observed(kinds.month(at), value) for at, value in enumerate(VALUES)]
    for good, classes, shape in (
        ("decrease", "p-worse", "path"),
        ("increase", "p-better", "circle"),
    ):
        chart = xmr(observed, good=good, baseline=12)  # type: ignore[arg-type]
        found = sum(bool(point.rule) for point in chart.points)
        root = drawn(of_chart(chart, kinds.words()))
        assert found and len([e for e in root.iter(shape) if e.get("class") == classes]) == found


def test_a_missing_month_and_a_step_change_break_the_line() -> None:
    whole = Line(kinds.words(), kinds.run(VALUES))
    assert strokes(whole).count("M") == 1
    missing = [*VALUES[:5], None, *VALUES[6:]]
    assert strokes(Line(kinds.words(), kinds.run(missing))).count("M") == 2
    left_out = tuple(dot for at, dot in enumerate(kinds.run(VALUES)) if at != 5)
    assert strokes(Line(kinds.words(), left_out)).count("M") == 2
    stepped = tuple(
        Dot(dot.period, dot.value, part=int(at > 7)) for at, dot in enumerate(kinds.run(VALUES))
    )
    assert strokes(Line(kinds.words(), stepped)).count("M") == 2


def test_provisional_months_are_dashed_and_ringed() -> None:
    given = Line(kinds.words(), kinds.run(VALUES, provisional=2))
    assert strokes(given, "p-unsure").count("L") == 2
    rings = [each for each in drawn(given).iter("circle") if each.get("class") == "p-ring"]
    assert len(rings) == 2
    assert "provisional" in " ".join(line(given).notes)


def test_counts_are_drawn_from_nought_and_the_band_stays_above_it() -> None:
    picture = line(Line(kinds.words(), kinds.run([1, 2, 1, 0, 3]), (Usual(1.4, -2.0, 5.0),)))
    assert "0 to 5: what" in picture.narrow.body
    assert "-2" not in [row[1] for row in picture.table.rows]


def test_the_start_of_a_promise_is_marked_with_its_words() -> None:
    given = Line(kinds.words(), kinds.run(VALUES), events=(Event("2024-09", "Shop visits begin"),))
    assert "Shop visits begin, September 2024" in line(given).wide.body
    assert strokes(given, "p-lead")


def test_the_table_says_what_each_point_is() -> None:
    rows = line(Line(kinds.words(), kinds.run([*VALUES, None], marked=2, provisional=1))).table.rows
    assert rows[-1][1] == "missing"
    assert rows[-2][3] == "Worse" and rows[0][3] == "No clear change"
    assert rows[0][0] == "March 2024"


def test_a_sparkline_wants_twelve_figures() -> None:
    assert sparkline(kinds.run(VALUES[:11])) == ""
    drawn = sparkline(kinds.run(VALUES), (Usual(25, 20, 30),))
    assert 'aria-hidden="true"' in drawn and "p-band" in drawn
    assert 'role="img"' in sparkline(kinds.run(VALUES), label="Rising")


def test_no_label_stands_between_two_lines_of_another() -> None:
    usual = (Usual(68.0, 43.0, 92.0),)
    for last in range(40, 150, 3):
        dots = kinds.run([*VALUES, float(last), 150.0, float(last)])
        told = [each.text for each in drawn(Line(kinds.words(), dots, usual)).iter("text")]
        first = told.index("43 to 92: what chance")
        assert told[first + 1] == "alone would give"
        heights = {
            each.text: float(each.get("y") or 0)
            for each in drawn(Line(kinds.words(), dots, usual)).iter("text")
        }
        assert heights["alone would give"] - heights["43 to 92: what chance"] < 16, last
