### RA-portalen: det, medarbejderen ser ved skranken.

ra-front-title = RA-portal
ra-front-lead = Begynd altid med at slå borgeren op under »Bestil NemID«. Så ser du, om borgeren har NemID, hvem der har udstedt det, og om det er aktiveret.
ra-front-lead-administrator = Her styrer du medarbejderne og ser journal og lager for alle kontorer. Borgere betjenes af medarbejderne ved skranken.
ra-order = Bestil NemID
ra-order-text = Se, hvad borgeren har. Bestil et nyt NemID, eller tilknyt offentlig digital signatur.
ra-lookup-hint = Du kan også bruge siden til at slå op: Intet bliver ændret, før du underskriver. Du kan trygt forlade siden igen.
ra-maintain = Vedligehold NemID
ra-maintain-lead = Vælg, hvad borgeren har brug for. Intet bliver ændret, før du underskriver.
ra-only-officers = Borgere betjenes af medarbejdere med et kontor. Log på som medarbejder for at komme videre.
ra-block-cards = Spær nøglekort
ra-block-cards-text = Kortet er mistet, er ikke kommet frem eller er set af andre. Her finder du også numrene på borgerens nøglekort.
ra-hand-out-card = Udlever nøglekort
ra-hand-out-card-text = Borgeren mangler et nøglekort eller vil have flere, for eksempel til en rejse.
ra-temporary = Udlever midlertidig adgangskode
ra-temporary-text = NemID skal aktiveres eller genåbnes, eller den gamle kode virker ikke.
ra-block-password = Spær adgangskode
ra-block-password-text = Andre kender måske borgerens adgangskode.
ra-block-certificate = Spær certifikat
ra-block-certificate-text = Borgeren vil ikke længere bruge offentlig digital signatur.
ra-order-token = Nøgleviser
ra-order-token-text = Borgeren vil have nøgler fra en nøgleviser, som bliver sendt med posten.
ra-order-voice = Nøgler i telefonen
ra-order-voice-text = Borgeren er blind eller svagsynet og vil have nøgler læst op i telefonen.
ra-office = Kontoret
ra-journal = Journal
ra-journal-text = Alt, hvad I har underskrevet her på kontoret.
ra-journal-text-all = Alt, hvad der er underskrevet på kontorerne og her.
ra-stock = Lager
ra-stock-text = Nøglekort og PIN-breve, der ligger klar til udlevering.
ra-stock-text-all = Nøglekort og PIN-breve på alle kontorer.
ra-staff = Medarbejdere
ra-staff-text = Opret medarbejdere, giv roller, og genåbn en medarbejders NemID.
ra-issuer = Udsteder
ra-state = Tilstand
ra-certificate = Certifikat
ra-reason = Årsag
ra-card-since = Udstedt
ra-keys-left = Nøgler tilbage

ra-training = Øvelser for nye medarbejdere
ra-training-lead = Hver situation nedenfor har en person i kontrolrummet. Lad kollegaen finde den rigtige vej selv, og se bagefter i journalen.
ra-training-look-up = Slå borgeren op, og se, hvilken af de tre situationer det er.
ra-training-nothing-received = Borgeren har ikke fået noget med posten: Spær kortet, udlever et nyt, og udlever en midlertidig adgangskode.
ra-training-dead = Den midlertidige adgangskode virker ikke: Genudsend den.
ra-training-forgotten = Adgangskoden er glemt: Nulstil den, og husk advarslen om krypteret e-mail.
ra-training-locked = Adgangskoden er låst eller spærret: Spørg, om borgeren kan huske den, før du vælger handling.
ra-training-two-nemids = Banken har udstedt et andet NemID: spørg, om det offentlige er aktiveret, og om adgangskoden kan huskes.
ra-training-lost = Nøglekortet er mistet: Spær det, og udlever et nyt med det samme.
ra-training-more-cards = Borgeren skal rejse: Udlever et ekstra nøglekort.
ra-training-bank = NemID er fra banken: Find nøglekortnummeret, og tilknyt certifikatet under »Bestil NemID«.
ra-training-bank-activate = NemID fra banken kan ikke aktiveres: tilknyt certifikatet, og udlever så en midlertidig adgangskode.
ra-training-bank-urgent = Intet er kommet fra banken, og det haster: spær kortet, udlever et nyt, tilknyt certifikatet, og udlever en midlertidig adgangskode.
ra-training-persons = Se personerne i kontrolrummet

