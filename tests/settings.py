"""The site's own settings, with a data folder that is thrown away, and on the database that is being tested.

Whatever the developer has in the environment stays outside. VIGOR_TEST_DATABASE_URL names a database server;
without it the tests run on SQLite, in a file as the site does, so that a server thread has a connection.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from vigor_portal.environment import SETTINGS

_folder = Path(tempfile.mkdtemp(prefix="vigor-tests-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

for _setting in SETTINGS:
    os.environ.pop(_setting.name, None)
    os.environ.pop(f"{_setting.name}_FILE", None)
os.environ["VIGOR_DATA"] = str(_folder)
if _address := os.environ.get("VIGOR_TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = _address

from vigor_portal.settings import *  # noqa: E402, F403 (the environment had to come first)
from vigor_portal.settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(_folder / "test.sqlite3")}
else:
    # A connection that is kept open keeps the test database from being dropped.
    DATABASES["default"]["CONN_MAX_AGE"] = 0

# Argon2 is slow on purpose; tests sign in all the time, and check nothing about its strength.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Static files straight from the apps, without a collectstatic before every run.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
Path(STATIC_ROOT).mkdir()
