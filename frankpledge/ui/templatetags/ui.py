"""The components, as tags: {% load ui %}. What each makes is shown in the room's README."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from frankpledge.pictures.picture import Picture
from frankpledge.ui import marks as drawn
from frankpledge.ui import said as words

register = template.Library()

register.filter("said", words.paragraphs, is_safe=True)
register.filter("date_long", words.date_long)
register.filter("date_short", words.date_short)
register.filter("date_day", words.date_day)
register.filter("month", words.month)
register.filter("moment", words.moment)
register.filter("count", words.count)
register.filter("thousands", words.thousands)


@register.simple_tag
def sure_static(path: str) -> str:
    """For the page that must come whatever is broken: a plain address where names are missing."""
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


@register.simple_tag
def marks(*names: str) -> SafeString:
    return drawn.sprite(*names)


@register.simple_tag
def mark(shape: str, colour: str = "", size: str = "") -> SafeString:
    return drawn.mark(shape, colour, large=size == "l")


@register.simple_tag
def state(word: str, shape: str, colour: str, meta: str = "", size: str = "") -> SafeString:
    return drawn.state(word, shape, colour, meta, large=size == "l")


@register.simple_tag
def shown(one: Any) -> SafeString:
    return drawn.state(one.label, one.shape, one.colour, getattr(one, "says", ""))


@register.simple_tag
def tally(quarters: Iterable[bool | str], label: str = "") -> SafeString:
    return drawn.tally(quarters, label)


@register.simple_tag
def seal() -> SafeString:
    return drawn.mark("seal")


_INDENT = mark_safe('<div class="fp-indent" aria-hidden="true"></div>')


@register.simple_tag
def indent() -> SafeString:
    return _INDENT


@register.inclusion_tag("ui/summary.html")
def summary(rows: Iterable[Any]) -> dict[str, Any]:
    return {"rows": rows}


@register.inclusion_tag("ui/tasks.html")
def tasks(items: Iterable[Any]) -> dict[str, Any]:
    return {"items": items}


@register.inclusion_tag("ui/tags_on.html")
def tags_on(items: Iterable[Any], clear_url: str = "") -> dict[str, Any]:
    return {"items": items, "clear_url": clear_url}


@register.inclusion_tag("ui/empty.html")
def empty(why: str, what_next: str = "", url: str = "") -> dict[str, Any]:
    return {"why": why, "next": what_next, "url": url}


@register.inclusion_tag("ui/picture.html")
def picture(one: Picture, downloads: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Downloads: the words of each link and its address."""
    return {
        "picture": one,
        "wide": mark_safe(one.wide.svg("p-wide")),  # pictures escape their words
        "narrow": mark_safe(one.narrow.svg("p-narrow")),
        "downloads": (downloads or {}).items(),
    }


@register.simple_tag
def warning(text: str) -> SafeString:
    return format_html(
        '<div class="fp-warning"><span class="fp-warning__icon" aria-hidden="true">!</span>'
        '<p><span class="govuk-visually-hidden">Warning:</span> {}</p></div>',
        text,
    )


@register.simple_tag
def banner(text: str, kind: str = "success") -> SafeString:
    role = "alert" if kind == "important" else "status"
    return format_html(
        '<div class="fp-banner fp-banner--{}" role="{}"><p>{}</p></div>', kind, role, text
    )


@register.simple_tag
def button(
    text: str,
    count: int | None = None,
    of: str = "",
    href: str = "",
    kind: str = "",
    small: bool = False,
    hidden: object = "",
    **attributes: Any,
) -> SafeString:
    """A submit button, or a link that looks like one. Other attributes: name, value, form."""
    if count is not None:
        text = f"{text} {words.count(count, of)}" if of else f"{text} {count:,}"
    classes = "govuk-button" + (f" govuk-button--{kind}" if kind else "")
    classes += " govuk-button--small" if small else ""
    inside = format_html("{}{}", text, _hidden(hidden))
    if href:
        return format_html('<a class="{}" href="{}">{}</a>', classes, href, inside)
    more = format_html_join("", ' {}="{}"', attributes.items())
    return format_html('<button type="submit" class="{}"{}>{}</button>', classes, more, inside)


def _hidden(text: object) -> SafeString | str:
    """What tells one button from the next for those who do not see its row."""
    return format_html('<span class="govuk-visually-hidden">: {}</span>', text) if text else ""


@register.simple_tag(takes_context=True)
def post_button(
    context: template.Context, url: str, text: str, hidden: object = "", **attributes: Any
) -> SafeString:
    """A form of one button, for what changes something and asks nothing."""
    attributes = {"kind": "secondary", "small": True, **attributes}
    request = context.get("request")
    token = context.get("csrf_token") or (get_token(request) if request else "")
    return format_html(
        '<form class="fp-one" method="post" action="{}">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">{}</form>',
        url,
        token,
        button(text, hidden=hidden, **attributes),
    )


@register.inclusion_tag("ui/pages.html", takes_context=True)
def pages(context: template.Context, page: Page[Any], name: str = "page") -> dict[str, Any]:
    query = context["request"].GET.copy() if "request" in context else None
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    listed = [{"number": number, "url": _page_url(query, name, number)} for number in numbers]
    before = page.previous_page_number() if page.has_previous() else 0
    after = page.next_page_number() if page.has_next() else 0
    return {
        "page": page,
        "listed": listed,
        "before": _page_url(query, name, before),
        "after": _page_url(query, name, after),
    }


def _page_url(query: Any, name: str, number: int | str) -> str:
    if not isinstance(number, int) or not number:
        return ""
    if query is None:
        return f"?{name}={number}"
    query[name] = str(number)
    return f"?{query.urlencode()}"


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: Any) -> dict[str, Any]:
    return {"complaints": form.complaints if form.is_bound else []}


@register.simple_tag
def ui_field(bound: Any) -> SafeString:
    return bound.as_field_group()


@register.inclusion_tag("ui/form.html", takes_context=True)
def ui_form(
    context: template.Context,
    form: Any,
    submit: str = "Save",
    cancel_url: str = "",
    action: str = "",
    hidden: Mapping[str, str] | None = None,
    summary: bool = True,
    kind: str = "",
) -> dict[str, Any]:
    """The whole form, its error summary above it."""
    request = context.get("request")
    # Without an address the browser would keep the #place of a link that was followed before, go
    # to it, and leave the error summary without the focus.
    here = request.get_full_path() if request else ""
    return {
        "form": form,
        "submit": submit or "Save",
        "cancel_url": cancel_url,
        "action": action or here,
        "hidden": (hidden or {}).items(),
        "with_summary": summary,
        "kind": kind,
        "csrf_token": context.get("csrf_token"),
    }
