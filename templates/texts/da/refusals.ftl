### Afvisninger: hvad der er galt, og hvad man kan gøre nu. Koden er den, som reglen selv siger.
### Hvor borger og RA-medarbejder kan få den samme afvisning, er den skrevet, så begge kan læse den.

## Alle formularer

refusal-passwords-differ = De to adgangskoder er ikke ens. Skriv den nye adgangskode én gang til i begge felter.
refusal-changed-meanwhile = Noget er blevet ændret, mens du var i gang. Prøv igen, så bruger vi de nye oplysninger.

## Tal og navne

refusal-cpr-number-shape = Et CPR-nummer har ti cifre, for eksempel 610772-1234. Skriv det med eller uden bindestreg.
refusal-nemid-number-shape = Et NemID-nummer har ni cifre. Du finder det i velkomstbrevet.
refusal-key-card-number-shape = Et nøglekortnummer er et stort bogstav og ni cifre. Det står øverst på nøglekortet.
refusal-pin-letter-serial-shape = Et serienummer på et PIN-brev har otte cifre. Det står uden på brevet.
refusal-key-shape = En nøgle har seks cifre. Find det nummer, siden viser, på nøglekortet, og skriv nøglen ved siden af.
refusal-key-number-shape = Et nøglenummer er fire cifre med eller uden # foran.
refusal-key-position-range = Der er 148 nøgler på et nøglekort. Vælg en af dem.
refusal-pid-shape = Et PID-nummer er PID:9208-2002-2- og tolv cifre. Skriv det hele.
refusal-document-number-shape = Et dansk pas har ni cifre og et dansk kørekort otte. Skriv nummeret, som det står på det.
refusal-person-name-shape = Skriv hele navnet med bogstaver, højst 100 tegn. Mellemrum, bindestreg, apostrof og punktum er også i orden.
refusal-street-shape = Skriv vej og nummer, højst 100 tegn.
refusal-postcode-shape = Et dansk postnummer har fire cifre.
refusal-town-shape = Skriv byens navn, højst 60 tegn.
refusal-postcode-abroad-shape = Et postnummer i udlandet har højst 10 tegn.
refusal-country-shape = Skriv landet, højst 60 tegn. Er adressen i Danmark, så lad feltet stå tomt.
refusal-email-shape = Det ligner ikke en e-mailadresse. Skriv den som navn@eksempel.dk. Foran @ kan der ikke stå æ, ø eller å.
refusal-email-too-long = En e-mailadresse kan højst have 254 tegn. Kontrollér adressen, eller brug en anden.
refusal-mobile-shape = Et dansk mobilnummer har otte cifre. Skriv det med eller uden +45 foran.

## Bruger-id

refusal-user-id-too-short = Bruger-id'et er for kort. Det skal have mindst 5 tegn.
refusal-user-id-too-long = Bruger-id'et er for langt. Det må højst have 48 tegn.
refusal-user-id-character = Bruger-id'et har et tegn, der ikke kan bruges. Brug a-z, tal, mellemrum og {"{"} {"}"} ! # " $ ' % ^ & , * ( ) _ + - = : ; ? . @
refusal-user-id-blank-at-edge = Et bruger-id kan ikke begynde eller slutte med et mellemrum. Fjern det.
refusal-user-id-like-a-number = Et bruger-id, der kun er ni eller ti cifre, med eller uden tegn imellem, kan forveksles med et NemID-nummer eller et CPR-nummer. Føj et bogstav til.
refusal-user-id-taken = Bruger-id'et er optaget. Vælg et andet.
refusal-user-id-in-password = Bruger-id'et indgår i din adgangskode. Vælg et andet, eller skift først adgangskode.
refusal-typed-user-id-missing = Skriv dit bruger-id.
refusal-typed-user-id-too-long = Et bruger-id kan højst have 48 tegn. Kontrollér, hvad du har skrevet.

## Adgangskode

