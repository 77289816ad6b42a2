"""What many tests begin with is made once, through the product's own changes; in each test that
begins with it the same rows are put back. No test sees what another did, and none waits for what
was made before.
"""

import datetime
import pickle
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models.sql import InsertQuery

from frankpledge.partnership.models import Area, Organisation, Partnership, Person
from frankpledge.partnership.models.dated import today
from frankpledge.record.models import Chain

Made = TypeVar("Made")
# Statements with their values, as the database takes them: to make them anew takes longest.
Rows = list[tuple[str, tuple[Any, ...]]]
EVERYTHING_HANGS_ON = (Partnership, Organisation, Person, Area, Chain)
THERE_ALREADY = {"contenttypes", "auth"}
# By what made them and the day: some tests have another than today.
_kept: dict[tuple[Callable[[], Any], datetime.date], tuple[Rows, bytes]] = {}


def again(build: Callable[[], Made]) -> Made:
    """What `build` makes of an empty database, as if it had made it here."""
    if not _may_be_put_back():
        return build()
    which = build, today()
    if which not in _kept:
        _kept[which] = _made_and_undone(build)
    rows, made = _kept[which]
    put_back(rows)
    copy: Made = pickle.loads(made)
    return copy


def _may_be_put_back() -> bool:
    """Rows keep their numbers, so nothing may be there; and what follows a commit is not a row."""
    if not connection.in_atomic_block:
        return False
    tables = [connection.ops.quote_name(kind._meta.db_table) for kind in EVERYTHING_HANGS_ON]
    there = " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {there}")
        return not cursor.fetchone()[0]


def _made_and_undone(build: Callable[[], Any]) -> tuple[Rows, bytes]:
    with transaction.atomic():
        made = pickle.dumps(build())
        every = apps.get_models(include_auto_created=True)
        rows = rows_of(kind for kind in every if kind._meta.app_label not in THERE_ALREADY)
        transaction.set_rollback(True)
    return rows, made


def rows_of(kinds: Iterable[type[models.Model]]) -> Rows:
    return [statement for kind in kinds for statement in _statements(kind)]


def _statements(kind: type[models.Model]) -> Rows:
    made = list(kind._base_manager.all())
    fields = [each for each in kind._meta.concrete_fields if not each.generated]
    size = max(connection.ops.bulk_batch_size(fields, made), 1)
    found: Rows = []
    for at in range(0, len(made), size):
        query = InsertQuery(kind)
        # raw: the moments that a row was made and changed are its own
        query.insert_values(fields, made[at : at + size], raw=True)
        found += query.get_compiler(connection=connection).as_sql()
    return found


def put_back(rows: Rows) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement, values in rows:
            cursor.execute(statement, values)
