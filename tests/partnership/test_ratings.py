"""A scale promises that no two ratings are told apart by colour alone."""

import pytest

from frankpledge.partnership import changes, queries
from frankpledge.partnership.models import Rating
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.queries import newest_lines
from tests.makers import CLERK, a_partnership

pytestmark = pytest.mark.django_db


def labels(partnership: object) -> list[str]:
    return [rating.label for rating in queries.ratings(partnership)]  # type: ignore[arg-type]


def test_a_new_rating_joins_at_the_better_end() -> None:
    made = a_partnership()
    changes.add_rating(partnership=made, label="Ours", shape="half", colour="slate", by=CLERK)
    assert labels(made)[-1] == "Ours"


@pytest.mark.parametrize(("label", "shape"), [("stuck", "half"), ("Ours", "square")])
def test_a_twin_in_label_or_shape_is_refused(label: str, shape: str) -> None:
    with pytest.raises(Refused):
        changes.add_rating(
            partnership=a_partnership(), label=label, shape=shape, colour="slate", by=CLERK
        )


def test_a_rating_cannot_be_changed_into_a_twin() -> None:
    stuck = queries.ratings(a_partnership())[0]
    with pytest.raises(Refused):
        changes.change_rating(rating=stuck, shape="circle", by=CLERK)
    stuck.refresh_from_db()
    assert stuck.shape == "square"


def test_an_unknown_shape_or_colour_is_refused() -> None:
    stuck = queries.ratings(a_partnership())[0]
    for wrong in ({"shape": "heart"}, {"colour": "pink"}):
        with pytest.raises(Refused):
            changes.change_rating(rating=stuck, by=CLERK, **wrong)


def test_a_retired_rating_frees_its_shape_at_once_and_stays_readable() -> None:
    made = a_partnership()
    stuck = changes.retire_rating(rating=queries.ratings(made)[0], by=CLERK)
    changes.add_rating(partnership=made, label="Stuck", shape="square", colour="ink", by=CLERK)
    assert queries.retired_ratings(made) == [stuck]
    assert Rating.objects.filter(partnership=made, label="Stuck").count() == 2


def test_amber_may_mean_fine() -> None:
    made = a_partnership()
    slipping = queries.ratings(made)[1]
    row = changes.change_rating(
        rating=slipping, label="Fine", meaning="It goes well.", is_good=True, version=1, by=CLERK
    )
    assert (row.label, row.colour, row.version) == ("Fine", "amber", 2)
    line = newest_lines(made.chain)[0]
    assert line.content["old"]["label"] == "Slipping" and line.content["new"]["label"] == "Fine"


def test_the_order_is_put_as_asked_and_a_stale_order_is_refused() -> None:
    made = a_partnership()
    ids = [rating.pk for rating in queries.ratings(made)]
    changes.order_ratings(partnership=made, order=ids[::-1], by=CLERK)
    assert labels(made) == ["Done", "On track", "Not started", "Slipping", "Stuck"]
    with pytest.raises(Refused):
        changes.order_ratings(partnership=made, order=ids[1:], by=CLERK)


def test_two_editors_of_a_rating() -> None:
    rating = queries.ratings(a_partnership())[0]
    changes.change_rating(rating=rating, meaning="It stopped.", version=1, by=CLERK)
    with pytest.raises(Stale):
        changes.change_rating(rating=rating, meaning="It halted.", version=1, by=CLERK)
