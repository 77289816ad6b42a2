"""Removing a text that the law says must not be kept from papers and from their files."""

from frankpledge.papers.models import AnnexWords, Build, PaperFile, PaperSettings
from frankpledge.record.withdrawals import also_removes, remove_from_rows

GONE = "A text was withdrawn by law, so this file is gone. Make the paper again."


@also_removes
def remove_from_papers(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    count = sum(
        remove_from_rows(model, {"partnership": partnership}, words)
        for model in (PaperSettings, AnnexWords, Build)
    )
    return count + _files(partnership, words)


def _files(partnership: int, words: str) -> int:
    """Whatever was made before and holds the words: nobody can take them out of a PDF."""
    wanted = " ".join(words.split())
    count = 0
    for build in Build.objects.filter(partnership=partnership).prefetch_related("files"):
        made = [one for one in build.files.all() if one.file]
        if made and _may_hold(wanted, made):
            count += sum(map(_remove, made))
    return count


def _may_hold(wanted: str, made: list[PaperFile]) -> bool:
    """Its plain text tells. Where there is none, nobody can be sure, so it goes as well."""
    plain = next((one for one in made if one.format == "txt"), None)
    if plain is None:
        return True
    with plain.file.open("rb") as file:
        return wanted in " ".join(file.read().decode().split())


def _remove(one: PaperFile) -> int:
    one.file.delete(save=False)
    one.state, one.sentence, one.sha256 = "failed", GONE, ""
    one.save(update_fields=["file", "state", "sentence", "sha256"])
    return 1
