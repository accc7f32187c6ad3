### Formularer: det, alle felter har til fælles.

form-optional = valgfrit
form-fault = Fejl
form-faults = { $count ->
    [one] Der er én ting, du skal rette
   *[other] Der er { $count } ting, du skal rette
}

button-next = Næste
button-cancel = Annullér
button-ok = OK

label-nemid-number = NemID-nummer
label-temporary-password = Midlertidig adgangskode
label-user-id = Bruger-id
label-password = Adgangskode
label-new-password = Ny adgangskode
label-new-password-again = Gentag ny adgangskode
label-key = Nøgle
label-key-card-number = Nøglekortnummer
label-token-code = Kode fra nøgleviseren
label-carrier-number = Nummer på nøgleviser eller nøgleapp
label-cpr-number = CPR-nummer
label-pin-letter-serial = Serienummer på PIN-brev
label-name = Navn
label-address = Adresse
label-email = E-mail
label-mobile = Mobilnummer

## Felter, der ikke er udfyldt: det, feltet beder om

empty-cpr-number-shape = Skriv CPR-nummeret.
empty-nemid-number-shape = Skriv NemID-nummeret.
empty-key-card-number-shape = Skriv nøglekortnummeret.
empty-pin-letter-serial-shape = Skriv serienummeret på PIN-brevet.
empty-key-shape = Skriv nøglen.
empty-temporary-password-shape = Skriv den midlertidige adgangskode.
empty-document-number-shape = Skriv nummeret på dit pas eller kørekort.
empty-person-name-shape = Skriv dit navn.
empty-street-shape = Skriv vej og nummer.
empty-postcode-shape = Skriv postnummeret.
empty-town-shape = Skriv byens navn.
empty-certificate-serial-shape = Skriv serienummeret.
empty-password-too-short = Skriv en ny adgangskode.
empty-payment-amount = Skriv beløbet.
empty-payment-account = Skriv kontonummeret.
empty-fault-title = Skriv stillingen.

day-part-day = Dag
day-part-month = Måned
day-part-year = År
day-missing-dag = Skriv også dagen, for eksempel 4.
day-missing-maaned = Skriv også måneden, for eksempel 3 for marts.
day-missing-aar = Skriv også året, for eksempel 2019.
day-wrong-dag = Skriv dagen som et tal fra 1 til 31.
day-wrong-maaned = Skriv måneden som et tal fra 1 til 12.
day-wrong-aar = Skriv året med fire cifre, for eksempel 2019.
day-not-there = Den dag findes ikke i måneden. Ret datoen.
