"""What may be a logo, told from its content and never from its name. Pure."""

# A first visit to a public page stays under 100 KB, its logo among it.
MOST_BYTES = 60_000
WHAT_IT_MAY_BE = "The logo must be a PNG, JPEG or WebP picture."
TOO_BIG = "The logo must be smaller than 60 KB."

TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}


def fault_of(content: bytes) -> str:
    """What is wrong with it, in one sentence; nothing when it may be used."""
    if len(content) > MOST_BYTES:
        return TOO_BIG
    return "" if extension_of(content) else WHAT_IT_MAY_BE


def extension_of(content: bytes) -> str:
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return "png"
    if content.startswith(b"\xff\xd8\xff") and content.rstrip(b"\0").endswith(b"\xff\xd9"):
        return "jpg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return ""
