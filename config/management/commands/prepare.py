from django.conf import settings
from django.core.management import BaseCommand, call_command, get_commands


class Command(BaseCommand):
    help = "Bring the database up to date: migrations, the table of limits, checks, and in a demo its organisation."
    requires_system_checks = []

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        call_command("createcachetable", verbosity=0)
        call_command("check", databases=["default"], stdout=self.stderr)
        if settings.DEMO and "demo" in get_commands():
            call_command("demo", stdout=self.stdout, stderr=self.stderr)
