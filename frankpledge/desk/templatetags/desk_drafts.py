"""Buttons that mend a draft, and what a draft's pages show again and again."""

import json
import re
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from frankpledge.desk.drafts.around import tail_of
from frankpledge.desk.drafts.doubting import GUESSED
from frankpledge.desk.drafts.history import newest

BESIDE = {"row", "as-above", "joined", "colour"}

register = template.Library()


@register.simple_tag(takes_context=True)
def where(context: template.Context, anchor: str = "") -> str:
    """This page itself, at a place in it: where a button leads back to."""
    return f"{context['request'].get_full_path()}{'#' if anchor else ''}{anchor}"


@register.filter
def anchor(key: str) -> str:
    return "d-" + re.sub(r"[^a-z0-9]+", "-", str(key).lower()).strip("-")


@register.inclusion_tag("desk/drafts/press.html", takes_context=True)
def press(
    context: template.Context,
    kind: str,
    label: str,
    *,
    then: str,
    asks: str = "",
    options: Any = (),
    ask: str = "",
    key: str = "",
    hidden: str = "",
    chosen: Any = "",
    many: bool = False,
    **given: Any,
) -> dict[str, Any]:
    """A form of one button; with `asks`, of one thing to say and a button."""
    return {
        **{name: context.get(name) for name in ("draft", "partnership", "csrf_token")},
        **{name: context.get(name) for name in ("typed_by", "typed_by_name")},
        "kind": kind,
        "given": json.dumps(given.pop("all", None) or given),
        "label": label,
        "then": then,
        "asks": asks,
        "options": options,
        "ask": ask or label,
        "key": anchor(f"{key}-{kind}-{asks}"),
        "hidden": hidden,
        "chosen": chosen,
        "many": many,
    }


@register.filter
def of(options: dict[str, Any], name: str) -> Any:
    return options.get(name, ())


@register.simple_tag
def newest_of(shown: Any) -> str:
    return newest(shown)


@register.filter
def leaves_it(doubt: Any) -> str:
    return "This is right" if doubt.kind in GUESSED else "Leave it as it is"


@register.filter
def row_words(number: int) -> str:
    return f"row {number}"


@register.filter
def piece_anchor(number: int) -> str:
    return f"piece-{number}"


@register.filter
def told(doubt: Any) -> str:
    """What tells its buttons and links from those of the next, for those who listen."""
    return " ".join(f"{doubt.sentence} {doubt.printed[:80]}".split())


@register.filter
def beside(doubt: Any) -> bool:
    """Whether two texts are to be compared, or only one thing is said."""
    return bool(doubt.printed and doubt.understood and doubt.kind in BESIDE)


@register.filter
def asking(doubt: Any) -> int:
    """How many of its offers can be chosen from a list."""
    return sum(1 for offer in doubt.offers if offer.asks and offer.asks != "text")


@register.filter
def numbered(doubt: Any, number: int) -> str:
    return f"{doubt.key}-{number}"


@register.filter
def begin_with(doubt: Any) -> str:
    """The printed words, where they are what is to be written another way."""
    return doubt.printed if doubt.kind in ("lead", "date", "torn") else ""


@register.filter
def without(options: list[tuple[str, str]], one: str) -> list[tuple[str, str]]:
    """Nothing can be joined with itself."""
    return [(key, words) for key, words in options if key != one]


@register.simple_tag
def differing(pieces: Any) -> SafeString:
    """What differs, marked and said: a screen reader hears 'taken out' and 'put in'."""
    said = {"added": ("ins", "put in: "), "removed": ("del", "taken out: ")}
    return format_html_join("", "{}", ((_piece(said, what, words),) for what, words in pieces))


def _piece(said: dict[str, tuple[str, str]], what: str, words: str) -> SafeString:
    if what not in said:
        return format_html("{} ", words)
    tag, told = said[what]
    return format_html(
        '<{0}><span class="govuk-visually-hidden">[{1}</span>{2}'
        '<span class="govuk-visually-hidden">]</span></{0}> ',
        SafeString(tag),
        told,
        words,
    )


@register.simple_tag(takes_context=True)
def thing_url(context: template.Context, one: str) -> str:
    """The page of whatever has this id in the draft; nothing for the plan itself."""
    tail = tail_of(one)
    return f"{context.get('draft_url', '')}{tail}" if tail else ""
