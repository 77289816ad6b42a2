"""What a web server runs."""

import os
from importlib import import_module
from threading import Thread

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frankpledge.config.settings")
application = get_wsgi_application()
# Loads every page's code now, once: a fault in it stops the start, and no visitor waits for it.
get_resolver().url_patterns  # noqa: B018

FIGURES = ("scipy.special", "scipy.sparse", "shapely")


def _load_figures() -> None:
    """What figures are worked out with takes a while to load: no first visitor waits for it."""
    Thread(target=lambda: [import_module(name) for name in FIGURES], daemon=True).start()


# In each worker beside its first answers, so that the start does not wait for it either; a thread
# begun before the workers part would be in none of them.
os.register_at_fork(after_in_child=_load_figures)
