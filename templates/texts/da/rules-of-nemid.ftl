### Reglerne for NemID med vores egne ord. Nøglerne følger afsnittene; en tom linje i en tekst skiller to afsnit.
### »Vi« er operatøren; det siger afsnit 1.

rules-title = Regler for NemID
rules-lead = Det her siger du ja til, når du tager NemID i brug. Bruger du kun NemID i netbanken, gælder afsnit 2 og 3. Har du også offentlig digital signatur, gælder afsnit 4 også.

rules-1-heading = 1. Hvad NemID er
rules-1-text =
    Et NemID består af et bruger-id, en adgangskode og et nøglekort. På kortet står nøgler, som hver virker én gang. Du skal bruge alle tre dele for at logge på eller skrive under. »Enhed« er den computer, telefon eller tablet, du bruger NemID fra.

    Nøgler kan også komme fra en elektronisk nøgleviser, fra NemID nøgleapp på en telefon eller tablet eller i et telefonopkald. Har du en af dem, beholder du stadig nøglekortet. Nøgleappen viser, hvad du er ved at godkende og hvor, og du svarer med en pinkode.

    Skal NemID også virke hos det offentlige, hører der et OCES-certifikat til. OCES står for Offentlige Certifikater til Elektronisk Service, og certifikatet er din offentlige digitale signatur.

    Brugen i netbanken følger din aftale med banken. I den står også, hvad du selv og banken hæfter for, og hvor langt betalingslovens regler om hæftelse og ansvar gælder.

    »Vi« er operatøren af NemID. Her i simulatoren er det den, der driver den: intet rigtigt firma, og derfor er der hverken CVR-nummer eller telefonnummer. Ring i stedet til hotlinen i kontrolrummet.

rules-2-heading = 2. Din underskrift binder dig
rules-2-text = Du står til ansvar for det, du gør med NemID. En tekst, du underskriver digitalt, binder dig over for modtageren på samme måde som en underskrift på papir. Læs derfor teksten, før du skriver nøglen.

rules-3-heading = 3. Når du bruger NemID
rules-3-1-heading = 3.1 Når dit NemID bliver oprettet
rules-3-1-text = Oplys kun det, der er sandt, og udelad ikke noget, vi spørger om. Viser det sig at være forkert, kan vi spærre dit NemID.

rules-3-2-heading = 3.2 Sådan opbevarer du det
rules-3-2-text =
    Gem bruger-id, adgangskode, nøglekort, nøgleviser og pinkoden til en nøgleapp, så ingen andre kan komme til dem. Du må ikke fortælle andre din adgangskode, en nøgle eller pinkoden, og du må ikke låne kortet ud eller give nøgleviseren fra dig. Det gælder også over for familie, banken og os. Vi spørger aldrig.

    Lær adgangskoden udenad. Skriv den ikke ned – heller ikke på kortet eller nøgleviseren – og skriv heller ikke pinkoden ned. Lad aldrig adgangskoden ligge sammen med kortet eller nøgleviseren eller på den telefon eller tablet, hvor nøgleappen er.

    Lav ingen kopi af kortet: Scan det ikke, fotografér det ikke, og skriv ikke nøglerne af på papir, telefon eller computer.

    Nøgleappen må kun ligge på din egen telefon eller tablet. Dens pinkode har fire cifre, som ikke er ens, og som ikke står i dit CPR-nummer eller din adgangskode.

rules-3-3-heading = 3.3 Sådan bruger du det sikkert
rules-3-3-text =
    Dit NemID er kun til dig, og du må kun bruge det, som reglerne siger. Sørg for, at ingen kigger med, når du skriver adgangskoden eller pinkoden, og brug en computer, telefon eller tablet, hvor styresystem, browser og programmer er opdateret.

    Se jævnligt efter, at du stadig har nøglekortet, nøgleviseren og den telefon eller tablet, hvor nøgleappen er, og at ingen andre har brugt dit NemID. I Hændelsesloggen kan du følge med. Vælg, at vi registrerer, hvor du bruger NemID, så kan du se, om der står et sted, du ikke kender.

rules-3-4-heading = 3.4 Midlertidig adgangskode
rules-3-4-text =
    Første gang, du bruger dit NemID, begynder du med en midlertidig adgangskode fra et PIN-brev. Du får også en, når din adgangskode har været spærret.

    Har andre måske set den, for eksempel fordi brevet var åbnet, så brug den ikke. Bed os eller din bank om en ny med det samme, eller spær adgangskoden: Så virker den midlertidige ikke mere, heller ikke før du har aktiveret dit NemID.

