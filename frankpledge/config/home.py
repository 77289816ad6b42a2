"""FRANKPLEDGE_HOME: the one folder that holds everything the product keeps."""

import os
import secrets
from pathlib import Path

from frankpledge.config.cannot import Cannot

CHECKOUT = Path(__file__).resolve().parents[2]


def home_folder() -> Path:
    named = os.environ.get("FRANKPLEDGE_HOME")
    return Path(named).expanduser().resolve() if named else CHECKOUT / "var"


def make_home(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
        # Asking the permissions is not enough: the disk may be read-only or full.
        probe = home / f".can-write-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Cannot(
            f"Cannot write in {home}: {error.strerror}. Give this user the folder, or name "
            "another in FRANKPLEDGE_HOME."
        ) from error


def secret_key(home: Path) -> str:
    """The key that signs sessions and links: made once, readable by its owner only."""
    kept = home / "secret-key"
    try:
        return kept.read_text() or _make_key(home, kept)
    except (FileNotFoundError, NotADirectoryError):
        return _make_key(home, kept)
    except OSError as error:
        raise Cannot(f"Cannot read {kept}: {error.strerror}.") from error


def _make_key(home: Path, kept: Path) -> str:
    make_home(home)
    draft = home / f".secret-key-{os.getpid()}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        # A link never replaces: of two processes that start at once, one key is kept.
        os.link(draft, kept)
    except FileExistsError:
        if not kept.stat().st_size:
            draft.replace(kept)
    finally:
        draft.unlink(missing_ok=True)
    return kept.read_text()
