"""Which tables a backup holds, and how a row is written down and read again."""

import base64
import datetime
import json
import uuid
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models

# Made anew by migrations, or worth nothing elsewhere: people sign in again.
LEFT_OUT = {"contenttypes.contenttype", "auth.permission", "sessions.session"}
Row = tuple[Any, ...]


def tables() -> dict[str, type[models.Model]]:
    found = apps.get_models(include_auto_created=True)
    kept = [each for each in found if each._meta.managed and not each._meta.proxy]
    return {each._meta.label_lower: each for each in kept if each._meta.label_lower not in LEFT_OUT}


def fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def rows(model: type[models.Model]) -> Iterator[str]:
    names = [field.attname for field in fields(model)]
    found = model._base_manager.order_by("pk").values_list(*names)
    for row in found.iterator(chunk_size=1000):
        yield _line(dict(zip(names, row, strict=True)))


def _line(row: dict[str, Any]) -> str:
    # PostgreSQL keeps no order within JSON: sorted, a row reads the same from both.
    return json.dumps(row, default=_plain, ensure_ascii=False, sort_keys=True)


def objects(model: type[models.Model], lines: Iterable[bytes]) -> Iterator[models.Model]:
    known = fields(model)
    for line in lines:
        held = json.loads(line)
        yield model(**{field.attname: _value(field, held[field.attname]) for field in known})


def _plain(value: object) -> str:
    # Django's own encoder drops microseconds, and the record's hashes cover them.
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return str(value // datetime.timedelta(microseconds=1))
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, uuid.UUID | Decimal):
        return str(value)
    raise TypeError(f"A backup cannot hold a {type(value).__name__}.")


def _value(field: models.Field[Any, Any], plain: Any) -> Any:
    if plain is None or isinstance(field, models.JSONField):
        return plain
    if isinstance(field, models.BinaryField):
        return base64.b64decode(plain)
    if isinstance(field, models.DurationField):
        return datetime.timedelta(microseconds=int(plain))
    if isinstance(field, models.ForeignKey):
        return field.target_field.to_python(plain)
    return field.to_python(plain)
