"""What looks wrong in an answer. Each rule is pure, points at words, and changes nothing."""

from collections.abc import Callable, Iterator

from frankpledge.progress.doubts.disagreeing import disagreements
from frankpledge.progress.doubts.figures import figures_say_otherwise
from frankpledge.progress.doubts.initials import initials_nobody_knows
from frankpledge.progress.doubts.model import Aim, Doubt, Known, OutcomeSaid, Said
from frankpledge.progress.doubts.numbers import overdue_and_green, short_of_its_number
from frankpledge.progress.doubts.period import outside_the_period
from frankpledge.progress.doubts.private import may_name_somebody, names_a_colleague
from frankpledge.progress.doubts.repeated import same_words_again

Rule = Callable[[Said], Iterator[Doubt]]
# In the order in which they matter to a board.
RULES: tuple[Rule, ...] = (
    may_name_somebody,
    short_of_its_number,
    overdue_and_green,
    figures_say_otherwise,
    disagreements,
    outside_the_period,
    initials_nobody_knows,
    same_words_again,
    names_a_colleague,
)


def doubts_of(said: Said) -> list[Doubt]:
    return [doubt for rule in RULES for doubt in rule(said)]


__all__ = ["RULES", "Aim", "Doubt", "Known", "OutcomeSaid", "Said", "doubts_of"]
