### Beskeder med e-mail, brev og SMS. En SMS er kun teksten, uden hilsen. $at og $until er dag og klokkeslæt, $reason en årsag.

notice-password-blocked-subject = Din adgangskode er spærret
notice-password-blocked-text =
    Adgangskoden til { $which } blev spærret den { $at }.
    Årsag: { $reason }.

    Du kan ikke logge på eller skrive under, før du har genåbnet den. Det gør du med en midlertidig adgangskode på det sted, PIN-brevet nævner. Du får den i borgerservice, hos din bank eller under »Glemt adgangskode«, medmindre den allerede er på vej til dig.

    Har du ikke selv bedt om spærringen, så se i Hændelsesloggen, når du har genåbnet. Er der noget, du ikke kan genkende, så ring til hotlinen.

notice-temporary-blocked-subject = Din midlertidige adgangskode er spærret
notice-temporary-blocked-text =
    Den midlertidige adgangskode til { $which } blev spærret den { $at }.
    Årsag: { $reason }.

    PIN-brevet kan ikke bruges mere, så smid det ud. Er et nyt PIN-brev på vej til dig, så brug det. Ellers får du en midlertidig adgangskode i borgerservice, hos din bank eller under »Glemt adgangskode«.

    Har du ikke selv bedt om spærringen, så ring til hotlinen.

notice-consents-given-subject = Du har givet samtykke
notice-consents-given-text =
    Den { $at } noterede vi, at du har givet samtykke til, { $what }.

    Det gælder { $which } og står i version { $version } af reglerne. På Selvbetjening under »Samtykker« ser du alt, hvad du har givet samtykke til, og hvordan det ophører.

    Har du ikke givet det samtykke, så ring til hotlinen.

notice-card-blocked-subject = Dit nøglekort { $card } er spærret
notice-card-blocked-text =
    Nøglekort { $card } blev spærret den { $at }.
    Årsag: { $reason }.

    Kortet kan aldrig bruges igen. Finder du det senere, så klip det i stykker. Har du ikke et andet nøglekort, kan du bestille et nyt under »Mistet nøglekort« eller få et i borgerservice.

    Har du ikke selv bedt om spærringen, så skift din adgangskode, og ring til hotlinen.

notice-certificate-blocked-subject = Dit certifikat er spærret
notice-certificate-blocked-text =
    Certifikatet til din offentlige digitale signatur blev spærret den { $at }.
    Årsag: { $reason }.

    Du kan ikke længere bruge det hos det offentlige eller til at skrive under. Har du en netbank med dit NemID, virker den stadig, hvis NemID'et ikke selv er spærret. Er certifikatet spærret, fordi adgangskoden blev nulstillet, får du et nyt, når du genåbner. Ellers kan du bestille et nyt på Selvbetjening eller i borgerservice.

    Har du ikke selv bedt om spærringen, og mener du, at årsagen er forkert, så ring til hotlinen.

notice-certificate-blocked-cpr-subject = Dit certifikat er spærret, fordi du har fået nyt CPR-nummer
notice-certificate-blocked-cpr-text =
    Certifikatet til din offentlige digitale signatur blev spærret den { $at }.
    Årsag: nyt CPR-nummer.

    Du får automatisk et nyt certifikat med et nyt PID-nummer, næste gang du logger på Selvbetjening eller en side, der kræver det. Adgangskode og nøglekort er de samme som før, og en netbank med dit NemID virker stadig.

    Dit gamle CPR-nummer kan ikke længere bruges som bruger-id. Log på med dit NemID-nummer, som står i velkomstbrevet, eller med det bruger-id, du selv har valgt. Kender du ingen af dem, så spørg i borgerservice. Bagefter kan du vælge på Selvbetjening, om dit nye CPR-nummer skal kunne bruges.

    Har du ikke fået nyt CPR-nummer, så ring til hotlinen.

notice-certificate-expires-subject = Dit certifikat udløber snart
notice-certificate-expires-text =
    Certifikatet til din offentlige digitale signatur udløber den { $until }.

    Forny det på Selvbetjening under »Certifikat« inden da. Det tager et øjeblik, og du beholder dit PID-nummer. Når certifikatet først er udløbet, skal du i stedet bestille et nyt.

notice-certificate-outdated-subject = Oplysningerne i dit certifikat passer ikke længere
notice-certificate-outdated-text =
    Den { $at } opdagede vi, at { $what ->
        [name] navnet i dit certifikat ikke længere er rigtigt.
        [email] e-mailadressen i dit certifikat ikke længere er rigtig.
       *[none] navnet eller e-mailadressen i dit certifikat ikke længere er rigtig.
    }

    Forny certifikatet på Selvbetjening under »Certifikat« inden for 30 dage. Ellers skal vi spærre det, og så må du bestille et nyt.

    Har du hverken skiftet navn eller e-mailadresse, så ring til hotlinen.

