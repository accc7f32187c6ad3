### Tjenesteudbydere: en offentlig side, en privat side, to netbanker og en erhvervsnetbank. Alle er opdigtede.

site-list-title = Her kan du bruge NemID
site-list-lead = Fem opdigtede tjenester med hver sin farve. Log på som en af personerne fra kontrolrummet, og se, hvad tjenesten får at vide.
site-card-borgerportalen = Offentlig side. Kræver offentlig digital signatur.
site-card-forsikringshuset = Privat selskab. Spørger, før det får dit CPR-nummer.
site-card-fjordbanken = Netbank. Lader kunder se deres konti, når kun nøglekortet er spærret.
site-card-hedebanken = Netbank. Lukker ingen ind uden nøgle.
site-card-fjordbanken-erhverv = Netbank til virksomheder med NemID til erhverv.

site-kind-public = Offentlig selvbetjening
site-kind-private = Forsikringsselskab
site-kind-netbank = Netbank
site-kind-business = Netbank til virksomheder
site-pitch-borgerportalen = Dine oplysninger og breve fra det offentlige
site-pitch-forsikringshuset = Dine forsikringer samlet ét sted
site-pitch-fjordbanken = Din økonomi, hvor du er
site-pitch-hedebanken = Ro om pengene siden 1868
site-pitch-fjordbanken-erhverv = Virksomhedens konti og betalinger
site-needs-public = Her skal du bruge et NemID med offentlig digital signatur.
site-needs-private = Her skal du bruge et NemID med offentlig digital signatur. Vi får ikke dit CPR-nummer, medmindre du siger ja.
site-needs-netbank = Her skal du bruge det NemID, som er tilknyttet din aftale med banken.
site-needs-business = Her skal du bruge det NemID til erhverv, som banken har udstedt til dit arbejde.
# $site: stedets navn
site-logon-at = til { $site }
site-activate = Aktivér eller genåbn NemID fra { $site }
site-activate-lead = Har { $site } udstedt dit NemID, begynder du her. Brug NemID-nummeret fra velkomstbrevet og den midlertidige adgangskode fra bankens PIN-brev. En midlertidig adgangskode til et andet sted holder op med at virke, hvis du skriver den her.
site-started = Du kan nu logge på hos { $site }.
site-remembered-wrong = Det er ikke den adgangskode, du havde. { $left ->
        [one] Du har ét forsøg tilbage.
       *[other] Du har { $left } forsøg tilbage.
    } Kan du ikke huske den, så bed { $site } om at nulstille den.
site-forgotten-netbank = Har du glemt adgangskoden, eller er den spærret, og er dit NemID kun til netbank, så bed { $site } om en midlertidig adgangskode.
site-forgotten-business = Har du glemt adgangskoden, eller er den spærret, så bed { $site } om en midlertidig adgangskode.
site-start-dead = Bed { $site } om en ny midlertidig adgangskode, hvis banken har udstedt dit NemID. Har du fået offentlig digital signatur tilknyttet, kan borgerservice også hjælpe, og så aktiverer du på Selvbetjening.
site-start-card-none = Har du intet nøglekort, så kontakt { $site }. Din midlertidige adgangskode er ikke brugt og virker stadig.
site-menu = Menu hos { $site }
site-menu-front-public = Mit overblik
site-menu-front-private = Mit overblik
site-menu-front-netbank = Mine konti
site-menu-front-business = Virksomhedens konti
site-menu-pay = Betal
site-menu-told = Oplysninger fra NemID

site-no-card-in-use = Intet nøglekort er i brug
site-no-card-in-use-text = Skriv nummeret på et nøglekort, du har modtaget. Så beder vi om en nøgle fra det.
site-other-card = Brug et andet nøglekort
site-other-card-hint = Et stort bogstav og ni cifre øverst på kortet. Når du svarer med en nøgle fra det, tages det i brug, og det forrige bliver spærret.
site-log-on-anew = Begynd forfra

site-limited-title = Begrænset adgang
site-limited-text = Dine nøglekort er spærret, så du er logget på med adgangskode alene. Du kan se dine konti, men ikke betale eller underskrive. Log på igen, når du har et nyt nøglekort.

## Hvad tjenesten får at vide

