import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The table of the relation stays as it is; its rows are now known by name."""

    dependencies = [("shelters", "0013_their_history_is_append_only")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="BedInView",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shelters.enquiry"),
                        ),
                        ("bed", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="shelters.bed")),
                    ],
                    options={
                        "verbose_name": "bed in view",
                        "verbose_name_plural": "beds in view",
                        "db_table": "shelters_enquiry_beds",
                        "unique_together": {("enquiry", "bed")},
                    },
                ),
                migrations.AlterField(
                    "enquiry",
                    "beds",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Shown on the board as waiting; they stay free.",
                        related_name="enquiries",
                        through="shelters.BedInView",
                        to="shelters.bed",
                        verbose_name="beds in view",
                    ),
                ),
            ]
        )
    ]
