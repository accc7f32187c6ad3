### States, actions and words that lists and choices show.

nemid-state-not-activated = Not activated
nemid-state-active = In use
nemid-state-locked = Locked for 8 hours
nemid-state-password-blocked = Password blocked
nemid-state-blocked = Blocked
nemid-state-closed = Closed

card-state-ordered = On its way by post
card-state-attached = Attached, not taken into use
card-state-active = In use
card-state-blocked = Blocked
card-state-used-up = Used up
carrier-state-attached = Not in use yet
carrier-state-installed = Installed
carrier-state-worn-out = Battery has run out

certificate-state-none = No certificate
certificate-state-ordered = Ordered
certificate-state-valid = Valid
certificate-state-blocked = Blocked
certificate-state-expired = Expired

## Temporary password: action, delivery

temporary-action-resend = Re-send temporary password
temporary-action-resend-explained = For a NemID that has not been activated yet.{ $replaces ->
        [true] {" "}The temporary password that works now stops working.
       *[false] {""}
    }
temporary-action-unlock = Temporary password for a locked password
temporary-action-unlock-explained = When the { $whom ->
        [customer] customer
       *[citizen] citizen
    } remembers the password, but it is locked or blocked.{ $certificate ->
        [kept] {" "}The certificate is kept.
       *[none] {""}
    }
temporary-action-reset = Reset a forgotten password
temporary-action-reset-explained = When the { $whom ->
        [customer] customer
       *[citizen] citizen
    } does not remember the password. { $certificate ->
        [blocked] The password and the certificate are blocked, and re-opening brings a new certificate automatically.
       *[none] The password stays blocked until a new one is chosen when re-opening.
    }

delivery-handed-out = PIN letter handed over

## Identification

document-passport = Passport
document-driving-licence = Driving licence
document-identity-card = Identity card from the municipality
document-residence-permit = Residence permit card
document-health-card = Health insurance card
document-birth-certificate = Birth or baptismal certificate
document-residence-certificate = Certificate of residence
document-tax-statement = Tax statement or assessment notice
document-payment-card = Payment card
document-tenancy-agreement = Tenancy agreement

## Issuers and roles

issuer-public = The public service
issuer-bank = Bank
issuer-business = Business online banking
issuer-employer = Employer

role-officer = RA officer
role-super-user = Super-user
role-administrator = RA administrator
role-bank-clerk = Bank clerk
role-operator = Operator
