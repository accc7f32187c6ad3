### Selvbetjening efter log på: Mit NemID, nøglekort, adgangskode, bruger-id, kontakt, certifikat.

self-title = Mit NemID
self-to-do = Det skal du tage stilling til
self-all-fine = Alt er, som det skal være. Du behøver ikke gøre noget.
self-log-on-with = Sådan logger du på
self-no-user-id = Du har ikke valgt et bruger-id
self-cpr-on = Du kan også logge på med dit CPR-nummer.
self-cpr-several = Du kan ikke logge på med dit CPR-nummer, fordi du har mere end ét NemID.
self-cpr-off = Du kan ikke logge på med dit CPR-nummer.
self-change-user-id = Ændr bruger-id
self-password-since = I brug siden
self-change-password = Skift adgangskode
self-card-in-use = Nøglekort i brug
self-keys-left = { $left } af { $of } nøgler tilbage
self-no-card-in-use = Du har ikke noget nøglekort i brug
self-see-cards = Se og spær nøglekort
self-other-card = Andet nøglekort
self-arrives = Kommer med posten
self-certificate-title = Offentlig digital signatur
self-valid-until = Gælder til
self-see-certificate = Se og forny certifikat
self-see-certificate-alone = Se certifikat
self-none-given = Ikke oplyst
self-change-contact = Ændr kontaktoplysninger
self-from-cpr = Navn og adresse fra CPR
self-from-cpr-why = Vi får navn og adresse fra CPR. Er noget forkert, skal det rettes hos din kommune.
self-no-address = Ingen folkeregisteradresse
self-stated-address = Oplyst adresse
self-refresh-cpr = Hent igen fra CPR
self-see-log = Se din Hændelseslog
self-block-password = Spær adgangskode
self-end-link = Luk dit NemID
self-save = Gem
self-state = Tilstand
self-reason = Årsag
self-when = Hvornår
self-since = Siden
self-no-temporary = Send mig ikke en midlertidig adgangskode
self-no-temporary-hint = Uden kryds sender vi den til din adresse. Med den kan du genåbne dit NemID.
self-bank-sends-temporary = Den midlertidige adgangskode, du skal genåbne med, får du hos din bank. Herfra bliver der ikke sendt nogen.
self-no-address-no-temporary = Vi kender ingen adresse, så vi kan ikke sende en midlertidig adgangskode. Få en udleveret i borgerservice, når du vil genåbne.
self-fault-reason = Vælg, hvorfor der skal spærres.

## Det, der lige er sket

self-done-cpr = Vi har hentet navn og adresse fra CPR.
self-done-cpr-differs = Vi har hentet navn og adresse fra CPR. Dit certifikat viser noget andet og skal fornyes.
self-done-password = Din adgangskode er skiftet. Brug den nye fra nu af.
self-done-user-id = Dine valg om bruger-id er gemt.
self-done-contact = Dine kontaktoplysninger er gemt. Har du ændret dem, skriver vi også til den gamle e-mailadresse og det gamle mobilnummer.
self-done-recording-on = Fra nu af kan du se i Hændelsesloggen, hvor dit NemID bliver brugt.
self-done-recording-off = Vi registrerer ikke længere, hvor dit NemID bliver brugt.
self-done-cards-blocked = Spærringen er gennemført. Nøglekort, der er spærret, kan aldrig bruges igen – klip dem i stykker.
self-done-card-ordered = Nøglekortet er bestilt. Vi sender det til din adresse.
self-done-level = Dit valg er gemt.
self-done-certificate-renewed = Dit certifikat er fornyet.
self-done-certificate-blocked = Dit certifikat er spærret og kommer på spærrelisten.
self-done-certificate-ordered = Dit nye certifikat er klar.

## Det, der skal gøres

