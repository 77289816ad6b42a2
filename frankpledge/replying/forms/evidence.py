"""Links to evidence: an address a line, and after it what it shows."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from frankpledge.ui.forms import LongTextField

MOST = 10


class LinksField(LongTextField):
    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return "\n".join(f"{one['url']} {one['says']}".strip() for one in value)
        return value

    def clean(self, value: Any) -> Sequence[Mapping[str, str]]:  # type: ignore[override]
        text = super().clean(value)
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if len(lines) > MOST:
            raise ValidationError(f"Give at most {MOST} links")
        return tuple(map(_link, lines))


def _link(line: str) -> dict[str, str]:
    address, _, says = line.partition(" ")
    try:
        parts = urlsplit(address)
        fair = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        fair = False
    if not fair or len(address) > 1000:
        raise ValidationError(
            "Begin each line with an address, such as https://example.org/report, and then what "
            "it shows"
        )
    return {"url": address, "says": says.strip()[:200]}
