### Hændelsesloggen: én sætning for hver hændelse, og hvem, hvorfra og til hvad.
### Pladserne hedder som hændelsens felter; `web::wording` fylder dem. $reason, $use, $place og $bar kommer som færdige ord; $issuer,
### $purpose, $delivery og $why som kode; $on som true eller false; en værdi, der mangler, som none.

event-created = { $issuer ->
        [bank] Dit NemID { $number } blev oprettet af { $bank }.
        [business] Dit NemID { $number } til erhverv blev oprettet af { $bank }.
        [employer] Dit medarbejder-NemID { $number } blev oprettet.
       *[public] Dit NemID { $number } blev oprettet.
    }
event-certificate-ordered = Der blev bestilt et certifikat til offentlig digital signatur.
event-temporary-password-issued = { $delivery ->
        [handed-out] Du fik udleveret en midlertidig adgangskode i PIN-brev { $serial }.
        [posted-on] En midlertidig adgangskode blev bestilt. PIN-brev { $serial } sendes med posten den { $on }.
       *[posted] En midlertidig adgangskode blev bestilt og sendes med posten i PIN-brev { $serial }.
    } { $bank ->
        [none] Den gælder på Selvbetjening.
       *[other] Den gælder i netbanken hos { $bank }.
    }
event-temporary-password-refused = Den midlertidige adgangskode blev tastet forkert ({ $tries } af 3).
event-temporary-password-died = { $why ->
        [used] Den midlertidige adgangskode blev brugt og virker ikke mere.
        [wrong-place] Den midlertidige adgangskode blev tastet et forkert sted og virker ikke mere.
        [too-many-tries] Den midlertidige adgangskode blev tastet forkert tre gange og virker ikke mere.
        [too-old] Den midlertidige adgangskode blev over 30 dage gammel og virker ikke mere.
        [blocked] Den midlertidige adgangskode blev spærret.
        [newer] Den forrige midlertidige adgangskode blev afløst af en ny.
       *[nem-id-ended] Den midlertidige adgangskode ophørte sammen med dit NemID.
    }
event-temporary-password-blocked = Din midlertidige adgangskode blev spærret. Årsag: { $reason }.
event-activated = Dit NemID blev aktiveret med en adgangskode, du selv valgte.
event-password-reopened = { $purpose ->
        [unlock] Din adgangskode blev genåbnet med den gamle adgangskode og en midlertidig.
       *[reset] Din adgangskode blev genåbnet med en midlertidig adgangskode, og du valgte en ny.
    }
event-password-changed = Din adgangskode blev skiftet.
event-password-rehashed = Din adgangskode blev gemt på en nyere og mere sikker måde.
event-password-refused = Forkert adgangskode ved { $use } ({ $failures }. forsøg i træk).
event-password-locked = Fem forkerte adgangskoder i træk: Din adgangskode blev låst til den { $until }.
event-lock-lifted = Låsen på din adgangskode blev ophævet før tid.
event-password-accepted = Rigtig adgangskode ved { $use }.
event-password-blocked = Din adgangskode blev spærret. Årsag: { $reason }.
event-key-asked = Der blev bedt om en nøgle fra nøglekort { $card } ved { $use }.
event-key-refused = Forkert nøgle fra nøglekort { $card } ved { $use } ({ $wrong }. forsøg i træk).
event-key-accepted = En nøgle fra nøglekort { $card } blev brugt ved { $use }.
event-card-ordered = { $why ->
        [first] Dit første nøglekort, { $card }, blev bestilt og sendes med posten.
        [running-low] Der var få nøgler tilbage, så nøglekort { $card } blev bestilt og sendes med posten.
        [replacement] Nøglekort { $card } blev bestilt til erstatning og sendes med posten.
       *[extra] Nøglekort { $card } blev bestilt som ekstra kort og sendes med posten.
    }