## Trin

step-person = CPR-nummer
step-identification = Legitimation
step-nemid = NemID-nummer
step-choice = Handling
step-order = Bestilling
step-signing = Underskriv
step-receipt = Kvittering
desk-citizen = Borger
desk-cancel = Afbryd uden at ændre noget

person-title = Hvem er borgeren?
person-cpr-hint = Skriv det med eller uden bindestreg. Kun simulatorens opdigtede personer findes her.

identification-title = Hvilken legitimation har borgeren vist?
identification-rule = Ét gyldigt dokument med billede er nok. Uden billede skal der være to, og mindst ét af dem skal vise CPR-nummeret.
identification-card = Et nøglekort kan kun udleveres med det samme, når der er et billede.
identification-legend = Legitimation
document-with-photo = Med billede
document-with-cpr = Uden billede, viser CPR-nummeret

nemid-title = Vælg NemID
nemid-nothing = Her er intet NemID
nemid-none-open = Ingen af dem kan vælges
nemid-none-open-text = Et spærret eller lukket NemID kan ikke åbnes igen.
nemid-order-new = Bestil et nyt, hvis borgeren vil have NemID.
nemid-another = Vælg et andet NemID
nemid-business-hint = NemID til erhvervsnetbank kan kun banken se, så henvis borgeren til banken. Har borgeren et nøglekort, som ikke passer til noget her, så er det nok et af dem.
nemid-ended-because = Kan ikke vælges. Det blev spærret eller lukket den { $at }.
fault-no-nemid-chosen = Vælg det NemID-nummer, det handler om.

## Valg

fault-no-reason-chosen = Vælg årsagen.
choice-lost = Borgeren har mistet kortet
choice-installed-by-others = Andre har installeret en nøgleapp med borgerens NemID
choice-never-arrived = Kortet er ikke kommet med posten
choice-seen-by-others = Andre kan have set nøglerne
choice-letter-not-intact = Brevet med kortet var åbnet eller beskadiget
choice-other-suspicion = Anden mistanke om misbrug
choice-known-by-others = Andre kender måske adgangskoden
choice-telephone-lost = Telefonen, som nøgler læses op på, er mistet
choice-line-misused = Telefonlinjen kan være misbrugt
choice-holder-asked = Borgeren ønsker det af en anden grund

block-cards-title = Spær nøglekort
block-cards-which = Nøglekort, der skal spærres
block-cards-hint = Sæt kryds ved de kort, der skal spærres. Tryk OK uden kryds, hvis du kun vil se numrene.
block-cards-reason-hint = Skal kun vælges, når et kort skal spærres.
block-cards-none = Der er ingen nøglekort at spærre
block-cards-ended = Spærrede og opbrugte nøglekort
block-cards-numbers-title = Intet er spærret. Her er numrene
block-cards-numbers-text = Skriv nummeret ned, hvis borgeren skal have det med, eller du skal bruge det under »Bestil NemID«.
card-since = udstedt den { $at }
card-keys-left = { $count ->
        [one] 1 nøgle tilbage
       *[other] { $count } nøgler tilbage
    }

card-overdue = Bestilt for mindst ti hverdage siden. Regn med, at det er gået tabt, og spær det.
card-blocked-by = { $at }, af { $by }. Årsag: { $reason }.
card-used-up-at = { $at }
blocked-by-holder = indehaveren
blocked-by-visitor = en, der ikke var logget på
blocked-by-office = { $office }
blocked-by-administrator = RA-administratoren
blocked-by-operator = operatøren
blocked-by-hotline = hotlinen
blocked-by-clock = systemet
remark-start-netbank = NemID er fra banken og ikke aktiveret. Har borgeren fået brevene fra banken, så anbefal at aktivere i netbanken.
remark-start-selvbetjening = NemID er ikke aktiveret. Anbefal borgeren at aktivere på Selvbetjening.
remark-superfluous = Overflødigt: Ingen bank bruger det mere. Det bliver slettet { $until }.
remark-card-overdue = Nøglekort { $card } er bestilt for mindst ti hverdage siden og er nok gået tabt i posten. Spær det, før der udleveres et nyt.
remark-card-awaited = Intet nøglekort kan bruges endnu. Nøglekort { $card } er på vej og ventes { $day }.
remark-no-card = Intet nøglekort kan bruges, og der er ikke et på vej.
remark-cpr-number-changed = CPR-nummeret er nyt, så certifikatet er spærret. Borgeren logger på med NemID-nummer eller eget bruger-id og får så et nyt certifikat.
remark-no-address = Der er ingen adresse at sende breve til. Udlevér kort og PIN-brev her.

