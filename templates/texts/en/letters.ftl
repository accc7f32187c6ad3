### The printed letters. An empty line in a text parts two paragraphs. $place is the place as letter-place-… says it. Buttons have their names from the pages.

letter-sender = The NemID simulator
letter-greeting = Dear { $name }
letter-footer = This letter comes from a simulator for practice. People, numbers and codes are invented and work in the simulator only.
letter-place-selvbetjening = self-service
letter-place-netbank = the online banking of { $bank }

letter-handed-over = Handed over at { $office }

## The letter with the NemID number. $button is the button on the front page, $valid says how long the temporary password works.

letter-welcome-number = NemID number
letter-until = The temporary password works until { $until }.
letter-until-in-pin-letter = The temporary password works for 30 days. The last day is in the PIN letter.
letter-keep-apart = Keep this letter, the code card and your password apart from each other. Read the rules for NemID as well. They tell you what to take care of and when to block.

letter-number-heading-activate = Welcome to NemID
letter-number-text-activate =
    You have been given a NemID. Here is your NemID number. You need it to activate your NemID, and you can always log on with it.

    How to begin: Wait until you have both the code card and the PIN letter with the temporary password. They come in separate letters on different days, unless they were handed to you. Then go to { $place }, choose “{ $button }” and follow the steps. You choose your own password, and you can choose a user ID that is easier to remember.

    { $valid } If it has become too old, or a letter has not come after ten working days, contact citizen services or your bank.

    { letter-keep-apart }
letter-number-heading-unlock = How to re-open your NemID
letter-number-text-unlock =
    Here is your NemID number. You need it to re-open your NemID, and you can always log on with it.

    How to do it: Have the PIN letter with the temporary password and your code card ready. Go to { $place }, choose “{ $button }” and follow the steps. Type the password that you remember, and choose a new one.

    { $valid } If it has become too old, contact citizen services.

    { letter-keep-apart }
letter-number-heading-reset = How to re-open your NemID
letter-number-text-reset =
    Here is your NemID number. You need it to re-open your NemID, and you can always log on with it.

    How to do it: Have the PIN letter with the temporary password and your code card ready. Go to { $place }, choose “{ $button }” and follow the steps. On the way you choose a new password in place of the one that you have forgotten.

    { $valid } If it has become too old, contact citizen services.

    { letter-keep-apart }

## The letter with a code card

letter-card-title = Code card { $number }
letter-card-use = How to use it: When you have typed user ID and password, the page shows a number with # and four digits. The numbers are in ascending order down the four columns. Find the number and type the six digits beside it. Each code can be used once. When few are left, we send a new card.
letter-card-begin = How to begin with it: Log on with user ID and password. If the page asks for a code from another card, choose “{ log-on-other-card }”. Type the number of the card and the code that the page asks for. From then on the new card counts, and the one before is blocked.
letter-card-care = Take care of the card: Do not show it to anybody, and do not lend it. You must not scan it, photograph it or copy the codes. Never write your password on the card, and keep the two apart. If you lose the card, block it at once under “{ front-lost-card }”, or call the hotline.
letter-card-heading = Your code card
letter-card-text =
    Here is your code card with 148 codes. If the letter has been opened or damaged, block the card at once.

    { letter-card-use }

    { letter-card-care }
letter-card-heading-first = Your first code card
letter-card-text-first =
    Here is your code card with 148 codes. You need it to activate your NemID, and each time you log on. If the letter has been opened or damaged, block the card at once.

    { letter-card-use }

    { letter-card-care }
letter-card-heading-running-low = Your next code card
letter-card-text-running-low =
    Here is your next code card with 148 codes, as few are left on the one that you use now. Keep the old one until you begin with the new one. If the letter has been opened or damaged, block the new card at once.

    { letter-card-begin }

    { letter-card-care }
letter-card-heading-replacement = Your new code card
letter-card-text-replacement =
    Here is your new code card with 148 codes in place of the one that you cannot use any more. If the letter has been opened or damaged, block the card at once.

    { letter-card-begin }

    { letter-card-care }
letter-card-heading-extra = Your extra code card
letter-card-text-extra =
    Here is the extra code card with 148 codes that you ordered. You can keep it until you need it. If the letter has been opened or damaged, block the extra card at once.

    { letter-card-begin }

    { letter-card-care }
letter-token-heading = Your code token
letter-token-text =
    Here is the code token that was ordered for your NemID. The number stands outside the letter and on the back of the token. If the letter has been opened or damaged, block the token at once.

    Log on to self-service with your code card, and choose “Codes”. Press the token's button, and type the six digits that it shows together with a code from your code card. Then it is in use.

    Keep your code card, and take as good care of the token as of the card. If you lose it, block it. If you find it again afterwards, destroy it.
letter-token-serial = Serial number of the code token
letter-voice-heading = Codes by telephone
letter-voice-text =
    You have called us and ordered that codes for your NemID are read out by telephone. We call { $telephone }.

    The telephone has to be confirmed before it works. Log on to Self-service, choose “Codes”, and let us call you. If you have no other code, get a temporary password at citizen services, and confirm the telephone when you activate or re-open.

    Take care of the telephone, and never type the code on the same telephone. If you have not ordered it, call the hotline at once.

## The letter with a temporary password. $button is the button on the front page, $until the last moment at which the code works.

letter-pin-serial = Serial number on PIN letter
letter-pin-code = Temporary password
letter-pin-where = Go to { $place } and choose “{ $button }”. Type the code there only. If you type it anywhere else, it stops working. It also stops when it has been typed wrong three times, and when you are given a newer one.
letter-pin-until = The code works until { $until }.
letter-pin-after = Keep your password to yourself and do not write it down. When you are done, you can throw this letter away.
letter-pin-heading = Your temporary password
letter-pin-text =
    With the code here you can activate your NemID, or re-open it if the password is blocked. If the letter has been opened, do not use the code, but ask for a new one at once.

    Type it at one place only: { $place }. If you type it anywhere else, it stops working. It also stops when it has been typed wrong three times, when it is more than 30 days old, and when you are given a newer one.

    You also need your NemID number from the welcome letter and your code card. On the way you choose your own password. { letter-pin-after }
letter-pin-heading-activate = Temporary password for your new NemID
letter-pin-text-activate =
    With the code here you activate your new NemID. If the letter has been opened, do not use the code, but ask for a new one at once.

    { letter-pin-where }

    { letter-pin-until }

    You also need your NemID number from the welcome letter and your code card. On the way you choose your own password. { letter-pin-after }
letter-pin-heading-unlock = Temporary password to re-open your NemID
letter-pin-text-unlock =
    Your password is blocked. With the code here and the password that you remember you re-open your NemID. If the letter has been opened, do not use the code, but ask for a new one at once.

    { letter-pin-where }

    { letter-pin-until }

    You also need your NemID number and your code card. On the way you choose a new password. { letter-pin-after }
letter-pin-heading-reset = Temporary password to choose a new password
letter-pin-text-reset =
    Your password has been reset. With the code here you re-open your NemID and choose a new one. If the letter has been opened, do not use the code, but ask for another one at once.

    { letter-pin-where }

    { letter-pin-until }

    You also need your NemID number and your code card. { letter-pin-after }
