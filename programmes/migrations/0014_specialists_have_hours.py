import datetime
import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import accounts.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_trail_is_append_only"),
        ("programmes", "0013_activities_are_planned_held_or_cancelled"),
    ]

    operations = [
        migrations.CreateModel(
            name="Specialist",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("lawyer", "lawyer"),
                            ("detective", "police detective"),
                            ("foreign_language", "counsellor in foreign languages"),
                            ("interpreter", "interpreter"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(), blank=True, default=list, size=None, verbose_name="languages"
                    ),
                ),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="on the days",
                    ),
                ),
                ("from_hour", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="from the hour")),
                ("to_hour", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to the hour")),
                ("hours", models.CharField(blank=True, max_length=200, verbose_name="when, in words")),
                (
                    "cost_per_hour",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="EUR an hour",
                    ),
                ),
                ("phone", accounts.sealing.SealedTextField(verbose_name="how we reach her")),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="retired")),
                (
                    "vault",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.vault",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="specialities", to="programmes.worker"
                    ),
                ),
            ],
            options={
                "verbose_name": "specialist",
                "verbose_name_plural": "specialists and interpreters",
                "ordering": ["kind", "worker__code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("worker", "kind"),
                        name="specialist_of_a_kind_once",
                        violation_error_message="She stands on the list with this already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("retired_on", None),
                            ("retired_on__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                            _connector="OR",
                        ),
                        name="specialist_in_our_time",
                        violation_error_message="The year must lie between 1900 and 2200.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_hour", None), ("to_hour", None)),
                            models.Q(("from_hour__lt", models.F("to_hour")), ("to_hour__lte", 24)),
                            _connector="OR",
                        ),
                        name="specialist_hours_of_a_day",
                        violation_error_message="Write both hours, 0 to 24, the later one last.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost_per_hour", None), ("cost_per_hour__gte", 0), _connector="OR"),
                        name="specialist_costs_something",
                    ),
                ],
            },
        ),
    ]
