"""Reads the forms of a page as a browser would, and fills them in: fairly, or with malice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import lxml.html

FAIR_DATE = {"day": "14", "month": "7", "year": "2026"}
FAIR_WORDS = {"email": "somebody-new@example.org", "mailbox": "post@example.org", "colour": ""}
FAIR_WORDS |= {"base": "1000", "part": "430", "per_cent": "", "lag_days": "30"}
FAIR_WORDS |= {"remind_before": "2", "remind_after": "7"}
# By the beginning of a field's name: how many of something, and what only some give.
FAIR_BEGINNINGS = {"count-": "3", "n-": "3", "part-": "", "why-": ""}

TEXTS = {
    "nul": "Before\x00after",
    "escape": "A\x1b[31mB",
    "surrogate": "A\ud800B",
    "bidi": "\u202eevil\u202c \u2066mixed\u2069",
    "emoji": "🧑‍🌾 👩🏽‍🚒 😀" * 2,
    "arabic": "شكرا لكم جميعا",
    "combining": "Z" + "\u0301" * 15,
    "spaces": "   ",
    "zero width": "\u200b\u200b\u2060\ufeff",
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "template": "{{ 7|add:7 }} {% load x %} {% csrf_token %}",
    "format": "%s %(x)s {0} {x.__class__} %n $1 \\1",
    "sql": "'; DROP TABLE plan_action; --",
    "header": "Subject\r\nBcc: victim@example.org",
    "noncharacter": "A\uffffB\ufdd0",
    "formula": "=cmd|' /C calc'!A0",
}
HARM = ("<script>alert", "<img src=x", 'href="javascript:')
LONG = {"just over": 121, "over 160": 161, "over 200": 201, "over 300": 301, "over 500": 501}
LONG |= {"longer": 30_000}
DATES = [
    ("31", "2", "2027"),
    ("29", "2", "2027"),
    ("0", "0", "0"),
    ("1", "1", "1"),
    ("1", "1", "99999"),
    ("1", "13", "2026"),
    ("x", "y", "z"),
    ("١", "٢", "٢٠٢٦"),
    ("-1", "1", "2026"),
    ("1", "1", ""),
    ("²", "½", "2026"),
    ("9" * 5000, "1", "2026"),
]
IDS = [
    "0",
    "-1",
    "999999999999999999999",
    "9" * 5000,
    "abc",
    "1e9",
    "٣",
    "None",
    "\x00",
    "1; DROP TABLE x",
    "post:abc",
    "post:",
    "organisation:-1",
    "person:99999999999999999999",
    "rating-999999999999999999999",
    "state-",
    "state-struck",
    "../..",
]


@dataclass
class Form:
    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    dates: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def fair(self, **changes: Any) -> dict[str, list[str]]:
        """What somebody in good faith might send."""
        sent = {name: list(values) for name, values in self.values.items()}
        for name, offered in self.choices.items():
            if not any(sent.get(name, [])):
                sent[name] = [next((one for one in offered if one), "")]
        for name in self.dates:
            for part, value in FAIR_DATE.items():
                if not any(sent.get(f"{name}_{part}", [])):
                    sent[f"{name}_{part}"] = [value]
        for name in self.texts:
            if not any(sent.get(name, [])):
                sent[name] = [_fair_words(name)]
        return sent | changes


def _fair_words(name: str) -> str:
    begun = (words for beginning, words in FAIR_BEGINNINGS.items() if name.startswith(beginning))
    return FAIR_WORDS.get(name) or next(begun, FAIR_WORDS.get(name, "Plain words"))


def forms_of(page: bytes, address: str) -> list[Form]:
    """The forms of the page's own part that are posted, not those of its head."""
    tree = lxml.html.fromstring(page)
    mains = tree.xpath("//main")
    found = mains[0].xpath(".//form[@method='post' or @method='POST']") if mains else []
    return [_form(each, address) for each in found]


def _form(element: Any, address: str) -> Form:
    form = Form(element.get("action") or address)
    for each in element.xpath(".//input|.//textarea|.//select|.//button[@name]"):
        name = each.get("name")
        if name and name != "csrfmiddlewaretoken":
            _field(form, each, name)
    return form


def _field(form: Form, each: Any, name: str) -> None:
    kind = each.tag if each.tag != "input" else each.get("type", "text")
    value = each.get("value") or ""
    base, _, part = name.rpartition("_")
    if kind == "select":
        form.choices[name] = [option.get("value", "") for option in each.xpath(".//option")]
        chosen = [option.get("value", "") for option in each.xpath(".//option[@selected]")]
        form.values[name] = chosen
    elif kind in ("radio", "checkbox"):
        form.choices.setdefault(name, []).append(value)
        kept = form.values.setdefault(name, [])
        kept += [value] if each.get("checked") is not None else []
    elif kind == "file":
        form.files.append(name)
    elif kind == "button":
        form.values.setdefault(name, [value])  # the first is what Enter presses
    elif kind == "hidden":
        form.values[name] = [value]
    else:
        text = (each.text or "").removeprefix("\n") if kind == "textarea" else value
        form.values[name] = [text]
        if part in FAIR_DATE and base:
            if base not in form.dates:
                form.dates.append(base)
        else:
            form.texts.append(name)


def with_words(form: Form, words: str) -> dict[str, list[str]]:
    return form.fair(**{name: [words] for name in form.texts})


def with_date(form: Form, day: tuple[str, str, str]) -> dict[str, list[str]]:
    parts = zip(FAIR_DATE, day, strict=True)
    named = [(part, value) for part, value in parts]
    return form.fair(**{f"{name}_{p}": [v] for name in form.dates for p, v in named})


def with_forged(form: Form, value: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """One field at a time: the others are as fair as can be."""
    for name, offered in form.choices.items():
        if value not in offered and offered != [""]:  # a single box is ticked by any value
            yield name, form.fair(**{name: [value]})


def sendable(sent: dict[str, list[str]]) -> str:
    """As bytes on the wire: also what no browser would send."""
    from urllib.parse import quote_from_bytes

    def coded(text: str) -> str:
        return quote_from_bytes(text.encode("utf-8", "surrogatepass"))

    return "&".join(f"{coded(k)}={coded(v)}" for k, values in sent.items() for v in values)
