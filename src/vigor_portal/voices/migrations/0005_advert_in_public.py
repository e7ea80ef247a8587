from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("voices", "0004_farewells_by_language"),
    ]

    operations = [
        migrations.AddField(
            model_name="publicmandate",
            name="advert",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
    ]
