### Det, skrankerne har fælles, og operatørens og bankernes egne sider: slå op, vælg, underskriv, journal.

nav-operator-front = Find NemID
nav-operator-rules = Versioner af reglerne
nav-operator-health = Drift
nav-operator-journal = Journal
section-bank-counter = Bankskranker

desk-title-operator = Operatørens skranke
desk-title-office = { $office }
desk-title-bank = Skranken hos { $bank }
desk-lead-operator = Find en person, og se, hvordan det står til med personens NemID. Spær, eller hjælp.
desk-lead-bank = Find en kunde, eller udsted et NemID til netbanken. Du ser kun de NemID, som banken selv har udstedt eller har en aftale på.
desk-find-hint = Udfyld ét af felterne. Brug kun opdigtede personer.
desk-find = Find
desk-fault-number = Skriv et NemID-nummer eller et CPR-nummer.
desk-journal-text = Se, hvad der er underskrevet her.
desk-rules-text = Offentliggør en ny version af reglerne for NemID.
desk-health-text = Se status for udbakke, natlige opgaver og database.

desk-gone-title = Ekspeditionen er slut
desk-gone-what = Den har ligget for længe, eller den hører til en anden.
desk-gone-next = Det, der ikke blev underskrevet, har ikke ændret noget. Det, der blev underskrevet, står i journalen. Begynd forfra her.

desk-died = Død
desk-no-address = Ingen adresse
desk-nemids = Personens NemID
desk-guessed-title = Andre har prøvet at logge på
desk-guessed = { $times ->
        [one] Adgangskoden til NemID { $number } er tastet forkert én gang for nylig fra et sted, hvor indehaveren ikke har logget på før. Det låser ikke NemID'et.
       *[other] Adgangskoden til NemID { $number } er tastet forkert { $times } gange for nylig fra steder, hvor indehaveren ikke har logget på før. Det låser ikke NemID'et.
    }
desk-none = Personen har intet NemID.
desk-none-at-bank = Personen har intet NemID hos banken.
desk-choose-head = Valg
desk-choose = Vælg
desk-chosen = Valgt
desk-one = NemID { $number }
desk-errand-of = { $name }
desk-offers = Hvad skal der ske?
desk-no-offers = Her er ikke noget at gøre lige nu.
desk-no-offers-yet = Vælg et af personens NemID først.

issuer-named = { $kind ->
        [business] { $name } (erhverv)
        [employer] { $name } (medarbejder)
       *[other] { $name }
    }
desk-fact-state = Tilstand
desk-fact-standing = NemID
desk-fact-issuer = Udsteder
desk-fact-password = Adgangskode
desk-fact-temporary = Midlertidig adgangskode
desk-fact-certificate = Certifikat
desk-fact-agreements = Bankaftaler
desk-card-since = Udstedt
desk-card-left = Nøgler tilbage

desk-standing-closed = Lukket { $at }. Årsag: { $reason }
desk-blocked = Spærret { $at }. Årsag: { $reason }
desk-password-none = Ikke valgt endnu
desk-password-in-use = I brug siden { $since }
desk-password-locked = Låst til { $until }
desk-temporary-none = Ingen
desk-temporary-live = Udstedt { $issued } til { $bank ->
        [none] Selvbetjening
       *[other] netbanken hos { $bank }
    }. PIN-brev { $serial } { $delivery ->
        [handed-out] er udleveret
        [in-post] er på vej med posten og ventes { $day }
       *[posted] er sendt med posten
    }. Virker til { $until }.
desk-temporary-used = Ingen. Den seneste blev brugt { $at }.
desk-temporary-dead = Ingen, der virker. Den seneste blev udstedt { $issued } og virker ikke mere siden { $at }: { $why }.
desk-temporary-end-wrong-place = den blev tastet det forkerte sted
desk-temporary-end-too-many-tries = den blev tastet forkert tre gange
desk-temporary-end-too-old = den er mere end 30 dage gammel
desk-temporary-end-newer = den er afløst af en nyere
desk-temporary-end-blocked = den blev spærret
desk-temporary-end-nem-id-ended = NemID'et er spærret eller lukket
desk-certificate-valid = { $serial }, gyldigt til { $until }
desk-certificate-expired = Udløb { $until }
desk-agreements = { $banks }
desk-superfluous = Overflødigt siden { $since }. Det bliver slettet seks måneder efter.

