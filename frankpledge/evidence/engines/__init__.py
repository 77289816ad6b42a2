"""Where questions are answered: DuckDB over files, or a PostgreSQL that they are loaded into."""

from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.engines.opening import opened

__all__ = ["Engine", "opened"]
