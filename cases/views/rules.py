from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import trail
from accounts.models import Act
from cases.forms.asking import rules_of
from cases.forms.contacts import ContactForm
from cases.forms.rules import RulesForm
from programmes.models import Programme
from programmes.models.directory import KEEPERS


def form_rules(request, programme_id):
    """What a programme asks in a call: the office says it, and sees it as it will be."""
    programme = find_programme(request, programme_id)
    form = RulesForm(request.POST or None, programme=programme)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, programme, purpose=_("questions of a call"))
        messages.success(request, _("Saved. From now on calls ask so."))
        return redirect("cases:form_rules", programme.pk)
    return rules_page(request, programme, form)


@require_POST
def form_preview(request, programme_id):
    """The call as it would be, without saving anything."""
    programme = find_programme(request, programme_id)
    return rules_page(request, programme, RulesForm(request.POST, programme=programme))


def rules_page(request, programme, form):
    rules = list(form.rules()) if form.is_bound and form.is_valid() else rules_of(programme)
    context = {
        "programme": programme,
        "rules": form,
        "form": ContactForm(user=request.user, programme=programme, rules=rules),
        "asked": sum(rule.asked == "required" for rule in rules),
        "hidden": sum(rule.asked == "hidden" for rule in rules),
    }
    return render(request, "cases/rules.html#preview" if request.htmx else "cases/rules.html", context)


def find_programme(request, programme_id):
    return get_object_or_404(Programme.objects.visible_to(request.user, *KEEPERS), pk=programme_id)
