"""The invented society: its programmes and the words it chose. The same in every year."""

from datetime import date

from programmes.models import Kind, Vocabulary
from reporting.demo.money import CO_FUNDERS

KEY, NAME, DISPLAYED_NAME = "primer", "Društvo Primer za nenasilno komunikacijo", "Društvo Primer"

PROGRAMMES = [
    # key, name, short name, kind, longest stay, longest extension
    ("sos_telefon", "SOS telefon", "SOS telefon", Kind.HELPLINE, "", ""),
    ("zatocisce", "Zatočišče za ženske in otroke", "Zatočišče", Kind.SHELTER, 365, 180),
    ("zatocisce_ii", "Zatočišče za ženske in otroke II", "Zatočišče II", Kind.SHELTER, 365, 180),
    ("psihosocialna", "Psihosocialna pomoč", "Psihosocialna", Kind.COUNSELLING, "", ""),
    ("prevention", "Preventivne aktivnosti", "Preventiva", Kind.PREVENTION, "", ""),
    ("upravni_odbor", "Upravni odbor", "Upravni odbor", Kind.GOVERNANCE, "", ""),
    ("nadzorni_odbor", "Nadzorni odbor", "Nadzorni odbor", Kind.GOVERNANCE, "", ""),
]
REST = {Kind.HELPLINE: 11, Kind.SHELTER: 11}  # hours between two shifts of one person
UNITS = [
    # programme, key, name, opened
    ("sos_telefon", "ljubljana", "Ljubljana", ""),
    ("sos_telefon", "celje", "Celje", ""),
    ("zatocisce", "hisa", "Hiša", ""),
    ("zatocisce", "stanovanje-a", "Dislocirana enota A", ""),
    ("zatocisce", "stanovanje-b", "Dislocirana enota B", ""),
    ("zatocisce_ii", "hisa", "Hiša", ""),
    ("zatocisce_ii", "stanovanje", "Dislocirana enota", ""),
    ("zatocisce_ii", "nova-enota", "Nova enota", date(2021, 10, 1)),
]
GROUPS = [
    ("psihosocialna", "support_group_1", "Podporna skupina 1"),
    ("psihosocialna", "support_group_2", "Podporna skupina 2"),
]

