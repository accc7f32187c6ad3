### Kontrolrummet: det, der ligger uden for systemet.

world-locked-title = Kontrolrummet er låst
world-locked-what = Kontrolrummet kræver en adgangskode.
world-locked-next = Genindlæs siden, lad navnet stå tomt, og skriv kontrolrummets adgangskode. Den, der driver simulatoren, kender den.

world-clock-move-shape = Skriv præcis én af »hours«, »days«, »working_days« og »to«. De tre første er hele tal, den sidste et tidspunkt som 2019-03-04T09:00:00+01:00.
refusal-clock-back = Uret kan kun stilles frem. Vælg et senere tidspunkt.
refusal-clock-too-far = Uret kan højst stilles ti år frem ad gangen. Vælg et tidligere tidspunkt.
refusal-letter-not-there = Brevet findes ikke. Se i personens postkasse, hvilke breve der er.
refusal-letter-in-transit = Brevet er stadig på vej. Stil uret frem, til det er kommet.
refusal-letter-lost = Brevet er gået tabt og kan ikke åbnes.
refusal-shelf-not-there = Det nummer er ikke på kontorets hylde.
refusal-shelf-not-handed-out = Det ligger stadig forseglet på hylden. Det kan først åbnes, når skranken har udleveret det.
refusal-dead-already = Personen er allerede registreret som død.