rules-3-5-heading = 3.5 Spærring
rules-3-5-1-heading = 3.5.1 Hvornår du skal spærre
rules-3-5-1-text =
    Spær dit nøglekort med det samme, hvis du har mistet det, hvis andre kan have set nøglerne, eller hvis brevet med kortet var åbnet eller beskadiget. Dukker et mistet kort op igen, så klip det i stykker.

    Spær en nøgleviser, hvis du har mistet den, eller hvis brevet med den var åbnet eller beskadiget. Finder du den igen, så ødelæg den, så ingen kan bruge den.

    Spær en nøgleapp, hvis telefonen eller tabletten er væk, hvis du tror, at andre kan komme til appen, eller hvis andre har installeret en nøgleapp med dit NemID.

    Spær din adgangskode med det samme, hvis andre måske kender den. Kan du skifte den med det samme, er det nok.

rules-3-5-2-heading = 3.5.2 Sådan spærrer du
rules-3-5-2-text =
    Du kan spærre døgnet rundt under »Spær NemID« eller hos hotlinen i kontrolrummet. Din bank kan også hjælpe, og det kan borgerservice, når dit NemID har offentlig digital signatur.

    Oplys dit navn, om nødvendigt din adresse, og enten CPR-nummer, bruger-id eller nummeret på nøglekortet, nøgleviseren eller nøgleappen. Oplys også, om det er adgangskoden, nøglekortet, nøgleviseren eller nøgleappen, der skal spærres.

    Når adgangskoden er spærret, får du besked om hvornår og hvorfor. I Hændelsesloggen står tidspunkt og årsag for alt, der er spærret.

rules-3-5-3-heading = 3.5.3 Hvornår vi spærrer
rules-3-5-3-text =
    Vi spærrer din adgangskode, hvis vi har grund til at tro, at andre kender den, eller hvis den er tastet forkert for mange gange. Vi spærrer dit nøglekort, din nøgleviser eller din nøgleapp, hvis vi har grund til at tro, at andre kender nøglerne.

    Vi spærrer også en nøgleapp, hvis vi har grund til at tro, at telefonen eller tabletten er overtaget af andre eller har alvorlige sikkerhedshuller.

    Vi spærrer hele dit NemID, hvis du ikke overholder reglerne, hvis du gav forkerte oplysninger, da det blev oprettet, eller når vi får at vide, at du er død.

rules-3-5-4-heading = 3.5.4 Efter en spærring
rules-3-5-4-text = Er adgangskoden eller hele dit NemID spærret, kan det ikke bruges. Er kun nøglekortet, nøgleviseren eller nøgleappen spærret, lader nogle banker dig stadig se for eksempel dine konti.

rules-3-6-heading = 3.6 Hvis du ikke vil have NemID længere
rules-3-6-text = Du kan til enhver tid stoppe: På Selvbetjening lukker du dit NemID med en nøgle, og under »Spær NemID« spærrer du adgangskode og nøglekort. Derefter kan du ikke længere bruge de tjenester, der kræver NemID.

rules-3-7-heading = 3.7 Dine personoplysninger
rules-3-7-text =
    Vi bruger dit navn, din adresse og dit CPR-nummer til at vide, hvem du er. Din e-mail bruger vi til beskeder, for eksempel når noget er spærret, og dit mobilnummer for eksempel til at sige, at en midlertidig adgangskode er på vej. Fik du dit NemID i banken, gør vi det på bankens vegne.

    For sikkerhedens skyld gemmer vi, hvornår du bruger NemID, fra hvilken IP-adresse og fra hvilken enhed. Hvor du bruger det, gemmer vi kun, hvis du vælger det til, og du kan altid vælge det fra igen.

    Der kan også blive gemt logfiler på din egen computer, telefon eller tablet. Dem må du gerne slette.

    Vi gemmer oplysningerne resten af året og fem år mere. Derefter bliver de slettet.
# Afsnittet, som det stod før 25. februar 2018.
rules-3-7-text-before =
    Vi bruger dit navn, din adresse og dit CPR-nummer til at vide, hvem du er, og din e-mail til beskeder. Fik du dit NemID i banken, gør vi det på bankens vegne.

    For sikkerhedens skyld gemmer vi, hvornår du bruger NemID, og fra hvilken IP-adresse.

rules-3-8-heading = 3.8 Hvis du vil klage eller kræve erstatning
rules-3-8-text = Handler det om netbanken, så gå til din bank, for det er din aftale med den, der gælder. Handler det om en anden tjeneste, så gå til den eller til os.

rules-3-9-heading = 3.9 Nøgler i telefonen
rules-3-9-text = Nøgler, der læses op i telefonen, er især til blinde og svagsynede. Pas lige så godt på telefonen, som andre passer på nøglekortet. Den må ikke være den samme, som du skriver nøglen på. Mister du den, eller misbruger nogen din linje, så spær din adgangskode med det samme.

