"""What tells whose form it is and what stood in it: signed, and without a word of anybody's."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.core.signing import BadSignature, Signer
from django.utils.crypto import salted_hmac

from frankpledge.progress.forms.here import Values
from frankpledge.progress.models import Request

SALT = "frankpledge.progress.forms"
LETTERS = 10  # of a digest: enough to tell one text from another
BEGINS = "FORM "
PIECE = re.compile(rf"{BEGINS}(\d+)/(\d+) (\S+)")
PIECE_LENGTH = 8000


@dataclass(frozen=True)
class Mark:
    round: int
    request: int
    seen: Mapping[str, str] = field(default_factory=dict)  # '17/happened' to a digest

    def unchanged(self, item: int, name: str, value: str) -> bool | None:
        """Whether this stood there when the form was made; none where nobody can tell."""
        if not self.seen:
            return None
        return self.seen.get(f"{item}/{name}", "") == digest(value)


def digest(value: str) -> str:
    folded = " ".join(value.split())
    return salted_hmac(SALT, folded).hexdigest()[:LETTERS] if folded else ""


def seen_of(held: Mapping[int, Values]) -> dict[str, str]:
    told = {
        f"{item}/{name}": digest(text) for item, all_ in held.items() for name, text in all_.items()
    }
    return {"": "told", **{name: mark for name, mark in told.items() if mark}}


def signed(request: Request, seen: Mapping[str, str]) -> list[str]:
    """In pieces that fit a cell. The same form is signed alike each time."""
    told = {"round": request.round_id, "request": request.pk, "seen": dict(sorted(seen.items()))}
    whole = Signer(salt=SALT).sign_object(told, compress=True)
    parts = [whole[at : at + PIECE_LENGTH] for at in range(0, len(whole), PIECE_LENGTH)]
    return [f"{BEGINS}{at}/{len(parts)} {part}" for at, part in enumerate(parts, 1)]


def found_in(texts: Iterable[str]) -> Mark | None:
    """Nothing where it is missing, cut or altered."""
    parts: dict[int, str] = {}
    many = 0
    for text in texts:
        piece = PIECE.fullmatch(text.strip()) if text.strip().startswith(BEGINS) else None
        if piece and len(piece.group(1)) < 4:
            parts[int(piece.group(1))] = piece.group(3)
            many = (len(piece.group(2)) < 4 and int(piece.group(2))) or 0
    if not many or sorted(parts) != list(range(1, many + 1)):
        return None
    return _read("".join(parts[at] for at in sorted(parts)))


def _read(whole: str) -> Mark | None:
    try:
        told = Signer(salt=SALT).unsign_object(whole)
    except (BadSignature, ValueError):
        return None
    return Mark(told["round"], told["request"], told["seen"])
