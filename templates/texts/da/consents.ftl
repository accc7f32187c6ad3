### Samtykker: hvad der går til hvem. Hvert er en bisætning, der kan stå efter »samtykke til«. $bank er bankens navn.

consent-cpr-lookup = at operatøren af NemID slår dit navn og din adresse op i CPR
consent-pid-service = at operatøren fortæller PID-tjenesten hos Digitaliseringsstyrelsen, hvilket CPR-nummer din offentlige digitale signatur hører til; offentlige tjenester kan slå det op dér
consent-earlier-pid = at operatøren slår op i PID-tjenesten, om du har et PID-nummer fra en tidligere digital signatur
consent-from-bank = at { $bank } giver operatøren dit navn, din adresse og dit CPR-nummer, og din e-mail og dit mobilnummer, hvis banken har dem
consent-to-bank = at operatøren giver { $bank } oplysninger om dit NemID, så det kan bruges i netbanken

nav-consents = Samtykker
self-consents-lead = Her står, hvad du har givet samtykke til, og hvem der får hvad. Hvad ordene betyder, står i den version af reglerne, som er nævnt.
self-consents-in-force = Samtykker, der gælder
self-consents-ended = Samtykker, der er ophørt
self-consents-none = Du har ingen samtykker, der gælder.
self-consents-what = Du har givet samtykke til,
self-consents-given = Givet
self-consents-by = Noteret af
self-consents-version = Regler
self-consents-until = Ophørt
self-consents-end-title = Hvis du ikke vil mere
self-consents-end-certificate = Spærrer du certifikatet, ophører alt det, du har givet samtykke til for at få det. Netbanken virker stadig.
self-consents-end-bank = Bed { $bank } om at lukke din adgang til netbanken, så ophører samtykket til, hvad banken får og giver. Offentlig digital signatur virker stadig.
self-consents-sites = Et samtykke til, at en privat tjeneste får dit CPR-nummer, ser du hos tjenesten under »Oplysninger fra NemID«, og dér trækker du det tilbage.
self-consents-rules = Læs afsnit 4.1 i reglerne
