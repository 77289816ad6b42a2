"""Weights of harm brought by a partnership, or by the host for everybody."""

import hashlib
from datetime import date
from pathlib import Path

from django.db import transaction

from frankpledge.evidence.loading.weights import read_weights
from frankpledge.evidence.models import HarmWeights
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.models import HOST
from frankpledge.record.texts import refuse_unkeepable

LIMITS = {"name": 80, "unit": 40, "source": 300}


def load_weights(
    *,
    path: Path,
    name: str,
    since: date,
    unit: str,
    source: str,
    by: lines.Author,
    partnership: Partnership | None = None,
) -> HarmWeights:
    """An edition beside those before it: each is used for what was counted while it held."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"{path.name} cannot be read: {error.strerror}.") from error
    given = {"name": name.strip(), "unit": unit.strip(), "source": source.strip()}
    _require(given)
    values = read_weights(path, data)
    with transaction.atomic():
        chain = partnership.chain if partnership else HOST
        lines.hold(chain)
        made = HarmWeights.objects.create(
            partnership=partnership,
            since=since,
            values=values,
            file_name=path.name[-300:],
            sha256=hashlib.sha256(data).hexdigest(),
            made_by=by.record_name,
            **given,
        )
        new = {**given, "since": since.isoformat(), "types": len(values), "sha256": made.sha256}
        subject = lines.Subject("weights", str(made.pk), f"Weights of harm: {made}")
        lines.write(chain=chain, by=by, verb="weights.loaded", subject=subject, new=new)
    return made


def _require(given: dict[str, str]) -> None:
    for field, text in given.items():
        if not text:
            raise Refused(f"Say the {field} of the weights.", field=field)
        if len(text) > LIMITS[field]:
            raise Refused(f"Say the {field} in {LIMITS[field]} letters or fewer.", field=field)
        refuse_unkeepable(field, text)