notice-card-on-its-way-subject = Et nyt nøglekort er på vej
notice-card-on-its-way-text =
    Den { $at } blev der bestilt et nyt nøglekort til { $which }. Det sendes med posten til din adresse og plejer at komme efter tre hverdage, i udlandet otte.

    Behold det nøglekort, du bruger nu. Det virker, til du tager det nye i brug. Er brevet åbnet eller beskadiget, eller er det ikke kommet efter ti hverdage, så spær det nye kort.

notice-only-card-on-its-way-subject = Et nyt nøglekort er på vej
notice-only-card-on-its-way-text =
    Den { $at } blev der bestilt et nyt nøglekort til { $which }. Det sendes med posten til din adresse og plejer at komme efter tre hverdage, i udlandet otte.

    Du har ikke andre nøglekort, der virker. Skal du bruge NemID før, så få et kort i borgerservice. Er brevet åbnet eller beskadiget, eller er det ikke kommet efter ti hverdage, så spær det nye kort.

notice-temporary-on-its-way-subject = En midlertidig adgangskode er på vej
notice-temporary-on-its-way-text = NemID: En midlertidig adgangskode sendes til dig med posten den { $at }. Har du ikke bedt om den, så ring til hotlinen.

notice-password-changed-subject = Din adgangskode er skiftet
notice-password-changed-text =
    Adgangskoden til { $which } blev skiftet den { $at }.

    Har du selv gjort det, skal du ikke gøre mere. Har du ikke, så spær din adgangskode nu under »Spær NemID«, eller ring til hotlinen.

notice-password-reopened-subject = Din adgangskode er genåbnet
notice-password-reopened-text =
    Adgangskoden til { $which } blev genåbnet den { $at }. Du kan logge på igen.

    Har du ikke selv gjort det, så spær adgangskode og nøglekort nu under »Spær NemID«, eller ring til hotlinen.

notice-password-locked-subject = Din adgangskode er låst i 8 timer
notice-password-locked-text =
    Den { $at } blev adgangskoden til { $which } tastet forkert for femte gang i træk. Derfor er den låst til den { $until }.

    Var det dig, så vent til da, og prøv igen. Kan du ikke huske adgangskoden, så bestil en midlertidig under »Glemt adgangskode«. Taster du forkert fem gange til, bliver adgangskoden spærret.

    Var det ikke dig, kender nogen dit bruger-id. Skift det på Selvbetjening, når låsen er udløbet.

notice-user-id-changed-subject = Dit bruger-id er ændret
notice-user-id-changed-text =
    Bruger-id'et til { $which } blev ændret den { $at }.

    Har du selv gjort det, skal du ikke gøre mere. Har du ikke, så spær din adgangskode nu under »Spær NemID«, eller ring til hotlinen.

notice-cpr-log-on-allowed-subject = Dit CPR-nummer kan nu bruges som bruger-id
notice-cpr-log-on-allowed-text =
    Siden den { $at } kan dit CPR-nummer bruges som bruger-id til { $which }.

    Har du selv gjort det, skal du ikke gøre mere. Har du ikke, så spær din adgangskode nu under »Spær NemID«, eller ring til hotlinen.

notice-cpr-log-on-stopped-subject = Dit CPR-nummer kan ikke længere bruges som bruger-id
notice-cpr-log-on-stopped-text =
    Siden den { $at } kan dit CPR-nummer ikke længere bruges som bruger-id til { $which }. Log på med dit NemID-nummer eller det bruger-id, du selv har valgt.

    Har du selv gjort det, skal du ikke gøre mere. Har du ikke, så spær din adgangskode nu under »Spær NemID«, eller ring til hotlinen.

notice-cpr-number-changed-subject = Vi har fået dit nye CPR-nummer
notice-cpr-number-changed-text =
    Den { $at } fik vi dit nye CPR-nummer fra CPR. Det gælder også { $which }.

    Dit gamle CPR-nummer kan ikke længere bruges som bruger-id. Log på med dit NemID-nummer, som står i velkomstbrevet, eller med det bruger-id, du selv har valgt.

    Har du ikke fået nyt CPR-nummer, så ring til hotlinen.

notice-contact-changed-subject = Dine kontaktoplysninger er ændret
notice-contact-changed-text = E-mail eller mobilnummer til { $which } blev ændret den { $at }. Har du ikke selv gjort det, så spær din adgangskode nu under »Spær NemID«, eller ring til hotlinen.

notice-nemid-blocked-subject = Dit NemID er spærret
notice-nemid-blocked-text =
    Den { $at } blev { $which } spærret.
    Årsag: { $reason }.

    Det gælder både adgangskode, nøglekort og certifikat. Et spærret NemID kan ikke åbnes igen.

    Mener du, at årsagen er forkert, så ring til hotlinen, eller kontakt borgerservice.

