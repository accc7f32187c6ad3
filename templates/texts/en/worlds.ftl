### Worlds, save points and exported files.

refusal-world-name-shape = The name of a world has 1 to 30 characters: small letters from a to z, digits and hyphens.
refusal-point-name-shape = The name of a save point has 1 to 30 characters: small letters from a to z, digits and hyphens.
refusal-world-name-taken = There is already a world of that name. Choose another one.
refusal-world-unknown = There is no world of that name. See on the list which there are.
refusal-world-first-stays = The first world can't be removed or get another name. Reset it if you want to begin again.
refusal-world-in-use = The world is in use. Close it and try again.
refusal-point-name-taken = The world already has a save point of that name. Choose another one, or remove the old one first.
refusal-point-unknown = The world has no save point of that name. See on the list which it has.
refusal-point-foreign-key = The save point belongs to another server key than the world has, and can't be opened here.
refusal-archive-unreadable = The file is not an exported world. Choose a file that Selvbetjening has exported.
refusal-archive-damaged = The file is damaged, or was changed after it was exported. Export the world again.
refusal-archive-newer = The world was exported by a newer version of Selvbetjening. Use that version or a newer one.
refusal-archive-too-large = The file is larger than a world can be.
refusal-archive-key-missing = The file does not hold the world's server key, and no world here has it. Export the world with its key, or import the file where the world comes from.
refusal-archive-key-foreign = The server key in the file does not belong to the world in the file. Export the world again.
