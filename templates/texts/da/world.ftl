### Kontrolrummet: det, der ligger uden for systemet.

world-locked-title = Kontrolrummet er låst
world-locked-what = Kontrolrummet kræver en adgangskode.
world-locked-next = Genindlæs siden, lad navnet stå tomt, og skriv kontrolrummets adgangskode. Den, der driver simulatoren, kender den.

world-clock-move-shape = Skriv præcis én af »hours«, »days«, »working_days« og »to«. De tre første er hele tal, den sidste et tidspunkt som 2019-03-04T09:00:00+01:00.
refusal-clock-back = Uret kan kun stilles frem. Vælg et senere tidspunkt.
refusal-clock-too-far = Uret kan højst stilles ti år frem ad gangen. Vælg et tidligere tidspunkt.
refusal-letter-not-there = Brevet findes ikke. Se i personens postkasse, hvilke breve der er.
refusal-letter-in-transit = Brevet er stadig på vej. Stil uret frem, til det er kommet.
refusal-letter-lost = Brevet er gået tabt og kan ikke åbnes.
refusal-shelf-not-there = Det nummer er ikke på kontorets hylde.
refusal-shelf-not-handed-out = Det ligger stadig forseglet på hylden. Det kan først åbnes, når skranken har udleveret det.
refusal-dead-already = Personen er allerede registreret som død.
refusal-cpr-number-not-made-up = Det er ikke et opdigtet CPR-nummer. Læg 60 til dagen, så det hverken kan tilhøre en levende eller en død.
refusal-cpr-number-taken = En anden har det CPR-nummer, eller nogen har haft det. Vælg et andet.
refusal-cpr-number-waits = Personen har allerede fået et nyt CPR-nummer i dag. Stil uret til i morgen, før der kommer et til.
refusal-letter-has-come = Brevet er kommet frem, så det kan ikke forsinkes eller gå tabt mere.
refusal-letter-lost-already = Brevet er gået tabt. Find det, hvis det skal komme frem.
refusal-letter-not-lost = Brevet er ikke gået tabt.
refusal-letter-delay-days = Skriv et antal dage fra 1 til 365.
refusal-name-not-printable = Brevene kan ikke trykke alle tegn i navnet. Skriv det med latinske bogstaver.
refusal-street-not-printable = Brevene kan ikke trykke alle tegn i vejens navn. Skriv det med latinske bogstaver.
refusal-town-not-printable = Brevene kan ikke trykke alle tegn i byens navn. Skriv det med latinske bogstaver.
refusal-country-not-printable = Brevene kan ikke trykke alle tegn i landets navn. Skriv det med latinske bogstaver.
refusal-letter-sealed = Brevet er ikke åbnet endnu. Åbn det i postkassen.
refusal-wish-state = Skriv en af tilstandene: active, not_activated, locked, password_blocked, blocked, closed eller no_nemid.
refusal-wish-age = Skriv alderen som et helt tal fra 0 til 110.
refusal-wish-too-young = Et NemID fra det offentlige kræver, at man er fyldt 15 år. Skriv en højere alder, eller vælg en anden udsteder.
refusal-wish-issuer = Skriv en af udstederne: public, bank, business eller employer.
refusal-no-nemid = Personen har intet NemID og kan ikke logge på.
refusal-password-not-remembered = Personen husker ingen adgangskode. Aktivér eller genåbn først, eller vælg en anden person.
world-wish-shape = Send »state« og, hvis du vil, »name«, »age«, »issuer« og »session«, og intet andet. »session« er true eller false.
world-verify-file = Send filen som »file« i base64 og intet andet. Den må højst fylde 512 KiB og ikke være tom.

## Overblik

