"""What tools can see: promises of the code as a whole."""

import subprocess
import sys

import pytest
from django.core.management import call_command

from tests.settings import without_settings

PRODUCTION = {
    "SECRET_KEY": "invented-for-this-test-and-long-enough-4b8f1c2d9e7a6053",
    "MASTER_KEYS": "dGVzdHMgdGVzdHMgdGVzdHMgdGVzdHMgdGVzdHMgISE=",
    "BLIND_INDEX_KEY": "dGVzdHMgdGVzdHMgdGVzdHMgdGVzdHMgdGVzdHMgPz8=",
    "DATABASE_URL": "postgresql://lipa:word@db.example:5432/lipa",
    "REDIS_URL": "redis://queue.example:6379/0",
    "ALLOWED_HOSTS": "lipa.example",
    "LIPA_VAR": "/nowhere",
}
# No installation ran the program that these would have broken.
BEFORE_THE_FIRST_RELEASE = [
    "0002_calendar_of_days",
    "0003_beds_in_view_and_why_she_left",
    "0008_extensions_seal_their_reason",
    "0002_report_job_open_once",
    "0003_activities_have_a_key",
    "0005_activities_keep_no_plain_title",
    "0003_stated_totals_have_a_key",
    "0005_stated_totals_keep_no_plain_explanation",
    "0006_reports_of_some_programmes",
    "0009_closures_have_a_key",
    "0011_closures_keep_no_plain_reason",
]


@pytest.mark.django_db
def test_the_models_and_the_migrations_say_the_same():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_no_migration_breaks_the_program_that_still_runs():
    call_command(
        "lintmigrations",
        sql_analyser="postgresql",
        no_cache=True,
        include_apps=["accounts", "programmes", "cases", "shelters", "reporting"],
        ignore_name=BEFORE_THE_FIRST_RELEASE,
        quiet=["ok", "ignore", "warning"],
    )


def test_a_server_in_the_open_is_locked_as_django_advises():
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env={**without_settings(), **PRODUCTION},
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stderr
