"""Ten cells, as many filled as there are chances in ten; the words stand beside them."""

from frankpledge.figures.wording import odds as worded
from frankpledge.pictures.svg import place, safe


def odds(chance: float, *, label: str = "") -> str:
    """Without a label it is hidden from screen readers: put `figures.wording.odds` beside it."""
    filled = min(max(chance, 0.0), 1.0) * 10
    cells = "".join(_cell(at, min(max(filled - at, 0.0), 1.0)) for at in range(10))
    named = f'role="img" aria-label="{safe(label)}"' if label else 'aria-hidden="true"'
    return (
        f'<svg class="p-pic p-chances" viewBox="-1 -1 110 12" {named} focusable="false">'
        f"{cells}</svg>"
    )


def said(chance: float) -> str:
    return worded(chance)


def _cell(at: int, part: float) -> str:
    x = at * 11
    edge = f'<rect class="p-none p-cell" x="{x}" y="0" width="9" height="10"/>'
    if not part:
        return edge
    return f'{edge}<rect class="p-odds" x="{x}" y="0" width="{place(part * 9)}" height="10"/>'
