"""Lists of words, written as words."""


def row(text: str) -> list[str]:
    return text.split()


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())
