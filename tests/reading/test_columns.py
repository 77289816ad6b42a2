"""A column is known by what its head means, whatever a partnership calls it."""

import pytest

from frankpledge.reading.understanding.columns import role_of

HEADS = {
    "ref": ["Ref", "No.", "Ref No", "#", "Action no", "Item"],
    "action": [
        "Action", "ACTIONS", "What we will do", "What will we do?", "Key activities", "Task",
        "Delivery activities", "Proposed action", "Initiative", "Actions required",
        "What are we going to do?",
    ],
    "aim": ["Aim", "Objectives / aims", "Goal", "Why", "Objective"],
    "lead": [
        "Lead", "LEAD AGENCY", "Lead officer", "Lead Officer/Agency", "Who", "By whom", "Owner",
        "Responsible officer", "Person responsible", "Accountable", "Who is responsible?",
    ],
    "support": ["Support", "Partners", "Key partners", "Supporting agencies", "With whom"],
    "timescale": [
        "Timescale", "When by", "By when", "Deadline", "Target date", "Completion date",
        "Time frame", "Timeframe", "Due", "When?", "Date for completion",
    ],
    "outcomes": [
        "Measure", "TARGET", "Expected outcomes / outputs", "Success criteria", "KPI",
        "How will we know?", "Milestones", "What will success look like?", "Performance indicator",
        "Measures of success",
    ],
    "update": [
        "Update (August 2010)", "Progress", "Comments", "Progress to date", "Q1 update",
        "Action taken and progress (to be updated each quarter)", "Latest position",
        "Apr - Jun", "Quarter 2", "Notes",
    ],
    "status": ["Status", "RAG", "RAG rating", "BRAG", "RAG Status", "Progress RAG", "Rating"],
    "resources": ["Resources", "Resource", "Funding", "Budget", "Cost (£)", "Resources required"],
    "priority": ["Priority", "Theme", "Strategic objective", "Priority area"],
    "child": ["Improvement priorities"],
}  # fmt: skip
CASES = [(head, role) for role, heads in HEADS.items() for head in heads]


@pytest.mark.parametrize(("head", "role"), CASES)
def test_heads_are_known_by_their_meaning(head: str, role: str) -> None:
    assert role_of(head) == role


@pytest.mark.parametrize(
    "text",
    [
        "Police",
        "Ongoing",
        "Hold two events in Marlowes.",
        "Police and partners will meet every month to agree what the lead will do next",
        "",
        "12",
    ],
)
def test_what_stands_below_a_head_is_no_head(text: str) -> None:
    assert role_of(text) is None
