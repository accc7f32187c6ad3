### Opslag: hvem der har slået hvem op ved en skranke.

look-ups-title = Opslag
look-ups-link = Se, hvem der er slået op
look-ups-lead = Her står, hvem medarbejderne har slået op, også når intet blev underskrevet. En medarbejder står én gang for hver person og dag.
look-ups-none = Ingen er slået op endnu.
look-ups-nobody = Numre, som ingen her har
look-ups-by = Slået op af
# $count: antal gange
look-ups-times = { $count } gange, sidst