refusal-password-too-short = Adgangskoden er for kort. Den skal have mindst 6 tegn.
refusal-password-too-long = Adgangskoden er for lang. Den må højst have 40 tegn.
refusal-password-character = Adgangskoden har et tegn, der ikke kan bruges. Brug a-z, tal, mellemrum og {"{"} {"}"} ! # " $ ' % ^ & , * ( ) _ + - = : ; ? . @
refusal-password-blank-at-edge = En adgangskode kan ikke begynde eller slutte med et mellemrum. Fjern det.
refusal-password-no-letter = Adgangskoden mangler et bogstav. Brug mindst ét fra a til z.
refusal-password-no-digit = Adgangskoden mangler et tal. Brug mindst ét.
refusal-password-repeated = Det samme tegn står fire gange i træk. Brug højst tre ens tegn efter hinanden.
refusal-password-holds-cpr-number = Adgangskoden må ikke indeholde dit CPR-nummer. Vælg en anden.
refusal-password-holds-nemid-number = Adgangskoden må ikke indeholde dit NemID-nummer. Vælg en anden.
refusal-password-holds-user-id = Adgangskoden må ikke indeholde dit bruger-id. Vælg en anden.
refusal-typed-password-missing = Skriv din adgangskode.
refusal-typed-password-too-long = En adgangskode kan højst have 40 tegn. Kontrollér, hvad du har skrevet.
refusal-temporary-password-shape = En midlertidig adgangskode har seks cifre. Du finder den i PIN-brevet.

## Log på

refusal-wrong-user-id-or-password = Bruger-id eller adgangskode er forkert. Prøv igen. Efter fem forkerte adgangskoder i træk låser vi adgangskoden i 8 timer.
# $left: forsøg tilbage før låsning eller spærring
refusal-wrong-password = Adgangskoden er forkert. { $left ->
        [one] Du har ét forsøg tilbage.
       *[other] Du har { $left } forsøg tilbage.
    } Har du glemt den, så bestil en midlertidig adgangskode.
# $until: hvornår låsen udløber
refusal-locked = Adgangskoden er tastet forkert fem gange. Derfor er den låst til den { $until }. Vent til da, eller få en midlertidig adgangskode og genåbn.
refusal-too-many-guesses = Der er tastet forkert for mange gange fra din internetforbindelse. Vent ti minutter, og prøv igen.
refusal-temporary-barred = Der er tastet forkert fem gange fra din internetforbindelse. Derfor kan NemID-nummeret ikke bruges herfra før den { $until }. Vent til da, eller prøv fra et andet sted.
refusal-password-blocked = Adgangskoden er spærret. Er et PIN-brev på vej til dig, så genåbn med det. Ellers får du en midlertidig adgangskode i borgerservice eller under »Glemt adgangskode«. Er dit NemID kun til netbank, så bed banken om den.
refusal-password-blocked-at-bank = Adgangskoden er spærret. Dit NemID er kun til netbank: Bed banken om en midlertidig adgangskode, og genåbn derefter i netbanken.
refusal-password-blocked-at-work = Adgangskoden er spærret. Bed din administrator om en midlertidig adgangskode, og genåbn derefter.
refusal-nemid-blocked = Dette NemID er spærret og kan ikke åbnes igen. Kontakt borgerservice, hvis du mener, det er en fejl.
refusal-nemid-closed = Dette NemID er lukket og kan ikke åbnes igen. Skal det bruges, så bestil et nyt.
refusal-nemid-ended = Dette NemID er spærret eller lukket, så der kan ikke ændres noget. Vælg et andet, eller bestil et nyt.
refusal-not-activated = Dette NemID er ikke aktiveret endnu. Aktivér det med den midlertidige adgangskode fra PIN-brevet.
refusal-not-usable = Dette NemID kan ikke bruges lige nu. Begynd forfra, så får du at vide hvorfor.
refusal-log-on-expired = Denne pålogning gælder ikke længere. Der er gået mere end { $question }, du er begyndt at logge på et andet sted, eller noget er spærret imens. Log på igen.
refusal-log-on-replaced = Du er begyndt at logge på et andet sted, så denne side gælder ikke længere. Log på igen.
refusal-start-expired = Der er gået mere end { $enrolment }, eller du er ikke begyndt endnu. Den midlertidige adgangskode er ikke brugt. Begynd forfra.
refusal-start-elsewhere = Du er begyndt på en anden aktivering eller genåbning i et andet vindue, så denne side gælder ikke længere. Intet er ændret herfra. Gør den anden færdig, eller begynd forfra.
refusal-no-role = Dette NemID giver ikke adgang hertil. Log på med det medarbejder-NemID, der hører til opgaven.

