"""Leads as plans print them: who, from where, in what post."""

import pytest

from frankpledge.language import Lead, explain_leads, read_leads


def fields(lead: Lead) -> tuple[str | None, str | None, str | None, str | None, bool]:
    return lead.organisation, lead.person, lead.post, lead.group, lead.everyone


LEADS = {
    "LFRS/Mind/LCC/Loam Police": [
        ("LFRS", None, None, None, False),
        ("Mind", None, None, None, False),
        ("LCC", None, None, None, False),
        ("Loam Police", None, None, None, False),
    ],
    "LBC Ann Reeve in conjunction with CSU Tom Marsh": [
        ("LBC", "Ann Reeve", None, None, False),
        ("CSU", "Tom Marsh", None, None, False),
    ],
    "ODG (All)": [(None, None, None, "ODG", True)],
    "Chair of JAG": [(None, None, "Chair of JAG", "JAG", False)],
    "All partners": [(None, None, None, None, True)],
    "All partner agencies": [(None, None, None, None, True)],
    "Everyone": [(None, None, None, None, True)],
    "All partners, through the press office when needed.": [(None, None, None, None, True)],
    "Police Sgt Ann Reeve & Probation Tom Marsh": [
        ("Police", "Ann Reeve", "Sgt", None, False),
        ("Probation", "Tom Marsh", None, None, False),
    ],
    "RAG Ann Reeve": [(None, "Ann Reeve", None, "RAG", False)],
    "Community Warden, (LBC)": [("LBC", None, "Community Warden", None, False)],
    "Community Projects Officer (LBC)": [("LBC", None, "Community Projects Officer", None, False)],
    "Loam Fire & Rescue": [("Loam Fire & Rescue", None, None, None, False)],
    "Health and Wellbeing Board": [(None, None, None, "Health and Wellbeing Board", False)],
    "North Loam and Marsh Safety Forum": [
        (None, None, None, "North Loam and Marsh Safety Forum", False)
    ],
    "Loam County Council and Loam Police": [
        ("Loam County Council", None, None, None, False),
        ("Loam Police", None, None, None, False),
    ],
    "Police and Crime Commissioner": [("Police and Crime Commissioner", None, None, None, False)],
    "Ann Reeve (LBC)": [("LBC", "Ann Reeve", None, None, False)],
    "Ann Reeve, Licensing Manager": [(None, "Ann Reeve", "Licensing Manager", None, False)],
    "Cllr T Marsh": [(None, "T Marsh", "Cllr", None, False)],
    "Police \u2013 PC Ann Reeve": [("Police", "Ann Reeve", "PC", None, False)],
    "Tom Marsh- Reeve": [(None, "Tom Marsh-Reeve", None, None, False)],
    "LBC Licensing": [("LBC Licensing", None, None, None, False)],
    "": [],
    " / , - ": [],
}


@pytest.mark.parametrize(("text", "meaning"), LEADS.items())
def test_leads_are_read(
    text: str, meaning: list[tuple[str | None, str | None, str | None, str | None, bool]]
) -> None:
    assert [fields(lead) for lead in read_leads(text)] == meaning


def test_known_names_are_never_taken_apart() -> None:
    known = ["Marsh and Fen Trust", "Reeve House"]
    leads = read_leads("Marsh and Fen Trust, Reeve House & Loam Police", known)
    assert [lead.organisation for lead in leads] == [*known, "Loam Police"]


def test_a_known_group_is_a_group() -> None:
    (lead,) = read_leads("TDG", groups=["TDG"])
    assert lead.group == "TDG"


def test_leads_are_said_in_one_sentence() -> None:
    assert explain_leads(read_leads("LBC Ann Reeve")) == "Ann Reeve, LBC"
    assert explain_leads([]) == "No lead is named"