attention-no-card = Du har ikke noget nøglekort, der kan bruges. Næste gang kan du ikke logge på.
attention-no-card-link = Bestil nyt nøglekort
attention-card-awaited = Dit nye nøglekort er på vej med posten. Indtil det kommer, kan du ikke logge på igen.
attention-card-awaited-link = Se nøglekort
attention-card-ready = Du har et nyt nøglekort. Skriv nummeret på det, når du logger på næste gang, så bliver det taget i brug.
attention-card-ready-link = Se nøglekort
attention-few-keys = { $left ->
        [one] Der er én nøgle tilbage på dit nøglekort.
       *[other] Der er { $left } nøgler tilbage på dit nøglekort.
    }
attention-few-keys-link = Bestil nyt nøglekort
attention-few-keys-new-card = { $left ->
        [one] Der er én nøgle tilbage på dit nøglekort.
       *[other] Der er { $left } nøgler tilbage på dit nøglekort.
    } Et nyt er på vej eller ligger klar hos dig.
attention-few-keys-new-card-link = Se nøglekort
attention-certificate-expires = Dit certifikat udløber den { $until }.
attention-certificate-expires-link = Forny certifikatet
attention-certificate-outdated = Navn eller e-mail i dit certifikat passer ikke længere. Uden fornyelse bliver det spærret den { $by }.
attention-certificate-outdated-link = Forny certifikatet
attention-superfluous = Din bank har flyttet sin aftale til et andet af dine NemID, så dette her bruges ikke mere. Det bliver slettet den { $until }.
attention-superfluous-link = Se det i Hændelsesloggen
attention-certificate-expired = Dit certifikat er udløbet, så du kan ikke bruge offentlige sider.
attention-certificate-expired-link = Bestil nyt certifikat
attention-certificate-blocked = Dit certifikat er spærret, så du kan ikke bruge offentlige sider.
attention-certificate-blocked-link = Bestil nyt certifikat
attention-no-email = Vi har ingen e-mailadresse, så besked til dig kommer med posten.
attention-no-email-link = Oplys e-mail
attention-no-address = Vi kender ingen adresse, så vi kan hverken sende nøglekort eller breve. Borgerservice kan udlevere dem.{ $email ->
        [false] {" "}Vi har heller ingen e-mailadresse, så du får ikke besked, når noget bliver spærret eller ændret.
       *[true] {""}
    }
attention-no-address-link = Oplys e-mail og adresse

## Adgangskode

self-password-title = Skift adgangskode
self-password-lead = Skriv først den adgangskode, du har nu. Den nye adgangskode skal overholde dette:
self-password-rule-length = 6 til 40 tegn
self-password-rule-characters = mindst ét bogstav fra a til z og mindst ét tal – små og store bogstaver er det samme, og æ, ø og å kan ikke bruges
self-password-rule-signs = mellemrum inde i adgangskoden og tegnene { "{" } { "}" } ! # " $ ' % ^ & , * ( ) _ + - = : ; ? . @ må også bruges
self-password-rule-not = ikke samme tegn fire gange i træk, og ikke dit CPR-nummer, NemID-nummer eller bruger-id
self-current-password = Nuværende adgangskode
self-password-known = Kender andre måske din adgangskode?
self-password-known-what = Skift den her. Kan du ikke komme til det, så spær den.
self-block-password-means = Det sker der, når du spærrer
self-block-password-ends = Du bliver logget af alle steder med det samme, og ingen kan logge på med adgangskoden.
self-block-password-reopen = Du kan bruge dit NemID igen, når du har genåbnet det med en midlertidig adgangskode og den adgangskode, du har nu.
self-block-password-instead = Kan du nøjes med en ny adgangskode, er det hurtigere:
self-block-password-why = Hvorfor vil du spærre?
self-block-password-known = Andre kender måske adgangskoden
self-block-password-other = Jeg vil ikke bruge den lige nu

## Bruger-id

self-user-id-lead = Vælg et bruger-id, der er let at huske. Du kan ændre eller slette det, når du vil.
self-number-always = Kan altid bruges som bruger-id.
self-user-id-now = Bruger-id nu
self-user-id-hint = 5 til 48 tegn: a-z, tal, mellemrum og almindelige tegn. Lad feltet stå tomt, hvis du ikke vil have et.
self-cpr-log-on = Jeg vil kunne logge på med mit CPR-nummer
self-cpr-log-on-hint = Gælder, når du kun har ét NemID.
self-user-id-password-hint = Skriv din adgangskode, så vi ved, at det er dig.

