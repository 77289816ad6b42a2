"""Does the record still say what was written? Recomputes every digest and every hash."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frankpledge.record import digests, freezes, lines
from frankpledge.record.models import Chain, Freeze, Line, Section


@dataclass(frozen=True)
class Fault:
    chain: str
    where: str
    what: str


def chains() -> list[str]:
    known = set(Chain.objects.values_list("key", flat=True))
    return sorted(known | set(Line.objects.values_list("chain", flat=True).distinct()))


def verify(chain: str) -> list[Fault]:
    return [*_line_faults(chain), *_freeze_faults(chain), *_withdrawal_faults(chain)]


def _line_faults(chain: str) -> Iterator[Fault]:
    previous, expected = "", 1
    for line in Line.objects.filter(chain=chain).order_by("number").iterator(500):
        where = f"line {line.number}"
        if line.number != expected:
            yield Fault(chain, where, f"line {expected} is missing")
            expected = line.number
        if line.previous != previous:
            yield Fault(chain, where, "does not follow the line before it")
        if not digests.fits(line.content, line.salts, line.content_digest):
            yield Fault(chain, where, "its content was altered")
        if lines.hash_of(line) != line.hash:
            yield Fault(chain, where, "its hash does not fit")
        previous, expected = line.hash, expected + 1
    yield from _head_faults(chain, previous, expected - 1)


def _head_faults(chain: str, head: str, length: int) -> Iterator[Fault]:
    place = Chain.objects.filter(key=chain).first()
    if place is None and length:
        yield Fault(chain, "the chain", "its own row, which says how long it is, is missing")
    if place and (place.head, place.length) != (head, length):
        yield Fault(chain, f"line {place.length}", "the newest lines are missing")


def _freeze_faults(chain: str) -> Iterator[Fault]:
    told = _hashes_told(chain)
    for freeze in Freeze.objects.filter(chain=chain).prefetch_related("sections"):
        where = f"freeze {freeze.name}, version {freeze.version}"
        sections = list(freeze.sections.all())
        for section in sections:
            if not digests.fits(section.body, section.salts, section.digest):
                yield Fault(chain, where, f"its section {section.name} was altered")
        if freezes.hash_of(freeze, sections) != freeze.hash:
            yield Fault(chain, where, "its hash does not fit")
        if told.pop(str(freeze.pk), None) != freeze.hash:
            yield Fault(chain, where, "the record tells of it otherwise, or not at all")
    for pk in told:
        yield Fault(chain, f"freeze {pk}", "it is missing, and the record tells of it")


def _hashes_told(chain: str) -> dict[str, str]:
    """By freeze: its hash as the chain has it, so that a freeze cannot be made anew unseen."""
    made = Line.objects.filter(chain=chain, verb="freeze.made")
    rows = made.values_list("subject_id", "content")
    return {pk: _new_in(content).get("hash", "") for pk, content in rows}


def _withdrawal_faults(chain: str) -> Iterator[Fault]:
    """Each text that is gone was withdrawn by somebody, and the record says that it was."""
    written = Line.objects.filter(chain=chain).values_list("verb", "content")
    told = found = 0
    for verb, content in written.iterator(500):
        found += digests.withdrawn_in(content)
        if verb == "record.withdrawn":
            told += _new_in(content).get("sealed", 0)
    sections = Section.objects.filter(freeze__chain=chain).values_list("body", flat=True)
    found += sum(digests.withdrawn_in(body) for body in sections.iterator(20))
    if told != found:
        what = f"{found} texts are gone, and the record tells of {told}"
        yield Fault(chain, "withdrawn texts", what)


def _new_in(content: Any) -> dict[str, Any]:
    new = content.get("new") if isinstance(content, dict) else None
    return new if isinstance(new, dict) else {}
