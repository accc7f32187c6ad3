### The activity log: one sentence for each event, and who, from where and for what.
### Places are named like the event's fields; `web::wording` fills them. $reason, $use, $place and $bar come as finished words;
### $issuer, $purpose, $delivery and $why as a code; $on as true or false; a value that is missing as none.

event-created = { $issuer ->
        [bank] Your NemID { $number } was made by { $bank }.
        [business] Your business NemID { $number } was made by { $bank }.
        [employer] Your employee NemID { $number } was made.
       *[public] Your NemID { $number } was made.
    }
event-certificate-ordered = A certificate for public digital signature was ordered.
event-temporary-password-issued = { $delivery ->
        [handed-out] You were handed a temporary password in PIN letter { $serial }.
        [posted-on] A temporary password was ordered. PIN letter { $serial } is posted on { $on }.
       *[posted] A temporary password was ordered and is sent by post in PIN letter { $serial }.
    } { $bank ->
        [none] It works in self-service.
       *[other] It works in the online banking of { $bank }.
    }
event-temporary-password-refused = The temporary password was typed wrong ({ $tries } of 3).
event-temporary-password-died = { $why ->
        [used] The temporary password was used and no longer works.
        [wrong-place] The temporary password was typed at the wrong place and no longer works.
        [too-many-tries] The temporary password was typed wrong three times and no longer works.
        [too-old] The temporary password became more than 30 days old and no longer works.
        [blocked] The temporary password was blocked.
        [newer] The previous temporary password was replaced by a new one.
       *[nem-id-ended] The temporary password ended together with your NemID.
    }
event-temporary-password-blocked = Your temporary password was blocked. Reason: { $reason }.
event-activated = Your NemID was activated with a password that you chose yourself.
event-password-reopened = { $purpose ->
        [unlock] Your password was re-opened with the old password and a temporary one.
       *[reset] Your password was re-opened with a temporary password, and you chose a new one.
    }
event-password-changed = Your password was changed.
event-password-rehashed = Your password was stored in a newer and safer way.
event-password-refused = Wrong password: { $use } (try number { $failures } in a row).
event-password-locked = Five wrong passwords in a row: your password was locked until { $until }.
event-lock-lifted = The lock on your password was lifted early.
event-password-accepted = The right password was typed: { $use }.
event-password-blocked = Your password was blocked. Reason: { $reason }.
event-key-asked = A code from code card { $card } was asked for: { $use }.
event-key-refused = Wrong code from code card { $card }: { $use } (try number { $wrong } in a row).
event-key-accepted = A code from code card { $card } was used: { $use }.
event-card-ordered = { $why ->
        [first] Your first code card, { $card }, was ordered and is sent by post.
        [running-low] Few codes were left, so code card { $card } was ordered and is sent by post.
        [replacement] Code card { $card } was ordered as a replacement and is sent by post.
       *[extra] Code card { $card } was ordered as an extra card and is sent by post.
    }
event-card-delivered = Code card { $card } came by post and is attached to your NemID.
event-card-attached = Code card { $card } was handed over and attached to your NemID.
event-card-activated = Code card { $card } was taken into use.
event-card-blocked = Code card { $card } was blocked. Reason: { $reason }.
event-card-used-up = The last code on code card { $card } was used.
event-reorder-level-set = You chose to be sent a new code card when { $level } codes are left.
event-token-ordered = Code token { $number } was ordered and is sent by post.
event-app-installed = Code app { $number } was installed on { $device }.
event-pin-chosen = You chose a PIN for code app { $number }.
event-voice-ordered = Codes by telephone were ordered for { $telephone }.
event-voice-moved = Codes are read out on { $to } now, no longer on { $from }.
event-carrier-delivered = { $kind ->
        [voice] The letter about codes by telephone came by post.
       *[other] Code token { $number } came by post.
    }
event-carrier-activated = { $kind ->
        [token] Code token { $number } was taken into use.
        [app] Code app { $number } was taken into use.
       *[other] Codes by telephone were taken into use.
    }
event-carrier-asked = { $kind ->
        [app] A request was sent to your code app: { $use }.
       *[other] We called your telephone: { $use }.
    }
event-carrier-refused = { $kind ->
        [token] Wrong code from code token { $number }: { $use } (try number { $wrong } in a row).
        [app] Wrong PIN in code app { $number }: { $use } (try number { $wrong } in a row).
       *[other] Wrong code from the telephone: { $use } (try number { $wrong } in a row).
    }
event-second-code-asked = A code from code token { $number } was far ahead, so we asked for the next one too: { $use }.
event-carrier-accepted = { $kind ->
        [token] A code from code token { $number } was used: { $use }.
        [app] You approved in code app { $number }: { $use }.
       *[other] A code from the telephone was used: { $use }.
    }
event-request-refused = You refused a request in code app { $number }: { $use }.
event-carrier-blocked = { $kind ->
        [token] Code token { $number } was blocked. Reason: { $reason }.
        [app] Code app { $number } was blocked. Reason: { $reason }.
       *[other] Codes by telephone were blocked. Reason: { $reason }.
    }
