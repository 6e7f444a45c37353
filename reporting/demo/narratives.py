"""Reports that somebody has begun already, with a few sentences in which the numbers are live fields."""

from django.utils import timezone
from django_scopes import scopes_disabled

from programmes.models import Organisation
from reporting.demo import society
from reporting.models import Narrative, Report

SLOVENIAN = {
    "summary": (
        "Tudi v letu YEAR je na SOS telefonu vsako uro vsakega dne nekdo odgovoril: sprejele smo "
        "{sos_telefon.helpline_calls}. V obeh zatočiščih so ženske z otroki našle varen prostor in čas, "
        "da so premislile o naslednjih korakih.\n\n"
        "*Društvo je izmišljeno in njegovi zapisi prav tako; številke v poročilu so preštete iz njih.*"
    ),
    "sos_telefon": (
        "Kdor pokliče, lahko ostane brez imena. Pogovor traja, kolikor ga potrebuje, v povprečju "
        "{helpline_call_average_minutes}. Kadar en pogovor ni dovolj, delo nadaljujemo: takih primerov je bilo "
        "{follow_up_treatments}."
    ),
    "zatocisce": (
        "V hišah je živelo {women} in {children}; zapisanih je {nights}. Vsaka ženska ima svoj individualni načrt, "
        "vsak otrok svojo svetovalko."
    ),
    "psihosocialna": (
        "Na svetovanje prihaja več ljudi, kot jih je predvidel načrt. Opravile smo {counselling_hours} svetovanja, "
        "ob njem sta se srečevali dve podporni skupini."
    ),
    "people": (
        "Brez prostovoljk telefona ne bi bilo. Svoj čas so dale tudi zatočiščema, svetovanju, preventivi in "
        "vodenju društva; kdor pomaga na več mestih, je v skupnem številu prešteta enkrat."
    ),
}
ENGLISH = {
    "summary": (
        "In YEAR, too, somebody answered the helpline in every hour of every day: we took "
        "{sos_telefon.helpline_calls}. In both shelters women and their children found a safe place, and time to "
        "think about their next steps.\n\n"
        "*The society is invented, and so are its records; the numbers in this report are counted from them.*"
    ),
    "sos_telefon": (
        "Whoever calls may stay without a name. A talk takes the time it needs, {helpline_call_average_minutes} on "
        "average. Where one talk is not enough the work goes on: that was so in {follow_up_treatments}."
    ),
    "zatocisce": (
        "{women} and {children} lived in the houses; {nights} are on record. Every woman has an individual plan of "
        "her own, every child a counsellor."
    ),
    "psihosocialna": (
        "More people come for counselling than the plan foresaw. We gave {counselling_hours} of counselling, and two "
        "support groups met beside it."
    ),
    "people": (
        "Without volunteers there would be no helpline. They gave their time to the shelters, counselling, prevention "
        "and the society's bodies as well; who helps in several places is counted once in the whole."
    ),
}


@scopes_disabled()
def begin_reports():
    """Of the published year and of last year, unless they were begun before."""
    organisation = Organisation.objects.filter(key=society.KEY).first()
    begun = set(Report.objects.filter(organisation=organisation).values_list("year", flat=True))
    for year in {2021, timezone.localdate().year - 1} - begun:
        report = Report.objects.create(organisation=organisation, year=year)
        Narrative.objects.bulk_create(
            Narrative(report=report, section=section, language=language, text=text.replace("YEAR", str(year)))
            for language, texts in {"sl": SLOVENIAN, "en": ENGLISH}.items()
            for section, text in texts.items()
        )
