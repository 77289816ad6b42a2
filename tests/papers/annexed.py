"""The section of a freeze that annexes and ward packs are written from, made up."""

from typing import Any

Doc = dict[str, Any]
TYPES = ("Burglary", "Robbery", "Shoplifting")
# Ward, people, counts by type, and those of the year before.
WARDS: tuple[tuple[str, str, int | None, list[int], list[int]], ...] = (
    ("W1", "Fen End", 8000, [40, 2, 61], [30, 9, 50]),
    ("W2", "Castle", 9000, [44, 12, 70], [41, 11, 77]),
    ("W3", "Harbour", 7000, [21, 15, 33], [28, 14, 31]),
    ("W4", "Priory", 6000, [35, 9, 28], [33, 6, 26]),
    ("", "", None, [0, 0, 0], [0, 0, 0]),
)


def annex(**more: Any) -> Doc:
    months = [f"{2023 + (at + 9) // 12}-{(at + 9) % 12 + 1:02}" for at in range(36)]
    return {
        "area": "Marsh",
        "kind": "district",
        "year": "October 2025 to September 2026",
        "told": ["Source: police.uk street-level crime."],
        "missing": ["Loamshire Police May 2025"],
        "months": months,
        "types": {kind: list(range(at, at + 36)) for at, kind in enumerate(TYPES)},
        "people": 30000,
        "people_of": "2024",
        "rates": {"Shoplifting": {"count": 382, "rate": 12.73, "low": 11.5, "high": 14.1}},
        "seasons": {"Burglary": {"index": [100.4] * 12, "clear": True, "sentence": ""}},
        "ranks": {
            "among": "Loamshire",
            "n": 10,
            "names": ["Marsh", "Oxney"],
            "rows": {"Shoplifting": {"rank": "9", "range": "could rank 8 to 10", "in_all": 9.64}},
        },
        "wards": wards(),
        "hours": {
            "counts": [[day * 24 + at for at in range(24)] for day in range(7)],
            "sentence": "Most in one hour.",
            "told": [],
        },
        "harm": {
            "weights": "Ours",
            "unit": "days",
            "sentence": "Harm was weighed.",
            "method": [],
            "parts": [{"type": "Robbery", "count": 38, "of_count": 0.05, "of_harm": 0.61}],
        },
        "perception": [question()],
        "fear": [
            {
                "fear": "42% are worried about burglary",
                "fear_base": "427 of 1,021 asked, June 2026",
                "happens": "3% had a break-in",
                "happens_base": "31 of 1,021 asked, June 2026",
                "cannot": ["Whether one has led to the other."],
            }
        ],
        "done": done(),
        **more,
    }


def wards() -> Doc:
    return {
        "kind": "ward",
        "year": "April 2025 to March 2026",
        "before": "April 2024 to March 2025",
        "types": list(TYPES),
        "broken": ["Burglary"],
        "rule": {"threshold": 5, "each": 2, "places": 3, "applies": True},
        "rows": [
            {"code": code, "name": name, "people": people, "counts": now, "before": before}
            for code, name, people, now, before in WARDS
        ],
    }


def question() -> Doc:
    wave = {"base": 1006, "per_cent": 41.0, "low": 38.0, "high": 44.0, "break_why": ""}
    return {
        "name": "Safe after dark",
        "wording": "How safe do you feel?",
        "counted": "very or fairly safe",
        "asked_of": "residents",
        "source": "Survey",
        "waves": [
            {**wave, "when": "June 2025", "changed": None},
            {**wave, "when": "June 2026", "changed": True, "per_cent": 48.3},
        ],
    }


def done() -> Doc:
    rows = [("W1", "Patrols", False, 3), ("W1", "Helped", True, 2)]
    rows += [("W2", "Helped", True, 30), ("W3", "Helped", True, 40)]
    return {
        "period": "October 2025 to September 2026",
        "rows": [
            {"area": area, "measure": name, "unit": name.lower(), "people": people, "count": count}
            for area, name, people, count in rows
        ],
    }
