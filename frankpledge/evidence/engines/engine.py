"""What an engine is: it is given a question in DuckDB's words and gives rows of whole numbers."""

from collections.abc import Mapping
from typing import Any, Protocol

from frankpledge.evidence.models import Generation

Rows = list[tuple[Any, ...]]
Values = Mapping[str, Any]


class Engine(Protocol):
    @property
    def generation(self) -> Generation | None: ...

    def ask(self, sql: str, values: Values) -> Rows: ...
