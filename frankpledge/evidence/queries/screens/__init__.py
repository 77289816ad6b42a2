"""What the pages of the evidence show, with their pictures ready; a face asks for nothing else."""

from frankpledge.evidence.queries.screens.county import County, county
from frankpledge.evidence.queries.screens.data import Data, data
from frankpledge.evidence.queries.screens.home import Home, home
from frankpledge.evidence.queries.screens.of_type import OfType, of_type
from frankpledge.evidence.queries.screens.ward import Ward, ward

__all__ = ["County", "Data", "Home", "OfType", "Ward", "county", "data", "home", "of_type", "ward"]