hand-out-title = Udlever nøglekort
hand-out-title-post = Send nøglekort med posten
hand-out-has = { $count ->
        [0] Borgeren har intet nøglekort til dette NemID, der kan bruges.
        [one] Borgeren har ét nøglekort til dette NemID, der kan bruges. Er det mistet, så spær det først.
       *[other] Borgeren har { $count } nøglekort til dette NemID, der kan bruges. Er et af dem mistet, så spær det først.
    }
hand-out-open-cards = Borgerens nøglekort
hand-out-refused = Der kan ikke udleveres et nøglekort
hand-out-no-photo = Ingen legitimation med billede
hand-out-no-photo-text = Uden billede kan kortet ikke udleveres her. Du kan sende et til borgerens adresse.
hand-out-change-identification = Har borgeren alligevel legitimation med billede? Ret den her.
stock-card-hint = Et stort bogstav og ni cifre uden på et forseglet kort fra kontorets eget lager.
fault-stock-card = Et nøglekortnummer er et stort bogstav og ni cifre. Det står uden på det lukkede kort.
urgency-title = NemID fra banken, ikke aktiveret
urgency-text = Banken er ved at udstede dette NemID. Henvis borgeren til banken, hvis det kan vente.
urgency-before-block = Banken er ved at udstede dette NemID. Spørg, om behovet er akut, før du spærrer: Et spærret nøglekort kan aldrig bruges, heller ikke når det kommer frem. Henvis borgeren til banken, hvis det kan vente.
urgency-label = Borgerens behov er akut

temporary-title = Vælg udleveringsform
temporary-refused = Der kan ikke udleveres en midlertidig adgangskode
temporary-choose = Vælg handling
label-handling = Handling
label-delivery = Forsendelse
fault-no-action-chosen = Vælg en handling. Spørg borgeren, om adgangskoden kan huskes.
fault-no-delivery-chosen = Vælg, hvordan PIN-brevet kommer frem.
stock-letter-hint = Otte cifre uden på et forseglet PIN-brev fra kontorets eget lager.
warning-encrypted-mail-title = Før du nulstiller: Bruger borgeren krypteret e-mail?
warning-encrypted-mail = Certifikatet bliver spærret. E-mails, som er krypteret til det, kan ikke læses bagefter. Spørg, om { $whom ->
        [customer] kunden bruger krypteret e-mail, og lad kunden læse dem først. Bruger kunden
       *[citizen] borgeren bruger krypteret e-mail, og lad borgeren læse dem først. Bruger borgeren
    } det ikke, har det ingen betydning.
warning-last-card = { $at ->
        [office] Borgeren har ikke flere nøglekort, når det er spærret, og kan ikke logge på uden et nyt.
        [bank] Kunden har ikke flere nøglekort, når du har underskrevet. Et nyt bestilles under »Mistet nøglekort«.
        [bank-handed-out] Kunden har ikke flere nøglekort, når du har underskrevet. Adgangskoden er spærret, så kunden kan ikke selv bestille et nyt, men kan få et i borgerservice.
        [bank-new-nemid] Kunden har ikke flere nøglekort, når du har underskrevet, og kan ikke selv bestille et uden en adgangskode, der virker. Luk bagefter adgangen til netbanken, og udsted et nyt NemID.
       *[operator] Personen har ikke flere nøglekort, når du har underskrevet. Der kommer ikke automatisk et nyt.
    }
warning-netbank-closes = Netbanken bruger det samme NemID. Den er også lukket, indtil NemID er genåbnet.
warning-not-usable = NemID-nummer { $number } kan ikke bruges lige nu: { $needs ->
        [reopen] Adgangskoden er spærret og skal først genåbnes med en midlertidig adgangskode.
        [wait-for-lock] Adgangskoden er låst i op til 8 timer.
        [get-card] Der er intet nøglekort, der kan bruges.
        [await-card] Nøglekortet er på vej med posten.
       *[activate] Det er ikke aktiveret.
    } Indtil det er i orden, kan netbanken ikke bruges med det.

