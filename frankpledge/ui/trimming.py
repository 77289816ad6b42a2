"""A compiled style sheet without the rules that we never use. Pure: CSS text in, CSS text out."""

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.([a-z]+-[a-z0-9]+(?:-[a-z0-9]+)*)")
_NOT_OURS = re.compile(r"url\([^)]*\)")
_FONT = re.compile(r"font-family:[^;}]*GDS[^;}]*")


def trim(css: str, keep: frozenset[str]) -> str:
    """Only rules whose every class belongs to a component in `keep`; no fonts, no pictures."""
    return "".join(_kept(_COMMENT.sub("", css), keep))


def _kept(css: str, keep: frozenset[str]) -> Iterator[str]:
    for head, body in _rules(css):
        if head.startswith(("@font-face", "@-moz-document")):
            continue
        if head.startswith("@"):
            inner = "".join(_kept(body, keep))
            yield f"{head}{{{inner}}}" if inner else ""
            continue
        selectors = [one for one in _split(head) if _ours(one, keep)]
        declared = _declared(body)
        if selectors and declared:
            yield f"{','.join(selectors)}{{{declared}}}"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule's head and body. Statements without a body, such as @charset, are left out."""
    start = depth = opened = 0
    for match in re.finditer(r"[{};]", css):
        at, char = match.start(), match.group()
        if char == "{":
            opened = at if depth == 0 else opened
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : at]
                start = at + 1
        elif depth == 0:
            start = at + 1


def _split(selectors: str) -> list[str]:
    """At the commas that are not inside brackets."""
    return re.split(r",(?![^(]*\))", selectors)


def _ours(selector: str, keep: frozenset[str]) -> bool:
    return all(_component(name) in keep for name in _CLASS.findall(selector))


def _component(name: str) -> str:
    return re.split(r"--|__", name)[0]


def _declared(body: str) -> str:
    """The declarations without a font or a picture of somebody else's."""
    lines = (line for line in body.split(";") if line)
    return ";".join(one for one in lines if not (_FONT.match(one) or _NOT_OURS.search(one)))
