"""What deserves a look first. All of it pure: a file in, questions out."""

from frankpledge.drafting.doubts.all import Around, uncertain
from frankpledge.drafting.doubts.doubt import Doubt, Offer

__all__ = ["Around", "Doubt", "Offer", "uncertain"]