notice-nemid-closed-subject = Dit NemID er lukket
notice-nemid-closed-text =
    Den { $at } blev { $which } lukket.
    Årsag: { $reason }.

    Du kan ikke længere bruge det, og det kan ikke åbnes igen. Klip nøglekortet i stykker. Vil du have NemID en anden gang, kan du bestille et nyt.

    Har du ikke selv bedt om det, så ring til hotlinen.

## Hvilket NemID det drejer sig om, midt i en sætning. $by er banken eller arbejdsgiveren.

which-nemid-public = dit NemID
which-nemid-bank = dit NemID fra { $by }
which-nemid-business = dit NemID til erhverv fra { $by }
which-nemid-employer = dit medarbejder-NemID hos { $by }

## Om et brev eller en e-mail: hilsen og fod

notice-closing = Venlig hilsen
notice-sender = NemID-simulatoren
notice-footer = Beskeden kommer fra en simulator til øvelsesbrug. Alle personer er opdigtede. Vi beder dig aldrig om din adgangskode eller dine nøgler.

notice-token-on-its-way-subject = En nøgleviser er på vej
notice-token-on-its-way-text =
    Den { $at } blev der bestilt en nøgleviser til { $which }. Den har nummer { $number } og sendes med posten.

    Du tager den i brug på Selvbetjening under »Nøgler« med en kode fra nøgleviseren og en nøgle fra dit nøglekort. Behold nøglekortet. Er brevet åbnet eller beskadiget, så spær nøgleviseren med det samme.

    Har du ikke selv bestilt den, så spær den, og ring til hotlinen.

notice-token-in-use-subject = Din nøgleviser er taget i brug
notice-token-in-use-text =
    Den { $at } blev nøgleviser { $number } taget i brug til { $which }.

    Behold dit nøglekort. Du skal bruge det, hvis nøgleviseren ikke virker.

    Har du ikke selv taget den i brug, så spær den med det samme på nemid.nu eller hos hotlinen, og skift din adgangskode.

notice-token-blocked-subject = Din nøgleviser er spærret
notice-token-blocked-text =
    Nøgleviser { $number } blev spærret den { $at }.
    Årsag: { $reason }.

    Den kan aldrig bruges igen. Finder du den senere, så ødelæg den. Dit nøglekort virker som før.

    Har du ikke selv bedt om spærringen, så skift din adgangskode, og ring til hotlinen.

notice-token-worn-out-subject = Batteriet i din nøgleviser er brugt op
notice-token-worn-out-text =
    Nøgleviser { $number } viser ikke flere koder fra den { $at }. Brug dit nøglekort, eller bestil en ny nøgleviser på Selvbetjening.

notice-app-installed-subject = En nøgleapp er installeret med dit NemID
notice-app-installed-text =
    Den { $at } blev nøgleapp { $number } installeret på { $device } til { $which }. Den virker først om en time.

    Har du ikke selv installeret den, så spær den med det samme på nemid.nu under »Spær« eller hos hotlinen, og skift din adgangskode.

notice-app-in-use-subject = Din nøgleapp er taget i brug
notice-app-in-use-text =
    Den { $at } blev nøgleapp { $number } taget i brug til { $which }.

    Behold dit nøglekort. Du skal bruge det, når telefonen ikke er ved hånden.

    Har du ikke selv taget den i brug, så spær den med det samme på nemid.nu eller hos hotlinen, og skift din adgangskode.

notice-app-blocked-subject = Din nøgleapp er spærret
notice-app-blocked-text =
    Nøgleapp { $number } blev spærret den { $at }.
    Årsag: { $reason }.

    Den kan aldrig bruges igen, men du kan installere en ny. Dit nøglekort virker som før.

    Har du ikke selv bedt om spærringen, så skift din adgangskode, og ring til hotlinen.

notice-voice-on-its-way-subject = Nøgler i telefonen er bestilt
notice-voice-on-its-way-text =
    Den { $at } blev der bestilt nøgler i telefonen til { $which }. De læses op på { $telephone }.

    Har du ikke selv bestilt det, så ring til hotlinen.

notice-voice-in-use-subject = Du kan nu få nøgler i telefonen
notice-voice-in-use-text =
    Fra den { $at } kan du få nøgler læst op i telefonen til { $which }.

    Mister du telefonen, eller bliver linjen misbrugt, skal du spærre din adgangskode.

    Har du ikke selv bedt om det, så spær din adgangskode, og ring til hotlinen.

notice-voice-moved-subject = Nøgler læses op på et andet nummer
notice-voice-moved-text =
    Fra den { $at } læses nøgler til { $which } op på { $telephone }.

    Har du ikke selv bedt om det, så spær din adgangskode, og ring til hotlinen.

notice-voice-blocked-subject = Nøgler i telefonen er spærret
notice-voice-blocked-text =
    Nøgler i telefonen blev spærret den { $at }.
    Årsag: { $reason }.

    Har du ikke selv bedt om spærringen, så skift din adgangskode, og ring til hotlinen.
