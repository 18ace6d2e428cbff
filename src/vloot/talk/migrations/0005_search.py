import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

# A lexeme together with the shelf it stands on, as a number: the index finds a word on one shelf without visiting the others.
# Not for parallel plans: to begin workers costs a hundred times what one shelf does.
KEYS = """
create function talk_search_keys(words tsvector, shelf integer) returns bigint[]
language sql immutable strict parallel unsafe cost 5000
as $$ select array(select hashtextextended(word, shelf) from unnest(tsvector_to_array(words)) word) $$
"""
INDEX = """
create index search_by_shelf on talk_search_document using gin (talk_search_keys(words, shelf)) with (fastupdate = off)
"""


class Migration(migrations.Migration):
    dependencies = [("talk", "0004_gathering")]

    operations = [
        migrations.CreateModel(
            name="Shelf",
            fields=[
                ("number", models.AutoField(primary_key=True, serialize=False)),
                ("first_id", models.BigIntegerField(unique=True)),
            ],
            options={"db_table": "talk_search_shelf"},
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "post",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="document",
                        serialize=False,
                        to="talk.post",
                    ),
                ),
                ("shelf", models.IntegerField(default=0)),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                ("edited_at", models.DateTimeField(null=True)),
                (
                    "space",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="talk.space",
                    ),
                ),
            ],
            options={"db_table": "talk_search_document"},
        ),
        migrations.RunSQL(KEYS, "drop function talk_search_keys(tsvector, integer)"),
        migrations.RunSQL(INDEX, "drop index search_by_shelf"),
    ]
