"""What happens again and again in these journeys: a form sent, an error met, a page looked over."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser import settled

Look = Callable[[Page], None]
Enter = Callable[..., Page]

SMALL = """() => {
  const block = one => getComputedStyle(one).display === 'inline' ? block(one.parentElement) : one;
  const inSentence = link => {
    if (link.tagName !== 'A' || getComputedStyle(link).display !== 'inline') return false;
    const round = block(link.parentElement).cloneNode(true);
    round.querySelectorAll('a, form, ul, .govuk-visually-hidden').forEach(one => one.remove());
    return /\\w/.test(round.textContent);
  };
  const big = one => { const box = one.getBoundingClientRect();
    return box.width >= 23.5 && box.height >= 23.5; };
  return [...document.querySelectorAll('a[href], button, summary, select, textarea, input')]
    .filter(one => one.type !== 'hidden' && one.checkVisibility())
    .filter(one => !one.matches('.govuk-skip-link') && !inSentence(one))
    .filter(one => !big(one) && !(one.labels?.[0] && big(one.labels[0])))
    .map(one => one.outerHTML.slice(0, 150));
}
"""


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    settled(page)


def follow(page: Page, name: str) -> None:
    """By its whole name. What only screen readers hear stands apart by a space."""
    whole = re.compile(f"^{re.escape(name).replace(':', ' ?:')}$")
    page.get_by_role("link", name=whole).first.click()
    settled(page)


def fill(page: Page, **fields: str) -> None:
    """By the names of the fields, where their labels are long."""
    for name, text in fields.items():
        page.locator(f"[name={name}]").fill(text)


def fill_day(page: Page, name: str, day: int, month: int, year: int) -> None:
    fill(page, **{f"{name}_day": str(day), f"{name}_month": str(month), f"{name}_year": str(year)})


def decide(page: Page, why: str) -> None:
    fill(page, decided_by="The board, minute 9.1", why=why)
    fill_day(page, "decided_on", 1, 10, 2026)


def choose(page: Page, name: str, label: str) -> None:
    page.locator(f"select[name={name}]").select_option(label=label)


def saved(page: Page, words: str = "Saved.") -> None:
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def refused(page: Page, field: str, *, kept: Locator | None = None, text: str = "") -> None:
    """The page says that it was refused, leads to the field, and has lost nothing."""
    expect(page).to_have_title(re.compile(r"^Error: "))
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    summary.locator(f"a[href='#{field}']").first.press("Enter")
    expect(page.locator(f"#{field}")).to_be_focused()
    if kept is not None:
        expect(kept).to_have_value(text)


def fits(page: Page) -> None:
    """Nothing is wider than the window."""
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0, f"{page.url} is {wider} points too wide at {page.viewport_size}"


def easy_to_hit(page: Page) -> None:
    """Every target is at least 24 points each way, but for links within a sentence."""
    small = page.evaluate(SMALL)
    assert not small, f"{page.url}\n" + "\n".join(small)
