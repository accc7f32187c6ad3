### Det, man kan uden at logge på: få en midlertidig adgangskode, melde et kort mistet, spærre og bestille.

refusal-too-often = Der er bedt om det for mange gange i dag. Prøv igen i morgen. Haster det at spærre, så ring til hotlinen i kontrolrummet.
refusal-address-wanted = Skriv også din adresse. Der er i dag bedt om så mange spærringer herfra, at navn og nummer ikke er nok.
refusal-order-does-not-fit = Navn, CPR-nummer og pas eller kørekort passer ikke sammen. Kontrollér alle tre. Kan du ikke få det til at passe, så bestil i borgerservice.

forgotten-title = Glemt adgangskode
forgotten-lead = Få en midlertidig adgangskode med posten. Med den kan du vælge en ny adgangskode.
forgotten-warning = Din adgangskode bliver spærret med det samme
forgotten-warning-text = Det bliver din offentlige digitale signatur også, og du får en ny, når du genåbner. E-mails, der er krypteret til den gamle, kan du ikke læse bagefter. Gem dem ukrypteret først, hvis du kan.
forgotten-remember = Kommer du i tanke om adgangskoden, så lad være med at bestille.
forgotten-order = Bestil midlertidig adgangskode
forgotten-bank = Er dit NemID kun til netbank, så bed din bank om en midlertidig adgangskode.
forgotten-no-card = Har du heller ikke et nøglekort, så gå til borgerservice med legitimation. De kan hjælpe med det hele på én gang.
forgotten-done-title = Vi har modtaget din bestilling
forgotten-done = Passer oplysningerne, er et PIN-brev på vej
forgotten-done-text = Af hensyn til sikkerheden siger siden det samme, uanset om bruger-id og nøglekort hører sammen.
forgotten-next-letter = PIN-brevet sendes på en hverdag og kommer tre hverdage senere, til udlandet otte. Det går til din folkeregisteradresse, eller til den adresse, du har oplyst, hvis du ingen har.
forgotten-next-reopen = Brug den midlertidige adgangskode under
forgotten-next-activate = Har du aldrig aktiveret dit NemID, så brug den under
forgotten-next-nothing = Kommer der ikke noget brev, passede oplysningerne ikke, vi kender ingen adresse, eller dit NemID er kun til netbank. Kontakt så borgerservice eller din bank.

lost-title = Mistet nøglekort
lost-lead = Spær kortet med det samme med bruger-id og adgangskode. Du skal ikke bruge en nøgle.
lost-which = Hvad er væk?
lost-in-use = Det nøglekort, jeg bruger
lost-in-use-hint = Kort, du har liggende ubrugt eller har på vej, bliver ikke spærret.
lost-all = Alle mine nøglekort
lost-all-hint = Også dem, der er på vej med posten.
lost-replacement = Send et nyt nøglekort til min folkeregisteradresse, eller til den adresse, jeg har oplyst
lost-replacement-hint = Der kommer ikke automatisk et nyt. Skal det gå hurtigt, kan borgerservice udlevere et.
lost-block = Spær nøglekort
lost-no-password = Kan du ikke huske adgangskoden?
lost-to-block = Spær med navn og CPR-nummer
lost-done-title = Mistet nøglekort
lost-done = { $count ->
    [one] Nøglekortet er spærret
   *[other] { $count } nøglekort er spærret
}
lost-done-text = Det skete den { $at }. Ingen kan logge på med det mere. Du får en bekræftelse.
lost-nothing = Der var ikke noget at spærre
lost-nothing-text = Du har intet nøglekort af den slags, som ikke allerede er spærret.
lost-ordered = Et nyt nøglekort er på vej
# $day: dagen, kortet kommer
lost-ordered-text = Det kommer med posten { $day }. Skriv nummeret på det, næste gang du logger på.
lost-not-ordered = Der er ikke bestilt et nyt nøglekort
lost-next-found = Finder du kortet igen, så klip det i stykker. Det kan aldrig bruges igen.
lost-next-new = Skal du bruge et nyt, så bestil det her på siden, eller hent et i borgerservice.
lost-next-log = Når du har et kort og kan logge på igen, så se i din Hændelseslog, om det gamle er blevet brugt af andre.

