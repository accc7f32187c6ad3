### Årsager: korte led, der kan stå alene og efter »Årsag:«.

reason-too-many-tries = for mange forkerte adgangskoder
reason-locked-then-reopening = låst efter forkerte adgangskoder og derefter spærret, så den kan genåbnes
reason-forgotten = glemt adgangskode
reason-known-by-others = indehaverens mistanke om, at andre kender adgangskoden
reason-suspicion = mistanke om, at andre kender adgangskoden
reason-holder-asked = indehaverens eget ønske

reason-lost = mistet nøglekort
reason-seen-by-others = nøgler, som andre kan have set
reason-letter-not-intact = brev, der var åbnet eller beskadiget
reason-other-suspicion = anden mistanke om misbrug
reason-never-arrived = nøglekort, der aldrig kom med posten
reason-replaced = nyere nøglekort taget i brug
reason-too-many-wrong-keys = fem forkerte nøgler i træk
reason-nem-id-blocked = spærring af hele NemID'et
reason-nem-id-closed = lukning af hele NemID'et
reason-nem-id-ended = spærret eller lukket NemID
reason-carrier-lost = mistet nøgleviser eller telefon
reason-access-by-others = mistanke om, at andre kan have adgang til den
reason-installed-by-others = en nøgleapp, som andre har installeret
reason-device-compromised = en telefon, som andre kan styre
reason-device-has-holes = en telefon med alvorlige sikkerhedshuller
reason-carrier-never-arrived = et brev, der aldrig kom
reason-never-begun = en nøgleapp, der aldrig fik en PIN-kode
reason-carrier-replaced = en nyere er taget i brug
reason-too-many-wrong-answers = fem forkerte svar i træk
reason-telephone-lost = mistet telefon, som nøgler læses op på
reason-line-misused = mistanke om misbrug af telefonlinjen

reason-password-forgotten = nulstilling ved glemt adgangskode
reason-rules-broken = brud på reglerne for NemID
reason-details-outdated = ændret navn eller e-mail, der ikke blev fornyet inden for 30 dage
reason-cpr-number-changed = nyt CPR-nummer
reason-renewed = fornyelse med et nyt certifikat

reason-false-information = forkerte oplysninger ved oprettelsen
reason-death = dødsfald
reason-superfluous = overflødigt, efter at den sidste bankaftale blev flyttet

## Hvorfor nogen ikke kom ind. Står efter »fordi«.

bar-locked = adgangskoden var låst i 8 timer
bar-password-blocked = adgangskoden var spærret
bar-nem-id-blocked = NemID'et var spærret
bar-nem-id-closed = NemID'et var lukket
bar-no-card = der ikke var et nøglekort, som kunne bruges
bar-no-certificate = der ikke var et gyldigt certifikat
bar-no-role = dette NemID ikke giver adgang der
bar-wrong-from-elsewhere = adgangskoden var forkert og kom fra et sted, hvor du ikke har logget på før
bar-no-agreement = banken ikke har nogen aftale om dette NemID
