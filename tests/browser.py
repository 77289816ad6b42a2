"""A browser for journeys: `page` opens pages of the live server, `axe` looks for their faults."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
# Only what is wrong comes back: what passes is long.
AXE = "() => axe.run({resultTypes: ['violations']}).then(found => found.violations)"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
WANTED = "chromium libatomic1"
# Milliseconds: a machine with much else to do is slow, and slow is not wrong.
PATIENCE = 20_000
HOW = f"no Chromium here: apt-get install {WANTED}, to run the browser journeys"


def find_chromium() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def browser() -> str | None:
    """Chromium, and a driver that can drive it; installed where they are missing and may be."""
    if not (find_chromium() and driver_runs()):
        install()
    return find_chromium() if driver_runs() else None


def driver_runs() -> bool:
    """It brings a Node of its own, which wants a library that the smallest Debian has not."""
    node = compute_driver_executable()[0]
    return subprocess.run([node, "--version"], capture_output=True, check=False).returncode == 0


def install() -> None:
    """Debian's, where we are allowed to put them there."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in ["update", f"install -y --no-install-recommends {WANTED}"]:
        subprocess.run(
            ["apt-get", *command.split()], env=environment, check=False, capture_output=True
        )


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = browser()
    if path is None:
        pytest.skip(HOW)
    # Playwright keeps an event loop in this thread, and Django would take ours for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def page(chromium: Browser, live_server: object) -> Iterator[Page]:
    """A fresh browser on the live server: `page.goto("/desk/")`. Its faults are the test's."""
    faults: list[str] = []
    context = chromium.new_context(base_url=str(live_server), locale="en-GB")
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None,
    )
    yield page
    context.close()
    assert not faults, f"the browser complained: {faults}"


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Nothing for axe to find on this page, and no two links that say the same and differ."""

    def check(page: Page) -> None:
        faults, twice = seen(page)
        assert not faults, f"{page.url}\n" + "\n".join(faults)
        assert not twice, f"{page.url}: {twice}"

    return check


def settled(page: Page) -> None:
    """A press that led to another page returns as soon as that begins, before it has a body."""
    page.wait_for_load_state("load")


def seen(page: Page) -> tuple[list[str], list[str]]:
    """Its faults; of the page that came, where one was replaced while it was looked at."""
    for _ in range(3):
        settled(page)
        try:
            return axe_faults(page), same_words_elsewhere(page)
        except Error as error:
            if "because of a navigation" not in str(error):
                raise
    pytest.fail(f"{page.url} is replaced again and again")


def axe_faults(page: Page) -> list[str]:
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(AXE)
    return [
        f"{fault['id']}: {fault['help']}: {[node['html'] for node in fault['nodes']][:3]}"
        for fault in found
    ]


def same_words_elsewhere(page: Page) -> list[str]:
    links = page.locator("a[href]:visible").evaluate_all(
        """all => all.map(a => [
            (a.getAttribute('aria-label') || a.innerText || a.textContent).trim(),
            typeof a.href === 'string' ? a.href : a.href.baseVal,
        ])"""
    )
    words = Counter(text for text, _ in {(text, address) for text, address in links})
    return [text for text, places in words.items() if places > 1]


if __name__ == "__main__":
    # script/test asks whether there is a browser, before it starts the journeys
    sys.exit(0 if browser() else 1)
