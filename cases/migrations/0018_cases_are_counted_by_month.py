from django.db import migrations

MAKE = """
CREATE VIEW cases_casemonth AS
SELECT
    c.id || '/' || to_char(month, 'YYYY-MM') AS id, c.id AS case_id, c.client_id, c.programme_id,
    GREATEST(c.opened_on, month::date) AS "on",
    LEAST(c.closed_on, (month + interval '1 month' - interval '1 day')::date) AS until_on,
    c.opened_on, c.closed_on
FROM cases_case c
CROSS JOIN LATERAL generate_series(
    date_trunc('month', c.opened_on::timestamp),
    date_trunc('month', LEAST(c.closed_on, (now() AT TIME ZONE 'Europe/Ljubljana')::date)::timestamp),
    interval '1 month'
) AS month
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0017_case_history_is_append_only")]

    operations = [migrations.RunSQL(MAKE, "DROP VIEW cases_casemonth")]
