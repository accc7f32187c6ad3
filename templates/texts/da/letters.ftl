### De trykte breve. En tom linje i en tekst skiller to afsnit. $place er stedet, som det står i letter-place-….

letter-sender = NemID-simulatoren
letter-greeting = Kære { $name }
letter-footer = Brevet kommer fra en simulator til øvelsesbrug. Personer, numre og koder er opdigtede og virker kun i simulatoren.
letter-place-selvbetjening = Selvbetjening
letter-place-netbank = netbanken hos { $bank }

letter-welcome-heading = Velkommen til NemID
letter-welcome-number = NemID-nummer
letter-welcome-text =
    Du har fået et NemID. Her er dit NemID-nummer. Du bruger det, når du aktiverer dit NemID, og du kan altid logge på med det.

    Sådan kommer du i gang: Vent, til du har både nøglekortet og PIN-brevet med den midlertidige adgangskode. De kommer i hvert sit brev på hver sin dag, hvis du ikke har fået dem udleveret. Gå derefter til { $place }, vælg »Aktivér NemID«, og følg trinene. Du vælger selv din adgangskode, og du kan vælge et bruger-id, der er lettere at huske.

    Den midlertidige adgangskode gælder i 30 dage. Er den blevet for gammel, eller er et brev ikke kommet efter ti hverdage, så kontakt borgerservice eller din bank.

    Opbevar dette brev, nøglekortet og din adgangskode hver for sig. Læs også reglerne for NemID. De fortæller, hvad du skal passe på, og hvornår du skal spærre.

letter-card-heading = Dit nøglekort
letter-card-title = Nøglekort { $number }
letter-card-text =
    Her er dit nøglekort med 148 nøgler. Er brevet åbnet eller beskadiget, så spær kortet med det samme.

    Sådan bruger du det: Når du har skrevet bruger-id og adgangskode, viser siden et nummer med # og fire cifre. Numrene står i stigende orden ned gennem de fire kolonner. Find nummeret, og skriv de seks cifre, der står ved siden af. Hver nøgle kan bruges én gang. Når der er få tilbage, sender vi et nyt kort.

    Pas på kortet: Vis det ikke til nogen, og lån det ikke ud. Du må ikke scanne det, fotografere det eller skrive nøglerne af. Skriv aldrig din adgangskode på kortet, og opbevar de to hver for sig. Mister du kortet, så spær det straks under »Mistet nøglekort«, eller ring til hotlinen.

letter-pin-heading = Din midlertidige adgangskode
letter-pin-serial = Serienummer på PIN-brev
letter-pin-code = Midlertidig adgangskode
letter-pin-text =
    Med koden her kan du aktivere dit NemID eller genåbne det, hvis adgangskoden er spærret. Har brevet været åbnet, så brug ikke koden, men bed straks om en ny.

    Skriv den kun ét sted: { $place }. Skriver du den et andet sted, holder den op med at virke. Det gør den også, når den er tastet forkert tre gange, når den er mere end 30 dage gammel, og når du får en nyere.

    Du skal også bruge dit NemID-nummer fra velkomstbrevet og dit nøglekort. Undervejs vælger du din egen adgangskode. Hold den for dig selv, og skriv den ikke ned. Når du er færdig, kan du smide dette brev ud.
