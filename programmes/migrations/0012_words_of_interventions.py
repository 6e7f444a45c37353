from django.db import migrations, models


class Migration(migrations.Migration):
    """Tasks and outcomes of interventions are words of the organisation."""

    dependencies = [
        ("programmes", "0011_history_of_volunteers_is_append_only"),
    ]

    operations = [
        migrations.AlterField(
            model_name="term",
            name="vocabulary",
            field=models.CharField(
                choices=[
                    ("age_band", "age bands, in years"),
                    ("length_band", "bands of length of stay, in days"),
                    ("municipality", "municipalities and regions"),
                    ("language", "languages"),
                    ("relation", "relation to the perpetrator"),
                    ("heard_from", "how she heard of us"),
                    ("help_given", "what was given"),
                    ("referred_to", "where she was referred"),
                    ("referrer", "who referred her to us"),
                    ("reason", "reasons for a stay"),
                    ("refusal", "reasons for a refusal"),
                    ("destination", "where she went"),
                    ("service_kind", "kinds of service"),
                    ("case_outcome", "how a case ended"),
                    ("outcome", "what was reached"),
                    ("need", "needs and circumstances"),
                    ("standby_task", "tasks of interventions"),
                    ("standby_outcome", "outcomes of interventions"),
                ],
                max_length=16,
                verbose_name="vocabulary",
            ),
        ),
    ]
