"""Whoever has the database open and alters anything of the record is found out."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import models

from frankpledge.plan import changes
from frankpledge.record import checks
from frankpledge.record.models import Chain, Freeze, Line, Section
from tests.small import BY, Small, decided

DAY = datetime.date(2026, 7, 14)


@pytest.fixture
def chain(small: Small) -> str:
    small.adopt()
    changes.say(of=small.first, rating=small.good, said_by="T", said_on=DAY, by=BY)
    changes.publish(plan=small.plan, by=BY, why="Quarter")
    changes.strike_outcome(outcome=small.second, version=1, decision=decided(), by=BY)
    chain = small.partnership.chain
    assert checks.verify(chain) == []
    return chain


def rows(model: type[models.Model], **of: Any) -> "models.QuerySet[Any]":
    """As somebody with the database open: the record's own manager refuses."""
    return models.QuerySet(model).filter(**of)


def altered(value: Any) -> Any:
    if isinstance(value, bool) or value is None:
        return not value
    if isinstance(value, int):
        return value + 1000
    if isinstance(value, datetime.datetime):
        return value + datetime.timedelta(microseconds=1)
    if isinstance(value, dict):
        return {**value, "added": "x"}
    return f"{value}x"[-60:]


def columns(model: type[models.Model], *, but: set[str]) -> list[str]:
    return [f.name for f in model._meta.concrete_fields if f.name not in but | {"id"}]


@pytest.mark.parametrize("column", columns(Line, but=set()))
def test_each_column_of_each_line_is_covered(chain: str, column: str) -> None:
    for line in list(Line.objects.filter(chain=chain)):
        before = getattr(line, column)
        rows(Line, pk=line.pk).update(**{column: altered(before)})
        assert checks.verify(chain), (line.number, column)
        rows(Line, pk=line.pk).update(**{column: before})
    assert checks.verify(chain) == []


# by_name is how a name is read beside a freeze, and may be withdrawn; by_id is sealed.
@pytest.mark.parametrize("column", columns(Freeze, but={"by_name"}))
def test_each_column_of_a_freeze_is_covered(chain: str, column: str) -> None:
    for freeze in list(Freeze.objects.filter(chain=chain)):
        before = getattr(freeze, column)
        rows(Freeze, pk=freeze.pk).update(**{column: altered(before)})
        assert checks.verify(chain), (freeze.version, column)
        rows(Freeze, pk=freeze.pk).update(**{column: before})
    assert checks.verify(chain) == []


@pytest.mark.parametrize("column", columns(Section, but={"freeze"}))
def test_each_column_of_a_section_is_covered(chain: str, column: str) -> None:
    for section in list(Section.objects.filter(freeze__chain=chain)):
        before = getattr(section, column)
        rows(Section, pk=section.pk).update(**{column: altered(before)})
        assert checks.verify(chain), (section.name, column)
        rows(Section, pk=section.pk).update(**{column: before})
    assert checks.verify(chain) == []


def number(chain: str, at: int) -> Any:
    """That line, counted from the end where it is below nought."""
    found = list(Line.objects.filter(chain=chain).order_by("number"))
    return found[at]


def delete_newest(chain: str) -> None:
    rows(Line, pk=number(chain, -1).pk).delete()


def delete_newest_and_cover_it(chain: str) -> None:
    """Somebody who knows how the chain's length is kept, but not that freezes stand in it."""
    gone, last = number(chain, -1), number(chain, -2)
    rows(Line, pk=gone.pk).delete()
    Chain.objects.filter(key=chain).update(length=last.number)


def delete_first(chain: str) -> None:
    rows(Line, pk=number(chain, 0).pk).delete()


def delete_middle(chain: str) -> None:
    rows(Line, pk=number(chain, 4).pk).delete()


def delete_all(chain: str) -> None:
    rows(Line, chain=chain).delete()


def swap_two(chain: str) -> None:
    one, two = number(chain, 3), number(chain, 4)
    rows(Line, pk=one.pk).update(number=100_000)
    rows(Line, pk=two.pk).update(number=one.number)
    rows(Line, pk=one.pk).update(number=two.number)


def swap_contents(chain: str) -> None:
    one, two = number(chain, 3), number(chain, 4)
    for to, given in ((one, two), (two, one)):
        names = ("content", "salts", "content_digest")
        rows(Line, pk=to.pk).update(**{name: getattr(given, name) for name in names})


def write_one_between(chain: str) -> None:
    line = number(chain, -1)
    line.pk, line.number, line._state.adding = None, line.number + 1, True
    line.save(force_insert=True)


def delete_section(chain: str) -> None:
    rows(Section, freeze__chain=chain, name="public").delete()


def delete_freeze(chain: str) -> None:
    newest = Freeze.objects.filter(chain=chain).order_by("-version").first()
    rows(Section, freeze=newest).delete()
    rows(Freeze, pk=newest.pk).delete()


def delete_chain(chain: str) -> None:
    Chain.objects.filter(key=chain).delete()


def forge_whole_freeze(chain: str) -> None:
    """The section, its digest and the freeze's hash all made to fit each other."""
    from frankpledge.record import digests, freezes

    freeze = Freeze.objects.filter(chain=chain).order_by("-version").first()
    section = freeze.sections.get(name="public")
    body = {**section.body, "counts": []}
    salts = digests.salts_for(body)
    made = {"body": body, "salts": salts, "digest": digests.digest(body, salts)}
    rows(Section, pk=section.pk).update(**made)
    sections = list(Section.objects.filter(freeze=freeze))
    rows(Freeze, pk=freeze.pk).update(hash=freezes.hash_of(freeze, sections))


DEEDS: list[Callable[[str], None]] = [
    delete_newest,
    delete_newest_and_cover_it,
    delete_first,
    delete_middle,
    delete_all,
    swap_two,
    swap_contents,
    write_one_between,
    delete_section,
    delete_freeze,
    delete_chain,
    forge_whole_freeze,
]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_what_was_done_is_found(chain: str, deed: Callable[[str], None]) -> None:
    deed(chain)
    assert checks.verify(chain)


def test_a_text_cannot_be_withdrawn_in_silence(chain: str) -> None:
    from frankpledge.record import digests

    line = Line.objects.filter(chain=chain, verb="outcome.said").get()
    salts = dict(line.salts)
    content, count = digests.without_texts(line.content, salts, "On track")
    assert count
    rows(Line, pk=line.pk).update(content=content, salts=salts)
    assert [fault.where for fault in checks.verify(chain)] == ["withdrawn texts"]


@pytest.mark.parametrize("content", ["x", [], None, 3, {"new": "x"}])
def test_a_line_made_into_something_else_is_found_and_breaks_nothing(
    chain: str, content: Any
) -> None:
    line = Line.objects.filter(chain=chain, verb="freeze.made").first()
    value = models.Value(content, models.JSONField()) if content is None else content
    rows(Line, pk=line.pk).update(content=value)
    assert checks.verify(chain)