## Handlinger

deed-block-cards = Spær nøglekort
deed-hand-out-card = Udlever nøglekort
deed-post-card = Send nøglekort med posten
deed-temporary-resend = Genudsend midlertidig adgangskode
deed-temporary-unlock = Midlertidig kode til låst adgangskode
deed-temporary-reset = Nulstil ved glemt adgangskode
deed-block-password = Spær adgangskode
deed-block-certificate = Spær certifikat
deed-attach = Bestil NemID: certifikat til eksisterende NemID
deed-order-new = Bestil NemID: nyt NemID
deed-create-staff = Opret medarbejder
deed-grant-role = Giv medarbejder rolle
deed-withdraw-role = Fratag medarbejder rolle
deed-reopen-staff = Genåbn medarbejders NemID
deed-block-password-explained = Adgangskoden kan ikke bruges, før den er genåbnet med en midlertidig adgangskode.
deed-block-cards-explained = Et spærret kort kan aldrig bruges igen. Der kommer ikke automatisk et nyt.
deed-block-certificate-explained = Indehaveren får besked, både i en e-mail og i et brev, medmindre indehaveren selv har bedt om det. Et nyt certifikat kan bestilles.
deed-block-nemid = Spær hele NemID'et
deed-block-nemid-explained = NemID'et kan aldrig åbnes igen. Nøglekort, certifikat og midlertidig adgangskode bliver spærret med det.
deed-lift-lock = Ophæv låsen
deed-order-token = Bestil nøgleviser
deed-order-token-explained = En nøgleviser viser en ny nøgle, hver gang der trykkes på dens knap. Den bliver sendt til folkeregisteradressen og tages i brug på Selvbetjening med en kode fra den og en nøgle fra nøglekortet. I virkeligheden koster den penge; her tages der ingen.
deed-order-voice = Bestil nøgler i telefonen
deed-lift-lock-explained = Låsen på 8 timer slutter nu. Yderligere fem forkerte adgangskoder i træk spærrer den.
deed-order-voice-explained = Til blinde og svagsynede: En stemme ringer op og læser en nøgle på seks cifre op. Kunden bekræfter telefonen med den første nøgle. Fortæl, at nøglen ikke må skrives på den telefon, og at adgangskoden skal spærres, hvis den bliver mistet.
deed-register-death = Registrér dødsfald
deed-register-death-explained = Når CPR har meldt, at personen er død. Alle personens NemID bliver spærret for altid, og der bliver ikke sendt besked.
deed-issue = Udsted NemID
deed-issue-explained = Et nyt NemID til bankens netbank. Nøglekort og PIN-brev bliver sendt med posten på hver sin dag.
deed-issue-temporary = Ny midlertidig adgangskode
deed-issue-temporary-explained = PIN-brevet bliver sendt med posten. Har kunden en midlertidig adgangskode, der virker, holder den op med det.
deed-end-agreement = Luk adgang til netbanken
deed-end-agreement-explained = Kunden kan ikke længere bruge dette NemID i bankens netbank. { $elsewhere ->
        [true] Andre steder virker det som før.
       *[false] Hverken offentlig digital signatur eller en anden netbank er knyttet til det, så bagefter kan det ikke bruges nogen steder.
    }
deed-make-agreement = Tilknyt bankaftale
deed-make-agreement-explained = Kunden har et aktiveret NemID, der er udstedt et andet sted, og vil bruge det i netbanken. Spørg først, om banken må få oplysninger om det NemID, og hvilket nummer det har.
deed-move-agreement = Overflyt bankaftale
deed-move-agreement-explained = Kunden har et andet, aktiveret NemID og vil bruge det i netbanken. Bliver det gamle overflødigt, bliver det slettet automatisk efter seks måneder.
deed-publish-rules = Ny version af reglerne
deed-publish-rules-at-once = Ny version af reglerne af hensyn til sikkerheden

