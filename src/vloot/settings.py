"""Django's settings, made from `vloot.config`; what can be set stands there."""

from email.utils import parseaddr
from pathlib import Path

from csp.constants import NONE, SELF
from psycopg.conninfo import conninfo_to_dict

from vloot.config import load
from vloot.ground.keys import secret_key
from vloot.ground.postgres import Cluster

HERE = Path(__file__).parent
CONFIG = load()

DEBUG = CONFIG.debug
VLOOT_DEMO = CONFIG.demo
SECRET_KEY = secret_key(CONFIG.data / "secret.key")
ALLOWED_HOSTS = CONFIG.allowed_hosts
VLOOT_ORIGIN = CONFIG.origin  # for links in what a worker sends
ROOT_URLCONF = "vloot.urls"
WSGI_APPLICATION = None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "vloot.web",  # before allauth, so that our templates and texts come first
    "vloot.meet",
    "vloot.experts",
    "vloot.climate",
    "vloot.network",
    "vloot.talk",
    "vloot.mailroom",
    "vloot.notices",
    "vloot.urn",
    "vloot.company",
    "vloot.people",
    "vloot.logbook",
    "vloot.ground",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "vloot.web.urn.bare.bare",  # before all: what it takes off, nobody has read
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "vloot.web.shell.policy.policy",
    "vloot.cli.entry.squeeze.squeeze",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "vloot.web.shell.entering.EnteringMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "vloot.web.people.shared_device.SharedDeviceMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "vloot.web.shell.door.DoorMiddleware",
]

_LOADERS = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "web" / "templates"],
        "OPTIONS": {
            "loaders": _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "vloot.web.shell.context.shell",
                "vloot.web.shell.who.who",
            ],
        },
    }
]

# Database: persistent connections with a health check; Django's pool blocks for seconds after a restart of the server.
_PARAMETERS = (
    conninfo_to_dict(CONFIG.database_url) if CONFIG.database_url else Cluster(CONFIG.data / "pg").parameters()
)
DATABASES = {
    "default": {
        "ENGINE": "vloot.ground.database",
        "NAME": _PARAMETERS.pop("dbname", "vloot"),
        "USER": _PARAMETERS.pop("user", ""),
        "PASSWORD": _PARAMETERS.pop("password", ""),
        "HOST": _PARAMETERS.pop("host", ""),
        "PORT": _PARAMETERS.pop("port", ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(_PARAMETERS),
    }
}

# Words and times
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = CONFIG.language
FORMAT_MODULE_PATH = "vloot.web.formats"
LANGUAGES = [("en", "English"), ("nl", "Nederlands"), ("fr", "Français")]
VLOOT_TIME_ZONE = CONFIG.time_zone
LOCALE_PATHS = [HERE / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Files. Before `serve` has collected the static files (tests, `manage`), they are found where they lie.
STATIC_URL = "/static/"
STATIC_ROOT = CONFIG.data / "static"
STATICFILES_DIRS = [folder] if (folder := HERE / "web" / "static").is_dir() else []
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
_IS_COLLECTED = (STATIC_ROOT / "staticfiles.json").is_file() and not DEBUG
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not _IS_COLLECTED
MEDIA_ROOT = CONFIG.data / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _IS_COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

# Safety
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_HSTS_SECONDS = 365 * 86400 if CONFIG.is_https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.believes_proxy else None
CSRF_TRUSTED_ORIGINS = [CONFIG.origin]
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = CONFIG.is_https
CSRF_COOKIE_HTTPONLY = SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = SESSION_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "vloot.people.entrance"
SESSION_COOKIE_NAME = "vloot_session"
CSRF_COOKIE_NAME = "vloot_csrf"
CSRF_FAILURE_VIEW = "vloot.web.shell.views.csrf_failure"
SESSION_COOKIE_AGE = 30 * 86400
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "vloot.people.typed.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Only tries at signing in are counted here, by all processes together (`ground.upkeep` drops what is over); a flood of names
# must not push the counts of others out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "ground_tries",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}

# Sign-in: people are invited, nobody signs up by themselves (people.adapter); an e-mail address is optional.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "vloot.web.people.adapter.Adapter"
ACCOUNT_SESSION_REMEMBER = True  # a shared device is marked as such before signing in
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to whoever is nobody here
SOCIALACCOUNT_ADAPTER = "vloot.web.people.adapter.SocialAdapter"
# A form's redirect to the company's sign-in would break on form-action 'self'.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True  # before an account is connected or disconnected
ACCOUNT_FORMS = {"reset_password": "vloot.web.people.forgotten.ForgottenForm"}
PASSWORD_RESET_TIMEOUT = 86400  # seconds
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "optional" if CONFIG.mail_host else "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if CONFIG.is_https else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if CONFIG.believes_proxy else 0
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = "Vloot"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not CONFIG.is_https
USERSESSIONS_TRACK_ACTIVITY = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": "vloot.web.people.openid.provider.CompanyAccount",
        "APPS": [
            {
                "provider_id": "company",
                "name": "OpenID Connect",
                "client_id": CONFIG.oidc_client_id,
                "secret": CONFIG.oidc_client_secret,
                "settings": {"server_url": CONFIG.oidc_issuer},
            }
        ]
        if CONFIG.oidc_issuer
        else [],
    }
}

