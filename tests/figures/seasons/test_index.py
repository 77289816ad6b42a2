"""What a month of the year is like, told from three years or more, and taken out of a chart."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period
from frankpledge.figures.seasons.adjusted import seasonal_xmr, without_season
from frankpledge.figures.seasons.chance import chance_of_seasons
from frankpledge.figures.seasons.index import seasons
from frankpledge.figures.signals.chart import xmr
from frankpledge.figures.signals.series import Observed
from tests.oracles import seasons as oracle

# From January; the index was worked out by another library's decomposition.
KNOWN = [
    *(41, 38, 45, 52, 60, 71, 80, 78, 62, 55, 47, 44),
    *(43, 40, 49, 55, 66, 77, 88, 83, 66, 57, 51, 46),
    *(47, 41, 52, 60, 70, 79, 93, 90, 70, 63, 54, 50),
    *(46, 44, 53, 61, 73, 85, 97, 92, 75, 64, 56),
]
ELSEWHERE = [
    *(73.4240310105982, 66.97853191669141, 82.04226860857351, 93.26318710739648),
    *(110.31803995361294, 126.07466008703601, 144.69460167120306, 138.81878681481783),
    *(109.20011260878483, 96.10754305007512, 83.04335734950139, 76.03487982170918),
]
SHAPE = [80, 75, 90, 95, 105, 115, 130, 125, 110, 100, 90, 85]


def _months(values: list[float] | list[int], first: int = 2022 * 12) -> list[Observed]:
    return [Observed(Period(first + at).name, value) for at, value in enumerate(values)]


def test_the_index_is_that_of_another_library() -> None:
    assert seasons(_months(KNOWN)).index == pytest.approx(ELSEWHERE, rel=1e-9)


@given(
    st.lists(st.integers(0, 500), min_size=36, max_size=70).filter(
        lambda values: all(any(values[at : at + 12]) for at in range(len(values) - 11))
    ),
    st.integers(0, 11),
)
def test_the_index_and_its_chance_are_those_of_their_doubles(values: list[int], first: int) -> None:
    found = seasons(_months(values, 2020 * 12 + first))
    due = oracle.index(values, first)
    assert found.index == pytest.approx([float(each) for each in due], rel=1e-9, abs=1e-9)
    assert sum(found.index) == pytest.approx(1200)


@given(st.lists(st.integers(0, 40), min_size=36, max_size=60), st.integers(0, 1))
def test_the_chance_is_that_of_friedmans_test(values: list[int], tied: int) -> None:
    values = [value // (1 + 9 * tied) for value in values]
    years = [values[at : at + 12] for at in range(len(values) % 12, len(values), 12)]
    if all(len(set(year)) == 1 for year in years):
        assert chance_of_seasons(values) == 1
        return
    statistic, chance = friedmanchisquare(*zip(*years, strict=True))
    assert chance_of_seasons(values) == pytest.approx(chance, rel=1e-9)
    assert float(oracle.friedman(years)) == pytest.approx(statistic, rel=1e-9)


def test_the_same_every_year_gives_back_its_own_shape() -> None:
    even = Fraction(sum(SHAPE), 12)
    found = seasons(_months(SHAPE * 4))
    assert found.index == pytest.approx([float(100 * each / even) for each in SHAPE])
    even_out = [each.value for each in without_season(_months(SHAPE * 4), found)]
    assert even_out == pytest.approx([100.0] * 48)


def test_a_season_is_said_with_its_peak_its_trough_and_its_chance() -> None:
    found = seasons(_months(KNOWN), what="criminal damage")
    assert found.sentence == (
        "Criminal damage: most in July (45 % above an even month), fewest in February (33 % "
        "below an even month). Chance alone would part the months of the year as far less than "
        "1 time in 1,000."
    )
    assert found.to_dict()["index"]["July"] == pytest.approx(ELSEWHERE[6])


def test_where_only_chance_is_at_work_a_season_is_seldom_found() -> None:
    draw = random.Random(11)
    made = [[draw.randint(20, 60) for _ in range(48)] for _ in range(300)]
    alarms = sum(seasons(_months(each)).clear for each in made)
    assert alarms < 27
    calm = next(each for each in made if not seasons(_months(each)).clear)
    assert ": no clear season. Chance alone" in seasons(_months(calm)).sentence


def test_few_counts_and_few_years_are_said() -> None:
    found = seasons(_months([value // 10 for value in SHAPE] * 3))
    assert "Fewer than 20 were counted in an average month" in found.notes[0]
    assert "only two could be measured" in found.notes[1]
    assert seasons(_months(SHAPE * 4)).notes == ()


def test_less_than_three_years_a_gap_and_a_year_of_nothing_are_refused() -> None:
    with pytest.raises(CannotWorkOut, match="there are 35 months"):
        seasons(_months((SHAPE * 3)[:35]))
    whole = _months(SHAPE * 4)
    with pytest.raises(CannotWorkOut, match="between March 2023 and May 2023"):
        seasons(whole[:15] + whole[16:])
    with pytest.raises(CannotWorkOut, match="nothing counted in it"):
        seasons(_months([*SHAPE, *[0] * 14, *SHAPE]))
    with pytest.raises(CannotWorkOut, match="by month"):
        seasons([Observed(f"{2000 + at}", 5) for at in range(40)])
    with pytest.raises(CannotWorkOut, match="nought or more"):
        seasons(_months([-1, *SHAPE * 3]))


def test_provisional_months_set_no_season_and_are_adjusted_all_the_same() -> None:
    observed = _months(SHAPE * 3)
    newest = Observed(Period(2025 * 12).name, 800, provisional=True)
    found = seasons([*observed, newest])
    assert found.index == seasons(observed).index
    assert without_season([*observed, newest], found)[-1].value == pytest.approx(1000)
    middle = [*observed[:5], Observed(observed[5].period, 9, provisional=True), *observed[6:]]
    with pytest.raises(CannotWorkOut, match="one before the newest is provisional"):
        seasons(middle)


def test_a_usual_summer_is_no_signal_and_an_unusual_winter_is() -> None:
    draw = random.Random(5)
    values = [each + draw.randint(-4, 4) for _ in range(4) for each in SHAPE]
    values[-1] += 35
    plain = xmr(_months(values), good="decrease", what="damage")
    found = seasonal_xmr(_months(values), good="decrease", what="damage")
    assert any(point.rule for point in plain.points[:-1])
    assert plain.latest.rule != "outside"
    assert found.chart.latest.rule == "outside"
    assert sum(point.rule == "outside" for point in found.chart.points) == 1
    assert found.counted == tuple(values)
    assert found.sentence.startswith("With the season taken out: Worse: damage higher.")
    assert found.to_dict()["method"][0].startswith("XmR")


def test_there_is_no_season_to_take_out_where_chance_explains_it() -> None:
    draw = random.Random(12)
    with pytest.raises(CannotWorkOut, match="no clear season to take out"):
        seasonal_xmr(_months([draw.randint(40, 60) for _ in range(48)]), good="decrease")


def test_a_month_that_never_has_any_cannot_be_divided_by() -> None:
    with pytest.raises(CannotWorkOut, match="never has any"):
        seasonal_xmr(_months([0, *SHAPE[1:]] * 4), good="decrease")
