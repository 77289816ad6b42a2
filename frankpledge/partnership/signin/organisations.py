"""Which organisations bring a sign-in of their own: oidc.json, read and checked. Pure."""

import json
from pathlib import Path
from typing import Any

NEEDED = ("id", "name", "server", "client_id", "secret", "domains")


def apps_in(file: Path) -> list[dict[str, Any]]:
    """The organisations named in oidc.json, as the library wants them."""
    if not file.exists():
        return []
    return [_app(entry, file) for entry in json.loads(file.read_text())]


def _app(entry: dict[str, Any], file: Path) -> dict[str, Any]:
    missing = [name for name in NEEDED if not entry.get(name)]
    if missing:
        raise ValueError(f"{file}: an organisation lacks {', '.join(missing)}.")
    domains = [domain.lower() for domain in entry["domains"]]
    return {
        "provider_id": entry["id"],
        "name": entry["name"],
        "client_id": entry["client_id"],
        "secret": entry["secret"],
        "settings": {"server_url": entry["server"], "domains": domains},
    }
