from django.db import migrations, models

from vloot.ground import ids

# What is kept already gets drawn ids too; the table holds nothing but the two people.
DRAWN = """
update meet_apart
set id = ('x' || lpad(substr(md5(gen_random_uuid()::text), 1, 15), 16, '0'))::bit(64)::bigint
"""


class Migration(migrations.Migration):

    dependencies = [
        ('meet', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='apart',
            name='id',
            field=models.BigIntegerField(default=ids.drawn, primary_key=True, serialize=False),
        ),
        migrations.RunSQL(DRAWN, migrations.RunSQL.noop),
    ]
