"""What any page of ours promises, whatever is on it."""

from collections import Counter
from html.parser import HTMLParser

REFERRING = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
VOID = {"meta", "link", "input", "br", "img", "path", "circle", "use", "col", "hr"}


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.title = ""
        self.faults: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"{tag} has two {name}" for name in names if names.count(name) > 1]
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            attrs
            for name, attrs in self.tags
            if name == tag and all(attrs.get(key) == value for key, value in wanted.items())
        ]


def sound(html: str) -> Page:
    """The page, once it is seen to keep what every page promises."""
    page = Page(html)
    ids = Counter(attrs["id"] for _, attrs in page.tags if "id" in attrs)
    assert not page.faults and not page.open, (page.faults, page.open)
    assert [name for name, times in ids.items() if times > 1] == []
    for tag, attrs in page.tags:
        for name in REFERRING:
            assert set(attrs.get(name, "").split()) <= set(ids), (tag, attrs)
        if attrs.get("href", "").startswith("#"):
            assert attrs["href"][1:] in ids, (tag, attrs)
        assert not any(name.startswith("on") or name == "style" for name in attrs), (tag, attrs)
        assert tag != "script" or "src" in attrs
        if tag == "th":
            assert attrs.get("scope") in {"col", "row", "rowgroup"}, attrs
    assert len(page.all("h1")) == 1 and page.title
    _labelled(page)
    return page


def _labelled(page: Page) -> None:
    named = {attrs.get("for") for attrs in page.all("label")}
    for tag in ("input", "select", "textarea"):
        for attrs in page.all(tag):
            assert attrs.get("type") == "hidden" or attrs.get("id") in named, attrs
