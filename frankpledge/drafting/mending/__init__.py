"""The present file: what was read, with every mend that was made and not undone. All of it pure."""

from frankpledge.drafting.mending.applying import Mended, Sent, mended
from frankpledge.drafting.mending.kinds import KINDS, cleaned
from frankpledge.drafting.mending.texts import FIELDS
from frankpledge.drafting.mending.work import Unfit

__all__ = ["FIELDS", "KINDS", "Mended", "Sent", "Unfit", "cleaned", "mended"]
