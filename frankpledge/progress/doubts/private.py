"""Words that may tell of a private person, and names of those who work here."""

from collections.abc import Iterator

from frankpledge.language.private import tells_of_somebody
from frankpledge.language.sentences import quoted
from frankpledge.progress.doubts.model import Doubt, Said


def may_name_somebody(said: Said) -> Iterator[Doubt]:
    found = tells_of_somebody(said.all_words, said.known.people)
    if found:
        yield Doubt(
            said.answer,
            "private-person",
            "may tell of a private person",
            because=found.because,
            quote=quoted(found.sentence),
            ask="Could this be said without telling whom it is about?",
            can_be_edited=True,
        )


def names_a_colleague(said: Said) -> Iterator[Doubt]:
    """Who works here is no secret inside. The public reads posts, not names."""
    named = next((name for name in sorted(said.known.people) if name in said.all_words), "")
    if named:
        yield Doubt(
            said.answer,
            "names-a-colleague",
            f"names {named}",
            because="Inside that is useful. For the public, say the post instead.",
            can_be_edited=True,
        )
