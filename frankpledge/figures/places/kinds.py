"""Classes of hot spots over months, and what each is called where people read it."""

from typing import Literal

Kind = Literal["persistent", "emerging", "former", "intermittent", "none"]
KINDS: tuple[Kind, ...] = ("persistent", "emerging", "former", "intermittent", "none")
SAID: dict[str, str] = {
    "persistent": "hot in most months",
    "emerging": "newly hot",
    "intermittent": "hot now and then",
    "former": "hot no longer",
}
