"""What forces are called. Files of stops say no name: the force's own street files do."""

from frankpledge.evidence.asking.put import put
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.loading.forces import spoken


def forces_named(asked: Engine, dataset: str) -> dict[str, str]:
    found = _names(asked, dataset)
    reported = _names(asked, "street") if dataset != "street" else found
    return {
        force: reported.get(force) or (spoken(force) if name == force else name)
        for force, name in found.items()
    }


def _names(asked: Engine, dataset: str) -> dict[str, str]:
    return {force: name for force, name, _ in put(asked, "coverage", {"dataset": dataset})}
