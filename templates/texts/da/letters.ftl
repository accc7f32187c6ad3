### De trykte breve. En tom linje i en tekst skiller to afsnit. $place er stedet, som det står i letter-place-…. Knapper hedder det, de hedder på siderne.

letter-sender = NemID-simulatoren
letter-greeting = Kære { $name }
letter-footer = Brevet kommer fra en simulator til øvelsesbrug. Personer, numre og koder er opdigtede og virker kun i simulatoren.
letter-place-selvbetjening = Selvbetjening
letter-place-netbank = netbanken hos { $bank }

letter-handed-over = Udleveret hos { $office }

## Brevet med NemID-nummeret. $button er knappen på forsiden, $valid siger, hvor længe den midlertidige adgangskode virker.

letter-welcome-number = NemID-nummer
letter-until = Den midlertidige adgangskode virker til og med den { $until }.
letter-until-in-pin-letter = Den midlertidige adgangskode virker i 30 dage. Den sidste dag står i PIN-brevet.
letter-keep-apart = Opbevar dette brev, nøglekortet og din adgangskode hver for sig. Læs også reglerne for NemID. De fortæller, hvad du skal passe på, og hvornår du skal spærre.

letter-number-heading-activate = Velkommen til NemID
letter-number-text-activate =
    Du har fået et NemID. Her er dit NemID-nummer. Du bruger det, når du aktiverer dit NemID, og du kan altid logge på med det.

    Sådan kommer du i gang: Vent, til du har både nøglekortet og PIN-brevet med den midlertidige adgangskode. De kommer i hvert sit brev på hver sin dag, hvis du ikke har fået dem udleveret. Gå derefter til { $place }, vælg »{ $button }«, og følg trinene. Du vælger selv din adgangskode, og du kan vælge et bruger-id, der er lettere at huske.

    { $valid } Er den blevet for gammel, eller er et brev ikke kommet efter ti hverdage, så kontakt borgerservice eller din bank.

    { letter-keep-apart }
letter-number-heading-unlock = Sådan genåbner du dit NemID
letter-number-text-unlock =
    Her er dit NemID-nummer. Du skal bruge det, når du genåbner dit NemID, og du kan altid logge på med det.

    Sådan gør du: Hav PIN-brevet med den midlertidige adgangskode og dit nøglekort klar. Gå til { $place }, vælg »{ $button }«, og følg trinene. Skriv den adgangskode, du husker, og vælg en ny.

    { $valid } Er den blevet for gammel, så henvend dig i borgerservice.

    { letter-keep-apart }
letter-number-heading-reset = Sådan genåbner du dit NemID
letter-number-text-reset =
    Her er dit NemID-nummer. Du skal bruge det, når du genåbner dit NemID, og du kan altid logge på med det.

    Sådan gør du: Hav PIN-brevet med den midlertidige adgangskode og dit nøglekort klar. Gå til { $place }, vælg »{ $button }«, og følg trinene. Undervejs vælger du en ny adgangskode i stedet for den, du har glemt.

    { $valid } Er den blevet for gammel, så henvend dig i borgerservice.

    { letter-keep-apart }

## Brevet med et nøglekort

letter-card-title = Nøglekort { $number }
letter-card-use = Sådan bruger du det: Når du har skrevet bruger-id og adgangskode, viser siden et nummer med # og fire cifre. Numrene står i stigende orden ned gennem de fire kolonner. Find nummeret, og skriv de seks cifre, der står ved siden af. Hver nøgle kan bruges én gang. Når der er få tilbage, sender vi et nyt kort.
letter-card-begin = Sådan tager du det i brug: Log på med bruger-id og adgangskode. Beder siden om en nøgle fra et andet kort, så vælg »{ log-on-other-card }«. Skriv kortets nummer og den nøgle, siden beder om. Fra da af gælder det nye kort, og det forrige bliver spærret.
letter-card-care = Pas på kortet: Vis det ikke til nogen, og lån det ikke ud. Du må ikke scanne det, fotografere det eller skrive nøglerne af. Skriv aldrig din adgangskode på kortet, og opbevar de to hver for sig. Mister du kortet, så spær det straks under »{ front-lost-card }«, eller ring til hotlinen.
letter-card-heading = Dit nøglekort
letter-card-text =
    Her er dit nøglekort med 148 nøgler. Er brevet åbnet eller beskadiget, så spær kortet med det samme.

    { letter-card-use }

    { letter-card-care }
letter-card-heading-first = Dit første nøglekort
letter-card-text-first =
    Her er dit nøglekort med 148 nøgler. Du skal bruge det, når du aktiverer dit NemID, og hver gang du logger på. Er brevet åbnet eller beskadiget, så spær kortet med det samme.

    { letter-card-use }

    { letter-card-care }