event-token-worn-out = The battery of code token { $number } has run out.
event-logged-on = { $purpose ->
        [log-on] You logged on to self-service{ event-carrier }.
        [ra-log-on] You logged on to the RA portal{ event-carrier }.
        [operator-log-on] You logged on to the operator's pages{ event-carrier }.
        [bank-counter-log-on] You logged on at the counter of { $place }{ event-carrier }.
        [limited-access] You logged on to { $place } with limited access.
       *[other] You logged on to { $place }{ event-carrier }.
    }
event-carrier = { $carrier ->
        [card] {" "}with a code card
        [token] {" "}with a code token
        [app] {" "}with a code app
        [voice] {" "}with a code that was read out to you by telephone
       *[none] {""}
    }
event-logged-off = { $purpose ->
        [log-on] You logged off self-service.
        [ra-log-on] You logged off the RA portal.
        [operator-log-on] You logged off the operator's pages.
        [bank-counter-log-on] You logged off at the counter of { $place }.
       *[other] You logged off { $place }.
    }
event-log-on-refused = { $times ->
        [one] We refused { $use }, because { $bar }.
       *[other] Within an hour we refused { $times } times. The latest was { $use }, because { $bar }.
    }
event-signed = { $text ->
        [none] You signed at { $place }{ event-carrier }.
       *[other] You signed at { $place }{ event-carrier }. The text was: “{ $text }”
    }
event-user-id-changed = { $to ->
        [none] Your self-chosen user ID, { $from }, was deleted.
       *[other] { $from ->
            [none] You chose the user ID { $to }.
           *[other] Your user ID was changed from { $from } to { $to }.
        }
    }
event-cpr-number-changed = NemID got your new CPR number from CPR. The old one can no longer be used, neither as user ID nor by the sites that you let know it.
event-cpr-log-on-switched = { $on ->
        [true] Your CPR number can now be used as user ID.
       *[false] Your CPR number can no longer be used as user ID.
    }
event-contact-changed = Your contact details were changed to { $email ->
        [none] no e-mail
       *[other] e-mail { $email }
    } and { $mobile ->
        [none] no mobile number
       *[other] mobile number { $mobile }
    }.
event-recording-switched = { $on ->
        [true] You chose to have it recorded where you use NemID.
       *[false] You chose not to have it recorded where you use NemID.
    }
event-rules-accepted = You accepted the rules for NemID, version { $version }.
event-consents-given = You consented to { $what }. It was set out in version { $version } of the rules.
event-cpr-consent-set = { $given ->
        [true] You consented to { $site } being told your CPR number.
       *[false] You took your consent back: { $site } is no longer told your CPR number.
    }
event-pid-fetched = Your PID number, { $pid }, was fetched from the PID service.
event-certificate-issued = Certificate { $serial } was issued. It is valid until { $until }.
event-certificate-expiry-noticed = You were told that certificate { $serial } expires on { $until }.
event-certificate-outdated = { $what ->
        [name] The name
        [email] The e-mail address
       *[none] The name or e-mail
    } in certificate { $serial } is no longer right. Renew it within 30 days.
event-certificate-up-to-date = { $what ->
        [name] The name in certificate { $serial } is right again.
        [email] The e-mail address in certificate { $serial } is right again.
       *[none] The name and e-mail in certificate { $serial } are right again.
    }
event-certificate-expired = Certificate { $serial } expired.
event-certificate-blocked = Certificate { $serial } was blocked. Reason: { $reason }.
event-agreement-made = { $bank } took your NemID into use for its online banking.
event-agreement-moved-here = The agreement with { $bank } was moved here from NemID { $from }.
event-agreement-moved-away = The agreement with { $bank } was moved to NemID { $to }.
event-agreement-ended = { $bank } closed your access to its online banking.
event-nem-id-blocked = Your NemID was blocked. Reason: { $reason }.
event-nem-id-closed = Your NemID was closed. Reason: { $reason }.

## Who

actor-citizen = Yourself
actor-visitor = Somebody who was not logged on
actor-officer = RA officer, { $office }
actor-administrator = RA administrator
actor-bank = { $bank }
actor-service-provider = { $site }
actor-operator = The operator
actor-hotline = The hotline
actor-clock = Automatic

## How

channel-selvbetjening = Self-service
channel-ra-portal = The RA portal
channel-bank = Bank
channel-site = Service provider
channel-telephone = Telephone
channel-app = Code app
channel-operator = The operator's pages
channel-world = The control room
channel-clock = The system

## For what

use-log-on = log-on to self-service
use-ra-log-on = log-on to the RA portal
use-operator-log-on = log-on to the operator's pages
use-bank-counter-log-on = log-on at the counter of { $bank }
use-site-log-on = log-on at { $site }
use-site-signing = signature at { $site }
use-limited-access = limited access at { $site }
use-activation = activation
use-reopening = re-opening
use-password-change = change of password
use-user-id-change = change of user ID
use-contact-change = change of contact details
use-lost-card = report of a lost code card
use-renewal = renewal of the certificate
use-token-start = taking a code token into use
use-app-install = installing a code app
use-voice-change = codes by telephone
use-ending = closing of NemID
use-staff-signing = signature on an action
place-not-recorded = a service provider whose name we did not keep

## Kinds

kind-log-on = Log-ons
kind-usage = Use of NemID
kind-password = Password
kind-cards = Code cards and other codes
kind-certificate = Certificate
kind-details = Details and choices
kind-nemid = NemID and bank agreements
