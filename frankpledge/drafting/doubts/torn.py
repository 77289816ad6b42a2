"""Titles of priorities that a broken page left in shreds."""

import re
from collections.abc import Iterator
from typing import Any

from frankpledge.drafting.doubts.doubt import Doubt, change_text

STRAY = re.compile(r"(?<!\S)[b-z](?!\S)")  # "o n": a small letter alone, which is no word


def titles(file: dict[str, Any]) -> Iterator[Doubt]:
    for priority in file["priorities"]:
        title = priority["title"]
        if title[:1].islower() or len(STRAY.findall(title)) > 1:
            yield Doubt(
                kind="torn",
                sentence="The title of this priority seems torn.",
                of=priority["id"],
                field="title",
                printed=title,
                offers=[change_text(priority["id"], "title", "Write the title")],
            )