## Nøgler og nøglekort

# $left: forsøg tilbage, før kortet bliver spærret
refusal-wrong-key = Nøglen er forkert. { $left ->
        [one] Du har ét forsøg tilbage, før nøglekortet bliver spærret.
       *[other] Du har { $left } forsøg tilbage, før nøglekortet bliver spærret.
    }
refusal-card-blocked = Nøglen var forkert for femte gang, så nøglekortet er nu spærret. Brug et andet nøglekort, eller bestil et nyt.
refusal-no-card = Der er intet nøglekort, som kan bruges. Skriv nummeret på et kort, du har modtaget, eller bestil et nyt.
refusal-unknown-card = Det nøglekortnummer kan ikke bruges her. Kontrollér nummeret øverst på kortet, eller vælg et andet kort.
refusal-unknown-carrier = Den slags nøgle kan ikke bruges nu. Vælg en anden.
refusal-not-approved = Anmodningen er ikke besvaret endnu. Svar i din nøgleapp, og prøv igen.
refusal-refused-in-app = Du afviste anmodningen i din nøgleapp. Begynd forfra, hvis det var en fejl.
refusal-app-rests = Der er sendt fem anmodninger til din nøgleapp inden for en time, uden at du har godkendt en. Derfor sendes der ingen. Svar med en anden slags nøgle, så virker appen igen.
refusal-next-code = Koden passer, men er langt fremme. Tryk på nøgleviseren igen, og skriv den næste kode.
refusal-wrong-token-code = Koden er forkert. { $left ->
        [one] Du har ét forsøg tilbage, før nøgleviseren bliver spærret.
       *[other] Du har { $left } forsøg tilbage, før nøgleviseren bliver spærret.
    }
refusal-wrong-app-pin = PIN-koden er forkert. { $left ->
        [one] Du har ét forsøg tilbage, før nøgleappen bliver spærret.
       *[other] Du har { $left } forsøg tilbage, før nøgleappen bliver spærret.
    }
refusal-wrong-voice-key = Nøglen er forkert. { $left ->
        [one] Du har ét forsøg tilbage, før nøgler i telefonen bliver spærret.
       *[other] Du har { $left } forsøg tilbage, før nøgler i telefonen bliver spærret.
    }
