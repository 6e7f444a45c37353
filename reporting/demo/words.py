"""Invented texts. Nobody said them; nobody is called so."""


def _several(words):
    return words.split()


FIRST_NAMES = _several(
    "Ana Breda Cvetka Darja Eva Fani Greta Helena Ida Jana Katja Lina Maja Nika Olga Petra Rada Sonja Tina Urša Vida Zala "
    "Alma Bojana Danica Erika Irena Jasna Klara Lara Meta Nada Polona Rebeka Silva Tjaša Vesna Živa"
)
CHILDREN = _several("Aljaž Brina Črt Ema Filip Gaja Hana Izak Jan Kaja Luka Maks Neža Oskar Pia Rok Sara Tim Uma Vid")
LAST_NAMES = _several(
    "Izmišljena Namišljena Primerčič Vzorec Zgledna Neobstoječa Poskusna Dozdevna Navidezna Domišljija Pravljica Bajka"
)
KNOWLEDGE = ("slovenski znakovni jezik", "socialna pedagogika", "pravo, pripravništvo", "delo z otroki", "prva pomoč")

SAID = (
    "Izmišljen zapis: pogovor o tem, kaj bi ji pomagalo.",
    "Izmišljen zapis: želi informacije o postopkih.",
    "Izmišljen zapis: pokliče znova, ko bo imela več časa.",
    "Izmišljen zapis: skupaj pregledali možnosti in varne korake.",
    "Izmišljen zapis: sprašuje za prijateljico.",
    "Izmišljen zapis: potrebuje pogovor, stiska je po klicu manjša.",
    "Izmišljen zapis: dogovor, da se obrne na center za socialno delo.",
    "Izmišljen zapis: vprašanja o brezplačni pravni pomoči.",
)
SAFE = (
    "Izmišljen zapis: kliči samo dopoldne.",
    "Izmišljen zapis: najprej SMS brez imena.",
    "Izmišljen zapis: oglasi se le ona, sicer prekini.",
)
LEFT = (
    "Izmišljen zapis: okrog 18. ure pokliče prijateljica, dogovorjena je beseda. Tipkovnica se spet zatika.",
    "Izmišljen zapis: mirna noč, trije tihi klici. Povratni klici so narejeni.",
    "Izmišljen zapis: popoldne je zvonilo brez premora, dva pogovora sta predana.",
)
DONE = (
    "Izmišljen zapis: redno srečanje.",
    "Izmišljen zapis: dogovorjen naslednji korak.",
    "Izmišljen zapis: pregledali, kaj je uspelo.",
)
TITLES = {
    "basic_training": ("Osnovno usposabljanje prostovoljk",),
    "additional_training": ("Delo v stiski", "Pogovor z mladimi", "Meje in varnost", "Digitalno nasilje"),
    "internal_training": ("Zakonodaja v praksi", "Varovanje podatkov", "Delo s tolmačko", "Skrb zase"),
    "intervision": ("Intervizija",),
    "supervision_workshop": ("Supervizijska delavnica",),
    "staff_supervision": ("Supervizija",),
    "professional_event": ("Predavanje za strokovno javnost", "Posvet", "Usposabljanje za institucije"),
    "vulnerable_group_workshop": ("Delavnica o varnih odnosih", "Delavnica o mejah", "Delavnica za starejše"),
    "media_item": ("Prispevek o nenasilni komunikaciji", "Pogovor na radiu", "Članek na spletu"),
    "press_release": ("Izjava za javnost",),
}
RECIPIENTS = (
    ("social_work_centre", "CSD Izmišljeni Kraj"),
    ("court", "Okrožno sodišče v Nikjer"),
    ("lawyer", "Odvetnica Vzorec"),
    ("school", "Osnovna šola Nikjer"),
    ("health", "Zdravstveni dom Izmišljeni Kraj"),
)
PURPOSES = (
    "Izmišljen zapis: postopek za dodelitev otrok.",
    "Izmišljen zapis: izredna denarna pomoč.",
    "Izmišljen zapis: brezplačna pravna pomoč.",
    "Izmišljen zapis: dogovor o podpori otroku v šoli.",
)
