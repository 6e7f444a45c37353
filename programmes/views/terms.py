from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from accounts.roles import Role
from programmes.forms.terms import TermForm, TermsPreview
from programmes.models import Programme, Term, Vocabulary


def terms(request, programme_id, vocabulary):
    programme = find_programme(request, programme_id, *Role)
    words = list(Term.objects.offered_in(programme, known(vocabulary)))
    context = {
        "programme": programme,
        "vocabulary": Vocabulary(vocabulary),
        "terms": words,
        "is_own": any(word.programme_id for word in words),
        "preview": TermsPreview(words, Vocabulary(vocabulary)),
    }
    return render(request, "programmes/terms.html", context)


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


@require_POST
@transaction.atomic
def term_up(request, term_id):
    """One place up in its list, and so in every form and report."""
    term = get_object_or_404(Term.objects.administered_by(request.user), pk=term_id)
    programme = term.programme or Programme.objects.visible_to(request.user, Role.ADMINISTRATOR).first()
    Term.objects.move_up(term)
    trail.record(request, Act.CHANGED, term)
    return redirect("programmes:terms", programme.pk, term.vocabulary)


@require_POST
@transaction.atomic
def terms_own(request, programme_id, vocabulary):
    """From now on the programme words this list for itself."""
    programme = find_programme(request, programme_id, Role.ADMINISTRATOR)
    Programme.objects.select_for_update().get(pk=programme.pk)
    Term.objects.copy_for(programme, known(vocabulary))
    trail.record(request, Act.CHANGED, programme, purpose=vocabulary)
    messages.success(request, _("From now on this programme has a list of its own."))
    return redirect("programmes:terms", programme.pk, vocabulary)


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
