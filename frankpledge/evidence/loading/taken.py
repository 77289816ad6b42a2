"""What became of one file."""

from dataclasses import asdict, dataclass, field
from typing import Any

from frankpledge.evidence.loading.careful import Faults
from frankpledge.evidence.loading.kinds import Kind
from frankpledge.evidence.loading.sources import Source
from frankpledge.evidence.store.manifest import Part


@dataclass(frozen=True)
class Reason:
    reason: str
    count: int
    samples: list[str]
    is_taken: bool  # taken all the same, but not as it stood

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Taken:
    source: Source
    kind: Kind
    sha256: str
    rows: int = 0
    parts: list[Part] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    note: str = ""

    @property
    def taken(self) -> int:
        return sum(part.rows for part in self.parts if part.table == self.kind.dataset)

    @property
    def set_aside(self) -> int:
        return sum(reason.count for reason in self.reasons if not reason.is_taken)

    @property
    def months(self) -> list[str]:
        return sorted({part.month[:7] for part in self.parts})

    @property
    def forces(self) -> list[str]:
        return sorted({part.force for part in self.parts})


def as_reasons(faults: Faults) -> list[Reason]:
    return [
        Reason(reason, count, faults.samples[reason], reason in faults.mended)
        for reason, count in faults.counts.most_common()
    ]
