from django.urls import path

from quiz.views import mine, practice, results, starting, taking
from quiz.views.catalogue import catalogue, quiz

app_name = "quiz"
urlpatterns = [
    path("quizzes/", catalogue, name="catalogue"),
    path("quizzes/questions/<slug:slug>/", practice.practice, name="practice"),
    path("quizzes/questions/about/<slug:slug>/", practice.check_yourself, name="check_yourself"),
    path("quizzes/mine/", mine.mine, name="mine"),
    path("quizzes/mine/code/", mine.device_code, name="device_code"),
    path("quizzes/mine/forget/", mine.forget_me, name="forget_me"),
    path("quizzes/continue/", mine.go_on, name="continue"),
    path("quizzes/certificates/", results.check_certificate, name="check_certificate"),
    path("quizzes/attempts/<uuid:attempt_id>/", taking.attempt, name="attempt"),
    path("quizzes/attempts/<uuid:attempt_id>/answers/", taking.all_answers, name="all_answers"),
    path("quizzes/attempts/<uuid:attempt_id>/finish/", taking.finishing, name="finish"),
    path("quizzes/attempts/<uuid:attempt_id>/retry/", starting.retry, name="retry"),
    path("quizzes/attempts/<uuid:attempt_id>/results/", results.results, name="results"),
    path(
        "quizzes/attempts/<uuid:attempt_id>/certificate/", results.certificate, name="certificate"
    ),
    path("quizzes/attempts/<uuid:attempt_id>/<int:position>/", taking.question, name="question"),
    path("quizzes/attempts/<uuid:attempt_id>/<int:position>/mark/", taking.mark, name="mark"),
    path("quizzes/<slug:slug>/", quiz, name="quiz"),
    path("quizzes/<slug:slug>/start/", starting.begin, name="begin"),
]
