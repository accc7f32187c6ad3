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
label-cpr-number = CPR-nummer
label-pin-letter-serial = Serienummer på PIN-brev
label-name = Navn
label-address = Adresse
label-email = E-mail
label-mobile = Mobilnummer