desk-label-reason = Årsag
desk-label-reason-missing = Vælg en årsag.
desk-label-action = Handling
desk-label-action-missing = Vælg en handling.
desk-label-to = NemID-nummer, som aftalen skal flyttes til
desk-label-with = NemID-nummer, som aftalen skal tilknyttes
desk-label-to-hint = Kunden finder nummeret i sit velkomstbrev eller på Selvbetjening. Det skal være kundens eget og aktiveret.
desk-told-missing = Skriv det NemID-nummer, som kunden oplyser.
desk-told-not-usable = Kunden har ikke et NemID med det nummer, som aftalen kan knyttes til. Kontrollér nummeret med kunden, og spørg, om NemID'et er aktiveret.
desk-consent-ask = Spørg kunden, før du får noget at vide om det andet NemID: Må operatøren af NemID give { $bank } oplysninger om det, så det kan bruges i netbanken? Først når kunden har sagt ja, oplyser kunden nummeret.
desk-consent = Kunden giver samtykke til, at { $bank } får oplysninger om det NemID
desk-move-ask = Spørg kunden først:
desk-move-ask-activated = Er det NemID, som aftalen skal flyttes til, aktiveret?
desk-move-ask-password = Kan kunden huske adgangskoden til det?
desk-move-no = Er svaret nej, skal kunden først have en midlertidig adgangskode til det i borgerservice.
desk-label-send-new = Send en midlertidig adgangskode med posten
desk-label-send-new-hint = Så kan adgangskoden genåbnes, når PIN-brevet er kommet.

desk-reason-too-many-tries = Tastet forkert for mange gange
desk-reason-known-by-others = Kunden tror, at andre kender adgangskoden
desk-reason-suspicion = Mistanke om, at andre kender adgangskoden
desk-reason-telephone-lost = Telefonen, som nøgler læses op på, er mistet
desk-reason-line-misused = Telefonlinjen kan være misbrugt
desk-reason-holder-asked = Indehaveren har bedt om det
desk-reason-lost = Mistet
desk-reason-installed-by-others = Andre har installeret en nøgleapp
desk-reason-device-compromised = Nøgleapp: Andre kan styre telefonen
desk-reason-device-has-holes = Nøgleapp: Telefonen har alvorlige sikkerhedshuller
desk-reason-seen-by-others = Andre kan have set nøglerne
desk-reason-letter-not-intact = Brevet var åbnet eller beskadiget
desk-reason-other-suspicion = Anden mistanke om misbrug
desk-reason-rules-broken = Reglerne for NemID er ikke overholdt
desk-reason-false-information = Forkerte oplysninger ved oprettelsen

## Underskrift

signing-title = Læs og underskriv
signing-lead = Læs det hele. Passer noget ikke, så gå tilbage og ret det. Når du skriver din egen adgangskode og trykker på »Underskriv handlingen«, er handlingen underskrevet, og den kommer i journalen.
signing-warning = { $whom ->
        [customer] Fortæl kunden dette først
       *[citizen] Fortæl borgeren dette først
    }
signing-password-hint = Adgangskoden til dit eget medarbejder-NemID. En forkert adgangskode tæller som et forkert forsøg ved pålogning.
signing-stands = Sådan står det nu
signing-card = { $number }: { $state }
signing-button = Underskriv handlingen

signed-action = Handling
signed-what = Indhold
signed-citizen = Person
signed-nemid = NemID-nummer
signed-identification = Legitimation
signed-by = Underskrives af
signed-read = Læst
signed-block-cards = { $count ->
        [one] Nøglekort { $cards } spærres for altid.
       *[other] Nøglekortene { $cards } spærres for altid.
    } Årsag: { $reason }.{ $urgent ->
        [true] {" "}Borgerens behov er akut.
       *[false] {""}
    }
signed-block-carriers = Spærres for altid: { $cards }. Årsag: { $reason }.{ $urgent ->
        [true] {" "}Borgerens behov er akut.
       *[false] {""}
    }
signed-hand-out-card = Nøglekort { $card } udleveres og knyttes til NemID'et.{ $urgent ->
        [true] {" "}Borgerens behov er akut.
       *[false] {""}
    }
signed-post-card = Et nyt nøglekort sendes til borgerens adresse.{ $urgent ->
        [true] {" "}Borgerens behov er akut.
       *[false] {""}
    }
signed-temporary-resend = PIN-brev { $serial } udleveres.{ $replaces ->
        [true] {" "}Den midlertidige adgangskode, der virker nu, holder op med det.
       *[false] {""}
    }
signed-temporary-unlock = PIN-brev { $serial } udleveres. Adgangskoden er spærret, indtil borgeren genåbner den med den adgangskode, borgeren husker.{ $certificate ->
        [kept] {" "}Certifikatet bevares.
       *[none] {""}
    }