stop-title = Spær NemID
stop-lead = Har andre måske set din adgangskode eller dine nøgler? Spær her hele døgnet. Du skal ikke logge på.
stop-instead = Måske behøver du ikke spærre
stop-instead-text = Kan du stadig logge på, er det nok at skifte adgangskode med det samme. Har du kun mistet kortet og kan huske adgangskoden, er det hurtigere at melde det mistet.
stop-instead-change = Skift adgangskode
stop-instead-lost = Mistet nøglekort
stop-what = Hvad skal spærres, og hvorfor?
stop-what-missing = Vælg, hvad der skal spærres, og hvorfor.
stop-password-known = Adgangskoden: Andre kender den måske
stop-password-other = Adgangskoden: af en anden grund
stop-card-lost = Nøglekort: mistet
stop-card-seen = Nøglekort: Andre kan have set nøglerne
stop-card-letter = Nøglekort: Brevet var åbnet eller beskadiget
stop-card-other = Nøglekort: anden mistanke
stop-no-letter = Send mig ikke en midlertidig adgangskode
stop-no-letter-hint = Spærrer du adgangskoden, sender vi ellers en med posten, så du kan genåbne. Er dit NemID kun til netbank, får du den hos banken.
stop-who = Hvem er du?
stop-name-hint = Dit fulde navn, som det står i folkeregisteret. Har du fået nyt navn det sidste år, kan du også bruge det gamle.
stop-address-hint = Din folkeregisteradresse, eller den adresse, du har oplyst, hvis du ingen har. Den er kun nødvendig, hvis siden beder om den.
stop-mark = Hvilket NemID?
stop-mark-text = Ét af de tre felter er nok. Udfylder du flere, spærrer vi alt det, de hører til – hvis det er dit.
stop-mark-missing = Skriv enten CPR-nummer, bruger-id eller nøglekortnummer.
stop-cpr-hint = Gælder alle dine NemID.
stop-user-id-hint = Gælder det NemID, bruger-id'et hører til.
stop-card-hint = Gælder kun dette kort eller adgangskoden til det NemID, kortet hører til.
stop-now = Spær nu
stop-done-title = Vi har modtaget din anmodning om spærring
stop-done = Passer oplysningerne, er der nu spærret
stop-done-password = Adgangskoden kan ikke bruges mere, og alle er logget af.
stop-done-cards = Nøglekortet kan aldrig bruges igen.
stop-done-confirmation = Du får en bekræftelse med tidspunkt og årsag. Af hensyn til sikkerheden siger siden det samme, uanset om oplysningerne passer på nogen.
stop-next-letter = Vi sender en midlertidig adgangskode med posten, hvis adgangskoden var i brug, vi kender en adresse, og dit NemID ikke kun er til netbank, dog højst fem om dagen. Brug den sammen med din nuværende adgangskode under
stop-next-no-letter = Vil du bruge dit NemID igen, så få en midlertidig adgangskode under
stop-next-card = Skal du bruge et nyt nøglekort, så bestil det under »Mistet nøglekort«, eller hent et i borgerservice.
stop-next-nothing = Får du ingen bekræftelse, passede oplysningerne ikke. Prøv igen, eller ring til hotlinen i kontrolrummet.

label-document-number = Pas- eller kørekortnummer
order-title = Bestil NemID
order-lead = Er du fyldt 15 år og har et dansk pas eller kørekort, kan du bestille dit første NemID her. Det kommer med posten til din folkeregisteradresse, eller til den adresse, du har oplyst, hvis du ingen har.
order-has-one = Har du allerede et NemID fra din bank, så kan det også bruges hos det offentlige. Du behøver ikke et nyt.
order-has-one-link = Bestil offentlig digital signatur til det
order-beside = Jeg vil have et nyt NemID ved siden af det, jeg har
order-beside-hint = Du får så to NemID med hvert sit nummer, nøglekort og adgangskode.
order-name-hint = Dit fulde navn, som det står i folkeregisteret. Har du fået nyt navn det sidste år, kan du også bruge det gamle.
order-cpr-hint = Kun opdigtede CPR-numre findes her, for eksempel 610772-1234.
order-document-hint = Et pas har ni cifre, et kørekort otte.
order-send = Bestil
order-counter = Har du hverken dansk pas eller kørekort, så bestil i borgerservice med anden legitimation.
order-done-title = Dit NemID er bestilt
order-done = Bestillingen er gennemført
order-done-text = Brevene kommer hver for sig, så ingen kan tage dem alle på én gang.
order-welcome-and-card = Velkomstbrev og nøglekort
order-pin-letter = PIN-brev
order-comes = Kommer { $day }
order-next-open = Åbn brevene, når de kommer: NemID-nummeret står i velkomstbrevet, den midlertidige adgangskode i PIN-brevet.
order-next-activate = Brug dem under
order-next-intact = Er et af brevene åbnet eller beskadiget, så spær under
