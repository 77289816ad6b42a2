"""The product's settings, in a home folder of the tests' own."""

import os
import tempfile
from pathlib import Path

_all = Path(os.environ.get("FRANKPLEDGE_TEST_HOME") or tempfile.mkdtemp(prefix="frankpledge-"))
# A home for each worker: of two that load evidence into one, the second would be refused.
_home = _all / os.environ.get("PYTEST_XDIST_WORKER", "")
_home.mkdir(exist_ok=True)
# set, not defaulted: a test must never reach the data of whoever runs it
os.environ["FRANKPLEDGE_HOME"] = str(_home)
os.environ["FRANKPLEDGE_DEMO"] = "1"
os.environ.pop("SECRET_KEY", None)

from frankpledge.config.settings import *  # noqa: E402, F403
from frankpledge.config.settings import DATABASES  # noqa: E402

# On a disk, as in the product: several threads of a live server share it.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(_home / "test.sqlite3")}
DATABASES["default"]["CONN_MAX_AGE"] = 0

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
