"""Signal, odds and contradiction: a line, ten cells and a sign, each beside its words."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from frankpledge.desk.judging.beside import Beside
from frankpledge.figures.wording import capital
from frankpledge.judging.signals import Signal
from frankpledge.judging.working import Judged
from frankpledge.pictures.line import of_chart
from frankpledge.pictures.odds import odds as cells
from frankpledge.pictures.picture import Words
from frankpledge.pictures.spark import sparkline

register = template.Library()

RISING, FALLING = "M1.5 13L6 11.5L9.5 12L14 6.5", "M1.5 3L6 4.5L9.5 4L14 9.5"
STEADY = "M1.5 8.5L5 6L8.5 10.5L12.75 8"
FEW = "".join(
    f'<circle class="p-ring" cx="{x}" cy="{y}" r="1.75"/>'
    for x, y in ((3.5, 10), (10, 6.5), (16.5, 8.5))
)
ENDS = {
    "better": '<circle class="p-better" cx="15.75" cy="{y}" r="3.25"/>',
    "worse": '<path class="p-worse" d="M15.75 {top}l4.25 4.25l-4.25 4.25l-4.25 -4.25z"/>',
    "changed": '<rect class="p-changed" x="12.75" y="{side}" width="6" height="6"/>',
}
# Months in the room of a word.
SHOWN = 18
# What stands in the column of the odds where there are none.
WITHOUT = {"not judgeable": "Not judged", "not enough data": "Too few figures"}


@register.simple_tag
def signal_mark(signal: Signal) -> SafeString:
    return _mark(signal.key, signal.direction)


@register.simple_tag
def signal_sign(key: str) -> SafeString:
    return _mark(key, -1 if key == "better" else 1)


def _mark(key: str, direction: int) -> SafeString:
    if key in ENDS:
        y = 4.5 if direction >= 0 else 11.5
        end = ENDS[key].format(y=y, top=y - 4.25, side=y - 3)
        inside = f'<path class="p-line" d="{RISING if direction >= 0 else FALLING}"/>{end}'
    elif key == "none":
        ring = '<circle class="p-ring" cx="15.75" cy="8" r="2.75"/>'
        inside = f'<path class="p-line" d="{STEADY}"/>{ring}'
    elif key == "few":
        inside = FEW
    else:
        inside = '<path class="fp-nofig" d="M5 8H15"/>'
    return mark_safe(  # our own drawings
        '<svg class="p-pic fp-signal" viewBox="0 0 20 16" aria-hidden="true" focusable="false">'
        f"{inside}</svg>"
    )


@register.simple_tag
def signal_words(judged: Judged | None, of: str = "") -> SafeString:
    """The line and its words; which outcome it is of, where a promise has several."""
    if judged is None:
        return format_html(
            '<span class="fp-sig">{}<span class="fp-sig__w">Not counted</span></span>',
            _mark("not-counted", 0),
        )
    signal = judged.signal
    words = capital(signal.words)
    strong = signal.key in ENDS
    return format_html(
        '<span class="fp-sig">{}<span class="fp-sig__w">{}{}</span></span>',
        _spark(judged) or _mark(signal.key, signal.direction),
        format_html("<b>{}</b>", words) if strong else words,
        format_html('<span class="fp-state__meta">outcome {}</span>', of) if of else "",
    )


def _spark(judged: Judged) -> SafeString:
    if judged.drawn is None:
        return mark_safe("")
    drawn = of_chart(judged.drawn.chart, Words("", ""))
    return mark_safe(sparkline(drawn.dots[-SHOWN:], drawn.usual))  # numbers of our own


@register.simple_tag
def odds_words(judged: Judged | None, of: str = "") -> SafeString:
    """Ten cells and words; words alone where numbers have not earned it."""
    if judged is None:
        return mark_safe('<span class="fp-meta">No target</span>')
    made = judged.judgement
    beside = format_html('<span class="fp-state__meta">outcome {}</span>', of) if of else ""
    if made.odds is None:
        said = made.odds_words or WITHOUT.get(made.verdict, made.verdict)
        strong = made.verdict in ("met", "not met") or made.odds_words
        tag = "<b>{}</b>{}" if strong else '<span class="fp-meta">{}</span>{}'
        return format_html(tag, capital(said), beside)
    drawn = mark_safe(cells(made.odds))  # numbers of our own
    return format_html(
        '<span class="fp-odds">{}<b>{}</b></span>{}', drawn, capital(made.odds_words), beside
    )


@register.simple_tag
def clash(sentence: str) -> SafeString:
    return format_html(
        '<p class="fp-clash"><svg class="p-pic" viewBox="0 0 14 12" aria-hidden="true" '
        'focusable="false"><path class="fp-clash__mark" '
        'd="M1.5 3.75H12.5M1.5 8.25H12.5M10 .75L4 11.25"/></svg><span>{}</span></p>',
        sentence,
    )


@register.filter
def beside_of(found: dict[int, Beside], pk: int) -> Beside | None:
    return found.get(pk)


@register.filter
def judged_of(found: dict[int, Judged], pk: int) -> Judged | None:
    return found.get(pk)
