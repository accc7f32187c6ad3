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
ra-training-nothing-received = Borgeren har ikke fået noget med posten: Spær kortet, udlever et nyt, og udlever en midlertidig adgangskode.
ra-training-dead = Den midlertidige adgangskode virker ikke: Genudsend den.
ra-training-forgotten = Adgangskoden er glemt: Nulstil den, og husk advarslen om krypteret e-mail.
ra-training-locked = Adgangskoden er låst eller spærret: Spørg, om borgeren kan huske den, før du vælger handling.
ra-training-lost = Nøglekortet er mistet: Spær det, og udlever et nyt med det samme.
ra-training-more-cards = Borgeren skal rejse: Udlever et ekstra nøglekort.
ra-training-bank = NemID er fra banken: Find nøglekortnummeret, og tilknyt certifikatet under »Bestil NemID«.
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
nemid-none-open-text = Et spærret eller lukket NemID kan ikke åbnes igen. Bestil et nyt, hvis borgeren vil have NemID.
nemid-business-hint = NemID til erhvervsnetbank kan kun banken se. Har borgeren et nøglekort, som ikke passer til noget her, så er det nok et af dem.
nemid-ended-because = Kan ikke vælges. Det blev spærret eller lukket den { $at }.
fault-no-nemid-chosen = Vælg det NemID-nummer, det handler om.

## Valg

fault-no-reason-chosen = Vælg årsagen.
choice-lost = Borgeren har mistet kortet
choice-never-arrived = Kortet er ikke kommet med posten
choice-seen-by-others = Andre kan have set nøglerne
choice-letter-not-intact = Brevet med kortet var åbnet eller beskadiget
choice-other-suspicion = Anden mistanke om misbrug
choice-known-by-others = Andre kender måske adgangskoden
choice-holder-asked = Borgeren ønsker det af en anden grund

block-cards-title = Spær nøglekort
block-cards-which = Nøglekort, der skal spærres
block-cards-hint = Sæt kryds ved de kort, der skal spærres. Tryk OK uden kryds, hvis du kun vil se numrene.
block-cards-reason-hint = Skal kun vælges, når et kort skal spærres.
block-cards-none = Der er ingen nøglekort at spærre
block-cards-none-open = Borgeren har intet nøglekort, der kan bruges. Udlever et under »Udlever nøglekort«.
block-cards-numbers-title = Intet er spærret. Her er numrene
block-cards-numbers-text = Skriv nummeret ned, hvis borgeren skal have det med, eller du skal bruge det under »Bestil NemID«.
card-since = udstedt den { $at }
card-keys-left = { $count ->
        [one] 1 nøgle tilbage
       *[other] { $count } nøgler tilbage
    }

card-overdue = Bestilt for mere end ti hverdage siden. Regn med, at det er gået tabt, og spær det.

hand-out-title = Udlever nøglekort
hand-out-title-post = Send nøglekort med posten
hand-out-has = { $count ->
        [0] Borgeren har ingen nøglekort til dette NemID.
        [one] Borgeren har ét nøglekort til dette NemID. Er det mistet, så spær det først.
       *[other] Borgeren har { $count } nøglekort til dette NemID. Er et af dem mistet, så spær det først.
    }
hand-out-open-cards = Borgerens nøglekort
hand-out-refused = Der kan ikke udleveres et nøglekort
hand-out-no-photo = Ingen legitimation med billede
hand-out-no-photo-text = Uden billede kan kortet ikke udleveres her. Du kan sende et til borgerens folkeregisteradresse.
hand-out-change-identification = Har borgeren alligevel legitimation med billede? Ret den her.
stock-card-hint = Et stort bogstav og ni cifre uden på et forseglet kort fra kontorets eget lager.
urgency-title = NemID fra banken, ikke aktiveret
urgency-text = Banken er ved at udstede dette NemID. Henvis borgeren til banken, hvis det kan vente.
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
        [office] Borgeren har ikke flere nøglekort, når du har underskrevet. Du kan udlevere et nyt med det samme.
        [bank] Kunden har ikke flere nøglekort, når du har underskrevet. Et nyt bestilles under »Mistet nøglekort«.
        [bank-handed-out] Kunden har ikke flere nøglekort, når du har underskrevet. Adgangskoden er spærret, så kunden kan ikke selv bestille et nyt, men kan få et i borgerservice.
        [bank-new-nemid] Kunden har ikke flere nøglekort, når du har underskrevet, og kan ikke selv bestille et uden en adgangskode, der virker. Luk bagefter adgangen til netbanken, og udsted et nyt NemID.
       *[operator] Personen har ikke flere nøglekort, når du har underskrevet. Der kommer ikke automatisk et nyt.
    }

block-password-title = Spær adgangskode
block-password-refused = Adgangskoden kan ikke spærres her
block-password-change-first = Kan borgeren logge på, er det hurtigst at skifte adgangskoden på Selvbetjening. Så er en spærring ikke nødvendig.
block-password-new = Ny midlertidig adgangskode
temporary-send = Send en til folkeregisteradressen, så borgeren kan genåbne
temporary-send-not = Nej tak, send ingen

block-certificate-title = Spær certifikat
block-certificate-refused = Der er intet certifikat at spærre her
block-certificate-consequence = Certifikatet kan ikke åbnes igen. Bagefter kan NemID ikke bruges hos det offentlige, indtil der bestilles et nyt. En netbank virker stadig.
block-certificate-asked = Borgeren har bedt om det og kender følgerne
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
order-refused = Borgeren kan ikke få NemID
order-lead-attach = Certifikatet kan tilknyttes det NemID, borgeren allerede har. Så kan det også bruges hos det offentlige.
order-lead-new = Der oprettes et nyt NemID.
order-business-title = Siger borgeren, at der er et NemID?
order-business-text = Så er det måske til en erhvervsnetbank. Det kan kun banken se, og det kan ikke få offentlig digital signatur. Borgeren skal have et nyt NemID.
order-no-photo-text = Uden billede sendes nøglekortet med posten.
order-attach = Certifikat tilknyttes
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
receipt-to-front = Gå til forsiden
receipt-to-journal = Se journalen

