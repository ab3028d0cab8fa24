from django.contrib.admin.apps import AdminConfig


class EditorsAdminConfig(AdminConfig):
    default_site = "civic.sign_in.admin_site.EditorsAdminSite"