world-title = Kontrolrum
world-lead = Her styrer du det, der ligger uden for NemID: tiden, folkeregisteret, postkasserne og kontorernes hylder. Vælg en person, åbn personens breve, og prøv Selvbetjening som den person.
world-persons-title = Personer
world-persons-lead = Hver person har et problem eller noget særligt. Begynd øverst.
world-sections = Afsnit
world-no-nemid = Intet NemID
world-newcomer-title = Lav en person
world-newcomer-lead = Du får en opdigtet person med NemID i den tilstand, du vælger. Det, der skal til, er sket i de sidste uger: bestilling, breve, aktivering og resten.
world-newcomer-state = Tilstand
world-newcomer-issuer = NemID'ets udsteder
world-newcomer-name-hint = Lad feltet stå tomt for at få et navn.
world-newcomer-age = Alder
world-newcomer-age-hint = Hele år. Lad feltet stå tomt for at få en voksen.
world-newcomer-make = Lav personen
world-newcomer-go = Lav en ny person i den tilstand, du har brug for
world-log-on-as = Log på som { $name }
world-reset-title = Nulstil verden
world-reset-question = Vil du nulstille verden?
world-reset-lead = Alt bliver, som det var fra begyndelsen: { $at }.
world-reset-persons = Alle personer, breve, nøglekort, logge og journaler bliver, som de var. Personer, der er lavet siden, forsvinder.
world-reset-sessions = Alle bliver logget af, og det, som nogen er i gang med, er væk.
world-reset-mail = E-mails, der ligger som filer i datamappen, bliver slettet.
world-reset-no-way-back = Det kan ikke gøres om.
world-reset-do = Nulstil verden
world-reset-not = Behold verden, som den er
world-api-what = Alt dette findes også som JSON til programmer:
world-api-title = Kontrolrummet for programmer
world-api-lead = Hvert kald herunder gør det samme som en side i kontrolrummet. Beskrivelsen er på engelsk, som programmer læser den.
world-api-file = Beskrivelsen som fil:
world-api-calls = Kald
world-api-in-path = i adressen
world-api-in-query = efter spørgsmålstegnet
world-api-body = Det, der sendes:
world-api-answers = Svar:
world-api-schemas = Det, svarene består af
world-curl-show = Det samme fra kommandolinjen
world-curl-copy = Kopiér som curl

world-section-guide-1-2 = Kom i gang: Aktivér et NemID
world-section-guide-2-1 = Guide 2.1: Har borgeren NemID?
world-section-guide-3-1-1 = Guide 3.1.1: Intet modtaget med posten
world-section-guide-3-1-2 = Guide 3.1.2: Den midlertidige adgangskode virker ikke
world-section-guide-3-1-3 = Guide 3.1.3: Glemt adgangskode
world-section-guide-3-1-4 = Guide 3.1.4: Låst eller spærret adgangskode
world-section-guide-3-1-5 = Guide 3.1.5: To NemID
world-section-guide-3-1-6 = Guide 3.1.6: Mistet nøglekort
world-section-guide-3-1-7 = Guide 3.1.7: Flere nøglekort
world-section-guide-3-2-1 = Guide 3.2.1: NemID fra banken til det offentlige
world-section-guide-3-2-2 = Guide 3.2.2: NemID fra banken kan ikke aktiveres
world-section-guide-3-2-3 = Guide 3.2.3: Intet modtaget fra banken, og det haster
world-section-made = Lavet her
world-section-rules-2 = Regler 2: Underskriften binder
world-section-rules-3-1 = Regler 3.1: Et NemID bliver oprettet
world-section-rules-3-4 = Regler 3.4: Den midlertidige adgangskode
world-section-rules-3-5-1 = Regler 3.5.1: Spær med det samme
world-section-rules-3-5-2 = Regler 3.5.2: Sådan spærrer man
world-section-rules-3-5-3 = Regler 3.5.3: Hele NemID'et er spærret
world-section-rules-3-5-4 = Regler 3.5.4: Efter en spærring
world-section-rules-3-6 = Regler 3.6: NemID'et er lukket
world-section-rules-3-7 = Regler 3.7: Hændelseslog og registrering
world-section-rules-3-9 = Regler 3.9: Nøgler i telefonen
world-section-rules-3-10 = Regler 3.10: Reglerne er ændret
world-section-rules-4 = Regler 4: Ét NemID til banken, ét til det offentlige
world-section-rules-4-1 = Regler 4.1: Samtykke
world-section-rules-4-2 = Regler 4.2: Ændret navn
world-section-rules-4-3 = Regler 4.3: Spærret certifikat
world-section-rules-4-4 = Regler 4.4: Certifikat, der udløber
world-section-rules-4-5 = Regler 4.5: Modtagerens kontrol
world-section-staff = Medarbejdere

## Ur

