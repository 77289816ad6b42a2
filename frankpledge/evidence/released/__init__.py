"""What the public may see: one set of figures, from which alone every public page is made.

Whatever a page, a picture or a download says is worked out from a Release and from nothing else,
so that what a release does not give away, no page can.
"""

from frankpledge.evidence.released.making import release_of
from frankpledge.evidence.released.release import Place, Release, Year
from frankpledge.evidence.released.rule import Rule, rule_on

__all__ = ["Place", "Release", "Rule", "Year", "release_of", "rule_on"]