block-password-title = Spær adgangskode
block-password-refused = Adgangskoden kan ikke spærres her
block-password-change-first = Kan borgeren logge på, er det hurtigst at skifte adgangskoden på Selvbetjening. Så er en spærring ikke nødvendig.
block-password-new = Ny midlertidig adgangskode
block-password-no-address = Der sendes ingen midlertidig adgangskode
block-password-no-address-text = Borgeren har ingen adresse. Udlevér en midlertidig adgangskode her bagefter.
temporary-send = Send en til folkeregisteradressen, eller til den oplyste adresse, så borgeren kan genåbne
temporary-send-not = Nej tak, send ingen

block-certificate-title = Spær certifikat
block-certificate-refused = Der er intet certifikat at spærre her
block-certificate-consequence = Certifikatet kan ikke åbnes igen. Bagefter kan NemID ikke bruges hos det offentlige, indtil der bestilles et nyt. En netbank virker stadig.
block-certificate-asked = Borgeren har bedt om det og kender følgerne
order-token-what = En nøgleviser viser en ny nøgle, hver gang borgeren trykker på dens knap. Den bliver sendt til folkeregisteradressen, eller til den oplyste adresse. Nøglekortet bliver ved med at virke. I virkeligheden koster en nøgleviser penge; tag ingen her.
order-token-refused = Der kan ikke bestilles en nøgleviser
order-token-no-card = Borgeren har intet nøglekort, der kan bruges
order-token-no-card-text = Nøgleviseren kan bestilles nu, men den tages først i brug med en nøgle fra et nøglekort.
order-voice-title = Nøgler i telefonen
order-voice-what = Til blinde og svagsynede: En stemme ringer op og læser en nøgle på seks cifre op. Borgeren behøver så ikke noget nøglekort, heller ikke for at aktivere og genåbne.
label-voice-telephone = Telefonnummer, der skal ringes til
order-voice-hint = Et dansk nummer, 8 cifre.
order-voice-told = Borgeren ved, at telefonen skal passes på som et nøglekort, at nøglen ikke må skrives på den, og at adgangskoden skal spærres, hvis den bliver mistet
fault-not-told = Fortæl borgeren det, og sæt kryds.
certificate-serial = Serienummer på certifikatet
certificate-until = Gyldigt til
fault-not-asked-for = Sæt kryds, når borgeren har bedt om det og kender følgerne.

order-title-already = Borgeren har allerede NemID
order-title-attach = Bestilling: Borgeren har et NemID uden gyldigt certifikat
order-title-new = Bestilling: Borgeren har intet NemID
order-title-new-again = Bestilling: Borgeren har intet NemID, der kan bruges
order-found = Borgerens NemID
order-found-ended = Borgerens tidligere NemID
order-already = Der kan ikke bestilles noget
order-two-nemids = Borgeren har to NemID
ask-two-nemids =
    Netbanken bruger et andet NemID-nummer end det offentlige. Vil borgeren samle det på ét, så spørg først:

    1. Er NemID-nummer { $number } aktiveret?

    2. Kan borgeren huske adgangskoden til det?

    Er svaret ja til begge, kan banken flytte netbanken til NemID-nummer { $number }. Det andet bliver så overflødigt og slettes senere automatisk. Ellers skal borgeren først have en midlertidig adgangskode til NemID-nummer { $number }.
order-refused = Borgeren kan ikke få NemID
order-lead-attach = Certifikatet kan tilknyttes det NemID, borgeren allerede har. Så kan det også bruges hos det offentlige.
order-lead-new = Der oprettes et nyt NemID.
order-business-title = Siger borgeren, at der er et NemID?
order-business-text = Så er det måske til en erhvervsnetbank. Det kan kun banken se, og det kan ikke få offentlig digital signatur. Borgeren skal have et nyt NemID.
order-themselves = Borgeren kan også selv bestille på Selvbetjening under »Bestil NemID« med pas eller kørekort.
order-no-photo-text = Uden billede sendes nøglekortet med posten.
order-attach = Certifikat tilknyttes
order-consent-title = Samtykke til certifikatet (kun eksisterende NemID)
order-consent-ask = Læs punkterne op, og spørg, om borgeren giver samtykke til,
order-consent = Borgeren giver samtykke til alle punkterne
order-consent-hint = Det kræves, når NemID'et er aktiveret. Er det ikke, bliver borgeren selv spurgt ved aktiveringen.
order-existing = Eksisterende NemID
order-new = Nyt NemID
order-only-new = Kun ved nyt NemID
order-solution = Løsningstype
order-otp = Den normale løsning med OTP
order-how = Nøglekort
order-posted = Nøglekort sendes med posten
order-at-once = Nøglekort udleveres med det samme
order-card-hint-attach = Ved eksisterende NemID: nummeret på det nøglekort, borgeren allerede har. Ved nyt NemID: nummeret på et forseglet kort fra kontorets lager.
order-card-hint-new = Nummeret på et forseglet kort fra kontorets eget lager. Skal ikke udfyldes, når kortet sendes.
fault-no-attachment-chosen = Vælg, om certifikatet skal tilknyttes det eksisterende eller et nyt NemID.

