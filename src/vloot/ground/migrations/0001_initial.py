from django.db import migrations, models

# Both are forgotten after a crash, and that is well: a limit then begins anew.
TRIES = """
ALTER TABLE ground_bucket SET UNLOGGED;
CREATE UNLOGGED TABLE ground_tries (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX ground_tries_expires ON ground_tries (expires);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Bucket",
            fields=[
                ("key", models.BigIntegerField(primary_key=True, serialize=False)),
                ("empty_at", models.DateTimeField(db_index=True)),
            ],
            options={"db_table": "ground_bucket"},
        ),
        migrations.CreateModel(
            name="Allowance",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("amount", models.PositiveIntegerField()),
            ],
            options={"db_table": "ground_allowance"},
        ),
        migrations.RunSQL(TRIES, "DROP TABLE ground_tries"),
    ]
