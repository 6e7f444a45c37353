import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """Those made so far are whole."""

    dependencies = [
        ("programmes", "0005_activities_keep_no_plain_title"),
        ("reporting", "0005_stated_totals_keep_no_plain_explanation"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="report",
            name="report_once",
        ),
        migrations.AddField(
            model_name="report",
            name="programmes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                db_default=models.Value(
                    [],
                    output_field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                default=list,
                size=None,
                verbose_name="programmes",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("organisation", "outline", "year", "programmes"), name="report_of_programmes_once"
            ),
        ),
    ]