signed-temporary-reset = PIN-brev { $serial } udleveres. Adgangskoden er spærret som glemt, indtil borgeren genåbner og vælger en ny.{ $certificate ->
        [blocked] {" "}Certifikatet spærres også. Et nyt certifikat bliver udstedt automatisk, når borgeren genåbner.
       *[none] {""}
    }
signed-block-password = Adgangskoden spærres. Årsag: { $reason }. { $new ->
        [posted] En ny midlertidig adgangskode sendes til borgerens adresse.
        [if-possible] En ny midlertidig adgangskode sendes til borgerens adresse, hvis NemID'et kan få en.
       *[none] Der sendes ingen midlertidig adgangskode.
    }
signed-block-certificate = Certifikatet spærres for altid. Årsag: { $reason }.
signed-attach = Et certifikat tilknyttes det NemID, som nøglekort { $card } hører til. E-mail: { $email ->
        [none] ingen
       *[other] { $email }
    }. Mobilnummer: { $mobile ->
        [none] intet
       *[other] { $mobile }
    }. { $consent ->
        [true] Borgeren er spurgt og giver samtykke til »{ $consents }«.
       *[other] Samtykke er ikke noteret her.
    }
signed-order-new = Der oprettes et nyt NemID med offentlig digital signatur. { $card ->
        [none] Nøglekort og PIN-brev sendes til borgerens adresse på hver sin dag.
       *[other] Nøglekort { $card } udleveres med det samme.
    } E-mail: { $email ->
        [none] ingen
       *[other] { $email }
    }. Mobilnummer: { $mobile ->
        [none] intet
       *[other] { $mobile }
    }.
signed-create-staff = Personen får et medarbejder-NemID. Rolle: { $role }. Stilling: { $title }. Nøglekort og PIN-brev sendes til personens adresse på hver sin dag.
signed-grant-role = Medarbejderen får rollen { $role }. Stilling: { $title }. Rollen afløser en tidligere.
signed-withdraw-role = Medarbejderens rolle fratages, og medarbejderen logges af.
signed-reopen-staff = En ny midlertidig adgangskode sendes til medarbejderens adresse. { $action ->
        [unlock] Adgangskoden er spærret, indtil medarbejderen genåbner den med den adgangskode, medarbejderen husker.
        [reset] Adgangskoden spærres som glemt, og medarbejderen vælger en ny ved genåbningen.
       *[resend] {""}
    }{ $replaces ->
        [true] {" "}Den midlertidige adgangskode, der virker nu, holder op med det.
       *[false] {""}
    }
signed-block-nemid = Hele NemID'et bliver spærret for altid. Årsag: { $reason }.
signed-lift-lock = Låsen på 8 timer bliver ophævet nu.
signed-order-token = En nøgleviser til dette NemID bliver sendt med posten til folkeregisteradressen, eller til den oplyste adresse, hvis der ingen er. I virkeligheden koster den penge; her er der ikke betalt noget.
signed-order-voice = Nøgler til dette NemID bliver læst op i telefonen på { $telephone }, når nummeret er bekræftet.
signed-register-death = Personen bliver registreret som død, og alle personens NemID bliver spærret for altid.
signed-issue = Der bliver udstedt et NemID til netbanken. Nøglekort og PIN-brev bliver sendt med posten. E-mail: { $email ->
    [none] ingen
   *[other] { $email }
}. Mobilnummer: { $mobile ->
    [none] intet
   *[other] { $mobile }
}.
signed-issue-temporary = { $name }. PIN-brevet sendes med posten. { $action ->
        [unlock] Adgangskoden er spærret, indtil kunden genåbner den med den adgangskode, kunden husker.
        [reset] Adgangskoden er spærret som glemt, indtil kunden genåbner og vælger en ny.
       *[resend] {""}
    }{ $replaces ->
        [true] {" "}Den midlertidige adgangskode, der virker nu, holder op med det.
       *[false] {""}
    }{ $certificate ->
        [blocked] {" "}Certifikatet spærres også. Et nyt certifikat bliver udstedt automatisk, når kunden genåbner.
        [kept] {" "}Certifikatet bevares.
       *[none] {""}
    }
signed-end-agreement = Adgangen til bankens netbank bliver lukket for dette NemID.{ $elsewhere ->
        [true] {""}
       *[false] {" "}NemID'et kan så ikke bruges nogen steder.
    }
