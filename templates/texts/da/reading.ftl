### Det, reglerne henviser til: sikkerheden bag NemID, begreber og certifikater.

security-title = Sikkerheden bag NemID
security-lead = Her står, hvordan NemID holdes sikkert, hvad vi gemmer, når du bruger det, og hvad du selv kan gøre.
security-parts-title = To ting på én gang
security-parts-text = Adgangskoden er noget, du ved. Nøglekortet er noget, du har. Først når begge dele passer, er du logget på. Den, der kun har set adgangskoden eller kun har fundet kortet, kommer ikke ind.
security-tries-title = Få forsøg
security-tries-text = Fem forkerte adgangskoder i træk låser adgangskoden i 8 timer, og fem mere spærrer den. Fem forkerte nøgler i træk spærrer nøglekortet. En midlertidig adgangskode dør af tre forkerte forsøg. Gætter nogen et andet sted, end du plejer at være, bliver det stedet, der ikke må prøve mere.
security-keys-title = Hver nøgle virker én gang
security-keys-text = Vi spørger efter et nøglenummer, og kun den nøgle, der står ved det nummer, virker. Når den er brugt, er den brugt. En nøgle, du skriver for at logge på, kan ikke bruges til at skrive noget under.
security-notices-title = Du får besked
security-notices-text = Når noget bliver spærret eller skiftet, skriver vi til dig med e-mail eller brev. Beskeden om, at et certifikat er spærret, er signeret, så du kan se, at den er fra os. Vi spørger aldrig om din adgangskode eller dine nøgler.
security-logs-title = Det gemmer vi
security-logs-text =
    Hver gang du bruger NemID, gemmer vi tidspunktet, IP-adressen og det, browseren fortæller om din enhed. Det gælder også forsøg, der ikke lykkes. Hvor du bruger det, gemmer vi kun, hvis du vælger det til.

    Alt det finder du i Hændelsesloggen. Vi gemmer det resten af året og fem år mere; derefter bliver det slettet.
security-own-logs-title = Logfiler på din egen enhed
security-own-logs-text = NemID kan også gemme logfiler på den computer, telefon eller tablet, du bruger. De hjælper med at finde fejl, og du må gerne slette dem. Her i simulatoren bliver der kun gemt små filer fra browseren (cookies), som holder dig logget på.
security-you-title = Det kan du selv gøre
security-you-text = Hold styresystem, browser og programmer opdateret. Se efter, at siden er den rigtige, før du skriver noget. Se i Hændelsesloggen en gang imellem. Og spær med det samme, hvis noget er i de forkerte hænder.
certificates-title = Om certifikater
certificates-lead = Et certifikat binder en digital underskrift til et menneske. Her står, hvordan det virker, og hvornår du kan stole på det.
certificates-what-title = Hvad et certifikat er
certificates-what-text = Et certifikat er et lille stykke data, der siger, hvem der har det, hvor længe det gælder, og hvilken offentlig nøgle der hører til. Det er underskrevet af den, der har udstedt det, så ingen kan ændre det uden at blive opdaget. Det certifikat, der hører til NemID, hedder OCES-certifikat: Offentlige Certifikater til Elektronisk Service.
certificates-keys-title = To nøgler, der hører sammen
certificates-keys-text =
    Bag certifikatet er der to nøgler af en anden slags end dem på nøglekortet. Den private bruges til at skrive under, og den må kun du råde over. Den offentlige står i certifikatet, og med den kan alle kontrollere, at underskriften er lavet med den private, og at teksten ikke er ændret bagefter.

    Den offentlige nøgle kan også bruges til at kryptere en e-mail, som kun den private kan åbne. Derfor kan gamle krypterede e-mails ikke læses, når et certifikat er afløst efter en glemt adgangskode.
