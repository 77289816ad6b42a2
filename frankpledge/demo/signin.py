"""Signed links that let somebody try the demonstration as one of its people."""

from django.core import signing
from django.urls import reverse

from frankpledge.demo.personas import PERSONAS, Persona

SALT = "frankpledge.demo.sign-in"


def links(base_url: str) -> list[tuple[str, str]]:
    """What each link is for, and the link."""
    return [(each.label, base_url.rstrip("/") + path_for(each)) for each in PERSONAS]


def path_for(persona: Persona) -> str:
    return reverse("demo:sign-in", args=[signing.dumps(persona.email, salt=SALT)])


def persona_of(token: str) -> Persona | None:
    try:
        email = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return next((each for each in PERSONAS if each.email == email), None)
