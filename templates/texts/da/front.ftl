### Forsiden.

front-title = Selvbetjening for NemID
front-lead = Aktivér, brug og pas på dit NemID. Vælg det, du har brug for – så fører siden dig igennem trin for trin.
front-what-now = Hvad vil du?
front-activate = Aktivér dit nye NemID
front-activate-text = Du har fået et nøglekort og en midlertidig adgangskode.
front-my-nemid = Gå til Mit NemID
front-my-nemid-text = Skift adgangskode, se dine nøglekort og din Hændelseslog.
front-order = Bestil NemID
front-order-text = Du har ikke noget NemID endnu.
front-lost-card = Mistet nøglekort
front-lost-card-text = Spær kortet med det samme, og få et nyt med posten.
front-forgotten = Glemt adgangskode
front-forgotten-text = Få en midlertidig adgangskode med posten.
front-reopen = Genåbn dit NemID
front-reopen-text = Din adgangskode er spærret, og du har fået en midlertidig.
front-block-why = Har andre set din adgangskode eller dine nøgler?
front-block = Spær dit NemID nu
front-first-time = Er du her for første gang?
front-first-time-person = Vælg en opdigtet person, du vil være.
front-to-control-room = Gå til kontrolrummet
front-first-time-letters = Åbn personens post: velkomstbrev, nøglekort og PIN-brev.
front-first-time-activate = Aktivér personens NemID her på siden med det, der stod i brevene.
front-first-time-counter = Prøv bagefter den anden side af skranken: Vær RA-medarbejder, og hjælp en borger.
front-to-counter = Gå til RA-portalen