next-hand-out-new-card = Borgeren har ikke flere nøglekort. Du kan udlevere et nyt med det samme, så NemID kan bruges.
next-hand-out-new-card-button = Udlever nyt nøglekort
next-issue-temporary = NemID er ikke aktiveret endnu. Udlever en midlertidig adgangskode, så borgeren kan aktivere det.
next-issue-temporary-button = Udlever midlertidig adgangskode
next-attach-first = NemID er fra banken og har ikke offentlig digital signatur. Tilknyt den, så borgeren kan aktivere på Selvbetjening.
next-attach-first-button = Tilknyt certifikat
next-give-card = Giv borgeren det forseglede nøglekort.
next-choose-card-at-log-on = Fortæl borgeren: Kortet bliver taget i brug, når du vælger »Brug et andet nøglekort« ved pålogning og skriver nummeret. Det forrige kort bliver så spærret.
next-card-comes = Fortæl borgeren: Kortet kommer med posten om tre hverdage.
next-destroy-if-found = Fortæl borgeren: Dukker kortet op igen, skal det klippes i stykker. Det kan ikke bruges mere.
next-give-pin-letter = Giv borgeren det forseglede PIN-brev. Kun borgeren må åbne det.
next-write-number = Skriv NemID-nummer { $number } på et velkomstbrev, og giv borgeren det.
next-hand-out-rules = Udlever reglerne for NemID.
next-ask-bank-to-move = Fortæl borgeren: Netbanken bruger et andet NemID-nummer. Når dette NemID er i brug, kan banken flytte netbanken til NemID-nummer { $number }. Det andet bliver så overflødigt og slettes senere automatisk.
next-activate-at-selvbetjening = Anbefal borgeren at aktivere sit NemID på Selvbetjening inden for 30 dage. Den midlertidige adgangskode virker ikke i netbanken.
next-reopen-remembered = Fortæl borgeren: Genåbn på Selvbetjening med PIN-brevet, nøglekortet og den adgangskode, du husker.
next-reopen-new = Fortæl borgeren: Genåbn på Selvbetjening med PIN-brevet og nøglekortet, og vælg en ny adgangskode.
next-certificate-comes-back = Fortæl borgeren: Et nyt certifikat bliver udstedt automatisk ved genåbningen.
next-temporary-comes = Fortæl modtageren: En midlertidig adgangskode kommer med posten om tre hverdage og gælder i 30 dage.
next-needs-temporary = Fortæl borgeren: Vil du bruge NemID igen, kræver det en midlertidig adgangskode.
next-only-netbank-now = Fortæl borgeren: NemID virker nu kun i netbanken. Et nyt certifikat kan bestilles når som helst.
next-not-at-public-sites-now = Fortæl borgeren: NemID kan ikke længere bruges hos det offentlige. Et nyt certifikat kan bestilles når som helst.
next-works-now = Fortæl borgeren: NemID virker nu både i netbanken og hos det offentlige.
next-works-at-public-sites = Fortæl borgeren: NemID virker nu hos det offentlige.
next-reopen-first = Adgangskoden er spærret, så NemID kan ikke bruges endnu. Udlever en midlertidig adgangskode, så borgeren kan genåbne den.
next-reopen-first-button = Udlever midlertidig adgangskode
next-wait-for-lock = Adgangskoden er låst i 8 timer efter for mange forkerte forsøg. Borgeren kan vente, til låsen udløber. Haster det, eller er adgangskoden glemt, så udlever en midlertidig adgangskode.
next-wait-for-lock-button = Udlever midlertidig adgangskode
next-all-comes-by-post = Fortæl modtageren: Velkomstbrev og nøglekort kommer om tre hverdage og PIN-brevet en hverdag senere. Er de ikke kommet efter ti hverdage, så henvend dig igen.
next-role-counts = Rollen gælder fra den næste side, medarbejderen åbner.
next-role-gone = Medarbejderen kan ikke længere åbne RA-portalen. NemID'et består.

welcome-title = Velkomstbrev
welcome-pdf = Hent som PDF

## Journal og lager

stock-lead = Forseglede nøglekort og PIN-breve. Kun det, der ligger på kontorets eget lager, kan udleveres.
stock-cards = Nøglekort ({ $count })
stock-letters = PIN-breve ({ $count })
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
staff-new-lead = Medarbejderen får et eget NemID. Nøglekort og PIN-brev sendes til folkeregisteradressen.
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
staff-reopen-text = En ny midlertidig adgangskode sendes med posten til medarbejderens folkeregisteradresse.
staff-resend-explained = NemID er ikke aktiveret endnu. Den forrige midlertidige adgangskode holder op med at virke.
staff-unlock-explained = Medarbejderen kan huske sin adgangskode, men den er låst eller spærret.
staff-reset-explained = Medarbejderen kan ikke huske sin adgangskode. Den bliver spærret, og medarbejderen logges af, til NemID er genåbnet med en ny.
staff-to-list = Til medarbejderne
fault-title = Skriv en stilling på højst 60 tegn.
fault-no-role-chosen = Vælg en rolle.
fault-no-change-chosen = Vælg, hvad der skal ske.
fault-no-handling-chosen = Vælg en handling. Spørg medarbejderen, om adgangskoden kan huskes.
