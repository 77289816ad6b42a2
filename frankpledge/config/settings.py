"""The settings, put together. Everything that differs between places comes from the environment."""

from django.core.exceptions import ImproperlyConfigured
from environs import Env

from frankpledge.config.cannot import Cannot
from frankpledge.config.databases import database
from frankpledge.config.home import home_folder, secret_key
from frankpledge.config.logs import LOGS
from frankpledge.config.mail import mail
from frankpledge.config.security import POLICY, over_https
from frankpledge.config.signin import sign_in

env = Env()

HOME = home_folder()
DEMO = env.bool("FRANKPLEDGE_DEMO", False)
HTTPS = env.bool("FRANKPLEDGE_HTTPS", False)
# duckdb, or postgresql://… into which the evidence is loaded.
EVIDENCE_ENGINE = env.str("EVIDENCE_ENGINE", "duckdb")
# Where the site is reached from outside: links in mails begin with it.
ADDRESS = env.str("FRANKPLEDGE_ADDRESS", "http://127.0.0.1:8000").rstrip("/")

DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost"])
try:
    SECRET_KEY = env.str("SECRET_KEY", "") or secret_key(HOME)
except Cannot as error:
    raise ImproperlyConfigured(str(error)) from error

ROOMS = [
    "record",
    "partnership",
    "asking",
    "evidence",
    "plan",
    "drafting",
    "delivery",
    "judging",
    "progress",
    "papers",
    "ui",
    "replying",
    "desk",
    "public",
    *(["demo"] if DEMO else []),
]
INSTALLED_APPS = [
    *(f"frankpledge.{room}" for room in ROOMS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "frankpledge.config.squeeze.SqueezePublicPages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "frankpledge.partnership.signin.sessions.SessionsEnd",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "frankpledge.config.urls"
WSGI_APPLICATION = "frankpledge.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": database(env, HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# In the database, so that every process counts the same attempts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "frankpledge_cache",
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "partnership.Account"
globals().update(sign_in(env, HOME, https=HTTPS))

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = POLICY
SECURE_REFERRER_POLICY = "same-origin"
globals().update(over_https(HTTPS))
globals().update(mail(env, demo=DEMO))

LOGGING = LOGS

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
# Three years of the police's months, of three kinds, are more than Django's hundred.
DATA_UPLOAD_MAX_NUMBER_FILES = 300
MEDIA_URL = "/media/"
MEDIA_ROOT = HOME / "media"
# A host's own: folders of templates for papers, and letters for scripts that ours do not draw.
PAPER_LAYOUTS = env.path("FRANKPLEDGE_LAYOUTS", HOME / "layouts")
PAPER_FONTS = env.path("FRANKPLEDGE_FONTS", HOME / "fonts")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
