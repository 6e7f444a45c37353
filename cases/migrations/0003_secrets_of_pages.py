import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cases.models.pages


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_history_is_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PageSecret",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("secret", models.CharField(default=cases.models.pages.new_secret, max_length=64)),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="page_secret",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