## Kontaktoplysninger

self-contact-lead = Vi skriver til dig, når noget bliver spærret eller ændret, eller når noget er på vej. Lad et felt stå tomt, hvis du ikke vil oplyse det.
self-email-hint = Uden e-mail får du besked med posten. Har du et certifikat, står adressen også i det, så en ændring kræver fornyelse.
self-mobile-hint = Otte cifre. Så kan vi sende en SMS, når en midlertidig adgangskode er på vej.
self-contact-cpr = Navn og folkeregisteradresse ændrer du hos din kommune. Vi får dem fra CPR. Har du ingen folkeregisteradresse, sender vi breve til den adresse, du har oplyst. Oplys eller ret den hos hotlinen.

## Nøglekort

self-cards-open = Dine nøglekort
self-keys-left-head = Nøgler tilbage
self-cards-none = Du har ingen nøglekort, der kan bruges
self-cards-none-what = Når du logger af, kan du først logge på igen med et nyt nøglekort.
self-block-cards = Spær nøglekort
self-order-extra-title = Bestil et ekstra nøglekort
self-order-extra = Et ekstra nøglekort er godt at have med på rejse. Du kan have op til fire ad gangen.
self-order-replacement-title = Bestil et nyt nøglekort
self-order-replacement = Vi sender et nyt nøglekort til din adresse. Der kommer ikke automatisk et efter en spærring.
self-order-button = Bestil nøglekort
self-level-title = Hvornår skal et nyt nøglekort sendes?
self-level = Antal nøgler tilbage
self-level-hint = Fra { $lowest } til { $highest }. Når der er så få tilbage, sender vi automatisk et nyt.
self-cards-ended = Tidligere nøglekort
self-block-cards-final = En spærring gælder for altid
self-block-cards-means = Finder du nøglekortet igen, skal du klippe det i stykker. Du bliver her på siden, men andre steder bliver du logget af.
self-block-which = Hvilke nøglekort vil du spærre?
self-block-why = Hvorfor?
self-reason-lost = Jeg har mistet det
self-reason-seen-by-others = Andre kan have set nøglerne
self-reason-access-by-others = Andre kan have adgang til den
self-reason-telephone-lost = Jeg har mistet telefonen
self-reason-carrier-lost = Jeg har mistet den
self-reason-letter-not-intact = Brevet var åbnet eller beskadiget
self-reason-installed-by-others = Jeg har ikke selv installeret nøgleappen
self-reason-other-suspicion = Jeg har en anden mistanke om misbrug
self-block-button = Spær

## Certifikat

