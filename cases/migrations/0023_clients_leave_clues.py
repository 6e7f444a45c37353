import datetime
import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import accounts.sealing
import cases.models.clues


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0022_interventions_have_parts"),
        ("accounts", "0002_trail_is_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="Clue",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("nickname", "nickname"), ("detail", "detail"), ("phone", "phone number")],
                        default="nickname",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("text", accounts.sealing.SealedTextField(verbose_name="words")),
                ("mark", cases.models.clues.MarkField()),
                ("marked_with", models.CharField(editable=False, max_length=16)),
                (
                    "consented_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="she agreed on"),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="clues", to="cases.client"
                    ),
                ),
                (
                    "vault",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.vault",
                    ),
                ),
            ],
            options={
                "verbose_name": "clue",
                "verbose_name_plural": "clues",
                "ordering": ["kind", "consented_on", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="clue",
            index=models.Index(fields=["mark"], name="clue_by_mark"),
        ),
        migrations.AddConstraint(
            model_name="clue",
            constraint=models.UniqueConstraint(
                fields=("client", "mark"), name="clue_once", violation_error_message="This is kept already."
            ),
        ),
        migrations.AddConstraint(
            model_name="clue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("consented_on", None),
                    ("consented_on__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                    _connector="OR",
                ),
                name="clue_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
    ]
