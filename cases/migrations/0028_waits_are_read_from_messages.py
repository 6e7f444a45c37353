from django.db import migrations

GUARD = """
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases_messageevent
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE cases_messageevent ENABLE ALWAYS TRIGGER history_is_append_only;
"""

# A message of hers before which none of hers waits already, and the first of ours that comes after it.
WAITS = """
CREATE VIEW cases_wait AS
SELECT id, contact_id, programme_id, asked_at, (asked_at AT TIME ZONE 'Europe/Ljubljana')::date AS asked_on, answered_at,
    floor(extract(epoch FROM answered_at - asked_at) / 60)::integer AS minutes
FROM (
    SELECT message.id, message.contact_id, contact.programme_id, message.written_at AS asked_at, message.direction,
        lag(message.direction) OVER in_order AS before,
        min(message.written_at) FILTER (WHERE message.direction = 'out') OVER (
            in_order ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        ) AS answered_at
    FROM cases_message message
    JOIN cases_contact contact ON contact.id = message.contact_id
    WINDOW in_order AS (PARTITION BY message.contact_id ORDER BY message.written_at, message.position, message.id)
) message
WHERE direction = 'in' AND before IS DISTINCT FROM 'in';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0027_messages_of_a_conversation"),
        ("accounts", "0002_trail_is_append_only"),
    ]

    operations = [
        migrations.RunSQL(GUARD, "DROP TRIGGER history_is_append_only ON cases_messageevent"),
        migrations.RunSQL(WAITS, "DROP VIEW cases_wait"),
    ]