refusal-token-blocked = Koden var forkert for femte gang, så nøgleviseren er nu spærret. Brug dit nøglekort.
refusal-app-blocked = PIN-koden var forkert for femte gang, så nøgleappen er nu spærret. Brug dit nøglekort.
refusal-voice-blocked = Nøglen var forkert for femte gang, så nøgler i telefonen er nu spærret. Brug dit nøglekort, eller få hjælp i borgerservice.
refusal-voice-already-called = Nøgler læses allerede op på det nummer, eller det venter på at blive bekræftet.
refusal-voice-not-called = Der er ikke læst en nøgle op endnu. Tryk på »Ring mig op«, og tag telefonen.
refusal-voice-this-telephone = Du kan ikke skrive nøglen på den telefon, den læses op i. Log på fra en anden enhed, eller brug en anden nøgle.
refusal-voice-too-many-calls = Vi har ringet fem gange i den sidste time, uden at telefonen blev taget. Vent en time, eller brug en anden nøgle. Har du mistet telefonen, så spær din adgangskode.
refusal-call-not-there = Der er ikke noget opkald med det nummer.
refusal-call-not-ringing = Telefonen ringer ikke mere.
refusal-carrier-id-shape = Et nøglekortnummer er et stort bogstav og ni cifre, fx A123456789. Numre på andet er to bogstaver og otte cifre, fx NV12345678.
refusal-carrier-number-shape = Nummeret består af to bogstaver og otte cifre, fx NV12345678.
refusal-no-carrier-chosen = Vælg mindst én.
refusal-carrier-not-yours = Det nummer hører ikke til dette NemID. Kontrollér nummeret.
refusal-carrier-not-open = Den er allerede i brug, spærret eller brugt op.
refusal-desk-carrier-not-activated = Dette NemID er ikke aktiveret endnu. En nøgleviser kan først bestilles, når det er.
refusal-desk-carrier-no-address = En nøgleviser bliver kun sendt med posten, og der er ingen adresse at sende til. Indehaveren kan oplyse en adresse hos hotlinen først.
refusal-too-many-carriers = Der er allerede en på vej, eller en, der venter på at blive taget i brug.
refusal-reason-does-not-fit = Årsagen passer ikke til alt det, der er sat kryds ved. Spær det hver for sig.
refusal-carrier-not-activated = Dit NemID skal være aktiveret først.
refusal-token-wrong-code = Koden passer ikke til nøgleviseren. Tryk på knappen, og skriv de seks cifre, den viser.
refusal-telephone-not-smart = På den telefon kan der ikke installeres apps.
refusal-telephone-lost = Telefonen er mistet, så ingen kan bruge den.
refusal-telephone-no-battery = Telefonen er løbet tør for strøm.
refusal-telephone-no-net = Telefonen har ingen forbindelse.
refusal-telephone-not-own = Nøgleappen må kun installeres på din egen telefon.
refusal-too-many-apps = Du har tre nøgleapps med dette NemID. Flere kan du ikke have. Spær en af dem først.
refusal-app-there-already = Der er allerede en nøgleapp med dette NemID på telefonen.
refusal-app-not-there = Den nøgleapp findes ikke på telefonen, eller den er spærret.
refusal-app-not-ready = Nøgleappen er ikke klar til brug før { $until }.
refusal-app-in-use = Nøgleappen er allerede i brug.
refusal-pin-shape = PIN-koden skal have fire cifre.
refusal-pin-alike = Vælg en PIN-kode, hvor de fire cifre ikke er ens.
refusal-pin-in-cpr-number = Vælg en PIN-kode, der ikke er en del af dit CPR-nummer.
refusal-pin-in-password = Vælg en PIN-kode, der ikke er en del af din adgangskode.
refusal-request-not-there = Den anmodning findes ikke på telefonen.
refusal-request-over = Anmodningen gælder ikke længere. Den er besvaret, afløst af en nyere, eller der er gået for lang tid.
refusal-device-not-there = Den ting findes ikke i denne verden.
refusal-device-not-such = Det kan man ikke med den ting.
refusal-device-not-here = Brevet med den er ikke åbnet endnu.
refusal-device-lost = Den er mistet. Find den først.
refusal-device-no-battery = Displayet er tomt. Batteriet er brugt op.
refusal-key-asked-anew = Vi beder nu om en anden nøgle. Se det nye nummer på siden, og skriv nøglen til det.
refusal-no-card-chosen = Sæt kryds ved mindst ét nøglekort.
refusal-card-not-yours = Nøglekortet hører ikke til dette NemID. Kontrollér nummeret.
refusal-card-not-open = Nøglekortet er allerede spærret eller brugt op. Vælg et andet.
refusal-too-many-cards = Et NemID kan højst have fire nøglekort ad gangen. Spær et, der ikke bruges, før der kommer et nyt.
refusal-no-address = Der kan ikke sendes noget, for der er ingen adresse at sende til. Borgerservice kan udlevere det ved skranken. Eller oplys en adresse hos hotlinen.
refusal-card-on-its-way = Der er allerede et nøglekort på vej med posten. Vent på det, eller spær det, hvis det ikke kommer.
refusal-reorder-level = Vælg et tal fra 10 til 60.

refusal-nothing-to-block = Vælg, hvad der skal spærres. Det, der allerede er spærret, forbliver spærret.
refusal-ending-run-out = Der er gået mere end { $question }, eller du er begyndt på noget andet med dit NemID. Intet er lukket. Begynd forfra, hvis du stadig vil lukke dit NemID.

## Midlertidig adgangskode, aktivering og genåbning

# $left: forsøg tilbage; 0, når vi ikke siger, hvor mange
refusal-temporary-wrong = NemID-nummeret eller den midlertidige adgangskode er forkert. { $left ->
        [0] Kontrollér begge dele. Virker det stadig ikke, så få en ny midlertidig adgangskode.
        [one] Du har ét forsøg tilbage med dette NemID-nummer.
       *[other] Du har { $left } forsøg tilbage med dette NemID-nummer.
    }