signed-make-agreement = Bankens aftale bliver tilknyttet NemID-nummer { $to }, som kunden har oplyst. Kunden er indforstået med det og giver samtykke til, at operatøren giver { $bank } oplysninger om det NemID.
signed-move-agreement = Bankens aftale bliver flyttet til NemID-nummer { $to }, som kunden har oplyst. Kunden giver samtykke til, at operatøren giver { $bank } oplysninger om det NemID.

desk-done-block-password = Adgangskoden er spærret
desk-done-block-cards = Nøglekort er spærret
desk-done-block-certificate = Certifikatet er spærret
desk-done-block-nemid = NemID'et er spærret
desk-done-lift-lock = Låsen er ophævet
desk-done-order-token = Nøgleviseren er bestilt
desk-done-order-voice = Nøgler i telefonen er bestilt
desk-done-register-death = Dødsfaldet er registreret
desk-done-issue = NemID'et er udstedt
desk-done-issue-temporary = En ny midlertidig adgangskode er på vej
desk-done-end-agreement = Adgangen til netbanken er lukket
desk-done-make-agreement = Bankaftalen er tilknyttet
receipt-consented = Samtykket er noteret. Det står i Hændelsesloggen, og den, det gælder, får besked.
desk-done-move-agreement = Bankaftalen er overflyttet
desk-done-journal = Underskrevet { $at }. Nummer { $number } i journalen.
desk-done-token-posted = Nøgleviseren er på vej med posten og ventes { $day }. Den tages i brug på Selvbetjening under »Nøgler« med en kode fra den og en nøgle fra nøglekortet.
desk-done-posted = Et PIN-brev er på vej med posten og ventes { $day }.
desk-done-unsent = Der er ikke sendt nogen midlertidig adgangskode. Skal NemID'et bruges igen, så kan man få en i den bank, der har udstedt det. Har det offentlig digital signatur, kan borgerservice også hjælpe.

## Journal

journal-of = { $desk }: alt, hvad der er underskrevet, nyeste først.
journal-of-all = Underskrevet på alle kontorer, nyeste først.
journal-empty = Her er ikke underskrevet noget endnu.
journal-number = nr. { $number }
journal-text = Vis teksten, der blev underskrevet
journal-day = Dag
journal-staff = Underskrevet af
journal-everybody = Alle
journal-show = Vis
journal-cpr-hint = Se alt, hvad der er gjort for én person.
journal-find = Find person
journal-whole = Vis hele journalen
journal-found = { $count ->
        [0] Journalen har intet, der passer.
        [one] Journalen har 1 underskrift, der passer.
       *[other] Journalen har { $count } underskrifter, der passer.
    }

bank-counters-lead = Hver bank har sin egen skranke, hvor bankens medarbejdere logger på med deres medarbejder-NemID.
bank-counter-private = Privat netbank
bank-counter-business = Netbank til erhverv

refusal-desk-not-found = Her findes intet NemID med det nummer. Kontrollér nummeret.
refusal-made-elsewhere = Dette NemID er udstedt et andet sted. Henvis kunden dertil for at få en midlertidig adgangskode.
refusal-business-makes-its-own = Erhvervsnetbanken bruger kun NemID, som den selv har udstedt.
refusal-already-customer = Personen har allerede et NemID til denne netbank.
refusal-certificate-serial-shape = Et serienummer har otte tegn: cifre og bogstaverne A til F. Du finder det i afsenderens certifikat.
refusal-rules-no-summary = Skriv, hvad der er ændret, på både dansk og engelsk.
refusal-rules-summary-too-long = Teksten er for lang. Skriv højst 1.000 tegn.
refusal-rules-no-such-section = Vælg det afsnit, som teksten hører til.
refusal-rules-no-text = Skriv afsnittets tekst på både dansk og engelsk.
refusal-rules-text-too-long = Afsnittet er for langt. Skriv højst 6.000 tegn.
refusal-rules-not-in-force = Der er kommet en nyere version af reglerne. Læs den, og acceptér den i stedet.

## Versioner af reglerne

