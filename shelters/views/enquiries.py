from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import trail
from accounts.models import Act
from shelters.forms.asked import AskedForm
from shelters.forms.enquiries import AnswerForm, EnquiryForm
from shelters.models import Enquiry, Outcome

SHOWN = 100


def enquiries(request):
    visible = Enquiry.objects.visible_to(request.user).select_related("programme", "referrer", "refusal").defer("note")
    return render(
        request,
        "shelters/enquiry_list.html",
        {
            "waiting": visible.waiting().order_by("asked_at"),
            "answered": visible.exclude(outcome=Outcome.WAITING).order_by("-asked_at")[:SHOWN],
        },
    )


def new_enquiry(request):
    asked = AskedForm(request.GET, user=request.user)
    programme = asked.chosen_programme()
    initial = {"beds": [bed.pk for bed in asked.beds], "wanted_on": asked.on}
    form = EnquiryForm(request.POST or None, programme=programme, initial=initial, instance=Enquiry())
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CREATED, form.instance)
        messages.success(request, _("Saved: %(enquiry)s.") % {"enquiry": form.instance})
        return redirect("shelters:enquiry", form.instance.pk)
    return render(request, "shelters/enquiry_new.html", {"form": form, "asked": asked, "programme": programme})


def enquiry(request, enquiry_id):
    enquiry = get_object_or_404(
        Enquiry.objects.visible_to(request.user).select_related("programme", "referrer", "refusal", "household"),
        pk=enquiry_id,
    )
    trail.record(request, Act.OPENED, enquiry)
    context = {
        "enquiry": enquiry,
        "beds": enquiry.beds.select_related("room__house"),
        "stay": enquiry.household.stays.first() if hasattr(enquiry, "household") else None,
        "may_change": Enquiry.objects.coordinated_by(request.user).filter(pk=enquiry.pk).exists(),
    }
    return render(request, "shelters/enquiry.html", context)


def answer(request, enquiry_id):
    enquiry = get_object_or_404(Enquiry.objects.coordinated_by(request.user).select_related("programme"), pk=enquiry_id)
    form = AnswerForm(request.POST or None, instance=enquiry, programme=enquiry.programme)
    if form.is_valid() and form.save_or_explain():
        trail.record(request, Act.CHANGED, enquiry)
        messages.success(request, _("Saved: %(enquiry)s.") % {"enquiry": enquiry})
        return redirect("shelters:enquiry", enquiry.pk)
    return render(request, "shelters/enquiry_answer.html", {"form": form, "enquiry": enquiry})
