"""A partnership's own colour and logo, as addresses that a browser may keep for ever."""

import hashlib
from pathlib import PurePath

from django.urls import reverse

from frankpledge.partnership import colours
from frankpledge.partnership.models import Partnership


def style_of(colour: str) -> str:
    """Links, buttons and where one is. Never the marks, the signals or the focus."""
    shades = {"": colour, "-dark": colours.darker(colour), "-tint": colours.paler(colour)}
    return f":root{{{';'.join(f'--fp-woad{name}:{shade}' for name, shade in shades.items())}}}\n"


def mark_of(colour: str) -> str:
    return hashlib.sha256(style_of(colour).encode()).hexdigest()[:10]


def css_url(partnership: Partnership) -> str:
    if not partnership.colour:
        return ""
    name = f"{partnership.slug}-{mark_of(partnership.colour)}.css"
    return reverse("brand", args=[name])


def logo_url(partnership: Partnership) -> str:
    name = PurePath(partnership.logo.name or "").name
    return reverse("brand", args=[name]) if name else ""


def brand(partnership: Partnership) -> dict[str, str]:
    """What a layout wants to know."""
    return {"brand_css_url": css_url(partnership), "logo_url": logo_url(partnership)}
