### Tilstande, handlinger og ord, som lister og valg viser.

nemid-state-not-activated = Ikke aktiveret
nemid-state-active = I brug
nemid-state-locked = Låst i 8 timer
nemid-state-password-blocked = Adgangskode spærret
nemid-state-blocked = Spærret
nemid-state-closed = Lukket

card-state-ordered = På vej med posten
card-state-attached = Tilknyttet, ikke taget i brug
card-state-active = I brug
card-state-blocked = Spærret
card-state-used-up = Brugt op
carrier-state-attached = Ikke taget i brug
carrier-state-installed = Installeret
carrier-state-worn-out = Batteri brugt op

certificate-state-none = Intet certifikat
certificate-state-ordered = Bestilt
certificate-state-valid = Gyldigt
certificate-state-blocked = Spærret
certificate-state-expired = Udløbet

## Midlertidig adgangskode: handling, forsendelse

temporary-action-resend = Genudsend midlertidig adgangskode
temporary-action-resend-explained = Til et NemID, der ikke er aktiveret endnu.{ $replaces ->
        [true] {" "}Den midlertidige adgangskode, der virker nu, holder op med det.
       *[false] {""}
    }
temporary-action-unlock = Midlertidig kode til låst adgangskode
temporary-action-unlock-explained = Når { $whom ->
        [customer] kunden
       *[citizen] borgeren
    } kan huske sin adgangskode, men den er låst eller spærret.{ $certificate ->
        [kept] {" "}Certifikatet bevares.
       *[none] {""}
    }
temporary-action-reset = Nulstil ved glemt adgangskode
temporary-action-reset-explained = Når { $whom ->
        [customer] kunden
       *[citizen] borgeren
    } ikke kan huske sin adgangskode. { $certificate ->
        [blocked] Adgangskoden og certifikatet bliver spærret, og et nyt certifikat bliver udstedt automatisk ved genåbningen.
       *[none] Adgangskoden er spærret, indtil der vælges en ny ved genåbningen.
    }

delivery-handed-out = Udlevering af PIN-brev

## Legitimation

document-passport = Pas
document-driving-licence = Kørekort
document-identity-card = Legitimationskort fra kommunen
document-residence-permit = Opholdskort
document-health-card = Sundhedskort
document-birth-certificate = Fødsels- eller dåbsattest
document-residence-certificate = Bopælsattest
document-tax-statement = Årsopgørelse eller forskudsopgørelse
document-payment-card = Betalingskort
document-tenancy-agreement = Lejekontrakt

## Udstedere og roller

issuer-public = Det offentlige
issuer-bank = Bank
issuer-business = Erhvervsnetbank
issuer-employer = Arbejdsgiver

role-officer = RA-medarbejder
role-super-user = Superbruger
role-administrator = RA-administrator
role-bank-clerk = Bankmedarbejder
role-operator = Operatør
