"""Settings of Django, from the environment; nothing here is law (that is the rulebook's)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from byggsten.config import databases, env, sign_in

PACKAGE = Path(__file__).resolve().parent.parent

# This installation.
BYGGSTEN_PRODUCTION = env.flag("BYGGSTEN_PRODUCTION")
BYGGSTEN_DEMO = env.flag("BYGGSTEN_DEMO")
BYGGSTEN_DATA = env.folder("BYGGSTEN_DATA", Path("var"))
BYGGSTEN_MUNICIPALITY = env.text("BYGGSTEN_MUNICIPALITY", "Norrtälje kommun")
BYGGSTEN_LOCAL_RULES = env.words("BYGGSTEN_LOCAL_RULES", "norrtalje")
if BYGGSTEN_PRODUCTION and BYGGSTEN_DEMO:
    raise env.WrongSetting("BYGGSTEN_DEMO visar lösenord och påhittade personer. Stäng av den i skarp drift.")

SECRET_KEY = env.secret("SECRET_KEY", BYGGSTEN_DATA / "secret_key", demanded=BYGGSTEN_PRODUCTION)
DEBUG = env.flag("BYGGSTEN_DEBUG")
if BYGGSTEN_PRODUCTION and DEBUG:
    raise env.WrongSetting("BYGGSTEN_DEBUG visar personuppgifter i felsidor. Stäng av den i skarp drift.")

# Reached by.
ALLOWED_HOSTS = list(env.words("BYGGSTEN_HOSTS", "" if BYGGSTEN_PRODUCTION else "localhost,127.0.0.1,[::1]"))
if not ALLOWED_HOSTS:
    raise env.WrongSetting("Miljövariabeln BYGGSTEN_HOSTS saknas. Ange adresserna som sidorna nås på.")
HTTPS = env.flag("BYGGSTEN_HTTPS", default=BYGGSTEN_PRODUCTION)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env.flag("BYGGSTEN_BEHIND_PROXY")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = list(env.words("BYGGSTEN_ORIGINS"))
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        # Bars and building blocks carry their size as a style of their own.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *sign_in.municipal_origin()],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Made of.
INSTALLED_APPS = [
    "byggsten.web",
    "byggsten.records",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_cotton",
    "django_htmx",
    "lucide",
    *sign_in.APPS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "byggsten.web.middleware.Clock",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "byggsten.web.middleware.Language",
    # A page is closed until it says otherwise.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "byggsten.web.account.required.SecondFactorDemanded",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "byggsten.web.middleware.ReadLog",
]
ROOT_URLCONF = "byggsten.web.urls"
CSRF_FAILURE_VIEW = "byggsten.web.errors.too_old"
WSGI_APPLICATION = "byggsten.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "byggsten.web.frame.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Kept in.
DATABASES = {"default": databases.database("DATABASE_URL", BYGGSTEN_DATA / "byggsten.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]  # Never on disk.
FILE_UPLOAD_MAX_MEMORY_SIZE = 10_200_000

# Who is who.
BYGGSTEN_SECOND_FACTOR = sign_in.second_factor(required=BYGGSTEN_PRODUCTION)
globals().update(sign_in.settings(BYGGSTEN_MUNICIPALITY, https=HTTPS, behind_proxy=BEHIND_PROXY))
# A session ends after a quarter without a page, and after a long working day whatever happens.
SESSION_COOKIE_AGE = 60 * env.whole("BYGGSTEN_SESSION_IDLE_MINUTES", 15, least=1)
SESSION_SAVE_EVERY_REQUEST = True
SESSION_LONGEST = timedelta(hours=env.whole("BYGGSTEN_SESSION_LONGEST_HOURS", 10, least=1))
# What was saved is said from the session, so that no third cookie is needed.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# Said in.
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Svenska")), ("en", _("Engelska"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Stockholm"

# Looks like.
STATIC_URL = "static/"
# The server finds style sheets in the package itself, so nothing has to be collected first.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# Told to the operator, on standard error, without anything about a person.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("BYGGSTEN_LOG_LEVEL", "WARNING").upper()},
}
