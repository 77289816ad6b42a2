"""A change that fails anywhere leaves everything as it was: tried at each of its writes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction

from frankpledge.partnership import changes as who
from frankpledge.plan import changes
from frankpledge.record import checks
from frankpledge.record.models import Line
from tests.hostile.recipes import PLAN, WHO
from tests.small import BY, Small

WRITES = ("INSERT", "UPDATE", "DELETE")


class PulledPlug(Exception):
    """The machine stops at this moment."""


def every_row() -> dict[str, list[tuple[Any, ...]]]:
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1")
            found[model._meta.db_table] = [repr(row) for row in cursor.fetchall()]
    return found


@contextmanager
def failing_at(at: int) -> Iterator[list[str]]:
    """The write of that number is never made. Gives the writes that were asked for."""
    asked: list[str] = []

    def stop(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.lstrip().upper().startswith(WRITES):
            asked.append(sql)
            if len(asked) == at:
                raise PulledPlug(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(stop):
        yield asked


def changes_of(module: Any) -> set[str]:
    functions = (name for name in module.__all__ if callable(getattr(module, name)))
    return {name for name in functions if name[0].islower() and name != "given_again"}


def test_every_change_there_is_has_been_thought_of() -> None:
    assert changes_of(changes) == set(PLAN)
    assert changes_of(who) == set(WHO)


EVERY = [(changes, name, recipe) for name, recipe in PLAN.items()]
EVERY += [(who, name, recipe) for name, recipe in WHO.items()]


@pytest.mark.parametrize(("module", "name", "recipe"), EVERY, ids=[name for _, name, _ in EVERY])
def test_a_change_is_whole_or_not_at_all(
    small: Small, module: Any, name: str, recipe: Callable[[Small], dict[str, Any]]
) -> None:
    write = getattr(module, name)
    given = recipe(small)
    kept = {name: by_key(value) for name, value in given.items()}
    with transaction.atomic(), failing_at(0) as asked:
        lines = Line.objects.count()
        write(**given, by=BY)
        assert Line.objects.count() > lines, "it has no line in the record"
        assert all(checks.verify(chain) == [] for chain in checks.chains())
        transaction.set_rollback(True)
    assert len(asked) >= 3
    for at in range(1, len(asked) + 1):
        with transaction.atomic():
            again = {name: read_anew(value) for name, value in kept.items()}
            before = every_row()
            with pytest.raises(PulledPlug), failing_at(at):
                write(**again, by=BY)
            assert every_row() == before, f"half of it stayed: {asked[at - 1]}"
            transaction.set_rollback(True)


def by_key(value: Any) -> Any:
    """Rows by their key: a removal takes it from the row in memory."""
    if isinstance(value, list):
        return [by_key(one) for one in value]
    return (type(value), value.pk) if hasattr(value, "_meta") else value


def read_anew(value: Any) -> Any:
    """Rows as a new request reads them: a failed change may have set fields in memory."""
    if isinstance(value, list):
        return [read_anew(one) for one in value]
    if isinstance(value, tuple) and hasattr(value[0], "_meta"):
        model, pk = value
        return model._default_manager.get(pk=pk)
    return value
