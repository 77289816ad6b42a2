"""DuckDB in memory, with nothing switched on that the product does not use."""

from pathlib import Path
from typing import Any

import duckdb

# It would fetch what it lacks from its makers' servers.
SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "enable_object_cache": "true",
    "preserve_insertion_order": "true",
}


def for_reading(folder: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config={**SETTINGS, "memory_limit": "512MB"})


def for_building(spill: Path, *, threads: int) -> duckdb.DuckDBPyConnection:
    spill.mkdir(parents=True, exist_ok=True)
    config: dict[str, Any] = {
        **SETTINGS,
        "memory_limit": "500MB",
        "threads": str(threads),
        "temp_directory": str(spill),
        "preserve_insertion_order": "false",
    }
    return duckdb.connect(":memory:", config=config)


def close_doors(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """From here on it sees one folder, and nobody can change that."""
    connection.execute("SET allowed_directories = $1", [[f"{folder}/"]])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
