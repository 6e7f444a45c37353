import datetime
import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import programmes.records


class Migration(migrations.Migration):
    """Opening hours, week patterns, swaps and feeds; a shift knows whose it was and whether it was worked."""

    dependencies = [
        ("programmes", "0006_directory_of_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="OpeningHours",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("phone", "phone"),
                            ("chat", "chat"),
                            ("standby_1", "standby, first level"),
                            ("standby_2", "standby, second level"),
                        ],
                        default="phone",
                        max_length=12,
                        verbose_name="duty",
                    ),
                ),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("mon", "Monday"),
                                ("tue", "Tuesday"),
                                ("wed", "Wednesday"),
                                ("thu", "Thursday"),
                                ("fri", "Friday"),
                                ("sat", "Saturday"),
                                ("sun", "Sunday"),
                            ],
                            max_length=3,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="days of the week",
                    ),
                ),
                ("from_time", models.TimeField(default=datetime.time(0, 0), verbose_name="from")),
                (
                    "to_time",
                    models.TimeField(default=datetime.time(0, 0), help_text="Midnight is 0 or 24.", verbose_name="to"),
                ),
                (
                    "on_holidays",
                    models.CharField(
                        choices=[("also", "as on any other day"), ("not", "not on them"), ("only", "on them alone")],
                        default="also",
                        max_length=4,
                        verbose_name="on public holidays",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
            ],
            options={
                "verbose_name": "opening hours",
                "verbose_name_plural": "opening hours",
                "ordering": ["programme", "unit", "duty", "valid_from", "from_time", "id"],
            },
        ),
        migrations.CreateModel(
            name="RosterFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "roster feed",
                "verbose_name_plural": "roster feeds",
            },
        ),
        migrations.CreateModel(
            name="Swap",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="asked")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "accepted"), ("declined", "declined"), ("withdrawn", "withdrawn")],
                        max_length=12,
                        verbose_name="answer",
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
            ],
            options={
                "verbose_name": "swap",
                "verbose_name_plural": "swaps",
            },
        ),
        migrations.CreateModel(
            name="WeekPattern",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("phone", "phone"),
                            ("chat", "chat"),
                            ("standby_1", "standby, first level"),
                            ("standby_2", "standby, second level"),
                        ],
                        default="phone",
                        max_length=12,
                        verbose_name="duty",
                    ),
                ),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("mon", "Monday"),
                                ("tue", "Tuesday"),
                                ("wed", "Wednesday"),
                                ("thu", "Thursday"),
                                ("fri", "Friday"),
                                ("sat", "Saturday"),
                                ("sun", "Sunday"),
                            ],
                            max_length=3,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="days of the week",
                    ),
                ),
                ("from_time", models.TimeField(default=datetime.time(0, 0), verbose_name="from")),
                (
                    "to_time",
                    models.TimeField(default=datetime.time(0, 0), help_text="Midnight is 0 or 24.", verbose_name="to"),
                ),
                (
                    "on_holidays",
                    models.CharField(
                        choices=[("also", "as on any other day"), ("not", "not on them"), ("only", "on them alone")],
                        default="also",
                        max_length=4,
                        verbose_name="on public holidays",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "every_weeks",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="1: every week; 2: every other week, from that of the first day on.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(8),
                        ],
                        verbose_name="every so many weeks",
                    ),
                ),
                ("until", models.DateField(blank=True, null=True, verbose_name="last day")),
            ],
            options={
                "verbose_name": "week pattern",
                "verbose_name_plural": "week patterns",
                "ordering": ["programme", "duty", "unit", "from_time", "id"],
            },
        ),
        migrations.AddField(
            model_name="dutyshift",
            name="planned_worker",
            field=models.ForeignKey(
                blank=True,
                help_text="Whose shift it was before somebody else took it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.worker",
                verbose_name="planned for",
            ),
        ),
        migrations.AddField(
            model_name="dutyshift",
            name="worked",
            field=models.BooleanField(blank=True, null=True, verbose_name="worked"),
        ),
        migrations.AddField(
            model_name="programme",
            name="rest_hours",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Reminds, never blocks.",
                null=True,
                verbose_name="rest between two shifts, in hours",
            ),
        ),
        migrations.AddIndex(
            model_name="dutyshift",
            index=django.contrib.postgres.indexes.GistIndex(
                programmes.records.TimeBetween("starts_at", "ends_at"), name="duty_shift_by_time"
            ),
        ),
        migrations.AddField(
            model_name="openinghours",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.programme"
            ),
        ),
        migrations.AddField(
            model_name="openinghours",
            name="unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.unit",
            ),
        ),
        migrations.AddField(
            model_name="rosterfeed",
            name="worker",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="roster_feed", to="programmes.worker"
            ),
        ),
        migrations.AddField(
            model_name="swap",
            name="asked",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.worker",
                verbose_name="whom I ask",
            ),
        ),
        migrations.AddField(
            model_name="swap",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.worker"
            ),
        ),
        migrations.AddField(
            model_name="swap",
            name="in_return",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="programmes.dutyshift",
                verbose_name="in return for",
            ),
        ),
        migrations.AddField(
            model_name="swap",
            name="shift",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="swaps", to="programmes.dutyshift"
            ),
        ),
        migrations.AddField(
            model_name="weekpattern",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.programme"
            ),
        ),
        migrations.AddField(
            model_name="weekpattern",
            name="unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.unit",
            ),
        ),
        migrations.AddField(
            model_name="weekpattern",
            name="worker",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="week_patterns",
                to="programmes.worker",
            ),
        ),
        migrations.AddConstraint(
            model_name="openinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from", None),
                    ("valid_from__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                    _connector="OR",
                ),
                name="opening_hours_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rosterfeed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("made_at", None),
                    (
                        "made_at__range",
                        (
                            datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                        ),
                    ),
                    _connector="OR",
                ),
                name="roster_feed_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("asked_at", None),
                        (
                            "asked_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("answered_at", None),
                        (
                            "answered_at__range",
                            (
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.UTC),
                                datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.UTC),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="swap_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="swap",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answer", "")),
                fields=("shift",),
                name="swap_open_once",
                violation_error_message="Somebody is asked to take this shift already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekpattern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("valid_from", None),
                        ("valid_from__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                        _connector="OR",
                    ),
                    models.Q(
                        ("until", None),
                        ("until__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                        _connector="OR",
                    ),
                ),
                name="week_pattern_in_our_time",
                violation_error_message="The year must lie between 1900 and 2200.",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekpattern",
            constraint=models.CheckConstraint(
                condition=models.Q(("until", None), ("until__gte", models.F("valid_from")), _connector="OR"),
                name="week_pattern_runs_forward",
                violation_error_message="The last day must not lie before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekpattern",
            constraint=models.CheckConstraint(
                condition=models.Q(("every_weeks__gte", 1), ("every_weeks__lte", 8)),
                name="week_pattern_comes_again",
                violation_error_message="A rotation lasts one to eight weeks.",
            ),
        ),
    ]
