"""Breakdowns that funders usually ask for. A measure keeps its own copy, which may differ."""

from typing import Any

NOT_SAID = "Preferred not to say"

USUAL: list[dict[str, Any]] = [
    {
        "kind": "age",
        "name": "Age",
        "bands": ["Under 11", "11 to 17", "18 to 24", "25 to 64", "65 and over", NOT_SAID],
    },
    {"kind": "sex", "name": "Sex", "bands": ["Female", "Male", NOT_SAID]},
    {
        "kind": "ethnicity",
        "name": "Ethnicity",
        "bands": ["Asian", "Black", "Mixed", "White", "Other", NOT_SAID],
    },
    {"kind": "disability", "name": "Disability", "bands": ["Disabled", "Not disabled", NOT_SAID]},
]


def usual(kinds: list[str]) -> list[dict[str, Any]]:
    return [one for one in USUAL if one["kind"] in kinds]
