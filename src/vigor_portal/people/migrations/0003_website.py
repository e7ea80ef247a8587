from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_checkup_open"),
    ]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="website",
            field=models.URLField(blank=True, default="", verbose_name="website"),
            preserve_default=False,
        ),
    ]