self-certificate-lead = Certifikatet er din offentlige digitale signatur. Med det kan du bruge offentlige sider og underskrive.
self-certificate-serial = Serienummer
self-certificate-pid = PID-nummer
self-certificate-from = Gælder fra
self-certificate-until = Gælder til
self-certificate-outdated = Oplysningerne passer ikke længere
self-certificate-outdated-by = Forny certifikatet, ellers bliver det spærret den
certificate-issuer = Udsteder
certificate-key = Privat nøgle
certificate-key-kept = Ligger forseglet hos NemID og bruges kun, når du skriver under eller åbner krypteret e-mail
certificate-key-erased = Slettet
certificate-fingerprint = Fingeraftryk (SHA-256)
certificate-files-title = Hent certifikatet
certificate-files-what = Send det til den, der skal kontrollere din underskrift eller skrive krypteret til dig. Den private nøgle er ikke med.
certificate-file-cer = Certifikatet alene (.cer)
certificate-file-pem = Certifikatet som tekst (.pem)
certificate-file-p7b = Certifikatet med udstedernes certifikater (.p7b)
certificate-file-p7m = Din anmodning om fornyelse, underskrevet med det gamle certifikat (.p7m)
self-renew-title = Forny certifikatet
self-renew-what = Det nye certifikat gælder fra i dag og viser dette:
self-renew-mail = E-mails, der er krypteret til det gamle certifikat, kan du ikke læse bagefter. Læs dem først.
self-renew-button = Forny certifikat
renewal-how = Du fornyer med dit gamle certifikat: Skriv din adgangskode, og svar bagefter med en nøgle fra dit nøglekort.
renewal-key = Med nøglen underskriver du fornyelsen. Det gamle certifikat bliver afløst, og du beholder dit PID-nummer.
renewal-wrong-password = Adgangskoden er forkert, og certifikatet er ikke fornyet. Prøv igen. Efter fem forkerte i træk låser vi adgangskoden i 8 timer.
renewal-run-out = Der er gået mere end { $question }, eller du er begyndt på noget andet med dit NemID. Certifikatet er ikke fornyet. Begynd forfra.
renewal-changed = Dit navn, din e-mail eller dit certifikat er ændret, siden du begyndte. Certifikatet er ikke fornyet. Se, hvad der gælder nu, og begynd forfra.
self-certificate-ordered-what = Et certifikat er bestilt. Det bliver udstedt automatisk, når dit NemID er genåbnet, eller næste gang du logger på.
self-order-certificate-title = Bestil nyt certifikat
self-order-certificate-what = Du får det med det samme, med dit navn fra CPR og din e-mail. Har du haft et før, beholder du dit PID-nummer.
self-consent = Jeg giver samtykke til alle punkterne
self-consent-hint = Samtykkerne står bagefter under »Samtykker«. De ophører, når du spærrer certifikatet.
self-consent-to = Et certifikat kræver, at du giver samtykke til,
self-order-certificate-button = Bestil certifikat
encrypted-lead = E-mails, der er krypteret til dit certifikat, kan kun du læse, og kun så længe certifikatet gælder. Er det blevet spærret, fornyet eller udløbet, er nøglen slettet.
encrypted-received = Modtaget
encrypted-none = Du har ikke fået nogen krypterede e-mails.
encrypted-subject = Emne
encrypted-subject-hint = Emnet bliver ikke krypteret.
encrypted-no-subject = Uden emne
encrypted-from = Fra
encrypted-readable = Kan læses
encrypted-unreadable = Kan ikke læses mere
encrypted-unreadable-title = E-mailen kan ikke læses
encrypted-unreadable-text = Nøglen til det certifikat, den er krypteret til, er slettet, fordi certifikatet er spærret, fornyet eller udløbet. Bed afsenderen om at sende den igen.
encrypted-certificate = Krypteret til certifikat
encrypted-signed-by = Underskrevet af
encrypted-signed-with = med certifikat
encrypted-signed-not = E-mailen er underskrevet, men underskriften holder ikke. Stol ikke på, hvem den siger, den er fra.
encrypted-file = Hent e-mailen, som den er krypteret (.p7m)
encrypted-write-title = Skriv en krypteret e-mail
encrypted-write-what = Den bliver krypteret til modtagerens certifikat, og ingen andre kan læse den.
encrypted-to = Modtagerens e-mail
encrypted-to-hint = Den adresse, der står i modtagerens certifikat.
encrypted-text = Tekst
encrypted-send = Kryptér og send
self-block-certificate = Spær certifikat
self-block-certificate-final = Et spærret certifikat kan ikke åbnes igen
self-block-certificate-public = Du kan ikke bruge offentlige sider eller underskrive, og du bliver logget af dem nu.
self-block-certificate-mail = Krypterede e-mails, du har fået, kan du måske ikke læse mere.
self-block-certificate-anew = Du kan bestille et nyt certifikat her bagefter. Har du en netbank med dette NemID, virker den stadig.

## Luk NemID

