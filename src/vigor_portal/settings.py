"""Django's settings, all from the environment (see `environment.py`)."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from vigor_portal.environment import Misconfigured, read, read_flag, read_secret_key

PACKAGE = Path(__file__).resolve().parent
DATA = Path(read("VIGOR_DATA")).resolve()
DEVELOPMENT = read_flag("VIGOR_DEVELOPMENT")
# What people type is fetched from the internet, never from within: see `vigor.fetch`.
FETCH_LOOPBACK = read_flag("VIGOR_FETCH_LOOPBACK")

SECRET_KEY = read_secret_key(DATA)
DEBUG = False
BASE_URL = (read("VIGOR_BASE_URL") or f"http://localhost:{read('PORT')}").rstrip("/")
_base = urlsplit(BASE_URL)
ALLOWED_HOSTS = sorted({_base.hostname or "localhost", "localhost", "127.0.0.1"})
CSRF_TRUSTED_ORIGINS = [f"{_base.scheme}://{_base.netloc}"]

INSTALLED_APPS = [
    "vigor_portal.home",
    "vigor_portal.insight",
    "vigor_portal.api",
    "vigor_portal.checking",
    "vigor_portal.voices",
    "vigor_portal.asking",
    "vigor_portal.dialogue",
    "vigor_portal.policies",
    "vigor_portal.notices",
    "vigor_portal.people",
    "vigor_portal.jobs",
    "vigor_portal.log",
    "vigor_portal.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rules.apps.AutodiscoverRulesConfig",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.humanize",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "vigor_portal.web.middleware.Breakdowns",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Beside WhiteNoise's: a page of the press room is answered here, before sessions, cookies and nonces.
    "vigor_portal.policies.press.middleware.PublicPages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vigor_portal.people.middleware.MemberLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "vigor_portal.policies.once.ReadOnce",
    # Last, so that it is asked first when something breaks: what broke may quote a post.
    "vigor_portal.checking.middleware.Discreet",
]

ROOT_URLCONF = "vigor_portal.urls"
WSGI_APPLICATION = "vigor_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "vigor_portal.people.context.organisation",
                "vigor_portal.home.context.menu",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

# Database. A write begins as a write (IMMEDIATE), so that two at once queue up instead of failing half-way.
_sqlite_options = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
DATABASES = {"default": dj_database_url.parse(read("DATABASE_URL") or f"sqlite:///{DATA / 'vigor.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = _sqlite_options
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Every process shares the counts of failed sign-ins.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(DATA / "cache"),
    }
}

# Background work: in the database, so that a job is committed with the change that causes it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# People and sign-in: e-mail and password, passkey, or a code by mail. Nobody signs up; people are invited.
AUTH_USER_MODEL = "people.Member"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "vigor_portal.people.adapter.InvitedOnly"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_FORMS = {
    "login": "vigor_portal.people.sign_in_forms.Login",
    "request_login_code": "vigor_portal.people.sign_in_forms.RequestCode",
    "confirm_login_code": "vigor_portal.people.sign_in_forms.ConfirmCode",
    "reset_password": "vigor_portal.people.sign_in_forms.ForgottenPassword",
    "reset_password_from_key": "vigor_portal.people.sign_in_forms.NewPassword",
    "change_password": "vigor_portal.people.sign_in_forms.ChangePassword",
    "set_password": "vigor_portal.people.sign_in_forms.FirstPassword",
    "reauthenticate": "vigor_portal.people.sign_in_forms.StillYou",
}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _base.scheme
ACCOUNT_PREVENT_ENUMERATION = True
# A stranger whose address somebody typed gets no mail from us.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Failed sign-ins are counted by address: the visitor's, not the proxy's.
ALLAUTH_TRUSTED_PROXY_COUNT = int(read_flag("VIGOR_TRUST_PROXY"))
MFA_SUPPORTED_TYPES = ["webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Passkeys need https, and browsers make an exception for localhost only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = _base.hostname == "localhost"

# Language: Swedish first, English equal.
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
WHITENOISE_MAX_AGE = 60 * 60

# Security. The policy is the same on every page: nothing inline, nothing from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if read_flag("VIGOR_TRUST_PROXY") else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _base.scheme == "https"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if _base.scheme == "https" else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "vigor_portal.web.views.csrf_failure"
# Two megabytes of pasted policy is the most that a form may carry.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# Mail
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = read("VIGOR_EMAIL_FROM")
if _mail := read("VIGOR_EMAIL_URL"):
    try:
        _mail_url = urlsplit(_mail)
        EMAIL_HOST, EMAIL_PORT = _mail_url.hostname or "localhost", _mail_url.port or 25
    except ValueError as error:
        # Without the address: it holds a password.
        raise Misconfigured(
            "VIGOR_EMAIL_URL can't be understood. Write smtp://user:password@host:587?tls=1."
        ) from error
    _mail_options = parse_qs(_mail_url.query)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST_USER = unquote(_mail_url.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail_url.password or "")
    EMAIL_USE_TLS = _mail_options.get("tls") == ["1"]
    EMAIL_USE_SSL = _mail_options.get("ssl") == ["1"]
    EMAIL_TIMEOUT = 20

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": read("VIGOR_LOG_LEVEL")},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Who is refused, or finds nothing, has met the site as it should be: no line, and no traceback.
        "django.request": {"level": "ERROR"},
        # Its own lines hold the path only, but a refused request's can hold more than we want on disk.
        "django.security.csrf": {"level": "ERROR"},
        # These write down every address that is fetched: some of them are people's own profiles.
        "httpx2": {"level": "WARNING"},
        "httpcore2": {"level": "WARNING"},
    },
}
SILENCED_SYSTEM_CHECKS: list[str] = []
