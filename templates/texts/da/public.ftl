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

accessibility-title = Tilgængelighed
accessibility-lead = Alle skal kunne bruge siderne, også uden mus, uden at se skærmen og på en lille telefon.
accessibility-status-heading = Hvor godt lever siderne op til kravene?
accessibility-status = Siderne er bygget efter WCAG 2.1, niveau A og AA, med Det Fælles Designsystem. Hver side prøves automatisk i en rigtig browser, både i stor og lille bredde.
accessibility-how-heading = Det kan du regne med
accessibility-keyboard = Alt kan gøres med tastaturet alene. Du kan altid se, hvor du er.
accessibility-no-script = Alt virker uden JavaScript.
accessibility-phone = Siderne passer til både telefon og computer, og du kan forstørre dem.
accessibility-reader = Hvert felt har en ledetekst, og hver fejl står både øverst på siden og ved sit felt.
accessibility-letters = Breve som PDF bliver læst op i den rigtige rækkefølge, nøglekortet nøgle for nøgle.
accessibility-lacking-heading = Det mangler
accessibility-lacking = Siderne er ikke prøvet af mennesker, der bruger skærmlæser til daglig.
