from django.apps import AppConfig


class House(AppConfig):
    name = "config"
    verbose_name = "Lipa"

    def ready(self):
        from config import checks  # noqa: F401 (registers them)