letter-card-heading-running-low = Dit næste nøglekort
letter-card-text-running-low =
    Her er dit næste nøglekort med 148 nøgler, for der er få tilbage på det, du bruger nu. Behold det gamle, til du tager det nye i brug. Er brevet åbnet eller beskadiget, så spær det nye kort med det samme.

    { letter-card-begin }

    { letter-card-care }
letter-card-heading-replacement = Dit nye nøglekort
letter-card-text-replacement =
    Her er dit nye nøglekort med 148 nøgler i stedet for det, du ikke kan bruge mere. Er brevet åbnet eller beskadiget, så spær kortet med det samme.

    { letter-card-begin }

    { letter-card-care }
letter-card-heading-extra = Dit ekstra nøglekort
letter-card-text-extra =
    Her er det ekstra nøglekort med 148 nøgler, du har bestilt. Du kan gemme det, til du får brug for det. Er brevet åbnet eller beskadiget, så spær det ekstra kort med det samme.

    { letter-card-begin }

    { letter-card-care }
letter-token-heading = Din nøgleviser
letter-token-text =
    Her er den nøgleviser, der er bestilt til dit NemID. Nummeret står uden på brevet og bag på nøgleviseren. Er brevet åbnet eller beskadiget, så spær nøgleviseren med det samme.

    Log på Selvbetjening med dit nøglekort, og vælg »Nøgler«. Tryk på nøgleviserens knap, og skriv de seks cifre, den viser, sammen med en nøgle fra dit nøglekort. Så er den i brug.

    Behold dit nøglekort, og pas lige så godt på nøgleviseren som på kortet. Mister du den, så spær den. Finder du den igen bagefter, så ødelæg den.
letter-token-serial = Serienummer på nøgleviser
letter-voice-heading = Nøgler i telefonen
letter-voice-text =
    Du har ringet til os og bestilt, at nøgler til dit NemID bliver læst op i telefonen. Vi ringer til { $telephone }.

    Telefonen skal bekræftes, før den virker. Log på Selvbetjening, vælg »Nøgler«, og lad os ringe dig op. Har du ingen anden nøgle, så få en midlertidig adgangskode i borgerservice, og bekræft telefonen, når du aktiverer eller genåbner.

    Pas på telefonen, og skriv aldrig nøglen på den samme telefon. Har du ikke bestilt det, så ring til hotlinen med det samme.

## Brevet med en midlertidig adgangskode. $button er knappen på forsiden, $until det sidste øjeblik, koden virker.

letter-pin-serial = Serienummer på PIN-brev
letter-pin-code = Midlertidig adgangskode
letter-pin-where = Gå til { $place }, og vælg »{ $button }«. Skriv kun koden der. Skriver du den et andet sted, holder den op med at virke. Det gør den også, når den er tastet forkert tre gange, og når du får en nyere.
letter-pin-until = Koden virker til og med den { $until }.
letter-pin-after = Hold din adgangskode for dig selv, og skriv den ikke ned. Når du er færdig, kan du smide dette brev ud.
letter-pin-heading = Din midlertidige adgangskode
letter-pin-text =
    Med koden her kan du aktivere dit NemID eller genåbne det, hvis adgangskoden er spærret. Har brevet været åbnet, så brug ikke koden, men bed straks om en ny.

    Skriv den kun ét sted: { $place }. Skriver du den et andet sted, holder den op med at virke. Det gør den også, når den er tastet forkert tre gange, når den er mere end 30 dage gammel, og når du får en nyere.

    Du skal også bruge dit NemID-nummer fra velkomstbrevet og dit nøglekort. Undervejs vælger du din egen adgangskode. { letter-pin-after }
letter-pin-heading-activate = Midlertidig adgangskode til dit nye NemID
letter-pin-text-activate =
    Med koden her aktiverer du dit nye NemID. Har brevet været åbnet, så brug ikke koden, men bed straks om en ny.

    { letter-pin-where }

    { letter-pin-until }

    Du skal også bruge dit NemID-nummer fra velkomstbrevet og dit nøglekort. Undervejs vælger du din egen adgangskode. { letter-pin-after }
letter-pin-heading-unlock = Midlertidig adgangskode, så du kan genåbne dit NemID
letter-pin-text-unlock =
    Din adgangskode er spærret. Med koden her og den adgangskode, du husker, genåbner du dit NemID. Har brevet været åbnet, så brug ikke koden, men bed straks om en ny.

    { letter-pin-where }

    { letter-pin-until }

    Du skal også bruge dit NemID-nummer og dit nøglekort. Undervejs vælger du en ny adgangskode. { letter-pin-after }
letter-pin-heading-reset = Midlertidig adgangskode, så du kan vælge en ny
letter-pin-text-reset =
    Din adgangskode er nulstillet. Med koden her genåbner du dit NemID og vælger en ny. Har brevet været åbnet, så brug ikke koden, men bed straks om en anden.

    { letter-pin-where }

    { letter-pin-until }

    Du skal også bruge dit NemID-nummer og dit nøglekort. { letter-pin-after }
