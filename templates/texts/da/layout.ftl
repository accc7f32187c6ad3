### Det, der står omkring alle sider.

site-name = Selvbetjening
skip-to-content = Gå til sidens indhold
banner-label = Om denne simulator
banner-what = Dette er en simulator til øvelsesbrug.
banner-never = Skriv aldrig dit rigtige CPR-nummer eller en adgangskode, du bruger andre steder.
banner-now = Her er det
banner-world = Verdenen { $world }.
logged-on-as = Logget på som
log-on = Log på
log-off = Log af
back = Tilbage
to-the-front = Til forsiden
language-choose = Vælg sprog
footer-what = er en simulator af NemID, som det var i 2019. Den er ikke forbundet med NemID, banker eller myndigheder.

section-citizen = Selvbetjening
section-counter = RA-portal
section-provider = Tjenester
section-operator = Operatør
section-control-room = Kontrolrum

nav-sections = Simulatorens dele
nav-main = Hovedmenu
nav-front = Forside
nav-order = Bestil NemID
nav-activate = Aktivér NemID
nav-block = Spær NemID
nav-rules = Regler for NemID
nav-revocation-list = Spærreliste
nav-accessibility = Tilgængelighedserklæring
nav-site-map = Oversigt
site-map-lead = Her er alle sider, der har deres egen adresse.
site-map-without-log-on = Uden at logge på
site-map-desks = Tjenester og skranker
nav-my-nemid = Mit NemID
nav-key-cards = Nøglekort
nav-carriers = Nøgler
nav-password = Adgangskode
nav-user-id = Bruger-id
nav-contact = Kontaktoplysninger
nav-certificate = Certifikat
nav-encrypted-mail = Krypteret e-mail
nav-desk-certificate = Medarbejdercertifikat
nav-event-log = Hændelseslog
nav-sessions = Sessioner
nav-counter-front = Forside
nav-counter-order = Bestil NemID
nav-counter-maintain = Vedligehold NemID
nav-counter-journal = Journal
nav-counter-stock = Lager
nav-counter-officers = Medarbejdere
nav-control-room-front = Overblik
nav-clock = Ur
nav-persons = Personer
nav-offices = Kontorer

breadcrumbs = Du er her
steps-label = Trin
steps-here = Trin { $step } af { $of }
steps-done = Gennemført:
pager-label = Sider
pager-previous = Forrige
pager-next = Næste
pager-previous-page = Forrige side
pager-next-page = Næste side
pager-here = Side { $page } af { $of }
copy = Kopiér
copied = Kopieret
print-receipt = Udskriv kvittering
print-large = Stor skrift
print-usual = Almindelig skrift
print = Udskriv

notice-info = Information
notice-success = Udført
notice-warning = Advarsel
notice-error = Fejl

key-question = Find dette nummer på dit nøglekort, og skriv nøglen, der står ved siden af.
key-question-on = Find dette nummer på nøglekort { $card }, og skriv nøglen, der står ved siden af.
key-question-token = Tryk på knappen på din nøgleviser, og skriv de seks cifre, den viser.
key-question-app = Der er sendt en anmodning til din nøgleapp. Svar på telefonen. Går siden ikke selv videre, så tryk på »Jeg har godkendt«.
key-title-app = Svar i nøgleappen
key-button-app = Jeg har godkendt
key-gone-token = Nøgleviseren er blevet spærret imens. Svar med en anden nøgle, eller begynd forfra.
key-gone-app = Nøgleappen er blevet spærret imens. Svar med en anden nøgle, eller begynd forfra.
key-gone-voice = Nøgler i telefonen er blevet spærret imens. Svar med en anden nøgle, eller begynd forfra.
other-carriers = Brug en anden nøgle
carrier-card = Nøglekort
carrier-token = Nøgleviser
carrier-app = Nøgleapp
carrier-voice = Telefon
voice-call-me = Ring mig op
voice-call-again = Ring igen
voice-call-none = Vi ringer til { $telephone }, når du trykker på »Ring mig op«. En stemme læser en nøgle på seks cifre op to gange. Skriv den på en anden enhed end den telefon, der ringer.
voice-call-ringing = Vi ringer til { $telephone } nu. Tag telefonen, hør nøglen, og skriv den her. Telefonen ringer i et minut.
voice-call-answered = Nøglen er læst op på { $telephone }. Skriv den her.
voice-call-missed = Vi ringede til { $telephone }, men telefonen blev ikke taget. Det tæller ikke som forkert. Tryk på »Ring mig op«, når du er klar.
voice-call-ended = Opkaldet til { $telephone } gælder ikke mere. Tryk på »Ring mig op«.
key-card-label = Nøglekort { $number }
key-card-sheet = Nøglekort { $number }, ark { $sheet } af { $sheets }
key-card-title = Nøglekort
key-card-column = Kolonne { $column }: { $first }–{ $last }
key-card-find = Find nøgle
key-card-find-hint = Nøglenummeret, som siden beder om.
key-card-find-button = Find
key-card-find-none = Det nøglenummer står ikke på kortet. Se efter, om siden beder om en nøgle fra et andet kort.
key-card-found = Nøgle nr. { $number }:
key-card-key-number = Nr.
key-card-key = Nøgle
key-card-used = brugt

# $minutes: minutter
session-ends = { $minutes ->
    [one] Om højst 1 minut bliver du logget af, fordi en session højst varer { $longest }. Gør færdig, hvad du er i gang med, og log på igen.
   *[other] Om højst { $minutes } minutter bliver du logget af, fordi en session højst varer { $longest }. Gør færdig, hvad du er i gang med, og log på igen.
}