rules-versions = Versioner
rules-version-heading = Version { $number }
rules-version-in-force = gælder nu
rules-version-announced = offentliggjort
rules-version-within = gælder stadig, nu i version { $current }
rules-version-past = afløst
rules-version-dates = Offentliggjort { $published }. Gælder fra { $from }.
rules-version-at-once = Offentliggjort og gældende fra { $from } af hensyn til sikkerheden.
rules-when-ahead = Gælder om tre måneder
rules-when-at-once = Gælder med det samme, fordi sikkerheden kræver det
rules-when-missing = Vælg, hvornår versionen skal gælde.
operator-rules-lead = En ny version kan læses med det samme. Den gælder tre måneder senere eller straks, hvis sikkerheden kræver det.
operator-rules-read = Læs reglerne
operator-section-title = Nyt afsnit i reglerne
operator-section-lead = Giver versionen afsnit en ny tekst, så vælg et afsnit, hent den tekst, der gælder, ret den, og læg den i udkastet – ét afsnit ad gangen. Giver den ikke, står det, du skriver om ændringen, efter afsnittene.
operator-section = Afsnit
operator-section-none = Intet afsnit
operator-section-fetch = Hent teksten
operator-section-da = Afsnittets tekst på dansk
operator-section-en = Afsnittets tekst på engelsk
operator-section-hint = Hele afsnittet, som det skal læses. En tom linje skiller to afsnit.
operator-draft-put = Læg afsnittet i udkastet
operator-draft-title = Udkast til den nye version
operator-draft-empty = Der er intet afsnit i udkastet endnu.
operator-draft-text = Læs teksten
operator-draft-edit = Ret
operator-draft-leave-out = Fjern
operator-draft-changed = Udkastet er ændret i et andet vindue. Læs det igen, før du underskriver.
operator-publish = Offentliggør en ny version
operator-changed-da = Hvad er ændret, på dansk
operator-changed-en = Hvad er ændret, på engelsk
operator-changed-hint = Et par sætninger, som alle kan læse på siden med reglerne.
operator-when = Hvornår gælder den?
operator-publish-button = Underskriv og offentliggør

self-rules-title = Regler, du har accepteret
self-rules-last = Du accepterede version { $number } den { $at }.
self-rules-before-title = Tidligere accepteret
self-rules-before = Version { $number }: { $at }
self-rules-none = Du har ikke accepteret nogen version endnu.
self-rules-due = Version { $number } gælder fra { $from }. Læs, hvad der er ændret, før du accepterer.
self-rules-fine = Du har accepteret den version, der gælder nu.
self-rules-accept = Acceptér version { $number }
self-done-rules = Du har accepteret reglerne.
self-done-encrypted-sent = Din e-mail er krypteret og sendt. Kun modtageren kan læse den.
self-rules-read = Læs alle reglerne
attention-rules = Reglerne for NemID er ændret.
attention-rules-link = Læs og acceptér

## Drift

