"""Finds every phrase of time in a text, once, from left to right."""

from dataclasses import replace

from frankpledge.language.anchors import Anchor, merged
from frankpledge.language.conditions import condition_at, open_at, unsaid_at
from frankpledge.language.context import Context
from frankpledge.language.meetings import meeting_at
from frankpledge.language.moved import settled
from frankpledge.language.rhythms import length_at, rhythm_at
from frankpledge.language.times import times_at
from frankpledge.language.tokens import Line

# The order matters: "every JAG meeting" before "every", "within 28 days of" before "within".
READERS = (meeting_at, rhythm_at, unsaid_at, condition_at, length_at, open_at, times_at)


def scan(line: Line, context: Context) -> list[Anchor]:
    found: list[Anchor] = []
    at = 0
    while at < len(line):
        for reader in READERS:
            hit = reader(line, at, context)
            if hit:
                found.extend(hit[0])
                at = max(hit[1], at + 1)
                break
        else:
            at += 1
    kept = settled(merged(found))
    return [replace(anchor, printed=line.slice(anchor.first, anchor.last)) for anchor in kept]
