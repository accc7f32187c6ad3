### Når noget går galt: hvad der skete, og hvad du kan gøre nu.

error-status = Fejlkode { $status }

error-bad-request-title = Vi forstod ikke det, der blev sendt
error-bad-request-what = Noget i forespørgslen manglede eller var forkert sat op. Der er ikke ændret noget.
error-bad-request-next = Gå tilbage, genindlæs siden, og prøv igen.

error-not-logged-on-title = Du er ikke logget på
error-not-logged-on-what = Siden kræver, at du er logget på, eller din session er udløbet, fordi du ikke har brugt den i et stykke tid.
error-not-logged-on-next = Log på, og prøv igen.

error-forbidden-title = Du har ikke adgang til siden
error-forbidden-what = Siden er for en anden bruger eller en anden rolle end den, du er logget på med.
error-forbidden-next = Gå til forsiden, eller log på som en, der har adgang.

error-form-expired-title = Siden er blevet for gammel
error-form-expired-what = Formularen hører til et besøg, der er slut, eller din browser gemmer ikke cookies. Der er ikke ændret noget.
error-form-expired-next = Gå tilbage, genindlæs siden, og udfyld den igen. Sker det hver gang, så tillad cookies for dette websted.

error-foreign-origin-title = Formularen kom fra et andet websted
error-foreign-origin-what = En side uden for simulatoren forsøgte at sende en formular på dine vegne. Vi tog ikke imod den, og der er ikke ændret noget.
error-foreign-origin-next = Luk den side, du kom fra, og begynd her fra forsiden.

error-not-found-title = Siden findes ikke
error-not-found-what = Der er ingen side på den adresse. Måske er den tastet forkert, eller linket er forældet.
error-not-found-next = Kontrollér adressen, eller find siden fra forsiden.

error-method-not-allowed-title = Siden kan ikke bruges på den måde
error-method-not-allowed-what = Adressen findes, men tager ikke imod denne slags forespørgsel. Der er ikke ændret noget.
error-method-not-allowed-next = Åbn siden fra forsiden, og brug knapperne på den.

error-too-slow-title = Det tog for lang tid at sende
error-too-slow-what = Forespørgslen nåede ikke frem i tide. Der er ikke ændret noget.
error-too-slow-next = Se, om din forbindelse virker, og send igen.

error-too-large-title = Det sendte fylder for meget
error-too-large-what = Der blev sendt mere, end siden kan tage imod. Der er ikke ændret noget.
error-too-large-next = Gå tilbage, forkort det, du har skrevet, og send igen.

error-unsupported-type-title = Formatet kan ikke bruges her
error-unsupported-type-what = Indholdet blev sendt i et andet format end det, siden tager imod. Der er ikke ændret noget.
error-unsupported-type-next = Brug formularen på siden. Programmer skal sende JSON og sige det i Content-Type.

error-foreign-host-title = Adressen hører ikke til simulatoren
error-foreign-host-what = Browseren bad om et værtsnavn, som simulatoren ikke svarer på.
error-foreign-host-next = Åbn simulatoren på http://localhost med den port, der blev vist ved start. Andre navne skal stå i indstillingen hosts.

error-unprocessable-title = Oplysningerne kan ikke bruges
error-unprocessable-what = Det, du bad om, kan ikke lade sig gøre lige nu. Der er ikke ændret noget.
error-unprocessable-next = Gå tilbage, ret oplysningerne, og prøv igen.

error-too-many-title = For mange forsøg
error-too-many-what = Der er kommet usædvanligt mange forespørgsler på kort tid. Denne blev ikke behandlet.
error-too-many-next = Vent lidt, og prøv igen.

error-busy-title = Der er travlt lige nu
error-busy-what = Vi nåede ikke din forespørgsel: Mange bruger simulatoren, eller den kan ikke få fat i sin database lige nu. Din forespørgsel tæller ikke som et forsøg, og der er ikke ændret noget.
error-busy-next = Vent ti sekunder, og prøv igen.

error-internal-title = Der er sket en fejl hos os
error-internal-what = Fejlen er vores, ikke din. Vi nåede ikke at gennemføre det, du bad om.
error-internal-next = Prøv igen om lidt. Se i Hændelsesloggen, hvis du er i tvivl om, hvad der nåede at ske.

error-in-doubt-title = Vi ved ikke, om det blev gemt
error-in-doubt-what = Forbindelsen til databasen blev afbrudt, netop som det, du bad om, skulle gemmes. Måske er det sket, måske ikke.
error-in-doubt-next = Se efter i Hændelsesloggen, før du gør det igen.

error-disk-full-title = Der er ikke plads på disken
error-disk-full-what = Simulatoren kunne ikke gemme, fordi disken er fuld. Der er ikke ændret noget.
error-disk-full-next = Bed den, der kører simulatoren, om at skaffe plads, og prøv igen.
error-nothing-to-change-what = Sig mindst én ting, der skal ændres.
