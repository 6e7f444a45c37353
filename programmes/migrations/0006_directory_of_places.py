import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0005_activities_keep_no_plain_title"),
    ]

    operations = [
        migrations.CreateModel(
            name="DirectoryEntry",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("key", models.SlugField(verbose_name="key")),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("police", "police"),
                            ("social_work", "social-work centre"),
                            ("shelter", "shelter or crisis centre"),
                            ("health", "health care"),
                            ("legal_aid", "legal aid"),
                            ("helpline", "helpline"),
                            ("other", "other"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="address")),
                ("phone", models.CharField(blank=True, max_length=120, verbose_name="number")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("web", models.URLField(blank=True, verbose_name="web page")),
                ("hours", models.CharField(blank=True, max_length=200, verbose_name="opening hours")),
                ("always_open", models.BooleanField(default=False, verbose_name="day and night, every day")),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(), blank=True, default=list, size=None, verbose_name="languages"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("listed_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="listed")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="retired")),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.worker",
                        verbose_name="checked by",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="directory",
                        to="programmes.organisation",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.term",
                        verbose_name="municipality or region",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programmes.term",
                        verbose_name="counts as",
                    ),
                ),
            ],
            options={
                "verbose_name": "directory entry",
                "verbose_name_plural": "directory",
                "ordering": ["name", "key"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "key"),
                        name="directory_key_once",
                        violation_error_message="This name stands in the directory already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("listed_on", None),
                                ("listed_on__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                                _connector="OR",
                            ),
                            models.Q(
                                ("checked_on", None),
                                ("checked_on__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                                _connector="OR",
                            ),
                            models.Q(
                                ("retired_on", None),
                                ("retired_on__range", (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))),
                                _connector="OR",
                            ),
                        ),
                        name="directory_in_our_time",
                        violation_error_message="The year must lie between 1900 and 2200.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("address", ""), models.Q(("kind", "shelter"), _negated=True), _connector="OR"
                        ),
                        name="directory_shelter_without_address",
                        violation_error_message="A shelter's address never stands here: it is a protected location.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("web", ""),
                            ("web__startswith", "https://"),
                            ("web__startswith", "http://"),
                            _connector="OR",
                        ),
                        name="directory_web_is_a_page",
                        violation_error_message="The address of a web page begins with https:// or http://.",
                    ),
                ],
            },
        ),
    ]
