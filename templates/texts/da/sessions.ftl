### Sessioner: hvor man er logget på.

sessions-lead = Her kan du se, hvor du er logget på med dit NemID lige nu. Er der noget, du ikke kender, så luk det, og skift adgangskode.
sessions-last = En session slutter efter { $idle } uden aktivitet og efter højst { $longest }.
sessions-here = Denne session
sessions-started = Logget på
sessions-seen = Sidst brugt
# $hours: timer, $minutes: minutter
sessions-ago = { $hours ->
    [0] { $minutes ->
        [0] lige nu
        [one] for 1 minut siden
       *[other] for { $minutes } minutter siden
    }
    [one] for 1 time og { $minutes } min. siden
   *[other] for { $hours } timer og { $minutes } min. siden
}
# $site: sted
sessions-at-site = Hos { $site }
sessions-limited = Åbnet med adgangskode alene.
sessions-end = Luk
sessions-end-others = Luk alle andre
sessions-no-others = Du er ikke logget på andre steder.
sessions-done-one = Sessionen er lukket.
sessions-done-others = Alle dine andre sessioner er lukket.
desk-sessions-text = Se, hvor du er logget på, og luk det, du ikke bruger.
self-password-end-others = Log mig af alle andre steder
self-password-end-others-hint = Her er du stadig logget på. Fjern kun krydset, hvis ingen andre kan have brugt din adgangskode.
