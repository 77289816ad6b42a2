"""The rating says one thing and the figures another. Both stay as they are."""

from collections.abc import Iterator

from frankpledge.progress.doubts.model import Doubt, Said


def figures_say_otherwise(said: Said) -> Iterator[Doubt]:
    for outcome in said.outcomes:
        if outcome.figures_say:
            yield Doubt(
                said.answer,
                "rating-and-figures",
                f"is rated {outcome.label.lower()}, and the figures say otherwise",
                because=outcome.figures_say,
                ask=f"{outcome.figures_say} Which is right, and why?",
                part=outcome.key,
            )
