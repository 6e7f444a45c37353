"""A page with one control of each kind, for the tests of controls alone."""

from django import forms
from django.http import HttpResponse
from django.template import engines
from django.urls import path

from config.urls import urlpatterns as pages_of_the_house
from programmes.widgets import dress

PAGE = """{% extends "base.html" %}
{% block content %}
<h1>Vprašanja</h1>
<form class="form" method="post" autocomplete="off" novalidate>{% csrf_token %}{{ form }}<button class="button main">Shrani</button></form>
<p id="answers">{{ answers }}</p>
<button class="button" id="ask" hx-get="/questions/" hx-target="#part" type="button">Osveži</button>
<button class="button" id="tell" hx-post="/questions/" hx-target="#part" type="button">Pošlji</button>
<button class="button" id="fail" hx-get="/gone/" hx-target="#part" type="button">Odpri</button>
<p id="part">del</p>
{% endblock %}"""
REGIONS = [
    "gorenjska",
    "goriška",
    "koroška",
    "obalno-kraška",
    "osrednjeslovenska",
    "podravska",
    "pomurska",
    "posavska",
    "savinjska",
    "zasavska",
]


class Questions(forms.Form):
    sex = forms.ChoiceField(
        label="Spol",
        required=False,
        choices=[("", ""), ("woman", "ženska"), ("man", "moški"), ("not_known", "ni znano")],
    )
    caller = forms.ChoiceField(label="Kdo kliče?", choices=[("victim", "žrtev"), ("close", "bližnja oseba")])
    kinds = forms.MultipleChoiceField(
        label="Vrste", required=False, choices=[("physical", "fizično"), ("sexual", "spolno")]
    )
    region = forms.ChoiceField(label="Regija", required=False, choices=[("", ""), *((name, name) for name in REGIONS)])
    note = forms.CharField(label="Zapis", required=False)

    def __init__(self, *args):
        super().__init__(*args)
        dress(self)


def questions(request):
    form = Questions(request.POST or None)
    answers = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else ""
    page = engines["django"].from_string(PAGE)
    return HttpResponse(page.render({"form": form, "answers": answers}, request))


urlpatterns = [*pages_of_the_house, path("questions/", questions, name="questions")]
