"""What the public is told of a judgement: nobody's name, and no count of few people."""

import datetime
from pathlib import Path

import pytest

from frankpledge.judging.published import HELD_BACK, OF_A_PLACE, figures_of, told
from frankpledge.partnership.models import Area
from frankpledge.plan.models import Action
from tests.judging.conftest import Judging
from tests.judging.test_targets import own_counts

pytestmark = pytest.mark.django_db
JULY = datetime.date(2026, 7, 1)


def test_who_gave_a_figure_is_told_on_the_desk_and_not_in_public(judging: Judging) -> None:
    target = judging.target(
        "Nine in ten in time", kind="proportion", number=90, is_percent=True, of="shops"
    )
    judging.said(97, 101, on=datetime.date(2026, 10, 2), period=JULY)
    judged = judging.judged(target)
    assert "Ingrid Penhaligon" in " ".join(judged.told)
    public = told(judged)
    assert "97 of 101" in public["sentence"]
    assert "Penhaligon" not in str(public)


@pytest.mark.parametrize(("each", "held"), [(3, True), (6, False)])
def test_a_count_of_few_people_is_held_back_with_what_it_follows_from(
    judging: Judging, tmp_path: Path, each: int, held: bool
) -> None:
    own_counts(judging, tmp_path, f"2026-04,,deliberate,{each}\n")
    target = judging.target(
        "At most 40 fires", kind="count-at-most", number=40, counts="deliberate fires"
    )
    judged = judging.judged(judging.mean(target, indicator="deliberate-fires"))
    public = told(judged)
    assert (public["sentence"] == HELD_BACK) is held
    assert (public["workings"] == []) is held
    assert (f"{each} in 1 month" in str(public)) is not held
    assert f"{each} in 1 month" in str(judged.judgement.workings)


def test_police_figures_that_are_shown_are_named_for_their_page(
    judging: Judging, police: None
) -> None:
    target = judging.target(
        "A tenth fewer", kind="change", number=10, is_percent=True, direction="down", counts="ASB"
    )
    judging.mean(target, indicator="asb", comparator="year-before")
    judged = judging.judged(target)
    assert told(judged)["types"] == []
    assert told(judged, in_public=True)["types"] == ["Anti-social behaviour"]


def test_counts_of_one_ward_are_not_told_beside_the_table_that_holds_some_back(
    judging: Judging, police: None, tmp_path: Path
) -> None:
    ward = Area.objects.filter(kind="ward").order_by("code").first()
    assert ward
    own_counts(judging, tmp_path, f"2026-04,{ward.code},deliberate,6\n")
    target = judging.target(
        "At most 40 fires", kind="count-at-most", number=40, counts="deliberate fires"
    )
    meant = judging.mean(target, indicator="deliberate-fires", area=ward.code)
    assert "6 in 1 month" in str(judging.judged(meant).judgement.workings)
    Action.objects.update(audience="public")
    public = figures_of(target.outcome.action.plan)[str(target.outcome_id)]
    assert (public["sentence"], public["workings"], public["odds"]) == (OF_A_PLACE, [], None)
