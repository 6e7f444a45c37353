from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy

from cases.models import Disclosure, Release
from cases.places import Section, below
from cases.templatetags.cases import called
from cases.timeline import Event, listed, source

NAMED = ("vault", "case__client__vault")


@source("disclosures", pgettext_lazy("time line", "releases"), position=70)
def releases(whose):
    for release in of_cases(Release, whose).select_related(*NAMED):
        yield Event(
            at=release.given_on,
            icon="key",
            title=gettext("Release: %(whom)s") % {"whom": release.get_recipient_kind_display()},
            url=reverse("cases:release_edit", args=[release.pk]),
            detail=listed(release.recipient, release.parts_in_words),
        )
    for disclosure in of_cases(Disclosure, whose).select_related(*NAMED, "worker__user", "worker__vault"):
        yield Event(
            at=disclosure.given_at,
            icon="mail",
            title=gettext("Data given to: %(whom)s") % {"whom": disclosure.get_recipient_kind_display()},
            url=reverse("cases:disclosure_edit", args=[disclosure.pk]),
            detail=listed(disclosure.recipient, disclosure.parts_in_words, called(disclosure.worker)),
            note=disclosure.note,
        )


def of_cases(model, whose):
    records = model.objects.visible_to(whose.user)
    return records.filter(case=whose.case) if whose.case else records.filter(case__client=whose.client)


@below.part
def releases_and_disclosures(case, user):
    context = {
        "releases": Release.objects.visible_to(user).filter(case=case).select_related(*NAMED),
        "disclosures": Disclosure.objects.visible_to(user).filter(case=case).select_related(*NAMED),
    }
    yield Section("cases/case_releases.html", position=70, context={"case": case, **context})