WORDS = {
    Vocabulary.AGE_BAND: [
        ("do-17", "do 17 let", "17 and under", 0, 17),
        ("18-30", "18 do 30 let", "18 to 30", 18, 30),
        ("31-45", "31 do 45 let", "31 to 45", 31, 45),
        ("46-65", "46 do 65 let", "46 to 65", 46, 65),
        ("nad-65", "nad 65 let", "over 65", 66, ""),
    ],
    Vocabulary.LENGTH_BAND: [
        ("do-30", "do 30 dni", "up to 30 days", 0, 30),
        ("31-90", "31 do 90 dni", "31 to 90 days", 31, 90),
        ("91-180", "91 do 180 dni", "91 to 180 days", 91, 180),
        ("nad-180", "nad 180 dni", "over 180 days", 181, ""),
    ],
    Vocabulary.MUNICIPALITY: [
        ("osrednjeslovenska", "Osrednjeslovenska", "Central Slovenia"),
        ("savinjska", "Savinjska", "Savinja"),
        ("podravska", "Podravska", "Drava"),
        ("gorenjska", "Gorenjska", "Upper Carniola"),
        ("jugovzhodna", "Jugovzhodna Slovenija", "Southeast Slovenia"),
        ("obalno-kraska", "Obalno-kraška", "Coast and Karst"),
        ("pomurska", "Pomurska", "Mura"),
        ("drugo", "druge regije in tujina", "other regions and abroad"),
    ],
    Vocabulary.LANGUAGE: [
        ("sl", "slovenščina", "Slovenian"),
        ("en", "angleščina", "English"),
        ("bhs", "bosanščina, hrvaščina, srbščina", "Bosnian, Croatian, Serbian"),
        ("sq", "albanščina", "Albanian"),
        ("ru", "ruščina", "Russian"),
        ("drug", "drug jezik", "another language"),
    ],
    Vocabulary.RELATION: [
        ("partner", "partner", "partner"),
        ("bivsi-partner", "bivši partner", "former partner"),
        ("oce", "oče", "father"),
        ("mati", "mati", "mother"),
        ("otrok", "sin ali hči", "son or daughter"),
        ("drug-sorodnik", "drug sorodnik", "another relative"),
        ("nekdo-drug", "nekdo drug", "somebody else"),
    ],
    Vocabulary.HEARD_FROM: [
        ("splet", "splet", "internet"),
        ("policija", "policija", "police"),
        ("csd", "center za socialno delo", "social-work centre"),
        ("znanka", "znanka, sorodnica", "friend, relative"),
        ("mediji", "mediji", "media"),
        ("klicala-ze-prej", "klicala že prej", "called before"),
    ],
    Vocabulary.HELP_GIVEN: [
        ("pogovor", "razbremenilni pogovor", "relieving talk"),
        ("informacije", "informacije", "information"),
        ("varnostni-nacrt", "varnostni načrt", "safety plan"),
        ("pravice", "pravice in postopki", "rights and procedures"),
    ],
    Vocabulary.REFERRED_TO: [
        ("policija", "policija", "police"),
        ("csd", "center za socialno delo", "social-work centre"),
        ("varna-hisa", "varna hiša, krizni center", "shelter, crisis centre"),
        ("zdravstvo", "zdravstvo", "health care"),
        ("pravna-pomoc", "brezplačna pravna pomoč", "free legal aid"),
        ("svetovanje", "naše svetovanje", "our counselling"),
    ],
    Vocabulary.REFERRER: [
        ("crisis_centre", "krizni center", "crisis centre"),
        ("helpline", "SOS telefon", "helpline"),
        ("other_shelter", "druga varna hiša", "another shelter"),
        ("center-za-socialno-delo", "center za socialno delo", "social-work centre"),
        ("policija", "policija", "police"),
        ("sama", "prišla sama", "came by herself"),
    ],
    Vocabulary.REASON: [
        ("nasilje-partnerja", "nasilje partnerja", "violence by the partner"),
        ("nasilje-bivsega", "nasilje bivšega partnerja", "violence by a former partner"),
        ("nasilje-v-druzini", "nasilje drugega družinskega člana", "violence by another family member"),
    ],
    Vocabulary.STANDBY_TASK: [
        ("sprejem", "sprejem ženske in otrok", "admitting a woman and her children"),
        ("spremstvo", "spremstvo na policijo ali v bolnišnico", "accompaniment to the police or a hospital"),
        ("pogovor", "razbremenilni pogovor po telefonu", "a talk by phone"),
    ],
    Vocabulary.STANDBY_OUTCOME: [
        ("nastanitev", "nastanitev", "a place in the house"),
        ("umirjeno", "umirjeno po telefonu", "settled by phone"),
        ("predano", "predano drugi službi", "handed over to another service"),
    ],
    Vocabulary.REFUSAL: [
        ("ni-prostora", "ni prostora", "no free bed"),
        ("ni-nasilja", "ni šlo za nasilje", "not about violence"),
        ("druga-pomoc", "potrebuje drugo pomoč", "needs other help"),
    ],
    Vocabulary.DESTINATION: [
        ("samostojno", "samostojno stanovanje", "a flat of her own"),
        ("sorodniki", "sorodniki, prijateljice", "relatives, friends"),
        ("druga-varna-hisa", "druga varna hiša", "another shelter"),
        ("k-povzrocitelju", "vrnitev k povzročitelju", "back to the perpetrator"),
        ("drugam", "drugam", "elsewhere"),
        ("neznano", "ni znano", "not known"),
    ],
    Vocabulary.TARGET_GROUP: [
        ("mladi", "mladi", "young people"),
        ("starejsi", "starejši", "older people"),
        ("strokovni-delavci", "strokovne delavke in delavci", "professionals"),
        ("policija-sodstvo", "policija in pravosodje", "police and judiciary"),
        ("javnost", "splošna javnost", "the public"),
    ],
}
CASE_OUTCOMES = [
    # key, Slovenian, English, counts as
    ("dogovor", "končano po dogovoru", "ended by agreement", "agreed"),
    ("ne-pride-vec", "ne pride več", "stayed away", "stayed_away"),
    ("drugje", "predana drugam", "passed on to somebody else", "referred"),
    ("drug-program", "nadaljuje v drugem programu", "goes on in another programme", "transferred"),
    ("odklonila", "odklonila; ponudba odprta, zloženke dane", "declined; offer open, leaflets given", "declined"),
]
SERVICES = {
    # programme: key, Slovenian, English, counts as
    "sos_telefon": [
        ("obravnava", "nadaljnja obravnava", "follow-up treatment", "follow_up"),
        ("lawyer", "svetovanje pravnice", "lawyer's counselling", "lawyer"),
        ("detective", "svetovanje kriminalistke", "police detective's counselling", "detective"),
        ("foreign_language", "svetovanje v tujem jeziku", "counselling in a foreign language", "foreign_language"),
    ],
    "zatocisce": [
        ("podpora", "individualna psihosocialna podpora", "individual psychosocial support", "psychosocial_support"),
        ("nacrt", "svetovanje po individualnem načrtu", "counselling on the individual plan", "plan_counselling"),
        ("otroci", "psihosocialna podpora otrokom", "psychosocial support for children", "child_support"),
        ("spremstvo", "spremstvo in zagovorništvo", "accompaniment and advocacy", "advocacy"),
        ("skupina", "skupinska aktivnost z uporabnicami", "group activity with women", "group_activity"),
        ("skupno", "skupna aktivnost z otroki", "activity with women and children", "joint_activity"),
        (
            "krizno",
            "krizna intervencija izven delovnega časa",
            "crisis intervention out of hours",
            "crisis_intervention",
        ),
        ("pomoc", "pomoč bivšim in potencialnim uporabnicam", "help to former and potential users", "other"),
        ("ucenje", "učna pomoč in delavnice za otroke", "learning help and workshops for children", "other"),
        ("drugo", "druga storitev", "other service", "other"),
    ],
    "psihosocialna": [
        ("svetovanje", "svetovanje", "counselling", "counselling"),
        ("skupina", "podporna skupina", "support group", "support_group"),
    ],
}
SERVICES["zatocisce_ii"] = SERVICES["zatocisce"]


