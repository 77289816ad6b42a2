from frankpledge.evidence.models.areas import Link, Shape, Size
from frankpledge.evidence.models.loads import Generation, Load, LoadedFile
from frankpledge.evidence.models.mappings import Mapping

__all__ = ["Generation", "Link", "Load", "LoadedFile", "Mapping", "Shape", "Size"]
