### Tidsfrister: hvad der slutter hvornår, hvordan man får mere tid, og det skrevne, der kommer tilbage.
### $until er et klokkeslæt efter det rigtige ur, uafhængigt af simulatorens.

time-label = Tid tilbage
time-session-line = Du er logget på til kl. { $until } (rigtig tid). Hver ny side giver mere tid.
time-session-soon = Om højst et minut bliver du logget af. Har du brug for mere tid?
time-session-over = Tiden er gået, og du er logget af. Det, du har skrevet, står her endnu. Log på igen i en ny fane, og gå så videre her.
time-longest-line = Din session slutter kl. { $until } (rigtig tid), for længere må den ikke vare.
time-longest-soon = Om højst et minut slutter din session. Log på igen i en ny fane, og gå så videre her.
time-longest-over = Din session er slut. Det, du har skrevet, står her endnu. Log på igen i en ny fane, og gå så videre her.
time-question-line = Skriv nøglen inden kl. { $until } (rigtig tid).
time-question-soon = Der er højst et minut til at skrive nøglen. Har du brug for mere tid?
time-question-over = Tiden til at skrive nøglen er gået. Nøglen er ikke brugt. Begynd forfra.
time-question-number-line = Skriv nummeret på et nøglekort og så nøglen inden kl. { $until } (rigtig tid).
time-question-number-soon = Der er højst et minut til at skrive nummeret og nøglen. Har du brug for mere tid?
time-question-number-over = Tiden til at skrive nøglen er gået. Ingen nøgle er brugt. Begynd forfra.
time-question-token-line = Skriv koden fra nøgleviseren inden kl. { $until } (rigtig tid).
time-question-token-soon = Der er højst et minut til at skrive koden fra nøgleviseren. Har du brug for mere tid?
time-question-token-over = Tiden til at skrive koden er gået. Koden er ikke brugt. Begynd forfra.
time-question-app-line = Godkend i din nøgleapp inden kl. { $until } (rigtig tid).
time-question-app-soon = Der er højst et minut til at godkende i din nøgleapp. Har du brug for mere tid?
time-question-app-over = Tiden til at godkende i nøgleappen er gået. Der er ikke sket noget. Begynd forfra.
time-question-voice-line = Få nøglen læst op, og skriv den inden kl. { $until } (rigtig tid).
time-question-voice-soon = Der er højst et minut til at få nøglen læst op og skrive den. Har du brug for mere tid?
time-question-voice-over = Tiden til at skrive nøglen er gået. Er den læst op, virker den ikke mere. Begynd forfra.
time-enrolment-line = Du har tid til kl. { $until } (rigtig tid).
time-enrolment-soon = Der er højst et minut tilbage. Har du brug for mere tid?
time-enrolment-over = Tiden er gået. Den midlertidige adgangskode er ikke brugt. Send siden, og begynd igen: Så står det, du har skrevet, der stadig – undtagen adgangskoder.
time-errand-line = Sagen er åben til kl. { $until } (rigtig tid). Hvert trin giver mere tid.
time-errand-soon = Om højst et minut lukker sagen. Har du brug for mere tid?
time-errand-over = Sagen har ligget for længe. Slå personen op igen, så går du videre, hvor du slap.
time-more = Få mere tid
time-log-on = Log på igen
new-tab = (åbner i en ny fane)

# $question, $idle, $longest, $span: et antal sekunder, minutter eller timer
time-told-question = Når adgangskoden er rigtig, har du { $question } til at skrive nøglen eller godkende i din nøgleapp.
time-told-session = Du bliver logget af efter { $idle } uden aktivitet og senest efter { $longest }. Siden siger til, inden det sker.
time-told-enrolment = Når den midlertidige adgangskode er rigtig, har du { $span } til resten. Siden siger til, inden tiden er gået, og du kan få mere.
time-told-errand = En sag er åben i { $span } efter hvert trin. Siden siger til, inden tiden er gået, og du kan få mere.

# $count: antallet
span-hours = { $count ->
    [one] én time
   *[other] { $count } timer
  }
span-minutes = { $count ->
    [one] ét minut
   *[other] { $count } minutter
  }
span-quarter = et kvarter
span-half-hour = en halv time
span-minutes-in-prose = { $count ->
    [one] ét minut
    [2] to minutter
    [3] tre minutter
    [4] fire minutter
    [5] fem minutter
    [6] seks minutter
    [7] syv minutter
    [8] otte minutter
    [9] ni minutter
    [10] ti minutter
   *[other] { $count } minutter
  }
span-seconds = { $count ->
    [one] ét sekund
   *[other] { $count } sekunder
  }

more-time-title = Du har fået mere tid
more-time-back = Luk denne fane, og gå videre, hvor du var.
more-time-over-title = Tiden er gået
more-time-over = Det, du var i gang med, er slut, så du kan ikke få mere tid. Luk denne fane, og send siden, du kom fra: Den fører dig videre, og det, du har skrevet, følger med.

given-back-title = Det, du havde skrevet, står her igen
given-back = Adgangskoder, nøgler og samtykker gemmer vi aldrig. Se resten efter, og send det så.