refusal-temporary-password-typed = Det er din midlertidige adgangskode og ikke en adgangskode til at logge på med. Den blev skrevet et andet sted end det, PIN-brevet nævner, og virker derfor ikke mere. Få en ny i borgerservice eller din bank, eller bestil den under »Glemt adgangskode«.
refusal-temporary-tried-out = Der er skrevet forkert tre gange med dette NemID-nummer. Sammenlign det med nummeret i velkomstbrevet. Er det et andet, så begynd forfra med det rigtige. Er det dit, virker PIN-brevet ikke mere, og du skal have en ny midlertidig adgangskode.
# $left: forsøg tilbage
refusal-remembered-wrong = Det er ikke den adgangskode, du havde. { $left ->
        [one] Du har ét forsøg tilbage.
       *[other] Du har { $left } forsøg tilbage.
    } Kan du ikke huske den, så få den nulstillet i borgerservice eller under »Glemt adgangskode«.
refusal-temporary-dead = Den midlertidige adgangskode virker ikke længere. Få en ny i borgerservice eller hos din bank, eller bestil den under »Glemt adgangskode«.
temporary-end-used = Den midlertidige adgangskode er brugt. Log på med den adgangskode, du selv har valgt.
temporary-end-wrong-place = Den midlertidige adgangskode blev tastet et andet sted end det, brevet nævner. Derfor virker den ikke mere. Få en ny i borgerservice eller hos din bank.
temporary-end-too-many-tries = Den midlertidige adgangskode er tastet forkert tre gange og virker ikke mere. Få en ny i borgerservice eller hos din bank.
temporary-end-too-old = Den midlertidige adgangskode er mere end 30 dage gammel og virker ikke mere. Få en ny i borgerservice eller hos din bank.
temporary-end-newer = Der er sendt eller udleveret en nyere midlertidig adgangskode, så den her virker ikke mere. Brug den fra det nyeste PIN-brev. Er det ikke kommet endnu, så vent på det.
temporary-end-blocked = Den midlertidige adgangskode er spærret, fordi andre måske kendte den. Er et nyt PIN-brev på vej til dig, så brug det. Ellers får du en ny i borgerservice eller hos din bank.
temporary-end-nem-id-ended = NemID'et er spærret eller lukket, så den midlertidige adgangskode kan ikke bruges. Bestil et nyt NemID, hvis du har brug for det.
refusal-nothing-to-start = Her er ikke noget at aktivere eller genåbne. Log på, eller få en ny midlertidig adgangskode, hvis du ikke kan.
refusal-consent-missing = Uden alle samtykker kan vi ikke udstede offentlig digital signatur. Sæt kryds ved dem, eller stop her.
refusal-bank-consent-missing = Spørg kunden om samtykke, og sæt kryds, når det er givet. Uden det får banken ingen oplysninger om kundens andet NemID.
refusal-rules-not-accepted = Du skal acceptere reglerne for NemID for at fortsætte. Læs dem, og sæt kryds.
refusal-attach-first = Dette NemID er fra en bank og har ikke offentlig digital signatur. Tilknyt den først under »Bestil NemID«.
refusal-not-offered = Det kan ikke vælges for dette NemID lige nu. Begynd forfra, så ser du, hvad der kan vælges.

## Bestilling og certifikat

