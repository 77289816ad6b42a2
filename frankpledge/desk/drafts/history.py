"""What was mended, told so that somebody who was not there understands it."""

from typing import Any

SUBJECTS = ("action", "priority", "outcome", "of", "piece")


def told_mends(shown: Any) -> list[tuple[Any, str]]:
    names = _names(shown.file)
    return [(line, told(line, names)) for line in shown.mends]


def newest(shown: Any) -> str:
    """The one that would be taken back."""
    names = _names(shown.file)
    return next((told(line, names) for line in shown.mends if not line.undone), "")


def told(line: Any, names: dict[str, str]) -> str:
    given = line.mend.given
    about = next((names[given[one]] for one in SUBJECTS if given.get(one) in names), "")
    about = about or _doubted(str(given.get("doubt", "")), names)
    about = about or str(given.get("head") or given.get("title") or "")
    what = line.what.capitalize()
    return f"{what}: {about}" if about else what


def _doubted(key: str, names: dict[str, str]) -> str:
    """A doubt is named after what it is of, among other things."""
    found = [name for name in names if f".{name}." in key]
    return names[max(found, key=len)] if found else ""


def _names(file: dict[str, Any]) -> dict[str, str]:
    found = {one["id"]: _short(one["ref"], one["title"]) for one in file["priorities"]}
    for action in file["actions"]:
        found[action["id"]] = _short(action["ref"], action["action"])
        found |= {each["id"]: _short(None, each["text"]) for each in action["outcomes"]}
    found |= {piece["id"]: _short(None, piece["text"]) for piece in file["pieces"]}
    return found


def _short(ref: str | None, words: str | None) -> str:
    told = " ".join(part for part in (ref, words) if part)
    return told if len(told) <= 80 else f"{told[:79].rstrip()}…"
