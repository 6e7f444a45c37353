from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from programmes.forms.terms import TermForm
from programmes.models import Programme, Term, Vocabulary


def terms(request, programme_id, vocabulary):
    programme = find_programme(request, programme_id, *Role)
    words = Term.objects.offered_in(programme, known(vocabulary))
    return render(
        request,
        "programmes/terms.html",
        {"programme": programme, "vocabulary": Vocabulary(vocabulary), "terms": words},
    )


def term_add(request, programme_id, vocabulary):
    programme = find_programme(request, programme_id, Role.ADMINISTRATOR)
    form = TermForm(request.POST or None, programme=programme, vocabulary=known(vocabulary))
    if form.is_valid() and form.save_or_explain():
        return term_saved(request, form.instance, programme, Act.CREATED)
    return render(request, "programmes/term_form.html", {"form": form, "programme": programme})


def term_edit(request, term_id):
    term = get_object_or_404(Term.objects.administered_by(request.user), pk=term_id)
    programme = term.programme or Programme.objects.visible_to(request.user, Role.ADMINISTRATOR).first()
    form = TermForm(request.POST or None, instance=term, programme=programme, vocabulary=term.vocabulary)
    if form.is_valid() and form.save_or_explain():
        return term_saved(request, term, programme, Act.CHANGED)
    return render(request, "programmes/term_form.html", {"form": form, "programme": programme})


def term_saved(request, term, programme, act):
    trail.record(request, act, term)
    messages.success(request, _("Saved."))
    return redirect("programmes:terms", programme.pk, term.vocabulary)


def find_programme(request, programme_id, *roles):
    return get_object_or_404(Programme.objects.visible_to(request.user, *roles), pk=programme_id)


def known(vocabulary):
    if vocabulary not in Vocabulary.values:
        raise Http404
    return vocabulary