event-card-delivered = Nøglekort { $card } kom med posten og er knyttet til dit NemID.
event-card-attached = Nøglekort { $card } blev udleveret og knyttet til dit NemID.
event-card-activated = Nøglekort { $card } blev taget i brug.
event-card-blocked = Nøglekort { $card } blev spærret. Årsag: { $reason }.
event-card-used-up = Den sidste nøgle på nøglekort { $card } blev brugt.
event-reorder-level-set = Du valgte, at et nyt nøglekort sendes, når der er { $level } nøgler tilbage.
event-token-ordered = Nøgleviser { $number } blev bestilt og sendes med posten.
event-app-installed = Nøgleapp { $number } blev installeret på { $device }.
event-pin-chosen = Du valgte en PIN-kode til nøgleapp { $number }.
event-voice-ordered = Nøgler i telefonen blev bestilt til { $telephone }.
event-voice-moved = Nøgler læses nu op på { $to } i stedet for { $from }.
event-carrier-delivered = { $kind ->
        [voice] Brevet om nøgler i telefonen kom med posten.
       *[other] Nøgleviser { $number } kom med posten.
    }
event-carrier-activated = { $kind ->
        [token] Nøgleviser { $number } blev taget i brug.
        [app] Nøgleapp { $number } blev taget i brug.
       *[other] Nøgler i telefonen blev taget i brug.
    }
event-carrier-asked = { $kind ->
        [app] En anmodning blev sendt til din nøgleapp: { $use }.
       *[other] Vi ringede til din telefon: { $use }.
    }
event-carrier-refused = { $kind ->
        [token] Forkert kode fra nøgleviser { $number } ved { $use } ({ $wrong }. forsøg i træk).
        [app] Forkert PIN-kode i nøgleapp { $number } ved { $use } ({ $wrong }. forsøg i træk).
       *[other] Forkert nøgle fra telefonen ved { $use } ({ $wrong }. forsøg i træk).
    }
event-second-code-asked = En kode fra nøgleviser { $number } var langt fremme, så vi bad om den næste også: { $use }.
event-carrier-accepted = { $kind ->
        [token] En kode fra nøgleviser { $number } blev brugt ved { $use }.
        [app] Du godkendte i nøgleapp { $number }: { $use }.
       *[other] En nøgle fra telefonen blev brugt ved { $use }.
    }
event-request-refused = Du afviste en anmodning i nøgleapp { $number }: { $use }.
event-carrier-blocked = { $kind ->
        [token] Nøgleviser { $number } blev spærret. Årsag: { $reason }.
        [app] Nøgleapp { $number } blev spærret. Årsag: { $reason }.
       *[other] Nøgler i telefonen blev spærret. Årsag: { $reason }.
    }
event-token-worn-out = Batteriet i nøgleviser { $number } er brugt op.
event-logged-on = { $purpose ->
        [log-on] Du loggede på Selvbetjening{ event-carrier }.
        [ra-log-on] Du loggede på RA-portalen{ event-carrier }.
        [operator-log-on] Du loggede på operatørens sider{ event-carrier }.
        [bank-counter-log-on] Du loggede på ved skranken hos { $place }{ event-carrier }.
        [limited-access] Du loggede på hos { $place } med begrænset adgang.
       *[other] Du loggede på hos { $place }{ event-carrier }.
    }
event-carrier = { $carrier ->
        [card] {" "}med nøglekort
        [token] {" "}med nøgleviser
        [app] {" "}med nøgleapp
        [voice] {" "}med en nøgle, du fik læst op i telefonen
       *[none] {""}
    }
event-logged-off = { $purpose ->
        [log-on] Du loggede af på Selvbetjening.
        [ra-log-on] Du loggede af i RA-portalen.
        [operator-log-on] Du loggede af på operatørens sider.
        [bank-counter-log-on] Du loggede af ved skranken hos { $place }.
       *[other] Du loggede af hos { $place }.
    }
event-log-on-refused = { $times ->
        [one] Vi afviste { $use }, fordi { $bar }.
       *[other] { $times } gange på en time afviste vi pålogning eller godkendelse. Den seneste var { $use }, fordi { $bar }.
    }
event-signed = { $text ->
        [none] Du underskrev hos { $place }{ event-carrier }.
       *[other] Du underskrev hos { $place }{ event-carrier }. Teksten var: »{ $text }«
    }
event-user-id-changed = { $to ->
        [none] Dit selvvalgte bruger-id, { $from }, blev slettet.
       *[other] { $from ->
            [none] Du valgte bruger-id'et { $to }.
           *[other] Dit bruger-id blev ændret fra { $from } til { $to }.
        }
    }
event-cpr-number-changed = NemID fik dit nye CPR-nummer fra CPR. Det gamle kan ikke bruges mere, hverken som bruger-id eller hos de sider, du har givet lov til at kende det.
event-cpr-log-on-switched = { $on ->
        [true] Dit CPR-nummer kan nu bruges som bruger-id.
       *[false] Dit CPR-nummer kan ikke længere bruges som bruger-id.
    }