self-end-title = Luk dit NemID
self-end-step-read = Læs, hvad det betyder
self-end-step-key = Bekræft med en nøgle
self-end-step-over = Lukket
self-end-lead = Du er ved at lukke NemID { $number }. Det kan ikke fortrydes.
self-end-lost = Det mister du
self-end-lost-log-on = Du kan ikke længere logge på nogen steder med dette NemID.
self-end-lost-cards = { $count ->
        [one] Dit nøglekort bliver spærret.
       *[other] Dine { $count } nøglekort bliver spærret.
    }
self-end-lost-certificate = Dit certifikat bliver spærret, og du kan ikke længere underskrive med det.
self-end-lost-bank = { $bank } har en aftale om netbank på dette NemID. Tal med banken først.
self-end-never = Et lukket NemID kan aldrig åbnes igen. Du kan bestille et nyt.
self-end-instead = Er du bange for misbrug, er det nok at spærre:
self-end-go-on = Fortsæt
self-end-at = Bekræft, at NemID skal lukkes
self-end-button = Luk NemID

## Keys beside the card: token, app, telephone.
carriers-lead = Ud over nøglekortet kan du have en nøgleviser, en nøgleapp og nøgler i telefonen. Behold altid nøglekortet, hvis du har et: Det skal du bruge, når du genåbner, og når det andet ikke er ved hånden. Får du nøgler læst op i telefonen, kan du genåbne med en af dem.
carriers-none = Du har kun nøglekort.
carriers-app-what = Nøgleappen installerer du på telefonen selv, med bruger-id, adgangskode og en nøgle fra kortet. Du kan have tre.
carriers-used = Sidst brugt
carriers-ended = Tidligere nøgler
token-start-title = Tag nøgleviseren i brug
token-start-what = Nøgleviseren er kommet. Den virker først, når du har taget den i brug med en kode fra den og en nøgle fra dit nøglekort.
token-start-at = Nøgleviser { $number }
token-start-button = Tag i brug
token-serial-hint = Står bag på nøgleviseren og uden på brevet, fx NV12345678.
token-order-title = Bestil en nøgleviser
token-order-what = En nøgleviser viser en ny kode, hver gang du trykker på knappen. Den sendes til din adresse. I virkeligheden koster den penge; her tager vi ingen.
token-order-button = Bestil nøgleviser
token-done-ordered = Nøgleviseren er bestilt. Vi sender den til din adresse.
token-done-started = Nøgleviseren er i brug. Behold dit nøglekort.
carriers-block = Spær nøgler
carriers-block-means = Det, du spærrer, kan aldrig bruges igen. Finder du det senere, så ødelæg det. Du bliver her på siden, men andre steder bliver du logget af.
self-stop-password-known-by-others = Adgangskoden: Andre kender den måske
self-stop-password-telephone-lost = Adgangskoden: Telefonen, som nøgler læses op på, er mistet
self-stop-password-line-misused = Adgangskoden: Telefonlinjen kan være misbrugt
self-stop-password-holder-asked = Adgangskoden: af en anden grund
carriers-block-password-means = Spærrer du også adgangskoden, bliver du logget af her. Er det nok at få en ny adgangskode, så gør det i stedet:
carriers-done-blocked = Spærringen er gennemført. Det, der er spærret, kan aldrig bruges igen.
voice-confirm-title = Bekræft telefonen
voice-confirm-what = Nøgler i telefonen er bestilt. De virker først, når du har taget telefonen én gang og skrevet den nøgle, der blev læst op.
voice-confirm-at = Vi ringer til telefonen, der er bestilt
voice-confirm-button = Bekræft telefonen
voice-change-title = Skift telefonnummer
voice-change-what = Skriv det nummer, vi skal ringe til fremover. Du skal bruge en nøgle for at skifte. Det gamle nummer får besked i en SMS.
voice-change-number = Nyt telefonnummer
voice-change-at = Fremover ringer vi til { $telephone }
voice-change-button = Skift nummer
voice-done-confirmed = Telefonen er bekræftet. Nøgler bliver nu læst op i den.
voice-done-changed = Nøgler bliver nu læst op på det nye nummer.
