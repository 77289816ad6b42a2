"""The room of figures stands alone: no web, no database, nothing that is slow to start."""

import subprocess
import sys

ALL = """
import pkgutil, sys, importlib, frankpledge.figures as room
for module in pkgutil.walk_packages(room.__path__, "frankpledge.figures."):
    importlib.import_module(module.name)
slow = {"django", "numpy", "scipy", "shapely"}
print(sorted({name.partition(".")[0] for name in sys.modules} & slow))
"""


def test_it_needs_no_django_and_fetches_no_number_library_until_it_is_asked() -> None:
    done = subprocess.run([sys.executable, "-c", ALL], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
