"""The project's settings, and what only tests need. They work without any environment."""

import os
import tempfile
from pathlib import Path

TEST_FOLDER = Path(os.environ.setdefault("TEST_FOLDER", f"{tempfile.gettempdir()}/lipa-test-{os.getpid()}"))
TEST_RUN = os.environ.get("PYTEST_XDIST_WORKER", "alone")

SETTINGS = ["SECRET_KEY", "MASTER_KEYS", "BLIND_INDEX_KEY", "DATABASE_URL", "OWNER_DATABASE_URL", "REDIS_URL"]
SETTINGS += ["HTTPS", "DEMO", "LIPA_VAR", "TEST_FOLDER", "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"]


def without_settings():
    """The environment as it was before a test run settled its own."""
    return {name: value for name, value in os.environ.items() if name not in SETTINGS}


os.environ.setdefault("SECRET_KEY", "only-for-tests-" * 4)
os.environ.setdefault("MASTER_KEYS", "dGVzdHMgdGVzdHMgdGVzdHMgdGVzdHMgdGVzdHMgISE=")
os.environ.setdefault("BLIND_INDEX_KEY", "dGVzdHMgdGVzdHMgdGVzdHMgdGVzdHMgdGVzdHMgPz8=")
os.environ.setdefault("DATABASE_URL", f"postgresql://lipa@/lipa?host={TEST_FOLDER}")
os.environ["HTTPS"] = "off"
os.environ["LIPA_VAR"] = str(TEST_FOLDER / TEST_RUN)
if str(TEST_FOLDER) in os.environ.get("REDIS_URL", str(TEST_FOLDER)):
    os.environ["REDIS_URL"] = f"redis+socket://{TEST_FOLDER}/{TEST_RUN}/valkey.sock"

from config.settings import *
from config.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE, STORAGES

INSTALLED_APPS += ["zeal", "django_migration_linter"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
ZEAL_RAISE = True
ZEAL_ALLOWLIST = [{"model": "sessions.Session", "field": "*"}]  # read once for each request of a test

# A test with transactions empties the tables behind it; append-only tables let nobody else do that.
DATABASES["default"]["OPTIONS"]["options"] += " -c app.test_flush=on"
DATABASES["default"]["CONN_MAX_AGE"] = 0

STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
STATIC_ROOT = None

CELERY_TASK_DEFAULT_QUEUE = f"test-{TEST_RUN}"
REQUIRE_SECOND_FACTOR = False  # tests that are about it turn it on
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

OWNER_DATABASE = None

if "TEST_DATABASE" in os.environ:  # a worker that a test has started
    DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]
