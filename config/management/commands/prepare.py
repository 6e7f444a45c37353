from contextlib import contextmanager

from django.conf import settings
from django.core.management import BaseCommand, call_command, get_commands
from django.db import connection
from psycopg import sql

# The role that serves pages adds to the trail and to history; it can neither change nor empty them.
RIGHTS = """
GRANT USAGE ON SCHEMA public TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role};
"""
APPEND_ONLY = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE %s"


class Command(BaseCommand):
    help = "Bring the database up to date: migrations, rights, checks, and in a demo its organisation."
    requires_system_checks = []

    def handle(self, *args, **options):
        with as_owner() as role:
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
            call_command("createcachetable", verbosity=0)
            if role:
                give_rights(role)
        call_command("check", databases=["default"], stdout=self.stderr)
        if settings.DEMO and "demo" in get_commands():
            call_command("demo", stdout=self.stdout, stderr=self.stderr)


@contextmanager
def as_owner():
    """Connected as the role that owns the tables, where there is one; gives the name of the role that serves."""
    if not settings.OWNER_DATABASE:
        yield None
        return
    served = dict(connection.settings_dict)
    connection.settings_dict.update(settings.OWNER_DATABASE)
    try:
        yield served["USER"]
    finally:
        connection.close()
        connection.settings_dict.update(served)


def give_rights(role):
    name = sql.Identifier(role)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(RIGHTS).format(role=name))
        cursor.execute(APPEND_ONLY, ["%append_only"])
        for (table,) in cursor.fetchall():
            cursor.execute(
                sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {role}").format(
                    table=sql.Identifier(table), role=name
                )
            )
