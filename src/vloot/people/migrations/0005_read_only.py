from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_vouched_email")]
    operations = [
        migrations.AddField(
            model_name="person",
            name="read_only_until",
            field=models.DateTimeField(null=True),
        ),
    ]
