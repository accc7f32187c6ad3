# Sider, som alle kan læse: spærrelisten og tilgængelighedserklæringen; og rammen om reglerne.
rules-version = Version { $number }. Reglerne gælder fra { $from }.
rules-announced-title = Reglerne ændres
rules-announced = Version { $number } er offentliggjort og gælder fra { $from }.
rules-contents = Indhold

revocation-title = Spærreliste
revocation-lead = Her kan du se, hvilke certifikater der er spærret. Se efter, inden du stoler på en digital underskrift: Et spærret certifikat gælder ikke længere.
revocation-serial = Serienummer
revocation-blocked = Spærret
revocation-reason = Årsag
revocation-empty = Ingen certifikater er spærret.

accessibility-title = Tilgængelighedserklæring
accessibility-lead = Alle skal kunne bruge siderne, også uden mus, uden at se skærmen og på en lille telefon. Her står, hvad der lykkes, og hvad der mangler.
accessibility-status-heading = Hvor godt lever siderne op til kravene?
accessibility-status = Siderne er bygget efter WCAG 2.2, niveau A og AA, med Det Fælles Designsystem. De lever delvist op til kravene: Det, der mangler, står nedenfor. Hver side bliver testet automatisk i en rigtig browser, både i bredt og smalt vindue og på begge sprog.
accessibility-how-heading = Det kan du regne med
accessibility-keyboard = Alt kan gøres med tastaturet alene. Du kan altid se, hvor du er.
accessibility-no-script = Alt virker uden JavaScript.
accessibility-phone = Siderne passer til både telefon og computer, og du kan forstørre dem.
accessibility-reader = Hvert felt har en ledetekst, og hver fejl i et felt står både øverst på siden og ved feltet.
accessibility-look = Siderne følger din egen indstilling for lyst eller mørkt udseende, for færre bevægelser og for tvungne farver.
accessibility-find = Hver side kan findes både i menuen og i en samlet oversigt:
accessibility-letters = Breve som PDF bliver læst op i den rigtige rækkefølge, nøglekortet nøgle for nøgle.
accessibility-lacking-heading = Det mangler
accessibility-time-limits = Hver tidsfrist står dér, hvor den begynder, og nederst på siden står, hvornår tiden er gået. Et minut før siger siden til igen, og med én knap får du mere tid. Går tiden alligevel, følger det, du har skrevet, med, når du logger på igen – undtagen adgangskoder, nøgler og samtykker. Kun en sessions højeste varighed på 12 timer kan ikke forlænges: Så skal du logge på igen, og det kan du gøre i en ny fane.
accessibility-dates = Datoer skrives i tre felter: dag, måned og år.
accessibility-key-card = Et nøglekort på skærmen er fire tabeller, hver med sine første og sidste numre. I kontrolrummet kan du finde en nøgle ved at skrive dens nummer.
accessibility-lacking = Siderne er ikke prøvet af mennesker, der bruger skærmlæser til daglig.
accessibility-contact-heading = Fortæl os om fejl
accessibility-contact = Er der noget, du ikke kan bruge, så fortæl det til den, der driver simulatoren hos jer, og skriv, hvilken side det drejer sig om. Fejl i selve programmet kan meldes dér, hvor du har hentet det.
accessibility-supervision = Simulatoren er ikke en offentlig myndigheds websted. Derfor fører Digitaliseringsstyrelsen ikke tilsyn med den, og der er ingen klageinstans.
accessibility-made-heading = Sådan er erklæringen lavet
accessibility-made = Erklæringen bygger på vores egen gennemgang af alle sider. Den blev senest gennemgået den 27. november 2026.
