"""Generations of evidence on disk, and the connections that read them."""

from frankpledge.evidence.store import engine, schema
from frankpledge.evidence.store.reading import Asked, current, opened

__all__ = ["Asked", "current", "engine", "opened", "schema"]