health-now = Uret i simulatoren
health-waiting = Beskeder, der venter på at blive sendt
health-retried = Mislykkedes, prøves igen
health-retried-title = { $count ->
    [one] Én besked kunne ikke sendes endnu
   *[other] { $count } beskeder kunne ikke sendes endnu
}
health-retried-text = De prøves igen, sjældnere og sjældnere, men mindst én gang i timen. Se nedenfor, hvad der gik galt, og om mailserveren svarer.
health-given-up = Opgivet
health-given-up-title = { $count ->
    [one] Én besked bliver aldrig sendt
   *[other] { $count } beskeder bliver aldrig sendt
}
health-given-up-text = Mailserveren har afvist dem, eller de kan ikke læses. De prøves ikke igen. Se nedenfor hvorfor.
health-repeated = Måske leveret to gange
health-troubled = Beskeder med problemer
health-troubled-text = De 50 seneste. En besked er måske leveret to gange, når den blev sendt igen, uden at nogen ved, hvordan forsøget før endte. Modtageren kan se i Kontrolrummet, hvilken det er.
health-number = Nummer
health-way = Type
health-way-email = E-mail
health-way-sms = SMS
health-queued = Skrevet
health-tries = Forsøg
health-state = Tilstand
health-trouble = Hvad der gik galt sidst
health-trouble-sender = Afsenderen i indstillingerne er ikke en e-mailadresse, som kan bruges. Ret den dér.
health-trouble-server-setting = Mailserveren i indstillingerne kan ikke bruges. Ret den dér.
health-trouble-recipient = Modtagerens adresse kan ikke stå i en e-mail. Modtageren skal rette sin e-mailadresse.
health-trouble-not-written = E-mailen kunne ikke skrives.
health-trouble-not-signed = E-mailen kunne ikke underskrives.
health-trouble-file = Filen til e-mailen kunne ikke skrives. Kontrollér, om der er plads, og om mappen må skrives i.
health-trouble-not-reached = Mailserveren kunne ikke nås eller lukkede ikke programmet ind. Kontrollér, om den kører, og om adresse, adgangskode og kryptering passer.
health-trouble-not-ready = Mailserveren blev ikke klar til at tage imod i tide. Kontrollér, om den er overbelastet.
health-trouble-refused = Mailserveren har afvist e-mailen for altid. Se, hvad den svarede.
health-trouble-put-off = Mailserveren tager ikke imod e-mailen lige nu. Se, hvad den svarede.
health-trouble-broken-off = Forbindelsen til mailserveren blev afbrudt undervejs. Måske nåede e-mailen frem.
health-trouble-not-confirmed = Mailserveren bekræftede ikke i tide, at den har fået e-mailen. Måske nåede den frem.
health-trouble-sealed = Beskedens indhold kan ikke åbnes. Kontrollér, om servernøglen hører til databasen.
health-trouble-unknown = En ældre version af programmet kunne ikke sende den. Det næste forsøg siger mere.
health-again = Prøves igen om { $minutes } min.
health-again-perhaps-twice = Prøves igen om { $minutes } min., måske leveret to gange
health-sent = Sendt
health-sent-perhaps-twice = Sendt, måske leveret to gange
health-given-up-perhaps-twice = Opgivet, måske leveret alligevel
health-last-round = Seneste natlige runde
health-no-round = Ikke endnu
health-database = Databasens størrelse
health-megabytes = { $whole },{ $tenth } MB
health-sessions = Hvor mange er logget på?
health-audience = Hvor
health-count = Antal
health-audience-selvbetjening = Selvbetjening
health-audience-ra = RA-portal
health-audience-operatoer = Operatør
health-limits = Grænser, der blev nået
health-limits-text = De seneste, time for time efter simulatorens ur. Hvor grænserne ligger, står i indstillingerne.
health-limits-none = Ingen grænse er nået endnu.
health-limit-hour = Fra kl.
health-limit = Grænse
health-limit-code = Kode
health-limit-times = Gange
health-limit-guesses-at-place = Forkerte adgangskoder til ét NemID fra ét fremmed sted
health-limit-guesses-for-person = Forkerte adgangskoder til ét NemID fra alle fremmede steder
health-limit-guesses-from-place = Forkerte adgangskoder fra ét sted på ti minutter
health-limit-forgotten-for-person = Glemte adgangskoder til ét bruger-id fra ét sted
health-limit-forgotten-from-place = Forkerte oplysninger om glemte adgangskoder fra ét sted
health-limit-order-for-person = Bestillinger til ét CPR-nummer fra ét sted
health-limit-order-from-place = Bestillinger med forkerte oplysninger fra ét sted
health-limit-letters-to-holder = Breve til én indehaver
health-limit-blocks-from-place = Spærringer fra ét sted
health-limit-contact-changes = Ændringer af ét NemIDs kontaktoplysninger
health-limit-mail-to-address = E-mails til én adresse

## Kontrol af et certifikat

