"""The buttons of a page of the review desk, found and pressed as a browser would."""

import re
from html import unescape
from typing import Any

from django.test import Client

FORM = re.compile(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', re.S)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def buttons(page: str) -> list[tuple[str, dict[str, str]]]:
    """Every form of the page that mends: where it goes and what it sends."""
    found = []
    for address, inside in FORM.findall(page):
        if address.endswith("/mend/"):
            sent = {name: unescape(value) for name, value in HIDDEN.findall(inside)}
            found.append((address, sent))
    return found


def press(client: Client, page: str, label: str, answer: str = "") -> Any:
    address, sent = next(one for one in buttons(page) if one[1]["label"] == label)
    return client.post(address, {**sent, "answer": answer})
