"""How far a long work has come, on a terminal: rate and time left. Nothing where nobody looks."""

import sys
import time
from typing import Self

EVERY = 0.2


class Meter:
    def __init__(self) -> None:
        self.began = time.monotonic()
        self.shown = 0.0
        self.is_seen = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.is_seen and self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def told(self, done: int, size: int, rows: int) -> None:
        now = time.monotonic()
        if self.is_seen and (now - self.shown > EVERY or done == size):
            self.shown = now
            print(f"\r\033[K{line(done, size, rows, now - self.began)}", end="", file=sys.stderr)
            sys.stderr.flush()


def line(done: int, size: int, rows: int, seconds: float) -> str:
    share = done / size if size else 1.0
    bar = "#" * int(share * 30)
    left = seconds / share - seconds if share else 0.0
    rate = rows / seconds if seconds else 0.0
    return (
        f"[{bar:<30}] {share:4.0%}  {rows:,} rows  {rate:,.0f} a second  "
        f"{int(left // 60)}:{int(left % 60):02d} left"
    )
