"""What a web server runs."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frankpledge.config.settings")
application = get_wsgi_application()
# Loads every page's code now, once: a fault in it stops the start, and no visitor waits for it.
get_resolver().url_patterns  # noqa: B018
