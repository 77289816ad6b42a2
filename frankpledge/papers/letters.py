"""How wide letters are, read from our own fonts: by it columns are fitted. Pure."""

import struct
from functools import cache, lru_cache

from frankpledge.papers.fonts import our_files

SANS, SANS_BOLD, SERIF = "SourceSansPro-Regular", "SourceSansPro-Bold", "SourceSerifPro-Regular"
UNKNOWN = 0.6  # of the size, for what our fonts do not hold


@lru_cache(maxsize=20_000)
def wide(word: str, face: str = SANS) -> float:
    """As a share of the size that it is set in."""
    letters = _widths(face)
    return sum(letters.get(ord(one), UNKNOWN) for one in word)


@cache
def _widths(face: str) -> dict[int, float]:
    font = next(file for file in our_files() if file.stem == face).read_bytes()
    tables = _tables(font)
    units = struct.unpack_from(">H", font, tables["head"] + 18)[0]
    count = struct.unpack_from(">H", font, tables["hhea"] + 34)[0]
    advances = struct.unpack_from(f">{'Hh' * count}", font, tables["hmtx"])[::2]
    glyphs = _glyphs(font, tables["cmap"])
    return {letter: advances[min(at, count - 1)] / units for letter, at in glyphs.items()}


def _tables(font: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", font, 4)[0]
    told = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in told}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """From its map of format 12, which every one of our fonts has."""
    made: dict[int, int] = {}
    for at in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        offset = cmap + struct.unpack_from(">I", font, cmap + 4 + 8 * at + 4)[0]
        if struct.unpack_from(">H", font, offset)[0] == 12:
            for group in range(struct.unpack_from(">I", font, offset + 12)[0]):
                first, last, begins = struct.unpack_from(">III", font, offset + 16 + 12 * group)
                made |= {one: begins + one - first for one in range(first, last + 1)}
    return made