refusal-no-errand = Ekspeditionen er slut. Begynd forfra.
refusal-step-missing = Der mangler et trin. Begynd forfra.
refusal-staff-already = Personen har allerede et medarbejder-NemID. Find det på listen, og giv det en rolle.
refusal-signing-wrong-password = Adgangskoden er forkert, og intet er underskrevet. Prøv igen. Efter fem forkerte i træk bliver din adgangskode låst i 8 timer.
refusal-stock-no-such-card = Det nøglekort findes ikke på lageret. Kontrollér nummeret uden på kortet.
refusal-stock-card-gone = Det nøglekort er allerede udleveret. Tag et andet fra lageret.
refusal-stock-card-elsewhere = Det nøglekort hører til et andet kontor. Tag et fra jeres eget lager.
refusal-stock-no-such-letter = Det PIN-brev findes ikke på lageret. Kontrollér serienummeret uden på brevet.
refusal-stock-letter-gone = Det PIN-brev er allerede udleveret. Tag et andet fra lageret.
refusal-stock-letter-elsewhere = Det PIN-brev hører til et andet kontor. Tag et fra jeres eget lager.
refusal-counter-password-blocked = Adgangskoden er allerede spærret. Udlever en midlertidig adgangskode, hvis borgeren vil genåbne.
refusal-counter-not-activated = Dette NemID er ikke aktiveret, så der er ingen adgangskode at spærre.

## Kvittering

done-block-cards = Nøglekortet er nu spærret
done-hand-out-card = Nyt nøglekort er nu tilknyttet
done-post-card = Et nyt nøglekort er på vej
done-temporary-resend = Den midlertidige adgangskode er udstedt
done-temporary-unlock = Den midlertidige adgangskode er udstedt
done-temporary-reset = Adgangskoden er nulstillet
done-block-password = Adgangskoden er nu spærret
done-block-certificate = Certifikatet er nu spærret
done-order-token = Nøgleviseren er bestilt
done-order-voice = Nøgler i telefonen er bestilt
done-attach = Certifikatet er tilknyttet
done-order-new = Det nye NemID er bestilt
done-create-staff = Medarbejderen er oprettet
done-grant-role = Rollen er givet
done-withdraw-role = Rollen er frataget
done-reopen-staff = En ny midlertidig adgangskode er på vej

receipt-signed = Underskrevet
receipt-when = Den { $at }. Nummer { $journal } i journalen.
receipt-next = Gør nu dette
receipt-print = Se og udskriv velkomstbrevet
receipt-rules = Se og udskriv reglerne
receipt-to-front = Gå til forsiden
receipt-to-journal = Se journalen