world-clock-moved = Uret er stillet frem til { $at }.
world-clock-title = Ur
world-clock-what = Uret går hele tiden og kan stilles frem, men aldrig tilbage. Breve, frister og udløb kommer undervejs, hver på sin dag.
world-clock-unfinished-title = Uret nåede ikke helt frem
world-clock-unfinished = Det skulle stilles til { $until }, men flytningen blev afbrudt. Alt, der skulle ske til og med nu, er sket. Stil uret frem igen for at komme videre.
world-clock-more = Flere måder at stille uret
world-clock-working-day = Det er en hverdag.
world-clock-day-off = Det er ikke en hverdag: Posten holder fri.
world-clock-steps = Stil uret frem et antal timer, dage eller hverdage
world-clock-to = Stil uret til en bestemt dag
world-clock-count-label = Antal
world-clock-unit-label = Enhed
world-clock-unit-hours = Timer
world-clock-unit-days = Dage
world-clock-unit-working-days = Hverdage
world-clock-date-label = Dato
world-clock-time-label = Klokkeslæt
world-clock-time-hint = For eksempel 09.00.
world-clock-move = Stil uret frem
world-clock-move-to = Stil uret til tidspunktet
world-clock-count = Skriv et helt tal, for eksempel 3.
world-clock-unit = Vælg timer, dage eller hverdage.
world-clock-date = Skriv dag, måned og år.
world-clock-time = Skriv et klokkeslæt, for eksempel 09.00.
world-move-hour = 1 time
world-move-eight-hours = 8 timer
world-move-day = 1 dag
world-move-working-day = 1 hverdag
world-move-three-working-days = 3 hverdage
world-move-ten-working-days = 10 hverdage
world-move-thirty-days = 31 dage
world-last-move = Sidst uret blev stillet
world-last-move-what = Fra { $from } til { $to }: { $what }.
world-day-by-day = Dag for dag
world-clock-question = Vil du stille uret frem til { $at }?
world-clock-question-lead = Nu er det { $from }. Uret kan ikke stilles tilbage, og frister løber ud undervejs.
world-clock-on-the-way = Undervejs:
world-clock-cut = Der sker for meget til at vise det hele. Listen går til { $at }.
world-clock-not = Lad uret stå
world-happens-nothing = intet sker
world-happened-nothing = intet skete
world-happens-and-more = { $what } og mere
world-happens-letter-came = { $count ->
    [one] 1 brev kommer
   *[other] { $count } breve kommer
}
world-happened-letter-came = { $count ->
    [one] 1 brev kom
   *[other] { $count } breve kom
}
world-happens-temporary-password-ran-out = { $count ->
    [one] 1 kode udløber
   *[other] { $count } koder udløber
}
world-happened-temporary-password-ran-out = { $count ->
    [one] 1 kode udløb
   *[other] { $count } koder udløb
}
world-happens-certificate-expiry-noticed = { $count ->
    [one] 1 besked om et certifikat, der udløber, bliver sendt
   *[other] { $count } beskeder om certifikater, der udløber, bliver sendt
}
world-happened-certificate-expiry-noticed = { $count ->
    [one] 1 besked om et certifikat, der udløber, blev sendt
   *[other] { $count } beskeder om certifikater, der udløber, blev sendt
}
world-happens-certificate-expired = { $count ->
    [one] 1 certifikat udløber
   *[other] { $count } certifikater udløber
}
world-happened-certificate-expired = { $count ->
    [one] 1 certifikat udløb
   *[other] { $count } certifikater udløb
}
world-happens-certificate-blocked = { $count ->
    [one] 1 certifikat bliver spærret
   *[other] { $count } certifikater bliver spærret
}
world-happened-certificate-blocked = { $count ->
    [one] 1 certifikat blev spærret
   *[other] { $count } certifikater blev spærret
}
world-happens-nemid-closed = { $count } NemID bliver lukket
world-happened-nemid-closed = { $count } NemID blev lukket
world-happens-cpr-number-came = { $count ->
    [one] 1 nyt CPR-nummer kommer fra folkeregisteret
   *[other] { $count } nye CPR-numre kommer fra folkeregisteret
}
world-happened-cpr-number-came = { $count ->
    [one] 1 nyt CPR-nummer kom fra folkeregisteret
   *[other] { $count } nye CPR-numre kom fra folkeregisteret
}
world-happens-token-worn-out = { $count ->
        [one] { $count } batteri i en nøgleviser løber tør
       *[other] { $count } batterier i nøglevisere løber tør
    }
world-happened-token-worn-out = { $count ->
        [one] { $count } batteri i en nøgleviser løb tør
       *[other] { $count } batterier i nøglevisere løb tør
    }
world-happens-app-lapsed = { $count ->
        [one] { $count } nøgleapp uden PIN-kode udløber
       *[other] { $count } nøgleapps uden PIN-kode udløber
    }
world-happened-app-lapsed = { $count ->
        [one] { $count } nøgleapp uden PIN-kode udløb
       *[other] { $count } nøgleapps uden PIN-kode udløb
    }

## Person

