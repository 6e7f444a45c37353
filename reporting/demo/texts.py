"""The words of the demo's report of 2021. Its numbers are live fields: they follow the records."""

from reporting.models import Narrative, Report

YEAR = 2021
TEXTS = {
    "sl": {
        "summary": """
            Na SOS telefonu je bil vse leto, podnevi in ponoči, nekdo, ki posluša. Dve zatočišči sta sprejeli ženske in
            otroke, ki doma niso bili varni. Na teh straneh je, kaj smo naredile, za koga in s čigavim denarjem.
            """,
        "summary-sos_telefon": """
            Sprejele smo {helpline_calls}, {helpline_calls_per_day} na dan; povprečen pogovor je trajal
            {helpline_call_average_minutes}. Dežurale smo {duty_hours}, vse dni in vse noči.
            """,
        "summary-zatocisce": """
            V hiši je živelo {women} in {children}; zasedena je bila {occupancy}. Opravile smo
            {introductory_interviews}, na novo je prišlo {admitted_women}.
            """,
        "summary-zatocisce_ii": """
            V drugi hiši je živelo {women} in {children}. Opravile smo {services_total}; oktobra smo odprle novo enoto
            na varovani lokaciji.
            """,
        "summary-psihosocialna": """
            Po pomoč je prišlo {users}, načrtovale smo jih {users_planned}. Svetovale smo {counselling_hours};
            enkrat samkrat je prišlo {single_visit_users}.
            """,
        "summary-prevention": """
            O nasilju govorimo, preden se zgodi. Za ranljive skupine smo pripravile {workshops_vulnerable_groups}, v
            medijih je bilo {media_items}.
            """,
        "summary-people": """
            Pomagalo je {organisation.volunteers_distinct}, ki so darovale {organisation.volunteer_hours}.
            """,
        "sos_telefon": """
            Telefon je odprt vse dni in vse ure. Pokliče lahko vsaka oseba, ki doživlja nasilje, kdor jo ima rad in
            kdor z njo dela.
            """,
        "sos_telefon-who": """
            Največ kličejo ženske, ki doživljajo nasilje v partnerskem odnosu, zdajšnjem ali nekdanjem. Pokličejo tudi
            njihove matere, sestre in prijateljice, sosedje, učiteljice in zdravnice. Pogovor je zaupen in klicalka
            lahko ostane brez imena: telefonske številke ne vidimo in je ne hranimo, razen če sama želi, da jo
            pokličemo nazaj.

            V letu 2021 smo sprejele {helpline_calls}. Skupaj s klici v pisarno, elektronsko pošto, klepetom in
            nadaljnjimi obravnavami je to {counselling_services_total}. Storitev ni isto kot oseba: ista klicalka je
            lahko poklicala večkrat. Oseb na anonimnem telefonu ne štejemo.
            """,
        "sos_telefon-when": """
            Telefon zvoni vse leto. Dopoldne pokliče tista, ki je sama, zvečer tista, ki ji otroci že spijo. Ponoči je
            klicev malo, a ti so nujni.
            """,
        "sos_telefon-after": """
            Kadar klicalka to želi, delamo z njo naprej. Skupaj pripravimo varnostni načrt, pokličemo center za
            socialno delo ali policijo, jo spremimo k odvetnici ali na sodišče. Tako smo opravile
            {follow_up_treatments}.

            Kdor ne govori slovensko ali se v stiski laže izrazi v svojem jeziku, lahko govori v njem: v tujih jezikih
            smo svetovale {foreign_language_hours}. Pravnica je svetovala {lawyer_hours}, kriminalistka
            {detective_hours}.
            """,
        "sos_telefon-duty": """
            Za vsako uro dežurstva stoji nekdo, ki se je učil poslušati. Osnovno usposabljanje je končalo
            {new_volunteers_trained}, ki zdaj dežurajo ob izkušenih.
            """,
        "zatocisce": """
            Hiša je varna, dokler nihče ne ve, kje je. Zato v tem poročilu ni naslovov; kjer bi stal naslov, piše
            *varovana lokacija*.
            """,
        "zatocisce-residents": """
            V zatočišču je živelo {residents}, povprečno {average_residents_per_month} na mesec. Oseba šteje v vsakem
            mesecu, v katerem je v hiši prespala vsaj eno noč, zato se mesečna števila ne seštejejo v letno.

            Otroci niso spremljevalci svojih mater. Vsak ima svoj načrt, svojo delavko in svoje ure.
            """,
        "zatocisce-occupancy": """
            Zasedenost so nočitve, deljene z nočitvami, ki bi bile mogoče na vseh ležiščih v uporabi.
            """,
        "zatocisce-after": """
            Odhod ni konec. Po podporo se je obrnilo {former_and_potential_users}, za katere smo opravile
            {services_former_potential}.
            """,
        "zatocisce_ii": """
            Druga hiša je daljša postaja: ženske v njej iščejo službo, stanovanje in svoj ritem.
            """,
        "zatocisce_ii-residents": """
            V njej je živelo {residents}, povprečno {average_residents_per_month} na mesec. Vsaka je bila v dejavnosti
            hiše vključena povprečno {active_hours_per_person_month} na mesec.
            """,
        "psihosocialna": """
            Nekatere pridejo enkrat in vedo, kaj bodo naredile. Druge hodijo leto dni. Obojim je vrata odprl isti
            pogovor.
            """,
        "psihosocialna-users": """
            Na svetovanje je prišlo {users}; načrtovale smo jih {users_planned}. Povpraševanje je naraslo po odprtju
            nove svetovalnice, zato smo dodale ure.
            """,
        "prevention": """
            O nasilju govorimo, preden se zgodi: z mladimi, s strokovnimi delavkami in z vsemi, ki bi lahko kaj
            opazili.
            """,
        "people": """
            Brez prostovoljk bi telefon ponoči zvonil v prazno.
            """,
        "people-volunteers": """
            Na telefonu, v hišah, na svetovanju in pri preventivi so bile z nami {volunteers_distinct}. Nekatere
            pomagajo v dveh programih; v skupnem številu je vsaka šteta enkrat.
            """,
        "money": """
            Večina denarja je javna in za določen namen. Zato vsak evro stoji pri programu, za katerega smo ga dobile.
            """,
        "money-expenses": """
            Prostovoljsko delo je ovrednoteno po urah. To ni denar: stoji med prihodki in v enakem znesku med odhodki.
            Številk poročilo ne popravlja; kjer se vsoti razlikujeta, stojita obe.
            """,
        "appendix": """
            Vsaka številka v poročilu je prešteta iz zapisov, po enem pravilu, ki velja vse leto in za vse programe.
            """,
    },
    "en": {
        "summary": """
            All year, by day and by night, somebody on the helpline was listening. Two shelters took in women and
            children who were not safe at home. These pages say what we did, for whom, and with whose money.
            """,
        "summary-sos_telefon": """
            We answered {helpline_calls}, {helpline_calls_per_day} a day; the average conversation took
            {helpline_call_average_minutes}. Somebody was on duty for {duty_hours}, not one hour uncovered.
            """,
        "sos_telefon": """
            The telephone is open every day and every hour: for everybody who suffers violence, who loves somebody
            who does, or who works with them.
            """,
        "sos_telefon-who": """
            Most callers are women who suffer violence from a partner, present or former. Their mothers, sisters and
            friends call too, neighbours, teachers and doctors. The conversation is confidential and needs no name.

            In 2021 we answered {helpline_calls}. With calls to the office, e-mails, chats and follow-up treatments
            these were {counselling_services_total}. A service is no person: the same caller may have called again.
            """,
        "zatocisce": """
            A house is safe as long as nobody knows where it is. This report holds no addresses.
            """,
        "psihosocialna": """
            Some come once and know what they will do. Others come for a year.
            """,
        "money": """
            Most of the money is public and given for a purpose: every euro stands with the programme that it was
            given for.
            """,
        "appendix": """
            Every number of this report was counted from records, by one rule that holds all year.
            """,
    },
}


def write_texts(organisation):
    """Once: what somebody has written meanwhile stays."""
    report, _begun = Report.objects.get_or_create(organisation=organisation, outline="annual", year=YEAR, programmes=[])
    Narrative.objects.bulk_create(
        [
            Narrative(report=report, section=section, language=language, text=paragraphs_of(text))
            for language, texts in TEXTS.items()
            for section, text in texts.items()
        ],
        ignore_conflicts=True,
    )


def paragraphs_of(text):
    """Without the indentation and line breaks of this file."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip())
