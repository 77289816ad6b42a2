"""Every timescale and target of the plans that we studied is read as it was meant."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from frankpledge.language import Context, read_target, read_timescale
from tests.language.test_timescales import shown
from tests.oracles.language_timescales import HIDDEN, KINDS, MEANINGS, YEARS

ROW = re.compile(r"^\| (\d{3}) [^|]*\| [^|]* \| [^|]* \| `(.*)` \| (.*) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def expressions(shared: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, Any] = json.loads((shared / "domain" / "expressions.json").read_text("utf-8"))
    return found


def plan(seed: str) -> Context:
    return Context(plan_start=date(YEARS[seed], 4, 1), groups=("JAG", "RAG", "ODG"))


def columns(expressions: dict[str, list[dict[str, str]]]) -> Iterator[tuple[str, str, str]]:
    for one in expressions["timescales"]:
        if one["where"].startswith(("Timescale", "When by")):
            yield one["seed"], one["ref"], one["text"]


def test_every_timescale_of_a_column_means_what_it_should(
    expressions: dict[str, list[dict[str, str]]],
) -> None:
    rows = list(columns(expressions))
    read = {
        (seed, ref): [shown(part) for part in read_timescale(text, plan(seed)).parts]
        for seed, ref, text in rows
    }
    assert len(rows) == 43
    assert read == MEANINGS


def test_targets_hidden_in_a_timescale_column_are_found(
    expressions: dict[str, list[dict[str, str]]],
) -> None:
    found = {
        (seed, ref): (target.kind, target.number)
        for seed, ref, text in columns(expressions)
        for target in read_timescale(text, plan(seed)).hidden_targets
    }
    assert found == HIDDEN


def test_every_other_timescale_is_read_or_says_why_not(
    expressions: dict[str, list[dict[str, str]]],
) -> None:
    for one in expressions["timescales"]:
        reading = read_timescale(one["text"], plan(one["seed"]))
        assert reading.printed == one["text"]
        for part in reading.parts:
            assert part.kind != "none" or part.findings, one["text"]


def test_every_target_is_of_the_kind_it_should_be(
    shared: Path, expressions: dict[str, list[dict[str, str]]]
) -> None:
    written = (shared / "domain" / "seeds.md").read_text("utf-8").split("### 5.5")[1]
    meant = {found[2].replace(" ⇥ ", "\t"): found[3] for found in ROW.finditer(written)}
    wrong = []
    for one in expressions["targets"]:
        kind = read_target(one["text"], plan(one["seed"])).kind
        wanted = next(KINDS[name] for name in KINDS if meant[one["text"]].startswith(name))
        if kind != wanted:
            wrong.append((one["text"], kind, wanted))
    assert len(expressions["targets"]) == 138
    assert wrong == []


def test_every_target_can_be_judged_or_says_why_not(
    expressions: dict[str, list[dict[str, str]]],
) -> None:
    for one in expressions["targets"]:
        for target in read_target(one["text"], plan(one["seed"])).targets:
            assert target.judgeable != bool(target.why_not)
            if target.kind == "change" and target.baseline is None:
                assert {"comparator", "baseline"} & {each.code for each in target.questions}
