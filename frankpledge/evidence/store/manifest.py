"""What a generation is made of: written last, so that a folder that has one is complete."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

NAME = "manifest.json"
Key = tuple[str, str, str, int, str]


@dataclass(frozen=True)
class Part:
    path: str  # within the folder of the generation
    table: str
    force: str = ""
    force_name: str = ""
    month: str = ""  # 2021-04-01
    rows: int = 0
    unplaced: int = 0
    partnership: int = 0  # whose own counts these are
    dataset: str = ""

    @property
    def key(self) -> Key:
        """What a part takes the place of when it is loaded again."""
        return self.table, self.force, self.month, self.partnership, self.dataset


@dataclass
class Manifest:
    parts: list[Part] = field(default_factory=list)
    placing: str = ""  # a digest of how LSOAs were placed when the cube was made

    def write(self, folder: Path) -> None:
        (folder / NAME).write_text(json.dumps(asdict(self), indent=0), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        held = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return cls([Part(**part) for part in held["parts"]], held["placing"])