site-told-title = Det ved { $site } om dig
site-told-lead-public = NemID har oplyst dit navn og dit PID-nummer fra certifikatet. Dit CPR-nummer er slået op i PID-tjenesten, og adressen i CPR.
site-told-lead-private = NemID har oplyst dit navn og dit PID-nummer fra certifikatet. CPR-nummeret får tjenesten kun, hvis du har sagt ja.
site-told-lead-netbank = Banken kender dig fra jeres aftale. NemID har kun bekræftet, at det er dig.
site-told-lead-business = Banken kender dig fra virksomhedens aftale. NemID har kun bekræftet, at det er dig.
site-told-not = Ikke oplyst
site-pid = PID-nummer
site-consent-title = Må vi få dit CPR-nummer?
site-consent-lead = NemID har fortalt { $site }, hvem du er, men ikke dit CPR-nummer. Det får vi kun, hvis du giver samtykke.
site-consent-what = Siger du ja, slår { $site } dit CPR-nummer op og husker dit samtykke til næste gang.
site-consent-why = Vi bruger det til at finde din folkeregisteradresse. Siger du nej, kan du stadig se dine forsikringer.
site-consent-back = Du kan altid trække samtykket tilbage under »Oplysninger fra NemID«.
site-consent-give = Ja, giv samtykke
site-consent-decline = Nej, fortsæt uden
site-consent-since = Du gav samtykke til CPR-nummeret den
site-consent-take-back = Træk samtykket tilbage
site-consent-now = Giv samtykke til CPR-nummeret

## Offentlig og privat side

site-home-title-public = Dit overblik
site-home-title-private = Dine forsikringer
site-home-data-public = Dine oplysninger
site-home-data-private = Det, vi ved om dig
site-home-no-cpr = Vi har ikke dit CPR-nummer
site-home-no-cpr-text = Derfor kender vi ikke din folkeregisteradresse.
site-home-letters = Breve til dig
site-home-papers = Underskriv digitalt
site-home-papers-text = Vælg en tekst. Du læser den, før du underskriver.
site-home-signed = Det har du underskrevet her
site-signed-none = Du har ikke underskrevet noget her endnu.
site-letter-dear = Kære { $name }
site-letter-tax-title = Din årsopgørelse er klar
site-letter-tax-text = Din skat for sidste år går op. Du skal hverken betale mere eller have penge tilbage. Er noget forkert, kan du rette det her på siden inden 1. maj.
site-letter-parking-title = Nye regler for beboerparkering
site-letter-parking-text = Fra næste måned skal alle i midtbyen have en licens til at parkere. Du kan søge om den nedenfor og underskrive digitalt.
site-letter-policy-title = Din indboforsikring fortsætter
site-letter-policy-text = Din forsikring er fornyet med et år. Dækning og pris er den samme som før.
site-paper-parking-permit-title = Ansøgning om parkeringslicens
# $name: navn, $site: sted, $day: dagen
site-paper-parking-permit-text =
    Til { $site }, den { $day }
    Jeg, { $name }, søger om licens til at parkere én bil i den zone, hvor jeg bor.
    Jeg erklærer på tro og love, at jeg råder over bilen, og at jeg melder det, hvis jeg ikke længere gør.
site-paper-moving-title = Anmeldelse af flytning
site-paper-moving-text =
    Til { $site }, den { $day }
    Jeg, { $name }, melder, at jeg flytter den første i næste måned og sender den nye adresse senest fem dage efter.
site-paper-contents-insurance-title = Aftale om indboforsikring
site-paper-contents-insurance-text =
    Til { $site }, den { $day }
    Jeg, { $name }, tegner indboforsikring med en selvrisiko på 1.000 kr.
    Aftalen løber et år ad gangen og kan opsiges med en måneds varsel.

## Netbank

site-netbank-title = Konti
site-netbank-paid = Betalt og underskrevet her
site-account-everyday = Lønkonto
site-account-savings = Opsparing
site-account-business = Driftskonto
site-account-head-name = Konto
site-account-head-number = Kontonummer
site-account-head-balance = Saldo
site-account-head-day = Dato
site-account-head-matter = Tekst
site-account-head-amount = Beløb
site-account-movements = De seneste bevægelser
site-movement-income = Indbetaling
site-movement-rent = Husleje
site-movement-purchase = Køb med kort
site-movement-savings = Overført fra lønkonto
site-movement-payment = Betaling
site-movement-transfer = Overført fra egen konto
site-payment-from = Fra konto
site-payment-to = Til konto
site-payment-to-hint = Registreringsnummer på fire cifre og kontonummer.
site-payment-amount = Beløb
site-payment-amount-hint = For eksempel 250,00.
site-payment-message = Besked til modtager
# $to: modtagerens konto
site-payment-title = Betaling til { $to }
# $from: egen konto, $message: besked, kan være tom
site-payment-to-sign =
    Jeg betaler { $amount } til konto { $to }.
    Pengene trækkes i dag fra min konto { $from }.
    Besked til modtager: { $message }
refusal-payment-amount = Skriv et beløb i kroner, for eksempel 250,00. Det kan højst være en million.
refusal-payment-too-much = Der står ikke så meget på kontoen. Skriv et mindre beløb.
refusal-payment-too-much-here = Der står ikke så meget på kontoen. Skriv et mindre beløb, eller vælg en anden konto.
refusal-payment-account = Et kontonummer er fire cifre for registreringsnummer og derefter op til ti cifre.
refusal-payment-same-account = Det er den samme konto, som pengene skal komme fra. Vælg en anden konto under »Fra konto«, eller skriv en anden her.
refusal-payment-message = Beskeden må højst have 40 tegn.