certificates-who-title = Hvem der står inde for det
certificates-who-text = Operatøren udsteder certifikatet og står inde for, at navnet er rigtigt: Det bliver slået op i CPR. Du må ikke selv bruge dit certifikat til at lave certifikater til andre.
certificates-pid-title = PID-nummeret
certificates-pid-text = I certifikatet står der et PID-nummer i stedet for dit CPR-nummer. PID-tjenesten hos Digitaliseringsstyrelsen ved, hvilket CPR-nummer det hører til. Offentlige tjenester kan slå det op; en privat tjeneste kan kun med dit samtykke. PID-nummeret er det samme hele livet, også når du får et nyt certifikat.
certificates-life-title = Fra udstedelse til udløb
certificates-life-text = Et certifikat gælder højst fire år. Inden da kan du forny det med det gamle. Skifter du navn eller e-mail, skal det fornyes inden for 30 dage. Bliver det spærret, kommer serienummeret på spærrelisten, og det gælder aldrig igen.
certificates-rely-title = Før du stoler på en underskrift
certificates-rely-text = Kontrollér, at afsenderens certifikat ikke er udløbet, at det ikke står på spærrelisten, og at det må bruges til formålet. Det gør du med serienummeret.
certificates-simulator-title = Her i simulatoren
certificates-simulator-text = Certifikaterne er bygget som rigtige OCES-certifikater (X.509, RSA 2048), så andre programmer kan læse og kontrollere dem. Men de er udstedt af simulatoren selv, og alle navne er opdigtede: De beviser intet om nogen, og ingen underskrift herfra binder nogen. Den private nøgle ligger forseglet i simulatorens database og bliver slettet, når certifikatet bliver spærret eller udløber. Her er udstedernes egne certifikater:
certificates-file-primary = SELVBETJENING Systemtest Primary CA, roden (.cer)
certificates-file-i = SELVBETJENING Systemtest I CA, som udsteder til alle (.cer)
glossary-title = Begreber
glossary-lead = De vigtigste ord i reglerne og på siderne, forklaret kort.
glossary-user-id = Bruger-id
glossary-user-id-text = Det, du skriver for at sige, hvem du er: dit NemID-nummer, dit CPR-nummer eller et navn, du selv har valgt.
glossary-nemid-number = NemID-nummer
glossary-nemid-number-text = Ni cifre, som dit NemID får, når det bliver oprettet. Det står i velkomstbrevet.
glossary-password = Adgangskode
glossary-password-text = Den hemmelige kode, du selv vælger, og som kun du kender.
glossary-temporary = Midlertidig adgangskode
glossary-temporary-text = Seks cifre i et PIN-brev. Med dem aktiverer du et nyt NemID eller genåbner et, der er spærret. De virker én gang og højst i 30 dage.
glossary-key-card = Nøglekort
glossary-key-card-text = Et kort med 148 nøgler. Hver nøgle virker én gang.
glossary-key = Nøgle
glossary-key-text = Seks cifre fra nøglekortet, som du skriver efter adgangskoden. Vi siger, hvilket nummer på kortet der skal bruges.
glossary-token = Nøgleviser
glossary-token-text = En lille enhed, der viser én nøgle ad gangen. Den findes ikke i simulatoren.
glossary-app = Nøgleapp
glossary-app-text = En app på din egen telefon eller tablet, hvor du godkender med en pinkode i stedet for at skrive en nøgle. Den findes ikke i simulatoren.
glossary-ivr = IVR
glossary-ivr-text = Nøgler, der bliver læst op i et telefonopkald, især til blinde og svagsynede. Det findes ikke i simulatoren.
glossary-certificate = OCES-certifikat
glossary-certificate-text = Din offentlige digitale signatur. OCES står for Offentlige Certifikater til Elektronisk Service.
glossary-pid = PID-nummer
glossary-pid-text = Det nummer, der står i certifikatet i stedet for CPR-nummeret.
glossary-cpr = CPR
glossary-cpr-text = Det Centrale Personregister med navne, adresser og CPR-numre. Alle personer her er opdigtede.
glossary-ra = Borgerservice
glossary-ra-text = Et kontor, hvor du med legitimation kan få, spærre og genåbne NemID. Medarbejderne bruger RA-portalen (Registration Authority).
glossary-bank = Netbank
glossary-bank-text = Bankens egne sider, som du logger på med NemID. Hvad der gælder dér, står i din aftale med banken.
glossary-provider = Tjenesteudbyder
glossary-provider-text = En side, offentlig eller privat, som man kan logge på med NemID.
glossary-operator = Operatøren
glossary-operator-text = Den, der driver NemID og udsteder certifikaterne: »vi« i reglerne.
glossary-log = Hændelseslog
glossary-log-text = Listen over alt, hvad der er sket med dit NemID, med tidspunkt, IP-adresse og enhed.
glossary-block = Spærring
glossary-block-text = Gør en adgangskode, et nøglekort, et certifikat eller et helt NemID ubrugeligt. En adgangskode kan genåbnes; resten er spærret for altid.
glossary-revocation-list = Spærreliste
glossary-revocation-list-text = Listen over spærrede certifikater med serienummer, tidspunkt og årsag, uden navne.