# Mail
EMAIL_BACKEND = (
    "vloot.ground.mail.backend.EmailBackend"
    if CONFIG.mail_host
    else f"{'vloot.ground.mail.folder' if CONFIG.demo else 'django.core.mail.backends.dummy'}.EmailBackend"
)
VLOOT_MAIL_FOLDER = CONFIG.data / "mail"  # where the demo's mail lies
EMAIL_HOST, EMAIL_PORT = CONFIG.mail_host, CONFIG.mail_port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = CONFIG.mail_user, CONFIG.mail_password
EMAIL_USE_TLS, EMAIL_USE_SSL = CONFIG.mail_security == "starttls", CONFIG.mail_security == "tls"
EMAIL_TIMEOUT = 20
VLOOT_MAIL_CA_FILE = CONFIG.mail_ca_file
VLOOT_MAIL_REPLY_TO = CONFIG.mail_reply_to
VLOOT_MAIL_MAILDIR = CONFIG.mail_maildir
VLOOT_IMAP = {
    "host": CONFIG.imap_host,
    "port": CONFIG.imap_port,
    "user": CONFIG.imap_user,
    "password": CONFIG.imap_password,
    "security": CONFIG.imap_security,
    "folder": CONFIG.imap_folder,
    "done": CONFIG.imap_done_folder,
}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONFIG.mail_from or "vloot@localhost"

# Web push: our own key is made when it is first needed; the contact tells push services whom to write to.
VLOOT_PUSH_KEY = CONFIG.data / "push.key"
VLOOT_PUSH_CONTACT = CONFIG.origin if CONFIG.is_https else f"mailto:{parseaddr(DEFAULT_FROM_EMAIL)[1]}"

# Jobs live in each room's tasks.py; the cellar's own are named here.
PROCRASTINATE_IMPORT_PATHS = ["vloot.ground.upkeep", "vloot.letters.tasks"]
# Every address outside that the settings name, for /promise to show; push services stand in the database.
_OUTSIDE = (CONFIG.oidc_issuer, *CONFIG.oidc_hosts.split(), CONFIG.mail_host, CONFIG.imap_host)
VLOOT_OUTSIDE = [address for address in _OUTSIDE if address]
VLOOT_SIGN_IN_HOSTS = CONFIG.oidc_hosts.lower().split()
VLOOT_READERS = "vloot.wiring.READERS"
VLOOT_FIND = "vloot.wiring.FIND"
VLOOT_CARE = "vloot.wiring.CARE"
VLOOT_CARRIERS = "vloot.wiring.CARRIERS"
VLOOT_SIGHT = "vloot.wiring.SIGHT"
VLOOT_TAKES_GUESTS = "vloot.wiring.takes_guests"

# Doors do not know each other: the demo's people are found by name.
VLOOT_DEMO_PEOPLE = "vloot.demo.people_to_be.present"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"silent": {"()": "vloot.web.urn.bare.Silent"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["silent"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
