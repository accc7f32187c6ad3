### Verdener, gemmepunkter og eksporterede filer.

refusal-world-name-shape = En verdens navn har 1 til 30 tegn: små bogstaver fra a til z, tal og bindestreger.
refusal-point-name-shape = Et gemmepunkts navn har 1 til 30 tegn: små bogstaver fra a til z, tal og bindestreger.
refusal-world-name-taken = Der er allerede en verden med det navn. Vælg et andet.
refusal-world-unknown = Der er ingen verden med det navn. Se på listen, hvilke der er.
refusal-world-first-stays = Den første verden kan ikke slettes eller få et andet navn. Nulstil den, hvis du vil begynde forfra.
refusal-world-in-use = Verdenen er i brug. Luk den, og prøv igen.
refusal-point-name-taken = Verdenen har allerede et gemmepunkt med det navn. Vælg et andet, eller slet det gamle først.
refusal-point-unknown = Verdenen har ikke et gemmepunkt med det navn. Se på listen, hvilke den har.
refusal-point-foreign-key = Gemmepunktet hører til en anden servernøgle end verdenens og kan ikke åbnes her.
refusal-archive-unreadable = Filen er ikke en eksporteret verden. Vælg en fil, som Selvbetjening har eksporteret.
refusal-archive-damaged = Filen er beskadiget eller ændret, siden den blev eksporteret. Eksportér verdenen igen.
refusal-archive-newer = Verdenen er eksporteret af en nyere version af Selvbetjening. Brug den version eller en nyere.
refusal-archive-too-large = Filen er større, end en verden kan være.
refusal-archive-key-missing = Filen indeholder ikke verdenens servernøgle, og ingen verden her har den. Eksportér verdenen med nøgle, eller importér filen, hvor verdenen kommer fra.
refusal-archive-key-foreign = Servernøglen i filen hører ikke til verdenen i filen. Eksportér verdenen igen.
