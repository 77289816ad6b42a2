"""What people typed, made fit to keep: one way of writing each letter, nothing hidden. Pure."""

import re
import unicodedata

from django.core.exceptions import ValidationError

# They turn the order of what follows, so that a text says one thing and shows another. Scripts
# that run from right to left need none of them.
_TURNING = "\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_NEVER = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_REFUSED = re.compile(f"[{_CONTROL}{_TURNING}{_NEVER}]")
_BREAK = re.compile("\r\n|[\r\u2028\u2029\x85]")
_CONTROL_NAMES = {"\x00": "null", "\x08": "backspace", "\x1b": "escape", "\x7f": "delete"}
_SHOWN_BEFORE = 20
_UNSEEN = {"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"}
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters by their category, blanks to the eye
_MOST_MARKS = 10


def tidy(text: str, *, lines: bool) -> str:
    """Normalised and stripped; raises ValidationError where it holds what cannot be kept."""
    text = _BREAK.sub("\n", text).replace("\ufeff", "")
    if not lines:
        text = re.sub(r"[\n\t]+", " ", text)
    found = _REFUSED.search(text)
    if found:
        raise ValidationError(_refusal(text, found), code="hidden")
    kept = unicodedata.normalize("NFC", text).strip()
    _refuse_flood(kept)
    return kept if any(map(_is_seen, kept)) else ""


def _is_seen(letter: str) -> bool:
    """Words of which nothing is seen are no words. Within others, such signs have their use."""
    return letter not in _BLANK and unicodedata.category(letter) not in _UNSEEN


def _refuse_flood(text: str) -> None:
    """No language heaps so many marks on one letter; on a page they would cover other lines."""
    heap = 0
    for at, letter in enumerate(text):
        heap = heap + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        if heap > _MOST_MARKS:
            before = text[: at - heap + 1][-_SHOWN_BEFORE:].strip()
            raise ValidationError(f"There are too many marks after ‘{before}’. Take some away")


def _refusal(text: str, found: re.Match[str]) -> str:
    before = text[: found.start()].strip()[-_SHOWN_BEFORE:].strip()
    where = f"after ‘{before}’" if before else "at the beginning"
    return (
        f"There is a character {where} that cannot be seen and cannot be kept: "
        f"{_name(found.group())}. Delete it, or type the words again"
    )


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = _CONTROL_NAMES.get(character) or unicodedata.name(character, "").lower()
    return f"{name}, {code}" if name else code