event-contact-changed = Dine kontaktoplysninger blev ændret til { $email ->
        [none] ingen e-mail
       *[other] e-mail { $email }
    } og { $mobile ->
        [none] intet mobilnummer
       *[other] mobilnummer { $mobile }
    }.
event-recording-switched = { $on ->
        [true] Du valgte, at det registreres, hvor du bruger NemID.
       *[false] Du fravalgte, at det registreres, hvor du bruger NemID.
    }
event-rules-accepted = Du accepterede reglerne for NemID, version { $version }.
event-consents-given = Du gav samtykke til, { $what }. Det stod i version { $version } af reglerne.
event-cpr-consent-set = { $given ->
        [true] Du gav samtykke til, at { $site } får dit CPR-nummer at vide.
       *[false] Du trak dit samtykke tilbage: { $site } får ikke længere dit CPR-nummer at vide.
    }
event-pid-fetched = Dit PID-nummer, { $pid }, blev hentet i PID-tjenesten.
event-certificate-issued = Certifikat { $serial } blev udstedt. Det gælder til den { $until }.
event-certificate-expiry-noticed = Du fik besked om, at certifikat { $serial } udløber den { $until }.
event-certificate-outdated = { $what ->
        [name] Navnet
        [email] E-mailadressen
       *[none] Navn eller e-mail
    } i certifikat { $serial } passer ikke længere. Forny det inden for 30 dage.
event-certificate-up-to-date = { $what ->
        [name] Navnet
        [email] E-mailadressen
       *[none] Navn og e-mail
    } i certifikat { $serial } passer igen.
event-certificate-expired = Certifikat { $serial } udløb.
event-certificate-blocked = Certifikat { $serial } blev spærret. Årsag: { $reason }.
event-agreement-made = { $bank } tog dit NemID i brug til netbanken.
event-agreement-moved-here = Aftalen med { $bank } blev overflyttet hertil fra NemID { $from }.
event-agreement-moved-away = Aftalen med { $bank } blev overflyttet til NemID { $to }.
event-agreement-ended = { $bank } lukkede din adgang til netbanken.
event-nem-id-blocked = Dit NemID blev spærret. Årsag: { $reason }.
event-nem-id-closed = Dit NemID blev lukket. Årsag: { $reason }.

## Hvem

actor-citizen = Dig selv
actor-visitor = En, der ikke var logget på
actor-officer = RA-medarbejder, { $office }
actor-administrator = RA-administrator
actor-bank = { $bank }
actor-service-provider = { $site }
actor-operator = Operatøren
actor-hotline = Hotlinen
actor-clock = Automatisk

## Hvordan

channel-selvbetjening = Selvbetjening
channel-ra-portal = RA-portalen
channel-bank = Bank
channel-site = Tjenesteudbyder
channel-telephone = Telefon
channel-app = Nøgleapp
channel-operator = Operatørens sider
channel-world = Kontrolrummet
channel-clock = Systemet

## Til hvad

use-log-on = pålogning på Selvbetjening
use-ra-log-on = pålogning i RA-portalen
use-operator-log-on = pålogning på operatørens sider
use-bank-counter-log-on = pålogning ved skranken hos { $bank }
use-site-log-on = pålogning hos { $site }
use-site-signing = underskrift hos { $site }
use-limited-access = begrænset adgang hos { $site }
use-activation = aktivering
use-reopening = genåbning
use-password-change = skift af adgangskode
use-user-id-change = ændring af bruger-id
use-contact-change = ændring af kontaktoplysninger
use-lost-card = anmeldelse af mistet nøglekort
use-renewal = fornyelse af certifikatet
use-token-start = ibrugtagning af nøgleviser
use-app-install = installation af nøgleapp
use-voice-change = nøgler i telefonen
use-ending = lukning af NemID
use-staff-signing = underskrift af en handling
place-not-recorded = en tjenesteudbyder, som vi ikke har gemt navnet på

## Slags

kind-log-on = Pålogning
kind-usage = Brug af NemID
kind-password = Adgangskode
kind-cards = Nøglekort og andre nøgler
kind-certificate = Certifikat
kind-details = Oplysninger og valg
kind-nemid = NemID og bankaftaler