QUESTIONS = [
    # programme, question, asked, own words
    ("sos_telefon", "caller", "required", "", ""),
    ("sos_telefon", "acute_danger", "required", "", ""),
    ("psihosocialna", "heard_from", "required", "Kdo jo je napotil k nam", "Who sent her to us"),
    ("psihosocialna", "suicidal", "hidden", "", ""),
    ("psihosocialna", "interpreter", "hidden", "", ""),
]


def write_society(book):
    book.write("organisation", key=KEY, name=NAME, displayed_name=DISPLAYED_NAME)
    for position, (key, name, short_name, kind, limit, extension) in enumerate(PROGRAMMES):
        book.write(
            "programmes",
            key=key,
            name=name,
            short_name=short_name,
            kind=kind,
            position=position,
            stay_limit_days=limit,
            extension_limit_days=extension,
            rest_hours=REST.get(kind, ""),
        )
    for position, (programme, key, name, opened_on) in enumerate(UNITS):
        book.write("units", programme=programme, key=key, name=name, opened_on=opened_on, position=position)
    for programme, question, asked, label_sl, label_en in QUESTIONS:
        book.write(
            "questions", programme=programme, question=question, asked=asked, label_sl=label_sl, label_en=label_en
        )
    for programme, key, name in GROUPS:
        book.write("groups", programme=programme, key=key, name=name)
    _write_words(book)
    _write_co_funders(book)


def _write_words(book):
    for vocabulary, words in WORDS.items():
        for position, (key, slovenian, english, *band) in enumerate(words):
            lower, upper = band or ("", "")
            write_word(book, vocabulary, key, slovenian, english, position, lower=lower, upper=upper)
    write_words_of_cases(book)
    for programme, words in SERVICES.items():
        for position, (key, slovenian, english, counts_as) in enumerate(words):
            write_word(
                book,
                Vocabulary.SERVICE_KIND,
                key,
                slovenian,
                english,
                position,
                programme=programme,
                counts_as=counts_as,
            )


OUTCOMES = [
    ("prepoved", "prepoved približevanja", "barring order"),
    ("skrbnistvo", "zaupanje otrok", "custody of the children"),
    ("sluzba", "zaposlitev", "a job"),
    ("stanovanje", "svoje stanovanje", "a flat of her own"),
    ("postopek", "postopek končan", "procedure ended"),
    ("vrnitev", "vrnitev k partnerju", "return to the partner"),
]
NEEDS = [
    ("invalidnost", "invalidnost", "disability"),
    ("migracije", "migrantska izkušnja", "migration"),
    ("romska-skupnost", "romska skupnost", "Roma community"),
    ("lgbt", "LGBT+", "LGBT+"),
    ("tolmacenje", "tolmačenje", "interpreting"),
    ("dusevno-zdravje", "duševno zdravje", "mental health"),
]


def write_words_of_cases(book):
    for vocabulary, words in {Vocabulary.OUTCOME: OUTCOMES, Vocabulary.NEED: NEEDS}.items():
        for position, (key, slovenian, english) in enumerate(words):
            write_word(book, vocabulary, key, slovenian, english, position)
    for position, (key, slovenian, english, counts_as) in enumerate(CASE_OUTCOMES):
        write_word(book, Vocabulary.CASE_OUTCOME, key, slovenian, english, position, counts_as=counts_as)


def write_word(book, vocabulary, key, slovenian, english, position, **more):
    book.write(
        "vocabularies", vocabulary=vocabulary, key=key, label_sl=slovenian, label_en=english, position=position, **more
    )


def _write_co_funders(book):
    for position, (key, name) in enumerate(dict.fromkeys(CO_FUNDERS.values())):
        book.write("co_funders", key=key, name=name, position=position)
    for kind, amount in {"organisational": 13, "content": 10, "other": 6}.items():
        book.write("volunteer_rates", kind=kind, valid_from=date(2016, 1, 1), amount=amount)