refusal-already-has-nemid = Personen har allerede NemID med offentlig digital signatur. Der kan ikke bestilles noget. Virker det ikke, så kan borgerservice hjælpe under »Vedligehold NemID«.
refusal-has-nemid-to-attach-to = Du har allerede et NemID, for eksempel fra din bank. Det kan få offentlig digital signatur: Log på Selvbetjening, og bestil den under »Certifikat«. Er det ikke aktiveret endnu, så aktivér det først, eller få hjælp i borgerservice. Vil du hellere have et nyt NemID ved siden af, så sæt kryds.
refusal-another-nemid-is-public = Du har et andet NemID med offentlig digital signatur, og du kan kun have ét. Brug det, eller spær certifikatet på det først.
refusal-too-young = Man skal være fyldt 15 år for at få NemID med offentlig digital signatur.
refusal-dead = Personen er registreret som død. Der kan ikke bestilles noget.
refusal-card-in-post = Nøglekortet hører til dette NemID, men er på vej med posten. Tilknyt med det, når det er kommet. Haster det, så spær det, og udlever et nyt.
refusal-card-ended = Nøglekortet hører til dette NemID, men er spærret eller brugt op. Udlever et nyt under »Udlever nøglekort«, og brug det.
refusal-card-not-theirs = Nøglekortnummeret hører ikke til det valgte NemID. Find det rigtige nummer under »Spær nøglekort« ved at trykke OK uden at sætte kryds.
refusal-no-valid-certificate = Der er ikke noget gyldigt certifikat. Bestil et nyt i stedet.
refusal-encryption-no-certificate = Ingen med den adresse har et gyldigt certifikat. Kontrollér adressen.
refusal-encryption-empty = Skriv en tekst.
refusal-encryption-too-long = Teksten eller emnet er for langt.
refusal-encryption-not-encrypted = Filen er ikke en krypteret e-mail, som vi kan læse (S/MIME med AES).
refusal-encryption-for-others = E-mailen er ikke krypteret til et certifikat, som personen har.
refusal-encryption-key-gone = Nøglen er slettet.
refusal-certificate-already-there = Der er allerede et certifikat, eller det er bestilt. Der skal ikke gøres mere.
refusal-no-certificate-for-business = Et NemID til erhverv kan ikke få offentlig digital signatur. Bestil et privat NemID.

## Skranken

refusal-own-number = Du kan ikke betjene dig selv. Bed en kollega om hjælp.
refusal-not-in-register = CPR-nummeret findes ikke i simulatorens register. Ægte CPR-numre hører ikke hjemme her. Brug en af de opdigtede personer fra kontrolrummet.
refusal-cpr-number-replaced = Det CPR-nummer bruges ikke mere, for personen har fået et nyt. Spørg borgeren om det, eller se det på sundhedskortet.
refusal-cpr-number-not-yet-known = Det CPR-nummer er givet i dag, og NemID får det at vide i nat. Brug det gamle i dag, eller kom igen i morgen.
refusal-choose-the-public = Dette NemID er kun til netbanken. Borgerens offentlige digitale signatur er på et andet NemID.
refusal-ask-bank = Dette NemID er kun til netbanken, og der kan ikke tilknyttes offentlig digital signatur til det.
refusal-counter-card-not-open = Et af kortene er blevet spærret eller brugt op i mellemtiden. Se, hvilke kort der er tilbage, før du spærrer et andet.
refusal-nothing-found = Personen har intet NemID, som kan findes her. Et NemID til erhvervsnetbank kan kun banken se.
refusal-not-public = Dette NemID bruges kun til netbank. Henvis borgeren til banken, som kan spærre.
refusal-urgency-not-stated = Banken er i gang med at udstede dette NemID. Sæt kryds ved, at behovet er akut, eller henvis borgeren til banken.
refusal-identification-none = Sæt kryds ved den legitimation, borgeren har vist.
refusal-identification-second = Uden billede er ét dokument ikke nok. Bed om et til, eller om et med billede.
refusal-identification-cpr = Mindst ét af dokumenterne skal vise CPR-nummeret. Bed om et, der gør det.
refusal-identification-photo = Et nøglekort kan kun udleveres med det samme mod legitimation med billede. Bed om den, eller send kortet med posten.
refusal-changed-since-read = Der er sket noget med dette NemID, siden du læste siden. Læs den igen, før du underskriver.
refusal-already-signed = Handlingen er allerede underskrevet. Se resultatet i journalen.
refusal-not-for-this-actor = Det må kun operatøren.
refusal-not-employee = Det er ikke et medarbejder-NemID. Vælg en medarbejder på listen.
refusal-not-oneself = Du kan ikke genåbne dit eget NemID. Bed en anden administrator, eller brug kommandoen på maskinen.
refusal-agreement-already-there = Banken bruger allerede dette NemID til netbanken.
refusal-only-the-bank = Det kan kun banken selv gøre.
refusal-no-agreement = Banken har ingen aftale på dette NemID.
refusal-another-persons-nemid = De to NemID hører ikke til samme person, så aftalen kan ikke overflyttes.
refusal-no-agreement-for-business = Et NemID til erhvervsnetbank kan ikke deles med en privat netbank.
refusal-shelf-no-room = Hylden er fuld. Bestil igen, når der er udleveret flere.
