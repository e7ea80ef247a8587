import django.utils.timezone
from django.db import migrations, models

import vigor_portal.asking.models


def note_those_with_a_name(apps, schema_editor):
    """Answers to a question that came with a name stay inside; where the question is gone nobody knows, so those do, too."""
    Answer, Question = (apps.get_model("asking", name) for name in ("Answer", "Question"))
    nameless = Question.objects.filter(asked_by=None).exclude(answer=None).values("answer")
    named = Question.objects.exclude(asked_by=None).exclude(answer=None).values("answer")
    Answer.objects.exclude(pk__in=nameless).update(named=True)
    Answer.objects.filter(pk__in=named).update(named=True)


class Migration(migrations.Migration):
    dependencies = [
        ("asking", "0002_answers"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.CharField(max_length=16, unique=True)),
                ("question", models.CharField(max_length=500)),
                ("text", models.TextField(blank=True)),
                ("language", models.CharField(max_length=8)),
                ("point", models.CharField(db_index=True, max_length=64)),
                ("since", models.DateField(default=vigor_portal.asking.models.today)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ("-since", "public_id"),
            },
        ),
        migrations.AddField(
            model_name="answer",
            name="named",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="answer",
            name="public",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(note_those_with_a_name, migrations.RunPython.noop),
    ]