next-hand-out-new-card = Borgeren har ikke flere nøglekort. Du kan udlevere et nyt med det samme, så NemID kan bruges.
next-hand-out-new-card-button = Udlever nyt nøglekort
next-post-new-card = Borgeren har ikke flere nøglekort. Uden legitimation med billede kan du sende et nyt til borgerens adresse.
next-post-new-card-button = Send nyt nøglekort
next-await-card = Borgeren har intet nøglekort, der kan bruges endnu. Nøglekort { $card } er på vej og ventes { $card-day }.
next-block-overdue-card = Nøglekort { $card } skulle være kommet { $card-day } og er nok gået tabt. Spær det, og udlever så et nyt.
next-block-overdue-card-button = Spær nøglekort
next-issue-temporary = NemID er ikke aktiveret endnu. Udlever en midlertidig adgangskode, så borgeren kan aktivere det.
next-issue-temporary-button = Udlever midlertidig adgangskode
next-activate-with-letter = Borgeren har en midlertidig adgangskode, der virker: PIN-brev { $serial }. Fortæl borgeren: Aktivér på Selvbetjening med PIN-brevet og nøglekortet senest den { $until }.
next-activate-in-netbank = Er PIN-brev { $serial } fra banken kommet frem, virker det i netbanken til den { $until }. Anbefal så borgeren at aktivere dér.
next-attach-first = NemID er fra banken og har ikke offentlig digital signatur. Tilknyt den, så borgeren kan få en midlertidig adgangskode her.
next-attach-first-button = Tilknyt certifikat
next-ask-bank = Henvis borgeren til banken, som kan sende en midlertidig adgangskode til NemID-nummer { $number }.
next-choose-the-public = Vælg det andet NemID. Gælder det netbanken, så henvis borgeren til banken.
next-give-card = Giv borgeren det forseglede nøglekort.
next-choose-card-at-log-on = Fortæl borgeren: Kortet bliver taget i brug, når du vælger »Brug et andet nøglekort« ved pålogning og skriver nummeret. Det forrige kort bliver så spærret.
next-type-card-at-log-on = Fortæl borgeren: Næste gang du logger på, skal nøglekortets nummer skrives. Så bliver kortet taget i brug.
next-card-comes = Fortæl borgeren: Kortet kommer med posten { $card-day }.
next-token-comes = Fortæl borgeren: Nøgleviseren kommer med posten { $token-day }. Tag den i brug på Selvbetjening under »Nøgler« med en kode fra den og en nøgle fra nøglekortet. Er brevet åbnet eller beskadiget, så spær den.
next-destroy-if-found = Fortæl borgeren: Dukker kortet op igen, skal det klippes i stykker. Det kan ikke bruges mere.
next-give-pin-letter = Giv borgeren det forseglede PIN-brev. Kun borgeren må åbne det.
next-write-number = Skriv NemID-nummer { $number } på et velkomstbrev, og giv borgeren det.
next-hand-out-rules = Udlever reglerne for NemID.
next-ask-bank-to-move = Fortæl borgeren: Netbanken bruger et andet NemID-nummer. Når dette NemID er i brug, kan banken flytte netbanken til NemID-nummer { $number }. Det andet bliver så overflødigt og slettes senere automatisk.
next-activate-at-selvbetjening = Anbefal borgeren at aktivere sit NemID på Selvbetjening inden for 30 dage, senest den { $until }. Den midlertidige adgangskode virker ikke i netbanken.
next-reopen-remembered = Fortæl borgeren: Genåbn på Selvbetjening med PIN-brevet, nøglekortet og den adgangskode, du husker, inden for 30 dage, senest den { $until }. Den midlertidige adgangskode virker ikke i netbanken.
next-reopen-new = Fortæl borgeren: Genåbn på Selvbetjening med PIN-brevet og nøglekortet, og vælg en ny adgangskode, inden for 30 dage, senest den { $until }. Den midlertidige adgangskode virker ikke i netbanken.
next-reopen-with-letter = Borgeren har en midlertidig adgangskode, der virker: PIN-brev { $serial }. Fortæl borgeren: Genåbn på Selvbetjening med PIN-brevet og nøglekortet senest den { $until }.
next-certificate-comes-back = Fortæl borgeren: Et nyt certifikat bliver udstedt automatisk ved genåbningen.
next-netbank-closed-too = Fortæl borgeren: Netbanken bruger det samme NemID og er også lukket, indtil du har genåbnet.
next-temporary-comes = Fortæl modtageren: En midlertidig adgangskode kommer med posten { $letter-day } og virker til den { $until }.
next-needs-temporary = Fortæl borgeren: Vil du bruge NemID igen, kræver det en midlertidig adgangskode.
next-only-netbank-now = Fortæl borgeren: NemID virker nu kun i netbanken. Et nyt certifikat kan bestilles når som helst.
next-not-at-public-sites-now = Fortæl borgeren: NemID kan ikke længere bruges hos det offentlige. Et nyt certifikat kan bestilles når som helst.
next-works-now = Fortæl borgeren: NemID virker nu både i netbanken og hos det offentlige.
next-works-at-public-sites = Fortæl borgeren: NemID virker nu hos det offentlige.
next-reopen-first = Adgangskoden er spærret, så NemID kan ikke bruges endnu. Udlever en midlertidig adgangskode, så borgeren kan genåbne den.
next-reopen-first-button = Udlever midlertidig adgangskode
next-wait-for-lock = Adgangskoden er låst til den { $locked } efter for mange forkerte forsøg. Borgeren kan vente, til låsen udløber. Haster det, eller er adgangskoden glemt, så udlever en midlertidig adgangskode.
next-wait-for-lock-button = Udlever midlertidig adgangskode
next-wait-or-ask-bank = Adgangskoden er låst til den { $locked } efter for mange forkerte forsøg. Borgeren kan vente, til låsen udløber, eller få hjælp i banken.
next-all-comes-by-post = Fortæl modtageren: Velkomstbrev og nøglekort kommer { $card-day } og PIN-brevet { $letter-day }. Er de ikke kommet ti hverdage efter bestillingen, så henvend dig igen.
next-old-stays = NemID-nummer { $other } består, men får ikke et nyt certifikat. Fortæl borgeren: Skal det ikke bruges mere, kan du lukke det på Selvbetjening.
next-role-counts = Rollen gælder fra den næste side, medarbejderen åbner.
next-confirm-telephone = Telefonen bekræftes med den første nøgle, den læser op: når borgeren aktiverer eller genåbner, eller på Selvbetjening under »Nøgler«. Har borgeren ingen anden nøgle, så udlever en midlertidig adgangskode.
next-role-gone = Medarbejderen kan ikke længere åbne RA-portalen. NemID'et består.