revocation-check = Kontrollér ét certifikat.
check-title = Kontrollér et certifikat
check-lead = Har du modtaget noget med en digital underskrift? Skriv serienummeret fra afsenderens certifikat, så ser du, om du kan stole på det.
check-serial-hint = Otte tegn, for eksempel 10000001.
check-button = Kontrollér
check-good = Certifikatet er gyldigt
check-good-text = Det er hverken udløbet eller spærret. Kontrollér også nedenfor, at det må bruges til formålet.
check-expired = Certifikatet er udløbet
check-expired-text = Stol ikke på en underskrift, der er lavet efter udløbet. Bed afsenderen om at bestille et nyt certifikat.
check-not-yet = Certifikatet gælder ikke endnu
check-not-yet-text = Stol ikke på det, før gyldighedsperioden er begyndt.
check-blocked = Certifikatet er spærret
check-blocked-text = Det blev spærret den { $at }. Årsag: { $reason }. Stol ikke på en underskrift, der er lavet senere.
check-blocked-past-text = Det blev spærret den { $at }. Stol ikke på en underskrift, der er lavet senere. Årsagen gemmer vi ikke så længe.
check-unknown = Vi har ikke udstedt det certifikat
check-unknown-text = Der er intet certifikat med serienummer { $serial }. Kontrollér nummeret. Er det rigtigt, så stol ikke på underskriften.
check-from = Gyldigt fra
check-until = Gyldigt til
check-limits = Det må et certifikat bruges til
check-limit-purpose = Det må bruges til at logge på, underskrive og kryptere e-mail som privatperson.
check-limit-organisation = Et certifikat, der viser et CVR-nummer, må kun bruges i arbejdet for den organisation.
check-limit-issuing = Det må ikke bruges til at udstede certifikater til andre.
check-limit-amount = Der er ingen grænse for beløb, men en modtager kan selv sætte en.
check-three = Tre ting, du skal kontrollere
check-three-text = At certifikatet ikke er udløbet, at det ikke er spærret, og at det bruges inden for sine grænser.
validate-title = Kontrollér et underskrevet dokument
validate-lead = Har du modtaget et dokument, der er underskrevet med NemID? Vælg filen, så ser du, hvem der har underskrevet, hvornår, og om du kan stole på det.
validate-file = Fil
validate-file-hint = Det underskrevne dokument (.xml) eller kvitteringen (.pdf). Vi ser på filen og gemmer den ikke.
validate-no-file = Vælg en fil.
validate-good = Underskriften er gyldig
validate-good-text = Dokumentet er, som det blev underskrevet, og certifikatet gjaldt, da det skete.
validate-not-good = Underskriften gælder ikke
validate-not-good-text = Dokumentet er ikke ændret, men certifikatet gjaldt ikke, da der blev underskrevet.
validate-changed = Dokumentet er ændret
validate-changed-text = Det er ikke, som det blev underskrevet. Stol ikke på det. Bed afsenderen om filen, som den blev hentet.
validate-added = Der er føjet noget til efter underskriften
validate-added-text = Filen siger mere, end der blev underskrevet. Stol ikke på den. Bed afsenderen om filen, som den blev hentet.
validate-too-many = Filen har for mange underskrifter
validate-too-many-text = Vi kontrollerer højst ti underskrifter i en fil. Bed afsenderen om filen, som den blev hentet.
validate-foreign = Certifikatet er ikke fra os
validate-foreign-text = Dokumentet er underskrevet med et certifikat, som vi ikke har udstedt. Vi ved ikke, hvem der står bag.
validate-not-signed = Filen er ikke et underskrevet dokument herfra
validate-not-signed-text = Vi kan kontrollere det underskrevne dokument (.xml) og kvitteringen (.pdf), som kan hentes efter en underskrift med NemID.
validate-by = Underskrevet af
validate-at = Underskrevet
validate-site = Over for
validate-now = Certifikatet nu
validate-what = Det, der er underskrevet

desk-certificate-lead = Certifikatet hører til dit medarbejder-NemID. Det siger, hvem du er, og hvem du arbejder for. Det er ikke en offentlig digital signatur, så du kan ikke bruge det som borger.
desk-certificate-text = Se og hent certifikatet, der siger, hvem du arbejder for.
desk-certificate-organisation = Organisation
desk-certificate-number = CVR- og RID-nummer
desk-certificate-key-kept = Ligger forseglet hos NemID og bliver aldrig udleveret
desk-certificate-files-what = Send det til den, der skal kende dig som medarbejder. Den private nøgle er ikke med.
desk-certificate-limit-purpose = Det må bruges til at underskrive og kryptere e-mail i dit arbejde, og ikke privat.
desk-certificate-none = Dit certifikat bliver lavet nu. Det tager et øjeblik.
desk-certificate-again = Vis det

## Hotlinen

nav-hotline = Hotline
hotline-told = Hotline, hele døgnet: { $number }. Nummeret er opdigtet; man ringer i kontrolrummet.
in-need = Er du bange for, at andre bruger dit NemID, så spær det med det samme:
hotline-title = Ring til hotlinen
hotline-lead = Hotlinen svarer døgnet rundt. Sig, hvem du er, og hvad der skal spærres. Hotlinen kan spærre adgangskoden og nøglekort, ikke hele NemID'et.
hotline-said-title = Hotlinen har noteret det
hotline-said = Passer oplysningerne, er der nu spærret, og der kommer en bekræftelse. Hotlinen siger det samme til alle.
hotline-address-hint = Du kan nævne den, men hotlinen behøver den ikke.
hotline-call = Ring og spær
