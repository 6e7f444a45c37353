from django.db import migrations

REFUSE = """
CREATE FUNCTION accounts_trail_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Only the test settings give app.test_flush: their databases are emptied between tests.
    IF TG_OP = 'TRUNCATE' AND current_setting('app.test_flush', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '% is append-only: % refused.', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER trail_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON accounts_trailentry
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_trail_refuses();
ALTER TABLE accounts_trailentry ENABLE ALWAYS TRIGGER trail_is_append_only;
"""

ALLOW = """
DROP TRIGGER trail_is_append_only ON accounts_trailentry;
DROP FUNCTION accounts_trail_refuses();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_users_vaults_and_trail")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
