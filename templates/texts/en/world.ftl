### The control room: what lies outside the system.

world-locked-title = The control room is locked
world-locked-what = The control room asks for a password.
world-locked-next = Reload the page, leave the name empty and type the control-room password. Whoever runs the simulator knows it.

world-clock-move-shape = Send exactly one of “hours”, “days”, “working_days” and “to”. The first three are whole numbers, the last an instant such as 2019-03-04T09:00:00+01:00.
refusal-clock-back = The clock can only be moved forward. Choose a later time.
refusal-clock-too-far = The clock can be moved at most ten years at a time. Choose an earlier time.
refusal-letter-not-there = There is no such letter. Look in the person's letter box to see which there are.
refusal-letter-in-transit = The letter is still on its way. Move the clock on until it has come.
refusal-letter-lost = The letter got lost and cannot be opened.
refusal-shelf-not-there = That number is not on the office's shelf.
refusal-shelf-not-handed-out = It still lies sealed on the shelf. It can be opened once the counter has handed it out.
refusal-dead-already = The person is registered as dead already.
