### Pålogning: bruger-id og adgangskode, derefter en nøgle.

log-on-title = Log på med NemID
log-on-thrown-out-title = Du er blevet logget af
log-on-thrown-out = Det sker efter { $idle } uden aktivitet, når du lukker sessionen et andet sted fra, eller når en del af dit NemID bliver låst, spærret eller lukket eller udløber. Log på igen.
log-on-thrown-out-longest = Du har været logget på i { $longest }, og så længe varer en session højst. Log på igen.
log-on-at-citizen = Selvbetjening beder dig om at logge på.
log-on-at-counter = RA-portalen beder dig om at logge på med dit medarbejder-NemID.
log-on-at-operator = Operatørens sider beder dig om at logge på med dit medarbejder-NemID.
log-on-at-bank = Bankens skranke beder dig om at logge på med dit medarbejder-NemID.
log-on-user-id-hint = Dit NemID-nummer, dit CPR-nummer eller det bruger-id, du selv har valgt.
log-on-forgotten = Glemt adgangskode
log-on-lost-card = Mistet nøglekort

log-on-key-title = Skriv en nøgle
log-on-other-card = Brug et andet nøglekort
log-on-begin-anew = Begynd forfra

log-on-no-card = Du har intet nøglekort i brug
log-on-no-card-text = Skriv nummeret på et kort, du har fået. Har du intet, kan du få et i borgerservice eller bestille et under
log-on-card-title = Vælg et nøglekort
log-on-card-text = Skriv nummeret på det nøglekort, du vil bruge. Når du har svaret med en nøgle fra det, er det i brug, og det kort, du brugte før, bliver spærret.
log-on-card-hint = Et bogstav og ni cifre. Nummeret står øverst på kortet.
