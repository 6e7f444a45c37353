"""The instrument that comes with the house: known risk factors in our own words, no third party's questions.

(key, weight, Slovenian, English). A yes that alone means high risk weighs as much as the band of high risk begins at.
"""

from cases.vocabulary import RiskLevel

KEY, EDITION, REVIEW_DAYS = "known_factors", 1, 30
NAME = "Znani dejavniki tveganja"
LICENCE = "Lasten seznam v lastnih besedah; prosto za rabo in spreminjanje. Ni preizkušen pripomoček: podpira presojo."
HIGH, MEDIUM = 12, 5

FACTORS = [
    ("left_or_leaving", 3, "Odšla je ali namerava oditi.", "She has left or means to leave."),
    ("more_often_or_worse", 3, "Nasilje je vse pogostejše ali vse hujše.", "The violence comes more often or is worse."),
    ("threats_to_kill", 6, "Grozil je, da bo ubil njo, otroka ali koga drugega.",
     "He threatened to kill her, a child or somebody else."),
    ("strangled", 12, "Davil jo je ali ji kako drugače jemal sapo.", "He strangled her or took her breath otherwise."),
    ("weapon_used", 12, "Z orožjem ali nevarnim predmetom je napadel ali grozil.",
     "He attacked or threatened with a weapon or a dangerous object."),
    ("weapon_at_hand", 3, "Orožje mu je dosegljivo.", "A weapon is within his reach."),
    ("follows_her", 3, "Zasleduje jo, jo čaka ali nadzoruje na daljavo.",
     "He follows her, waits for her or watches her from afar."),
    ("controls_her", 2, "Odloča, kam gre, koga vidi in za kaj porabi denar.",
     "He decides where she goes, whom she sees, what she spends."),
    ("jealous", 2, "Ljubosumje ga vodi: obtožuje jo in preverja.", "Jealousy drives him: he accuses and checks her."),
    ("pregnant_or_baby", 3, "Nasilen je med nosečnostjo ali ob dojenčku.", "He is violent in pregnancy or beside a baby."),
    ("sexual_violence", 3, "Silil jo je v spolnost.", "He forced her to sex."),
    ("children_hurt", 3, "Otroke je poškodoval ali grozil, da jih bo poškodoval ali odpeljal.",
     "He hurt the children, or threatened to hurt or take them."),
    ("broke_orders", 3, "Prekršil je prepoved približevanja ali dogovor z organi.",
     "He broke a barring order or what he had agreed with the authorities."),
    ("violent_before", 2, "Nasilen je bil že do prejšnje partnerke ali do drugih.",
     "He was violent to a former partner or to others before."),
    ("own_death", 3, "Grozi, da se bo ubil, ali je to že poskusil.", "He threatens to kill himself or has tried to."),
    ("drinks_or_drugs", 1, "Zaradi alkohola ali drog je nevarnejši.", "Alcohol or drugs make him more dangerous."),
    ("great_loss", 1, "Pred kratkim je izgubil službo, dom ali veliko denarja.",
     "He lately lost his job, his home or much money."),
    ("animals_and_things", 1, "Muči živali ali uničuje stvari, ki so ji drage.",
     "He hurts animals or destroys what is dear to her."),
    ("contact_through_children", 2, "Srečanja zaradi otrok izrablja za nasilje.",
     "He uses meetings about the children for violence."),
    ("alone_or_dependent", 2, "Odvisna je od njega ali nima nikogar, ki bi ji pomagal.",
     "She depends on him or has nobody who would help."),
    ("she_is_afraid", 4, "Boji se, da jo bo ubil ali hudo poškodoval.", "She fears that he will kill or gravely hurt her."),
    ("she_despairs", 3, "Sama misli na smrt.", "She thinks of death herself."),
]  # fmt: skip

BANDS = [
    (0, RiskLevel.LOW, "nizka", "low"),
    (MEDIUM, RiskLevel.MEDIUM, "srednja", "medium"),
    (HIGH, RiskLevel.HIGH, "visoka", "high"),
]
