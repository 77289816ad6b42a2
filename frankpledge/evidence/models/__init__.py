from frankpledge.evidence.models.areas import Link, Shape, Size
from frankpledge.evidence.models.charts import Baseline, Step
from frankpledge.evidence.models.loads import Generation, Load, LoadedFile
from frankpledge.evidence.models.mappings import Mapping
from frankpledge.evidence.models.showing import Showing
from frankpledge.evidence.models.weights import HarmWeights

__all__ = [
    "Baseline",
    "Generation",
    "HarmWeights",
    "Link",
    "Load",
    "LoadedFile",
    "Mapping",
    "Shape",
    "Showing",
    "Size",
    "Step",
]
