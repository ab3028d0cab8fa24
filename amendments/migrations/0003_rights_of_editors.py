from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('amendments', '0002_search_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Editing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'verbose_name': 'editing',
                'verbose_name_plural': 'editing',
                'permissions': [('translate_content', 'Can change the translations of content'), ('review_content', 'Can approve content or send it back'), ('publish_content', 'Can publish content and withdraw it')],
                'managed': False,
                'default_permissions': (),
            },
        ),
    ]
