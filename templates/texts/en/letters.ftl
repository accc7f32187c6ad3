### The printed letters. An empty line in a text parts two paragraphs. $place is the place as letter-place-… says it.

letter-sender = The NemID simulator
letter-greeting = Dear { $name }
letter-footer = This letter comes from a simulator for practice. People, numbers and codes are invented and work in the simulator only.
letter-place-selvbetjening = self-service
letter-place-netbank = the online banking of { $bank }

letter-welcome-heading = Welcome to NemID
letter-welcome-number = NemID number
letter-welcome-text =
    You have been given a NemID. Here is your NemID number. You need it to activate your NemID, and you can always log on with it.

    How to begin: Wait until you have both the code card and the PIN letter with the temporary password. They come in separate letters on different days, unless they were handed to you. Then go to { $place }, choose “Activate NemID” and follow the steps. You choose your own password, and you can choose a user ID that is easier to remember.

    The temporary password is valid for 30 days. If it has become too old, or a letter has not come after ten working days, contact citizen services or your bank.

    Keep this letter, the code card and your password apart from each other. Read the rules for NemID as well. They tell you what to take care of and when to block.

letter-card-heading = Your code card
letter-card-title = Code card { $number }
letter-card-text =
    Here is your code card with 148 codes. If the letter has been opened or damaged, block the card at once.

    How to use it: When you have typed user ID and password, the page shows a number with # and four digits. The numbers are in ascending order down the four columns. Find the number and type the six digits beside it. Each code can be used once. When few are left, we send a new card.

    Take care of the card: Do not show it to anybody, and do not lend it. You must not scan it, photograph it or copy the codes. Never write your password on the card, and keep the two apart. If you lose the card, block it at once under “Lost code card”, or call the hotline.

letter-pin-heading = Your temporary password
letter-pin-serial = Serial number on PIN letter
letter-pin-code = Temporary password
letter-pin-text =
    With the code here you can activate your NemID, or re-open it if the password is blocked. If the letter has been opened, do not use the code, but ask for a new one at once.

    Type it at one place only: { $place }. If you type it anywhere else, it stops working. It also stops when it has been typed wrong three times, when it is more than 30 days old, and when you are given a newer one.

    You also need your NemID number from the welcome letter and your code card. On the way you choose your own password. Keep it to yourself and do not write it down. When you are done, you can throw this letter away.