rules-3-10-heading = 3.10 Når reglerne bliver ændret
rules-3-10-text =
    Ændringer kan du læse her på siden mindst tre måneder, før de gælder. Kræver sikkerheden en ændring, gælder den fra det øjeblik, den står her.

    Hver version kan læses i sin helhed, også dem, der er afløst, og dem, der ikke gælder endnu.

rules-4-heading = 4. Offentlig digital signatur
rules-4-text = Disse regler gælder ud over afsnit 2 og 3, når dit NemID har offentlig digital signatur. Du må gerne have to: et NemID til netbanken og et til det offentlige, hver med sit bruger-id og nøglekort.

rules-4-1-heading = 4.1 Hvad du giver lov til
rules-4-1-text =
    Når du får et certifikat, giver du samtykke til, at vi slår dit navn og din adresse op i CPR, at vi fortæller den offentlige PID-tjeneste hos Digitaliseringsstyrelsen, hvilket CPR-nummer din signatur hører til, og at vi henter dit PID-nummer dér, hvis du har haft en signatur før.

    Offentlige tjenester kan slå dig op i PID-tjenesten. En privat tjeneste får kun dit CPR-nummer, hvis du giver samtykke, når du logger på hos den.

    Har du fået dit NemID i banken og vil også bruge det hos det offentlige, giver du samtykke til, at banken giver os dit navn, din adresse, dit CPR-nummer og, hvis den har dem, din e-mail og dit mobilnummer. Dem bruger vi til at udstede og passe din signatur.

    Har du fået dit NemID sammen med offentlig digital signatur og vil også bruge det i netbanken, spørger banken dig først. Siger du ja, giver du samtykke til, at vi giver banken oplysninger om dit NemID. Før det får banken ingen at se.

    Vil du ikke længere det, så spær certifikatet, selv eller i borgerservice, eller få banken til at lukke adgangen til netbanken. Det andet bliver ved med at virke.

rules-4-2-heading = 4.2 Dine pligter
rules-4-2-text =
    Se efter, at navn og e-mail i dit certifikat er rigtige. Skifter du en af delene, skal du forny certifikatet inden for 30 dage. Gør du ikke det, og opdager vi det, spærrer vi det.

    Du må ikke bruge dit certifikat til at lave certifikater til andre.

rules-4-3-heading = 4.3 Spærring af certifikatet
rules-4-3-text =
    Vi spærrer certifikatet, når du beder om det, og hvis vi opdager, at du ikke overholder reglerne.

    Har du selv bedt om det, bekræfter vi spærringen i en signeret e-mail eller i et brev. Brevet går til din folkeregisteradresse eller, hvis vi ikke kender den, til den adresse, du selv har oplyst. Har du ikke selv bedt om det, får du årsagen at vide både i en signeret e-mail og i et brev, så vidt det er muligt.

rules-4-4-heading = 4.4 Fornyelse af certifikatet
rules-4-4-text = Et certifikat gælder højst fire år, og hvor længe dit gælder, står i det. Senest fire uger før det udløber, skriver vi til dig. Så længe det gælder, kan du forny det ved hjælp af det gamle: Du skriver under på fornyelsen med adgangskode og nøgle. Er det udløbet eller spærret, skal du bestille et nyt.

rules-4-5-heading = 4.5 Når du modtager noget underskrevet
rules-4-5-text = Stol ikke på en digital underskrift, før du har kontrolleret tre ting: at afsenderens certifikat ikke er udløbet, at det ikke står på spærrelisten, og at det må bruges til formålet.

rules-4-6-heading = 4.6 Vores ansvar for dit certifikat
rules-4-6-text =
    Bliver dit certifikat misbrugt, gælder dansk rets almindelige regler om erstatning. Har du ikke selv overholdt reglerne for NemID, dækker vi ikke dit tab.

    Et krav om erstatning, der handler om dit certifikat, retter du mod os, som har udstedt det.

    Dansk ret gælder for alle disse regler. Er du og vi uenige, og kan vi ikke blive enige ved at tale om det, kan sagen indbringes for Københavns Byret.

rules-4-7-heading = 4.7 Vores ansvar, når du stoler på andres
rules-4-7-text = Lider du et tab, fordi du med god grund stolede på en andens certifikat, og vi havde lavet en fejl, da vi registrerede, udstedte eller spærrede det, er det vores ansvar. Det er det ikke, hvis vi kan vise, at vi har gjort, hvad vi skulle.

rules-5-heading = 5. Hvis du vil vide mere
rules-5-text = Spørg din bank, borgerservice eller hotlinen i kontrolrummet. Du kan også læse, hvad ordene betyder, og hvordan et certifikat virker.