world-to-persons = Alle personer
world-cpr = CPR-nummer
world-born = Født
world-age = { $age } år
world-address = Folkeregisteradresse
world-address-none = Ingen
world-address-stated = Oplyst adresse
world-cpr-from-tonight = CPR-nummer fra i nat
world-cpr-former = Tidligere CPR-numre
world-passport = Pas
world-licence = Kørekort
world-died = Død
world-letter-box = Postkasse
world-letter-box-empty = Der har ikke været post.
world-letter-welcome = Velkomstbrev
world-letter-key-card = Nøglekort
world-letter-pin-letter = PIN-brev
world-letter-key-token = Nøgleviser
world-letter-key-voice = Brev om nøgler i telefonen
world-letter-notice = Besked
world-letter-purpose-activate = til aktivering
world-letter-purpose-unlock = til genåbning med den adgangskode, der huskes
world-letter-purpose-reset = til genåbning efter Nulstil
world-letter-purpose-first-card = første kort
world-letter-purpose-next-card = næste kort, fordi der er få nøgler tilbage
world-letter-purpose-replacement-card = i stedet for et andet
world-letter-purpose-extra-card = ekstra kort
world-letter-purpose-token = nøgleviser
world-letter-purpose-voice = nøgler i telefonen
world-calls = Telefonen
world-call-to = Opkald til { $telephone }
world-call-ringing = Ringer
world-call-answered = Taget
world-call-missed = Ikke taget
world-call-ended = Slut
world-call-take = Tag telefonen
world-call-title = Telefonen er taget
world-call-back = Til personen
world-call-what = Det, stemmen siger på { $telephone }, høres kun denne ene gang.
world-call-sound = Stemmen, der læser nøglen op
world-call-said = Det siger stemmen
world-call-over = Gå tilbage til siden, hvor nøglen skal skrives, og tryk på »Ring mig op« igen.
world-hotline-voice = Bestil nøgler i telefonen hos hotlinen
world-voice-order-title = Bestil nøgler i telefonen
world-voice-order-what = Personen ringer til hotlinen om NemID { $number }. Et brev om det går først til den registrerede adresse.
world-voice-order-button = Bestil
world-letter-state-in-transit = På vej
world-letter-state-delivered = Forseglet
world-letter-state-opened = Åbnet
world-letter-state-lost = Gået tabt
world-letter-posted = Postet
world-letter-arrives = ventes frem
world-letter-handed-over = Udleveret hos { $office }
world-letter-delivered = leveret
world-letter-open = Åbn
world-letter-open-welcome = Åbn velkomstbrev
world-letter-open-key-card = Åbn nøglekort
world-letter-open-pin-letter = Åbn PIN-brev
world-letter-open-key-token = Åbn nøgleviser
world-letter-open-key-voice = Åbn brev om nøgler i telefonen
world-letter-open-notice = Åbn besked
world-use-in-activation = Brug i aktiveringen
world-use-in-reopening = Brug i genåbningen
world-letter-read = Læs
world-letter-pdf = Hent som PDF
world-letter-to = Brev til { $name }
world-post-go = Forsink, eller lad gå tabt
world-post-go-lost = Find brevet
world-post-title = Et brev på vej
world-post-posted = Postet
world-post-arrives = Kommer
world-post-what = Kommer posten ikke i tide, må borgeren have hjælp ved skranken, når der er gået ti hverdage (Guide 3.1.1). Hverken borgeren eller medarbejderen kan se, hvad der er sket med brevet.
world-post-title-lost = Et brev, der er gået tabt
world-post-lost = Finder du brevet, kommer det den næste hverdag. Var det nået frem, har personen det igen.
world-post-delay-title = Forsink brevet
world-post-delay-days = Antal dage
world-post-delay-hint = Fra 1 til 365. Posten kommer kun på hverdage.
world-post-delay = Forsink
world-post-lose-title = Lad brevet gå tabt
world-post-lose-what = Du kan finde det igen senere.
world-post-lose = Lad gå tabt
world-post-find = Find brevet
world-nemids = NemID
world-nemids-none = Personen har intet NemID.
world-issuer = Udsteder
world-number = NemID-nummer
world-user-id = Bruger-id
world-remembers = Husker adgangskoden
world-remembers-nothing = Nej – den er glemt, eller også har du selv valgt en ny
world-email = E-mail
world-mobile = Mobilnummer
world-cards = Nøglekort
world-carriers = Andre nøgler
world-keys-left = { $count ->
    [one] 1 nøgle tilbage
   *[other] { $count } nøgler tilbage
}
world-card-look = Se kortet
world-card-title = Nøglekort { $number }
world-hotline = Ring til hotlinen, og bed om at få noget spærret. Den svarer døgnet rundt.
world-hotline-cards = Få alle nøglekort spærret
world-hotline-password = Få adgangskoden spærret
world-messages = E-mail og SMS
world-messages-none = Der er ingen e-mails eller SMS'er.
world-message-mail = E-mail
world-message-sms = SMS
world-message-signed = Signeret e-mail
world-message-signed-what = Signaturen viser, at e-mailen kommer fra simulatoren, og at ingen har ændret den. Simulatoren har selv udstedt certifikatet bag den; hent roden under »Om certifikater«, så kan dit mailprogram kontrollere det.
world-message-file = Hent e-mailen med signatur (.eml)
world-encrypted-title = Krypteret e-mail
world-encrypted-link = Send en krypteret e-mail til personen, eller bring en, som et andet program har krypteret
world-encrypted-what = Teksten bliver krypteret til det certifikat, som { $name } har nu. Den kan læses på Selvbetjening, indtil certifikatet bliver spærret, fornyet eller udløber.
world-encrypted-done = E-mailen er afleveret
world-encrypted-done-what = { $name } finder den under »Krypteret e-mail«.
world-encrypted-file-title = En e-mail fra et andet program
world-encrypted-file-what = Hent personens certifikat på Selvbetjening, kryptér til det i dit eget program (S/MIME, AES), og vælg filen her.
world-encrypted-file-hint = E-mailen (.eml) eller den krypterede del alene (.p7m).
world-encrypted-deliver = Aflevér
world-message-to = Til
world-message-waits = venter på at blive sendt
world-message-trouble = kunne ikke sendes endnu
world-message-repeated = sendt igen, fordi det første forsøg blev afbrudt; den er måske leveret to gange
world-register = Folkeregister
world-register-what = Her ændrer du det, der står om personen i folkeregisteret. NemID får det at vide med det samme, men et nyt CPR-nummer først i nat.
world-name-missing = Skriv navnet.
world-name = Navn
world-street = Vej og nummer
world-postcode = Postnummer
world-town = By
world-rename = Skift navn
world-relocate = Flyt
world-no-address-what = Uden folkeregisteradresse går breve til den adresse, personen har oplyst. Er der heller ikke sådan en, kan der ikke sendes noget.
world-no-address = Fjern folkeregisteradressen
world-stated-title = Oplyst adresse
world-stated-what = Personen ringer til hotlinen og oplyser en adresse til breve. Den bruges kun, så længe der ingen folkeregisteradresse er (Regler 4.3). Breve til udlandet er otte hverdage undervejs.
world-stated-street = Oplyst vej og nummer
world-stated-postcode = Oplyst postnummer
world-stated-town = Oplyst by
world-stated-postcode-hint = Skal udfyldes, når adressen er i Danmark.
world-country = Land
world-country-hint = Lad feltet stå tomt, når adressen er i Danmark.
world-state-address = Oplys adressen
world-stated-withdraw = Glem den oplyste adresse
world-new-cpr-title = Nyt CPR-nummer
world-new-cpr-what = Personen får et nyt CPR-nummer. I nat spærres certifikatet, og det gamle nummer virker ikke længere som bruger-id. Ved næste pålogning kommer der et nyt certifikat. Det kan ikke fortrydes.
world-new-cpr-waits = Personen har fået nummeret { $number }. NemID får det at vide i nat: Stil uret en dag frem.
world-new-cpr-hint = Feltet viser et ledigt nummer med samme fødselsdag. Du kan skrive et andet opdigtet.
world-new-cpr = Giv nyt CPR-nummer
world-death-title = Dødsfald
world-death-what = Registrerer du et dødsfald, bliver alle personens NemID spærret. Det kan ikke fortrydes.
world-death = Registrér dødsfald
world-death-question = Vil du registrere, at { $name } er død?
world-death-not = Nej, gå tilbage

## Kontorer

world-offices-title = Kontorer
world-offices-what = På hvert kontors hylde ligger forseglede nøglekort og PIN-breve. Når skranken har udleveret et, kan du åbne det her som den, der fik det.
world-offices-go = Se hylderne
world-shelf-handed-out = Udleveret
world-shelf-nothing = Der er ikke udleveret noget endnu.
world-shelf-number = Nummer
world-shelf-what = Hvad
world-shelf-when = Hvornår
world-shelf-open = Indhold
world-shelf-cards = { $count ->
    [one] 1 forseglet nøglekort
   *[other] { $count } forseglede nøglekort
}
world-shelf-letters = { $count ->
    [one] 1 forseglet PIN-brev
   *[other] { $count } forseglede PIN-breve
}
