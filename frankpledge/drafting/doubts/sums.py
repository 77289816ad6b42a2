"""What the reader found, and figures whose sums do not come out."""

from collections.abc import Iterator
from typing import Any

from frankpledge.drafting.doubts.doubt import Doubt

File = dict[str, Any]


def findings(file: File) -> Iterator[Doubt]:
    told = dict.fromkeys(each.get("message", "") for each in file.get("findings", ()))
    for message in told:
        if message:
            yield Doubt(kind="finding", sentence=message)


def checks(file: File) -> Iterator[Doubt]:
    for table in file["figures"]:
        for check in table.get("checks", ()):
            if check["agrees"] is False:
                yield _wrong(table, check)
        unknown = [check for check in table.get("checks", ()) if check["agrees"] is None]
        if unknown:
            yield Doubt(
                kind="figures",
                sentence=unknown[0].get("why") or "These figures cannot be worked out again.",
                of=table["id"],
                printed=table["title"] or "A table of figures",
                understood=f"{len(unknown)} figures, kept as printed",
            )


def _wrong(table: File, check: File) -> Doubt:
    said = check.get("text") or table["title"] or "A table of figures"
    printed = str(check["printed"]).replace("*", "")  # marks of a footnote or of bold letters
    return Doubt(
        kind="sum",
        sentence=f"The document says {printed}; worked out again it is {check['computed']}.",
        of=table["id"],
        field=f"{check.get('row', '')}.{check.get('column', '')}",
        printed=str(said),
        understood="Kept as printed",
    )
