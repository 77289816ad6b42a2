"""Plan files made up at random, in the form that reading gives them."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from frankpledge.reading.own.cells import leads_of
from frankpledge.reading.understanding.statuses import status as understood
from frankpledge.reading.words import fold

Plan = dict[str, Any]
ODD = (
    "=cmd|' /C calc'!A0",
    "+44 1632 960000",
    "-5%",
    "@home",
    "'=quoted'",
    "1. first",
    "2.3",
    "- dash",
    "• bullet",
    "As above",
    "Priority 2: Burglary",
    "Overall: fine",
    "<r>red</r>",
    "_x0041_ stays",
    'He said "no", twice',
    "a;b|c\td",
    "Ref",
    "What will be done",
    "–",
    "1 April 2026 to 31 March 2027",
    "As at 1 April 2026",
    "Lead: the council",
    "naïve café — ünïcode 漢字 🙂",
    "Nothing,,, to; see",
    "Text",
    "Also in this plan",
    "Figures: 3",
    "l" * 2000,
)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn"))
WORDS = st.one_of(
    st.sampled_from(ODD),
    st.text(LETTERS, min_size=1, max_size=40),
    st.lists(st.sampled_from(["patrol", "Safer", "10%", "by", "March"]), min_size=1).map(" ".join),
).map(fold)
TEXT = WORDS.filter(lambda text: any(map(str.isalnum, text)))
MAYBE = st.none() | TEXT
REF = st.none() | st.sampled_from(["1", "2.1", "A", "12", "B/3", "iv"])
DAY = st.dates(min_value=date(1990, 1, 1)).map(str)
COLOUR = st.sampled_from([None, "red", "amber", "green", "blue", "grey"])
SAID = st.sampled_from(["Complete", "Not started", "Green - on track", "1. Done", "Postponed"])


@st.composite
def status(draw: st.DrawFn) -> Plan | None:
    text, colour = draw(st.none() | SAID | TEXT), draw(COLOUR)
    if not text and not colour:
        return None
    return {**(understood(text or "") or {}), "text": text, "colour": colour}


@st.composite
def outcome(draw: st.DrawFn, *, stated: bool) -> Plan:
    number = draw(st.none() | st.integers(0, 40))
    return {"number": number, "text": draw(TEXT), "status": draw(status()) if stated else None}


@st.composite
def action(draw: st.DrawFn, names: list[str]) -> Plan:
    stated = draw(st.booleans())
    outcomes = draw(st.lists(outcome(stated=stated), max_size=4))
    lead = draw(MAYBE)
    update = draw(
        st.none() | st.builds(lambda text, on: {"text": text, "as_at": on}, TEXT, st.none() | DAY)
    )
    made: Plan = {
        "ref": draw(REF),
        "priorities": draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
        if names
        else [],
        "aim": draw(MAYBE),
        "action": draw(TEXT),
        "lead": lead,
        "support": draw(MAYBE),
        "leads": leads_of(lead),
        "timescale": draw(MAYBE),
        "resources": draw(st.lists(TEXT, max_size=3)),
        "outcomes": outcomes,
        "update": update,
        "status": None if outcomes and stated else draw(status()),
        "updates": [],
        "variants": {},
        "printed": [],
        "as_printed": {},
    }
    made["priorities"].sort(key=names.index)
    made["variants"] = {name: draw(variant()) for name in made["priorities"][1:]}
    made["variants"] = {name: each for name, each in made["variants"].items() if each}
    if draw(st.booleans()) and draw(st.booleans()):
        made["struck"] = True
    return made


@st.composite
def variant(draw: st.DrawFn) -> Plan:
    return draw(
        st.fixed_dictionaries(
            {},
            optional={
                "ref": REF,
                "aim": MAYBE,
                "lead": MAYBE,
                "timescale": MAYBE,
                "outcomes": st.lists(outcome(stated=False), max_size=2),
            },
        )
    )


@st.composite
def priorities(draw: st.DrawFn) -> list[Plan]:
    titles = draw(st.lists(TEXT, max_size=4, unique=True))
    found: list[Plan] = []
    for n, title in enumerate(titles, start=1):
        parents = [each["id"] for each in found]
        found.append(
            {
                "id": f"p{n}",
                "ref": draw(REF),
                "title": title,
                "parent": draw(st.sampled_from([None, *parents])),
                "lead": draw(MAYBE),
                "indicators": draw(st.lists(TEXT, max_size=2)),
            }
        )
    return found


@st.composite
def plan(draw: st.DrawFn) -> Plan:
    listed = draw(priorities())
    names = [each["id"] for each in listed]
    days = sorted([draw(DAY), draw(DAY)])
    period = {"text": draw(TEXT), "start": days[0], "end": days[1]}
    actions = draw(st.lists(action(names), max_size=5, unique_by=lambda each: each["action"]))
    return {
        "title": draw(MAYBE),
        "partnership": draw(MAYBE),
        "period": draw(st.none() | st.just(period)),
        "priorities": listed,
        "actions": actions,
        "figures": [],
        "passages": [
            {"heading": draw(MAYBE), "text": text} for text in draw(st.lists(TEXT, max_size=2))
        ],
        "furniture": [],
        "unplaced": [],
        "findings": [],
    }
