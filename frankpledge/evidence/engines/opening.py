"""The engine that this installation asks: EVIDENCE_ENGINE, duckdb where nothing is said."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from frankpledge.evidence import store
from frankpledge.evidence.engines.duck import Duck
from frankpledge.evidence.engines.engine import Engine
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused

DUCK = "duckdb"


@contextmanager
def opened(partnership: Partnership | None = None) -> Iterator[Engine]:
    chosen = getattr(settings, "EVIDENCE_ENGINE", DUCK) or DUCK
    with store.opened(partnership) as asked:
        if chosen == DUCK or asked.generation is None:
            yield Duck(asked)
        elif chosen.startswith(("postgresql://", "postgres://")):
            from frankpledge.evidence.engines.postgres import loaded

            with loaded(chosen, asked, asked.generation) as engine:
                yield engine
        else:
            raise Refused(
                "EVIDENCE_ENGINE names no engine that is known: it is duckdb or postgresql://…."
            )
