"""DuckDB over the files of a generation, in this process."""

from dataclasses import dataclass

from frankpledge.evidence.engines.engine import Rows, Values
from frankpledge.evidence.models import Generation
from frankpledge.evidence.store.reading import Asked


@dataclass(frozen=True)
class Duck:
    asked: Asked

    @property
    def generation(self) -> Generation | None:
        return self.asked.generation

    def ask(self, sql: str, values: Values) -> Rows:
        return self.asked.execute(sql, dict(values)).fetchall()
