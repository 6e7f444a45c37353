from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from cases.forms.asking import rules_of
from cases.forms.contacts import ContactForm
from cases.forms.finding import ContactFilter
from cases.history import called, changes_of, said
from cases.models import Contact
from cases.views.interpreters import uses_in
from cases.views.messages import thread_of
from programmes.models import Term, Vocabulary

ON_A_PAGE = 50
ANSWERS = [
    *[
        "programme",
        "unit",
        "language",
        "interpreter",
        "caller",
        "sex",
        "age_band",
        "municipality",
        "subject",
        "kinds",
        "setting",
    ],
    *["relation", "children", "acute_danger", "danger_done", "suicidal", "given", "referred_to", "heard_from"],
    *["follow_up", "follow_up_at", "follow_up_ends_at"],
]


def contact_list(request):
    """Newest first; a search by somebody's code is written in the trail."""
    found = ContactFilter(request.GET, user=request.user)
    page = Paginator(found.qs, ON_A_PAGE).get_page(request.GET.get("page"))
    if found.form.cleaned_data.get("code"):
        trail.record(request, Act.SEARCHED)
    return render(request, "cases/contact_list.html", {"filter": found, "form": found.form, "page": page})


def contact(request, contact_id):
    contact = get_object_or_404(
        Contact.objects.visible_to(request.user)
        .with_attempts()
        .select_related("unit", "language", "municipality", "relation", "heard_from", "entered_by")
        .select_related("written_by__user", "written_by__vault", "begun_by__user", "begun_by__vault"),
        pk=contact_id,
    )
    trail.record(request, Act.OPENED, contact)
    return render(
        request,
        "cases/contact.html",
        {
            "contact": contact,
            "answers": list(answers_of(contact)),
            **thread_of(contact),
            "parts": contact.parts.select_related("worker__user", "worker__vault").order_by("-minutes", "pk"),
            "interpreter_uses": uses_in(contact),
            "referrals": contact.referrals.select_related("entry"),
            "supervises": Contact.objects.supervised_by(request.user).filter(pk=contact.pk).exists(),
            "may_take_back": Contact.objects.just_counted_by(request.user).filter(pk=contact.pk).exists(),
        },
    )


def answers_of(contact):
    """Every question that has an answer, in the words of the form."""
    words = Term.objects.filter(organisation=contact.programme.organisation_id).filter(
        Q(vocabulary=Vocabulary.HELP_GIVEN, key__in=contact.given)
        | Q(vocabulary=Vocabulary.REFERRED_TO, key__in=contact.referred_to)
    )
    own_words = {rule.question: rule.label for rule in rules_of(contact.programme) if rule.label}
    for name in ANSWERS:
        field = Contact._meta.get_field(name)
        if name in ("given", "referred_to"):
            vocabulary = Vocabulary.HELP_GIVEN if name == "given" else Vocabulary.REFERRED_TO
            value = ", ".join(dict.fromkeys(term.label for term in words if term.vocabulary == vocabulary))
        else:
            value = said(contact, field)
        label = called(field) if name not in own_words else own_words[name]
        if value:
            yield label, value
        elif name in contact.not_told:
            yield label, _("not known or not told")


def contact_edit(request, contact_id):
    contact = get_object_or_404(Contact.objects.visible_to(request.user).select_related("vault"), pk=contact_id)
    form = ContactForm(
        request.POST or None, instance=contact, user=request.user, programme=contact.programme, began=contact.started_at
    )
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, contact)
        messages.success(request, _("Saved."))
        return redirect("cases:contact", contact.pk)
    if not form.is_bound:
        trail.record(request, Act.OPENED, contact, purpose=_("to be changed"))
    return render(request, "cases/contact_edit.html", {"form": form, "contact": contact})


def contact_history(request, contact_id):
    """What the record said before, for those who supervise the programme."""
    contact = get_object_or_404(Contact.objects.supervised_by(request.user).select_related("vault"), pk=contact_id)
    trail.record(request, Act.OPENED, contact, purpose=_("history"))
    return render(request, "cases/contact_history.html", {"contact": contact, "changes": changes_of(contact)})
