"""A ward's page shows the promises that name the ward, and not those that use its word."""

import pytest

from frankpledge.public.showing.figures.naming import naming


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Put throw-lines along the harbour wall", False),
        ("Walk through Harbour each Friday", True),
        ("Meet in Harbourside", False),
        ("Two patrols (Harbour, Castle)", True),
    ],
)
def test_a_promise_names_a_ward_as_names_are_written(words: str, named: bool) -> None:
    assert naming({"words": "Nothing of it", "points": [words]}, "Harbour") is named
    assert naming({"outcomes": [{"words": words}]}, "Harbour") is named
