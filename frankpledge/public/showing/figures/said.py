"""How the figures are put into words that need no explaining."""

from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.evidence.released import Release
from frankpledge.figures.change import Change
from frankpledge.figures.periods import Period
from frankpledge.public.words import listed, opening

# More of these may mean more looking, and neither is better.
FOUND_BY_LOOKING = frozenset({"Drugs", "Possession of weapons"})
LOOKING = (
    "Drugs and weapons are mostly found by police who look for them: more may mean more looking."
)
HELD = "held back"
TOO_FEW = "too few"
SNAPPED = (
    "The police move each place to the nearest of a fixed set of points before they publish it, "
    "so nothing here shows one home."
)


@dataclass(frozen=True)
class Verdict:
    """A mark and its word: what the figures say, which is nobody's judgement."""

    mark: str
    words: str

    @property
    def is_clear(self) -> bool:
        return self.mark != "same"


UNKNOWN = Verdict("", "")
SAME = Verdict("same", "No clear change")


def verdict(change: Change, name: str) -> Verdict:
    if not change.clear:
        return SAME
    words = "More" if change.difference > 0 else "Fewer"
    if name in FOUND_BY_LOOKING:
        return Verdict(words.lower(), words)
    return Verdict("worse" if change.difference > 0 else "better", words)


def kind(name: str) -> str:
    """As it stands inside a sentence."""
    return name[:1].lower() + name[1:]


def moved(changes: Sequence[tuple[str, Change]]) -> str:
    """Shop theft rose and criminal damage fell, each by more than chance explains."""
    clear = [(name, change.difference) for name, change in changes if change.clear]
    if not clear:
        return "Nothing clearly changed from the twelve months before."
    rose = [kind(name) for name, difference in clear if difference > 0]
    fell = [kind(name) for name, difference in clear if difference < 0]
    parts = [f"{listed(rose)} rose"] * bool(rose) + [f"{listed(fell)} fell"] * bool(fell)
    both = ", and ".join(parts) if len(clear) > 2 else " and ".join(parts)
    each = ", each" if len(clear) > 1 else ""
    rest = " Nothing else clearly changed." if len(clear) < len(changes) else ""
    return f"{opening(both)}{each} by more than chance explains.{rest}"


def place_word(release: Release, count: int = 2) -> str:
    return f"{release.kind}s" if count != 1 else release.kind


def held_back(release: Release) -> str:
    """The rule, and never how many it caught: that would help to undo it."""
    rule = release.rule
    if not rule.applies_to(release.kind):
        return ""
    return (
        f"Counts of 1 to {rule.threshold - 1} in a {release.kind} are held back, and others with "
        "them, so that none can be worked out from the rest. Nought is shown. A kind with fewer "
        f"than {rule.each} reports for each {release.kind} is not shown by {release.kind}."
    )


def workings(release: Release) -> tuple[str, ...]:
    told = release.told
    missing = "; ".join(told.missing) or "none"
    return (
        f"Source: {told.source}",
        f"Months: {span(release)}. Missing: {missing}.",
        f"Cut-off: {told.cut_off}, which made state {release.generation} of the evidence.",
    )


def span(release: Release) -> str:
    if not release.months:
        return "none that is whole"
    return Period(release.months[0], release.months[-1] - release.months[0] + 1).words
