## En telefon i verden, med nøgleapps.

# $name: ejerens navn
telephone-of = Telefon: { $name }
telephone-app = Nøgleapp
telephone-net = Forbindelse
telephone-no-net = Ingen forbindelse
telephone-battery = Strøm på
telephone-no-battery = Ingen strøm
# $what: fx pålogning hos Forsikringshuset
telephone-request = Godkend: { $what }
telephone-signs = Du underskriver denne tekst:
telephone-pin = PIN-kode
telephone-approve = Godkend
telephone-refuse = Afvis
telephone-not-you = Er det ikke dig, der har bedt om det, så afvis.
telephone-no-requests = Ingen anmodninger.
telephone-look-again = Se efter igen
telephone-others = Andre anmodninger
telephone-apps = Nøgleapps på telefonen
telephone-none = Der er ingen nøgleapp på telefonen.
telephone-state-active = I brug
telephone-state-ready = Vælg PIN-kode
telephone-state-waits = Nøgleapp ikke klar til brug
telephone-ready-at = Klar
telephone-choose-title = Vælg PIN-kode
telephone-choose-what = Vælg fire cifre, som ikke er ens, og som ikke står i dit CPR-nummer eller din adgangskode. Skriv dem ikke ned.
telephone-new-pin = Ny PIN-kode
telephone-new-pin-again = Ny PIN-kode igen
telephone-pins-differ = De to PIN-koder er ikke ens.
telephone-choose = Tag i brug
telephone-install = Installér nøgleapp
telephone-install-what = Med nøgleappen godkender du på telefonen i stedet for at skrive en nøgle fra kortet.
telephone-install-own = Installér den kun på din egen telefon. Du kan have tre nøgleapps med ét NemID.
telephone-install-pin = Om en time vælger du en PIN-kode på fire cifre. Gør du det ikke inden for et døgn, bortfalder appen.
telephone-install-card = Behold dit nøglekort. Du skal bruge en nøgle fra det nu, og når telefonen ikke er ved hånden.
telephone-install-block = Spær nøgleappen straks, hvis du mister telefonen, eller andre kan have haft adgang til den.
telephone-accept = Acceptér og fortsæt
telephone-install-button = Installér
telephone-done-installeret = Nøgleappen er installeret. Om en time kan du vælge en PIN-kode.
telephone-done-ibrug = Nøgleappen er klar til brug.
telephone-done-godkendt = Godkendt
telephone-done-afvist = Afvist
world-telephones = Telefoner
world-telephone-look = Se telefonen
world-telephone-old = Uden apps
