"""The marks: a shape for what people say, a tally for time. Exact paths, as small symbols.

A shape is drawn in the colours of the class beside it (d-lincoln, d-amber ...), so that any shape
may have any colour of the palette and nothing is styled in place.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

SHAPES = {
    "circle": '<circle class="d-full" cx="8" cy="8" r="6.75"/>',
    "triangle": '<path class="d-full" d="M8 2L14.75 14H1.25Z"/>',
    "hollow-triangle": '<path class="d-hollow" d="M8 3L13.75 13.25H2.25Z"/>',
    "square": '<path class="d-full" d="M1.5 1.5H14.5V14.5H1.5Z"/><path class="d-on" d="M5 8H11"/>',
    "hollow-square": '<path class="d-hollow" d="M2.5 2.5H13.5V13.5H2.5ZM5.5 8H10.5"/>',
    "tick": '<circle class="d-full" cx="8" cy="8" r="6.75"/>'
    '<path class="d-on" d="M4.9 8.3L7.1 10.4L11.2 5.8"/>',
    "half": '<circle class="d-hollow" cx="8" cy="8" r="5.75"/>'
    '<path class="d-half" d="M8 1.25A6.75 6.75 0 0 0 8 14.75Z"/>',
    "ring": '<circle class="d-hollow" cx="8" cy="8" r="5.75"/>',
    "dashed-ring": '<circle class="d-hollow" cx="8" cy="8" r="5.75" stroke-dasharray="2 2.5"/>',
    "bar": '<circle class="d-hollow" cx="8" cy="8" r="5"/><path class="d-hollow" d="M.5 8H15.5"/>',
    "arrow": '<path class="d-hollow" d="M1.5 8H13.5M9 3.5L13.5 8L9 12.5"/>',
    "through": '<path class="d-hollow" d="M3 2V9H13M9.5 5.5L13 9L9.5 12.5"/>',
}
COLOURS = frozenset({"lincoln", "amber", "madder", "ink", "hush", "slate"})

# The names the look gives them, each with its colour.
NAMED = {
    "d-track": ("circle", "lincoln"),
    "d-slip": ("triangle", "amber"),
    "d-delay": ("hollow-triangle", "amber"),
    "d-stuck": ("square", "madder"),
    "d-block": ("hollow-square", "madder"),
    "d-done": ("tick", "ink"),
    "d-part": ("half", "ink"),
    "d-none": ("ring", "hush"),
    "d-unsaid": ("dashed-ring", "hush"),
    "d-struck": ("bar", "hush"),
    "d-carried": ("arrow", "hush"),
    "d-else": ("through", "hush"),
}

SEAL = (
    '<path class="seal-1" d="M2 2H30V14L27.2 18.5L24.4 14L21.6 18.5L18.8 14L16 18.5L13.2 14L10.4'
    ' 18.5L7.6 14L4.8 18.5L2 14Z"/><path class="seal-2" d="M2 30H30V17.5L27.2 22L24.4 17.5L21.6'
    ' 22L18.8 17.5L16 22L13.2 17.5L10.4 22L7.6 17.5L4.8 22L2 17.5Z"/>'
)
_SYMBOLS = {
    **{
        name: f'<symbol id="d-{name}" viewBox="0 0 16 16">{d}</symbol>'
        for name, d in SHAPES.items()
    },
    "event": '<symbol id="event" viewBox="0 0 16 16">'
    '<circle class="e-full" cx="8" cy="8" r="3"/></symbol>',
    "seal": f'<symbol id="seal" viewBox="0 0 32 32">{SEAL}</symbol>',
}


@cache
def sprite(*names: str) -> SafeString:
    """The symbols a page uses: all of them (about 2 KB), unless it names the few."""
    chosen = names or tuple(_SYMBOLS)
    inside = "".join(_SYMBOLS[_symbol(name)] for name in chosen)
    return mark_safe(  # our own drawings
        '<svg width="0" height="0" class="fp-sprite" aria-hidden="true" focusable="false">'
        f"<defs>{inside}</defs></svg>"
    )


def _symbol(name: str) -> str:
    return NAMED[name][0] if name in NAMED else name


@cache
def mark(shape: str, colour: str = "", *, large: bool = False) -> SafeString:
    """The mark alone. Its word must stand beside it."""
    if shape in NAMED:
        shape, colour = NAMED[shape]
    if shape not in _SYMBOLS:
        raise ValueError(f"There is no shape called {shape}.")
    if shape in SHAPES and colour not in COLOURS:
        raise ValueError(f"There is no colour called {colour or 'nothing'} for marks.")
    symbol = f"d-{shape}" if shape in SHAPES else shape
    classes = "fp-mark" + (f" d-{colour}" if colour else "") + (" fp-mark--l" if large else "")
    return mark_safe(  # both names come from the lists above
        f'<svg class="{classes}" aria-hidden="true" focusable="false"><use href="#{symbol}"/></svg>'
    )


def state(word: str, shape: str, colour: str, meta: str = "", *, large: bool = False) -> SafeString:
    """A mark and its word, with a quieter line under it where there is more to say."""
    beneath = format_html('<span class="fp-state__meta">{}</span>', meta) if meta else ""
    return mark_safe(  # the word is escaped
        f'<span class="fp-state">{mark(shape, colour, large=large)}'
        f'<span class="fp-state__word">{conditional_escape(word)}</span></span>{beneath}'
    )


_TALLY = {
    "on": ('<path class="f-on" d="M{0} 1h4v14h-4z"/>', "said"),
    "late": ('<path class="f-on" d="M{0} 8h4v7h-4z"/>', "said late"),
    "wait": ('<path class="f-wait" d="M{1} 1.75h2.5v12.5h-2.5z"/>', "asked"),
    "none": ('<circle class="f-off" cx="{2}" cy="13" r="2.25"/>', "not said"),
    "unasked": ('<path class="f-off" d="M{0} 13h4v2h-4z"/>', "not asked"),
}


def tally(quarters: Iterable[bool | str], label: str = "") -> SafeString:
    """The last four quarters, the newest on the right. The label reads them out."""
    kinds = tuple(("on" if one else "none") if isinstance(one, bool) else one for one in quarters)
    return _tally(kinds, label)


@lru_cache(maxsize=512)
def _tally(kinds: tuple[str, ...], label: str) -> SafeString:
    drawn = "".join(
        _TALLY[kind][0].format(8 * at + 1, 8 * at + 1.75, 8 * at + 3)
        for at, kind in enumerate(kinds)
    )
    words = label or "Last quarters, oldest first: " + ", ".join(_TALLY[k][1] for k in kinds)
    return format_html(
        '<svg class="f-tally" viewBox="0 0 30 16" role="img" aria-label="{}">{}</svg>',
        words,
        mark_safe(drawn),  # numbers only
    )
