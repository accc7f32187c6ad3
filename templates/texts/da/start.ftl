### Aktivering og genåbning: trinene fra den midlertidige adgangskode til kvitteringen.

start-step-temporary = Midlertidig adgangskode
start-step-password = Vælg adgangskode
start-step-new-password = Ny adgangskode
start-step-remember = Den adgangskode, du havde
start-step-details = Bruger-id og kontakt
start-step-consents = Samtykke og regler
start-step-key = Nøglekort og nøgle

start-activation-title = Aktivér NemID
start-activation-lead = Hav velkomstbrevet, PIN-brevet og nøglekortet klar. Begynd med NemID-nummeret og den midlertidige adgangskode.
start-reopening-title = Genåbn NemID
start-reopening-lead = Er din adgangskode spærret, kan du genåbne den. Hav PIN-brevet og nøglekortet klar.
start-nemid-number-hint = Ni cifre. Det står i velkomstbrevet.
start-temporary-hint = Seks cifre. De står i PIN-brevet.
start-no-letter = Har du ingen midlertidig adgangskode, eller virker den ikke?
start-get-new = Få en ny midlertidig adgangskode
start-again = Begynd forfra
start-resume-title = Du er i gang
start-resume-text = Alt, hvad du har valgt, er gemt.
start-resume = Fortsæt, hvor du slap
start-log-on = Log på
start-order = Bestil NemID
start-ended-title = Du kan ikke fortsætte herfra

start-moved-to-reopening = Din midlertidige adgangskode er til genåbning
start-moved-to-reopening-text = Dit NemID er allerede aktiveret, så vi har sendt dig hertil i stedet. Du skal ikke skrive noget igen.
start-moved-to-activation = Din midlertidige adgangskode er til aktivering
start-moved-to-activation-text = Dit NemID er ikke aktiveret endnu, så vi har sendt dig hertil i stedet. Du skal ikke skrive noget igen.

label-password-again = Gentag adgangskode
start-password-title = Vælg en adgangskode
start-password-lead = Adgangskoden kender kun du. Den skal overholde dette:
start-password-chosen = Du har allerede valgt en adgangskode. Lad felterne stå tomme, hvis du vil beholde den.

start-remember-title = Skriv den adgangskode, du havde
start-remember-lead = Din midlertidige adgangskode er til dig, der kan huske din adgangskode. Skriv den, så vælger du en ny på næste side.
start-remember-hint = Adgangskoden fra før spærringen. Skriver du forkert, tæller det som et forsøg med den midlertidige adgangskode.
start-remember-not = Kan du ikke huske den?

start-details-title = Bruger-id og kontaktoplysninger
start-details-lead = Du kan altid logge på med dit NemID-nummer, { $number }. Vælg et bruger-id, hvis du vil have noget, der er lettere at huske. Alt på denne side kan du ændre senere.
start-user-id-hint = Mindst 5 tegn. Det må ikke kun bestå af ni eller ti cifre.
start-cpr-log-on = Jeg vil også kunne logge på med mit CPR-nummer
start-cpr-log-on-hint = Fjern krydset, hvis ingen skal kunne forsøge sig med dit CPR-nummer.
start-email-hint = Hertil sender vi bekræftelser. Uden e-mail kommer de med posten.
start-mobile-hint = Otte cifre. Vi sender en SMS, når en midlertidig adgangskode er på vej til dig.
start-recording = Vis i min Hændelseslog, hvor jeg har brugt NemID
start-recording-hint = Så kan du opdage, hvis andre bruger det. Du kan altid slå det fra igen.

start-consents-title = Samtykke og regler
start-consents-lead = Med dit NemID følger offentlig digital signatur. For at udstede den har vi brug for dit samtykke.
start-consent-cpr = I må slå mit navn og min adresse op i CPR
start-consent-cpr-hint = Navnet kommer til at stå i dit certifikat, og adressen bruger vi til breve.
start-consent-pid = I må fortælle PID-tjenesten, hvilket CPR-nummer min signatur hører til
start-consent-pid-hint = PID-tjenesten ligger hos Digitaliseringsstyrelsen, og det offentlige kan slå dig op dér. En privat tjeneste får kun dit CPR-nummer, hvis du har givet samtykke til det hos tjenesten, og du kan trække samtykket tilbage.
start-consent-earlier-pid = I må hente et tidligere PID-nummer i PID-tjenesten
start-consent-earlier-pid-hint = Har du haft digital signatur før, beholder du dit PID-nummer.
start-consent-bank = Min bank må give jer mit navn, min adresse, mit CPR-nummer, min e-mail og mit mobilnummer
start-consent-bank-hint = I må udveksle oplysningerne, fordi banken har udstedt dit NemID. E-mail og mobilnummer får vi kun, hvis banken har dem.
consent-missing-cpr-lookup = Sæt kryds ved samtykket til opslag i CPR, eller stop her. Uden det kan vi ikke udstede offentlig digital signatur.
consent-missing-pid-service = Sæt kryds ved samtykket om PID-tjenesten, eller stop her. Uden det kan vi ikke udstede offentlig digital signatur.
consent-missing-earlier-pid = Sæt kryds ved samtykket til et tidligere PID-nummer, eller stop her. Uden det kan vi ikke udstede offentlig digital signatur.
consent-missing-bank-exchange = Sæt kryds ved samtykket om din bank, eller stop her. Uden det kan dit NemID ikke aktiveres.
start-rules-lead = Reglerne siger blandt andet, at du passer på adgangskode og nøglekort, og at du spærrer dem, hvis andre kan have set dem.
start-rules-read = Læs reglerne (åbner i et nyt vindue)
start-rules-accept = Jeg accepterer reglerne for NemID, version { $version }

start-card-title = Skriv nøglekortets nummer
start-card-lead = Tag dit nøglekort frem, og skriv nummeret øverst på det.
start-card-none = Har du intet nøglekort, så kontakt borgerservice. Din midlertidige adgangskode er ikke brugt og virker stadig.
start-card-voice = Får du nøgler læst op i telefonen, behøver du ikke noget nøglekort.
start-card-voice-button = Få nøglen i telefonen
start-key-title = Skriv nøglen
start-finish-activation = Aktivér NemID
start-finish-reopening = Genåbn NemID

start-activation-done-title = Dit NemID er aktiveret
start-activation-done = Aktiveringen er gennemført
start-activation-done-text = Du kan nu logge på med dit NemID.
start-activation-no-certificate = Intet. Dit NemID virker i netbanken.
start-reopening-done-title = Dit NemID er genåbnet
start-reopening-done = Genåbningen er gennemført
start-reopening-done-text = Log på med din nye adgangskode. Alle tidligere forsøg er glemt.
start-reopening-no-certificate = Uændret. Der skulle ikke udstedes et nyt.
start-receipt-card = Nøglekort i brug
start-receipt-key = Nøgler
start-receipt-voice = Læses op i telefonen
start-receipt-certificate = Offentlig digital signatur
start-receipt-certificate-until = Nyt certifikat, gyldigt til den { $until }
start-receipt-next = Hvad nu?
start-receipt-letter = Smid PIN-brevet ud. Den midlertidige adgangskode er brugt og virker ikke mere.
start-receipt-keep = Gem nøglekortet et sikkert sted, og skriv aldrig adgangskoden på det.