## Underskrift

site-sign-read = Læs, før du underskriver
site-sign-commits = Din underskrift med NemID forpligter dig over for { $site } ligesom en underskrift på papir.
site-sign-with-nemid = Underskriv med NemID
site-sign-with-key = Underskriv med en nøgle
site-sign-button = Underskriv
site-sign-receipt = Kvittering
site-sign-wrong-password = Adgangskoden er forkert. Prøv igen. Efter fem forkerte i træk låser vi adgangskoden i 8 timer.
site-gone-title = Teksten findes ikke længere
site-gone-text = Herfra er intet underskrevet. Der kan kun ligge én tekst ad gangen, så den forsvinder, når du begynder på en ny. Brug det nyeste vindue, eller begynd forfra.
site-signed-title = Teksten er underskrevet
site-signed-text = { $site } har gemt teksten nedenfor. I din Hændelseslog kan du se, at du har underskrevet. Hvor og hvad står der kun, hvis du har slået registrering til.
site-signed-at = Underskrevet
site-signed-certificate = Certifikatets serienummer
site-receipt-files-title = Gem din underskrift
site-receipt-files-what = Filerne viser, hvem der har underskrevet, hvornår og hvad. Modtageren kan kontrollere dem her:
site-receipt-file-pdf = Kvittering med underskrift (.pdf)
site-receipt-file-xml = Det underskrevne dokument (.xml)
site-receipt-signed = Underskrevet med NemID af { $name } ({ $pid }) over for { $site } den { $at }. Certifikatets serienummer er { $serial }.
site-receipt-check = Underskriften ligger i filen. Kontrollér den på siden »Kontrollér et underskrevet dokument« på Selvbetjening, eller i et program, der kan læse signerede PDF-filer.
site-receipt-footer = Kvitteringen er fra en simulator; alle personer er opdigtede, og den forpligter ingen.
site-answer-title = { $site } har svaret
site-answer-what = Svaret er krypteret til dit certifikat, så kun du kan læse det. Det ligger på Selvbetjening under
site-answer-subject = Svar fra { $site }
site-answer-received = Vi har modtaget »{ $title }«, som du skrev under på { $site } den { $day }.
site-answer-done-public = Sagen er behandlet, og du skal ikke gøre mere.
site-answer-done-private = Aftalen gælder fra i dag.
site-answer-encrypted = E-mailen er krypteret til dit certifikat. Er det spærret, fornyet eller udløbet, kan den ikke læses mere, heller ikke af os. Gem teksten, hvis du får brug for den senere.
site-answer-greeting = Venlig hilsen { $site }

## Hvorfor et sted siger nej: siges kun efter rigtig adgangskode og nøgle

refusal-site-bank-only = Dit NemID er kun til netbank. Her kræves offentlig digital signatur. Log på Selvbetjening, og bestil den under »Certifikat«; du får den med det samme. Borgerservice kan også hjælpe; tag dit nøglekort med.
refusal-site-certificate-expired = Dit certifikat er udløbet. Log på Selvbetjening, og bestil et nyt under »Certifikat«.
refusal-site-certificate-blocked = Dit certifikat er spærret. Log på Selvbetjening, og bestil et nyt under »Certifikat«.
refusal-site-other-nemid = Dette NemID har ikke offentlig digital signatur, men det har dit andet NemID. Log på med det. NemID-nummeret til det står i velkomstbrevet.
refusal-site-too-young = Man skal være fyldt 15 år for at få offentlig digital signatur. Indtil da kan dit NemID kun bruges i netbanken.
refusal-site-business-nemid = Dette NemID hører til dit arbejde og kan ikke bruges her. Log på med dit private NemID, eller bestil et.
refusal-site-no-agreement = Banken har ingen aftale om netbank med dette NemID. Brug det NemID, som banken har tilknyttet, eller kontakt banken.
refusal-site-no-card = Adgangskoden er rigtig, men du har intet nøglekort, der kan bruges, og her kommer man ikke ind uden nøgle. Bestil et nyt kort under »Mistet nøglekort«, eller få et i borgerservice eller hos din bank.
refusal-site-card-awaited = Adgangskoden er rigtig, men her kommer man ikke ind uden nøgle, og dit nye nøglekort er på vej. Vent på det, eller få et med det samme i borgerservice.
refusal-site-only-to-look = Du er logget på med adgangskode alene og kan kun se. Log på igen med et nyt nøglekort for at betale eller underskrive.
refusal-signing-changed = Noget af det, som teksten bygger på, er ændret, siden du læste den: dit navn, dit samtykke eller dagen. Den er ikke underskrevet. Gå tilbage, og begynd forfra, så får du en ny tekst.
refusal-signing-not-covered = Der står ikke længere så meget på kontoen, så betalingen er ikke underskrevet. Begynd forfra med et mindre beløb.
