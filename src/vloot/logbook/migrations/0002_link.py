from django.db import migrations, models

GUARD = """
CREATE FUNCTION logbook_link_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is only ever added to.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER logbook_link_stays BEFORE UPDATE OR DELETE ON logbook_link
    FOR EACH ROW EXECUTE FUNCTION logbook_link_stays();
"""
UNGUARD = """
DROP TRIGGER logbook_link_stays ON logbook_link;
DROP FUNCTION logbook_link_stays();
"""


def chain_what_is_there(apps, schema_editor):
    """Entries from before the chain begin it, in the order in which they were made."""
    from vloot.logbook import chain, kinds

    entries = apps.get_model("logbook", "Entry").objects.filter(kind__in=sorted(kinds.AUDITED)).order_by("id")
    chain.append(entries.iterator(chunk_size=1000))


class Migration(migrations.Migration):
    dependencies = [("logbook", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.BigIntegerField(unique=True)),
                ("kind", models.CharField(max_length=40)),
                ("actor_id", models.BigIntegerField(null=True)),
                ("object_id", models.BigIntegerField()),
                ("space_id", models.BigIntegerField(null=True)),
                ("origin", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                ("details", models.TextField()),
                ("version", models.PositiveSmallIntegerField()),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "db_table": "logbook_link",
                "indexes": [
                    models.Index(fields=["kind", "-place"], name="link_kind"),
                    models.Index(fields=["actor_id", "-place"], name="link_actor"),
                    models.Index(fields=["object_id", "-place"], name="link_object"),
                    models.Index(fields=["at"], name="link_at"),
                ],
            },
        ),
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.RunPython(chain_what_is_there, migrations.RunPython.noop),
    ]
