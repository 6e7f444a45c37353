from django.urls import path

from reporting import views
from reporting.views import volunteers

app_name = "reporting"

urlpatterns = [
    path("", views.report_list, name="report_list"),
    path("volunteering/", volunteers.volunteering, name="volunteering"),
    path("volunteering/file/", volunteers.volunteering_file, name="volunteering_file"),
    path("volunteers/<uuid:worker_id>/sheet/", volunteers.record_sheet, name="record_sheet"),
    path("volunteers/<uuid:worker_id>/certificate/", volunteers.certificate, name="certificate"),
    path("files/<uuid:job_id>/", views.file_download, name="file_download"),
    path("files/<uuid:job_id>/cancel/", views.file_cancel, name="file_cancel"),
    path("files/<uuid:job_id>/retry/", views.file_retry, name="file_retry"),
    path("<uuid:report_id>/", views.report, name="report"),
    path("<uuid:report_id>/files/", views.file_list, name="file_list"),
    path("<uuid:report_id>/files/make/", views.file_make, name="file_make"),
    path("<uuid:report_id>/files/progress/", views.file_progress, name="file_progress"),
    path("<uuid:report_id>/text/<slug:section>/", views.narrative_edit, name="narrative_edit"),
    path("<uuid:report_id>/<slug:chapter>/", views.report, name="chapter"),
    path("<uuid:report_id>/<slug:chapter>/<str:address>/", views.number, name="number"),
]
