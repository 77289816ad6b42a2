"""Compresses public pages, and only those.

A page made for somebody signed in may hold a secret next to words that a stranger chose, and the
length of such a page when compressed tells of the secret. Public pages hold none.
"""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

PRIVATE = ("/desk/", "/answer/", "/account/", "/sign-in", "/demo/", "/healthz")


class SqueezePublicPages(GZipMiddleware):
    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        private = request.path.startswith(PRIVATE) or response.cookies
        if private or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return response
        return super().process_response(request, response)  # type: ignore[arg-type]
