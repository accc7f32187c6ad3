### Look-ups: who looked up whom at a desk.

look-ups-title = Look-ups
look-ups-link = See who has been looked up
look-ups-lead = This is whom the employees have looked up, also when nothing was signed. An employee stands here once for each person and day.
look-ups-none = Nobody has been looked up yet.
look-ups-nobody = Numbers that nobody here has
look-ups-by = Looked up by
# $count: number of times
look-ups-times = { $count } times, last