welcome-title = Velkomstbrev
welcome-pdf = Hent som PDF

## Journal og lager

stock-lead = Forseglede nøglekort og PIN-breve. Kun det, der ligger på kontorets eget lager, kan udleveres.
stock-cards = Nøglekort ({ $count })
stock-letters = PIN-breve ({ $count })
stock-copy-hint = »Kopiér« står ved ét nummer. Peg på et andet, eller vælg det med piletasterne.
stock-gone = Senest udleveret
stock-low-cards = Der er få nøglekort tilbage
stock-low-letters = Der er få PIN-breve tilbage
stock-low-text = Bestil flere, før hylden er tom.
stock-order-cards = Bestil { $count } nøglekort
stock-order-letters = Bestil { $count } PIN-breve
stock-ordered = Bestillingen er kommet
stock-ordered-text = Det ligger nu på hylden.
stock-number = Nummer
stock-kind = Hvad
stock-when = Hvornår
stock-a-card = Nøglekort
stock-a-letter = PIN-brev

## Medarbejdere

label-title = Stilling
label-role = Rolle
staff-lead = Alle, der har et medarbejder-NemID til RA-portalen.
staff-new = Opret medarbejder
staff-new-lead = Medarbejderen får et eget NemID. Nøglekort og PIN-brev sendes til medarbejderens adresse.
staff-title-hint = Medarbejderens stillingsbetegnelse, for eksempel RA-medarbejder.
staff-no-role = Ingen rolle
staff-has-role = Rolle: { $role }
staff-oneself = dig
staff-oneself-title = Det er dig selv
staff-role = Giv rolle
staff-grant = Giv rollen
staff-withdraw = Fratag rollen
staff-withdraw-text = Medarbejderen logges af med det samme og kan ikke åbne RA-portalen igen uden en ny rolle.
staff-reopen-title = Genåbn
staff-reopen = Send ny midlertidig adgangskode
staff-reopen-text = En ny midlertidig adgangskode sendes med posten til medarbejderens adresse.
staff-resend-explained = NemID er ikke aktiveret endnu. Har medarbejderen en midlertidig adgangskode, der virker, holder den op med det.
staff-unlock-explained = Medarbejderen kan huske sin adgangskode, men den er låst eller spærret.
staff-reset-explained = Medarbejderen kan ikke huske sin adgangskode. Den bliver spærret, og medarbejderen logges af, til NemID er genåbnet med en ny.
staff-to-list = Til medarbejderne
fault-title = Skriv en stilling på højst 60 tegn.
fault-no-role-chosen = Vælg en rolle.
fault-no-change-chosen = Vælg, hvad der skal ske.
fault-no-handling-chosen = Vælg en handling. Spørg medarbejderen, om adgangskoden kan huskes.

# $name: borgeren, $age: alderen, $day: den dag, borgeren fylder 15
order-too-young = Man skal være fyldt 15 år for at få NemID med offentlig digital signatur. { $name } er { $age } år og fylder 15 år den { $day }.
