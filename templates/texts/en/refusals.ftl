### Refusals: what is wrong and what to do now. The code is the one that the rule itself says.
### Where citizen and officer can meet the same refusal, it is written so that both can read it.

## All forms

refusal-passwords-differ = The two passwords are not the same. Type the new password again in both fields.
refusal-changed-meanwhile = Something changed while you were at it. Try again, and we will use the new details.

## Numbers and names

refusal-cpr-number-shape = A CPR number has ten digits, such as 610772-1234. Type it with or without the hyphen.
refusal-nemid-number-shape = A NemID number has nine digits. You find it in the welcome letter.
refusal-key-card-number-shape = A code card number is a capital letter and nine digits. It is at the top of the code card.
refusal-pin-letter-serial-shape = The serial number of a PIN letter has eight digits. It is on the outside of the letter.
refusal-key-shape = A code has six digits. Find the number that the page shows on the code card, and type the code beside it.
refusal-key-number-shape = A code number is four digits, with or without # in front.
refusal-key-position-range = There are 148 codes on a code card. Choose one of them.
refusal-pid-shape = A PID number is PID:9208-2002-2- and twelve digits. Type all of it.
refusal-document-number-shape = A Danish passport has nine digits and a Danish driving licence eight. Type the number as it is printed there.
refusal-person-name-shape = Type the whole name in letters, at most 100 characters. Spaces, hyphens, apostrophes and dots are fine too.
refusal-street-shape = Type street and number, at most 100 characters.
refusal-postcode-shape = A Danish postcode has four digits.
refusal-town-shape = Type the name of the town, at most 60 characters.
refusal-postcode-abroad-shape = A postcode abroad has at most 10 characters.
refusal-country-shape = Type the country, at most 60 characters. Leave the field empty for an address in Denmark.
refusal-email-shape = That does not look like an e-mail address. Type it as name@example.dk. There can be no æ, ø or å in front of @.
refusal-email-too-long = An e-mail address has at most 254 characters. Check the address, or use another one.
refusal-mobile-shape = A Danish mobile number has eight digits. Type it with or without +45 in front.

## User ID

refusal-user-id-too-short = The user ID is too short. It needs at least 5 characters.
refusal-user-id-too-long = The user ID is too long. It can have at most 48 characters.
refusal-user-id-character = The user ID has a character that cannot be used. Use a-z, digits, spaces and {"{"} {"}"} ! # " $ ' % ^ & , * ( ) _ + - = : ; ? . @
refusal-user-id-blank-at-edge = A user ID cannot begin or end with a space. Remove it.
refusal-user-id-like-a-number = A user ID of only nine or ten digits, with or without signs between them, could be taken for a NemID number or a CPR number. Add a letter.
refusal-user-id-taken = That user ID is taken. Choose another one.
refusal-user-id-in-password = Your password contains that user ID. Choose another one, or change your password first.
refusal-typed-user-id-missing = Type your user ID.
refusal-typed-user-id-too-long = A user ID has at most 48 characters. Check what you typed.

## Password

refusal-password-too-short = The password is too short. It needs at least 6 characters.
refusal-password-too-long = The password is too long. It can have at most 40 characters.
refusal-password-character = The password has a character that cannot be used. Use a-z, digits, spaces and {"{"} {"}"} ! # " $ ' % ^ & , * ( ) _ + - = : ; ? . @
refusal-password-blank-at-edge = A password cannot begin or end with a space. Remove it.
refusal-password-no-letter = The password lacks a letter. Use at least one from a to z.
refusal-password-no-digit = The password lacks a digit. Use at least one.
refusal-password-repeated = The same character appears four times in a row. Use at most three in a row.
refusal-password-holds-cpr-number = The password must not contain your CPR number. Choose another one.
refusal-password-holds-nemid-number = The password must not contain your NemID number. Choose another one.
refusal-password-holds-user-id = The password must not contain your user ID. Choose another one.
refusal-typed-password-missing = Type your password.
refusal-typed-password-too-long = A password has at most 40 characters. Check what you typed.
refusal-temporary-password-shape = A temporary password has six digits. You find it in the PIN letter.

## Log on

refusal-wrong-user-id-or-password = The user ID or the password is wrong. Try again. After five wrong passwords in a row we lock the password for 8 hours.
# $left: tries left before the lock or the block
refusal-wrong-password = The password is wrong. { $left ->
        [one] You have one try left.
       *[other] You have { $left } tries left.
    } If you have forgotten it, order a temporary password.
# $until: when the lock ends
refusal-locked = The password was typed wrong five times, so it is locked until { $until }. Wait until then, or get a temporary password and re-open.
refusal-too-many-guesses = Too much was typed wrong from your internet connection. Wait ten minutes and try again.
refusal-temporary-barred = It was typed wrong five times from your internet connection. Therefore the NemID number cannot be used from here before { $until }. Wait until then, or try from another place.
refusal-password-blocked = The password is blocked. If a PIN letter is on its way to you, re-open with that. Otherwise get a temporary password from citizen services or under “Forgotten password”. If your NemID is for online banking only, ask your bank for it.
refusal-password-blocked-at-bank = The password is blocked. Your NemID is for online banking only: ask the bank for a temporary password, and then re-open in online banking.
refusal-password-blocked-at-work = The password is blocked. Ask your administrator for a temporary password, and then re-open.
refusal-nemid-blocked = This NemID is blocked and cannot be opened again. Ask citizen services if you believe that is a mistake.
refusal-nemid-closed = This NemID is closed and cannot be opened again. Order a new one if it is needed.
refusal-nemid-ended = This NemID is blocked or closed, so nothing can be changed. Choose another one, or order a new one.
refusal-not-activated = This NemID has not been activated yet. Activate it with the temporary password from the PIN letter.
refusal-not-usable = This NemID cannot be used right now. Start over, and you will be told why.
refusal-log-on-expired = This log-on is no longer valid. More than { $question } went by, you have begun to log on somewhere else, or something was blocked meanwhile. Log on again.
refusal-log-on-replaced = You have begun to log on somewhere else, so this page is no longer valid. Log on again.
refusal-start-expired = More than { $enrolment } went by, or you have not begun yet. The temporary password has not been used. Start over.
refusal-start-elsewhere = You have begun another activation or re-opening in another window, so this page is no longer valid. Nothing was changed from here. Finish the other one, or start over.
refusal-no-role = This NemID gives no access here. Log on with the employee NemID that belongs to the task.

## Codes and code cards

# $left: tries left before the card is blocked
refusal-wrong-key = The code is wrong. { $left ->
        [one] You have one try left before the code card is blocked.
       *[other] You have { $left } tries left before the code card is blocked.
    }
refusal-card-blocked = The code was wrong for the fifth time, so the code card is blocked now. Use another code card, or order a new one.
refusal-no-card = There is no code card that can be used. Type the number of a card that you have received, or order a new one.
refusal-unknown-card = That code card number cannot be used here. Check the number at the top of the card, or choose another card.
refusal-unknown-carrier = Codes of that kind can't be used now. Choose another.
refusal-not-approved = The request has not been answered yet. Answer in your code app, and try again.
refusal-refused-in-app = You refused the request in your code app. Begin again if that was a mistake.
refusal-app-rests = Five requests were sent to your code app within an hour, and you approved none. So none is sent now. Answer with another kind of code, and the app works again.
refusal-next-code = The code is right, but far ahead. Press the token again, and type the next code.
refusal-wrong-token-code = The code is wrong. { $left ->
        [one] You have one try left before the code token is blocked.
       *[other] You have { $left } tries left before the code token is blocked.
    }
refusal-wrong-app-pin = The PIN is wrong. { $left ->
        [one] You have one try left before the code app is blocked.
       *[other] You have { $left } tries left before the code app is blocked.
    }
refusal-wrong-voice-key = The code is wrong. { $left ->
        [one] You have one try left before codes by telephone are blocked.
       *[other] You have { $left } tries left before codes by telephone are blocked.
    }
refusal-token-blocked = The code was wrong for the fifth time, so the code token is blocked now. Use your code card.
refusal-app-blocked = The PIN was wrong for the fifth time, so the code app is blocked now. Use your code card.
refusal-voice-blocked = The code was wrong for the fifth time, so codes by telephone are blocked now. Use your code card, or get help at citizen services.
refusal-voice-already-called = Codes are read out on that number already, or it waits to be confirmed.
refusal-voice-not-called = No code has been read out yet. Press “Call me” and answer the telephone.
refusal-voice-this-telephone = You cannot type the code on the telephone that reads it out. Log on from another device, or use another code.
refusal-voice-too-many-calls = We have called five times in the last hour, and nobody answered. Wait an hour, or use another code. If you have lost the telephone, block your password.
refusal-call-not-there = There is no call with that number.
refusal-call-not-ringing = The telephone is no longer ringing.
refusal-carrier-id-shape = The number of a key card is a capital letter and nine digits, such as A123456789. Other numbers are two letters and eight digits, such as NV12345678.
refusal-carrier-number-shape = The number is two letters and eight digits, such as NV12345678.
refusal-no-carrier-chosen = Choose at least one.
refusal-carrier-not-yours = That number does not belong to this NemID. Check the number.
refusal-carrier-not-open = It is in use, blocked or worn out already.
refusal-desk-carrier-not-activated = This NemID is not activated yet. A code token can be ordered once it is.
refusal-desk-carrier-no-address = A code token is sent by post only, and there is no address to send it to. Its holder can state an address with the hotline first.
refusal-too-many-carriers = One is on its way already, or waits to be taken into use.
refusal-reason-does-not-fit = The reason does not fit everything that is ticked. Block each separately.
refusal-carrier-not-activated = Your NemID has to be activated first.
refusal-token-wrong-code = The code is not the token's. Press the button, and type the six digits that it shows.
refusal-telephone-not-smart = No apps can be installed on that telephone.
refusal-telephone-lost = The telephone is lost, so nobody can use it.
refusal-telephone-no-battery = The battery of the telephone is empty.
refusal-telephone-no-net = The telephone has no connection.
refusal-telephone-not-own = The code app may be installed on your own telephone only.
refusal-too-many-apps = You have three code apps with this NemID, and can't have more. Block one of them first.
refusal-app-there-already = There is a code app with this NemID on the telephone already.
refusal-app-not-there = That code app is not on the telephone, or it is blocked.
refusal-app-not-ready = The code app is not ready for use before { $until }.
refusal-app-in-use = The code app is in use already.
refusal-pin-shape = The PIN must have four digits.
refusal-pin-alike = Choose a PIN whose four digits are not all alike.
refusal-pin-in-cpr-number = Choose a PIN that is not part of your CPR number.
refusal-pin-in-password = Choose a PIN that is not part of your password.
refusal-request-not-there = That request is not on the telephone.
refusal-request-over = The request no longer counts. It was answered, a newer one took its place, or too much time has passed.
refusal-device-not-there = There is no such thing in this world.
refusal-device-not-such = That can't be done with this thing.
refusal-device-not-here = The letter with it has not been opened yet.
refusal-device-lost = It is lost. Find it first.
refusal-device-no-battery = The display is empty. The battery has run out.
refusal-key-asked-anew = We are asking for another code now. See the new number on the page and type the code for it.
refusal-no-card-chosen = Tick at least one code card.
refusal-card-not-yours = The code card does not belong to this NemID. Check the number.
refusal-card-not-open = The code card is already blocked or used up. Choose another one.
refusal-too-many-cards = A NemID can have at most four code cards at a time. Block one that is not in use before a new one is added.
refusal-no-address = Nothing can be sent, since there is no address to send it to. Citizen services can hand it out at the counter. Or state an address with the hotline.
refusal-card-on-its-way = A code card is already on its way by post. Wait for it, or block it if it does not arrive.
refusal-reorder-level = Choose a number from 10 to 60.

## Temporary password, activation and re-opening

# $left: tries left; 0 when we do not say how many
refusal-temporary-wrong = The NemID number or the temporary password is wrong. { $left ->
        [0] Check both. If it still does not work, get a new temporary password.
        [one] You have one try left with this NemID number.
       *[other] You have { $left } tries left with this NemID number.
    }
refusal-temporary-password-typed = That is your temporary password and not a password to log on with. It was typed at another place than the one the PIN letter names, so it no longer works. Get a new one from citizen services or your bank, or order it under “Forgotten password”.
refusal-temporary-tried-out = Wrong details have been typed three times with this NemID number. Compare it with the number in the welcome letter. If it is another one, start again with the right one. If it is yours, the PIN letter no longer works, and you need a new temporary password.
# $left: tries left
refusal-remembered-wrong = That is not the password you had. { $left ->
        [one] You have one try left.
       *[other] You have { $left } tries left.
    } If you cannot remember it, have it reset at citizen services or under “Forgotten password”.
refusal-temporary-dead = The temporary password no longer works. Get a new one from citizen services or your bank, or order it under “Forgotten password”.
temporary-end-used = The temporary password has been used. Log on with the password that you chose yourself.
temporary-end-wrong-place = The temporary password was typed at another place than the one the letter names, so it no longer works. Get a new one from citizen services or your bank.
temporary-end-too-many-tries = The temporary password was typed wrong three times and no longer works. Get a new one from citizen services or your bank.
temporary-end-too-old = The temporary password is more than 30 days old and no longer works. Get a new one from citizen services or your bank.
temporary-end-newer = A newer temporary password has been sent or handed out, so this one no longer works. Use the one from the newest PIN letter. If it has not come yet, wait for it.
temporary-end-blocked = The temporary password is blocked because others may have known it. If a new PIN letter is on its way to you, use that one. Otherwise you get a new one from citizen services or your bank.
temporary-end-nem-id-ended = The NemID is blocked or closed, so the temporary password cannot be used. Order a new NemID if you need one.
refusal-nothing-to-start = There is nothing to activate or re-open here. Log on, or get a new temporary password if you cannot.
refusal-consent-missing = Without all the consents we cannot issue a public digital signature. Tick them, or stop here.
refusal-bank-consent-missing = Ask the customer for consent, and tick when it is given. Without it the bank gets no information about the customer's other NemID.
refusal-rules-not-accepted = You have to accept the rules for NemID to go on. Read them and tick the box.
refusal-attach-first = This NemID comes from a bank and has no public digital signature. Attach one first under “Order NemID”.
refusal-not-offered = That cannot be chosen for this NemID right now. Start over to see what can be chosen.

refusal-nothing-to-block = Choose what is to be blocked. What is blocked already stays blocked.
refusal-ending-run-out = More than { $question } went by, or you have begun something else with your NemID. Nothing is closed. Start over if you still want to close your NemID.

## Orders and certificates

refusal-already-has-nemid = The person already has NemID with a public digital signature. Nothing can be ordered. If it does not work, citizen services can help under “Maintain NemID”.
refusal-has-nemid-to-attach-to = You already have a NemID, for example from your bank. It can have a public digital signature: log on to self-service and order it under “Certificate”. If it is not activated yet, activate it first, or get help at citizen services. If you would rather have a new NemID beside it, tick the box.
refusal-another-nemid-is-public = You have another NemID with a public digital signature, and you can only have one. Use that one, or block its certificate first.
refusal-too-young = You have to be 15 or older to have a NemID with a public digital signature.
refusal-dead = The person is registered as dead. Nothing can be ordered.
refusal-card-in-post = The code card belongs to this NemID but is on its way by post. Attach with it once it has come. If it is urgent, block it and hand out a new one.
refusal-card-ended = The code card belongs to this NemID but is blocked or used up. Hand out a new one under “Hand out code card”, and use that.
refusal-card-not-theirs = The code card number does not belong to the chosen NemID. Find the right number under “Block code card” by pressing OK without ticking anything.
refusal-no-valid-certificate = There is no valid certificate. Order a new one instead.
refusal-encryption-no-certificate = Nobody with that address has a valid certificate. Check the address.
refusal-encryption-empty = Write a text.
refusal-encryption-too-long = The text or the subject is too long.
refusal-encryption-not-encrypted = The file is not an encrypted e-mail that we can read (S/MIME with AES).
refusal-encryption-for-others = The e-mail is not encrypted to a certificate that this person has.
refusal-encryption-key-gone = The key has been erased.
refusal-certificate-already-there = There is a certificate already, or one is ordered. Nothing more is needed.
refusal-no-certificate-for-business = A business NemID cannot have a public digital signature. Order a private NemID.

## The counter

refusal-own-number = You cannot serve yourself. Ask a colleague.
refusal-not-in-register = The CPR number is not in the simulator's register. Real CPR numbers do not belong here. Use one of the invented people from the control room.
refusal-cpr-number-replaced = That CPR number is no longer in use, since the person has got a new one. Ask the citizen for it, or look at the health insurance card.
refusal-cpr-number-not-yet-known = That CPR number was given today, and NemID learns of it tonight. Use the old one today, or come back tomorrow.
refusal-choose-the-public = This NemID is for online banking only. The citizen's public digital signature is on another NemID.
refusal-ask-bank = This NemID is for online banking only, and no public digital signature can be attached to it.
refusal-counter-card-not-open = One of the cards has been blocked or used up meanwhile. See which cards are left before you block another one.
refusal-nothing-found = The person has no NemID that can be found here. Only the bank can see a NemID for business online banking.
refusal-not-public = This NemID is used for online banking only. Refer the citizen to the bank, which can block it.
refusal-urgency-not-stated = The bank is about to issue this NemID. Tick that the need is urgent, or refer the citizen to the bank.
refusal-identification-none = Tick the identification that the citizen has shown.
refusal-identification-second = Without a photo, one document is not enough. Ask for one more, or for one with a photo.
refusal-identification-cpr = At least one of the documents has to show the CPR number. Ask for one that does.
refusal-identification-photo = A code card is handed over at once only against identification with a photo. Ask for that, or send the card by post.
refusal-changed-since-read = Something has happened to this NemID since you read the page. Read it again before you sign.
refusal-already-signed = The action has been signed already. See the result in the journal.
refusal-not-for-this-actor = Only the operator may do that.
refusal-not-employee = That is not an employee NemID. Choose an employee from the list.
refusal-not-oneself = You cannot re-open your own NemID. Ask another administrator, or use the command on the machine.
refusal-agreement-already-there = The bank already uses this NemID for its online banking.
refusal-only-the-bank = Only the bank itself can do that.
refusal-no-agreement = The bank has no agreement on this NemID.
refusal-another-persons-nemid = The two NemIDs do not belong to the same person, so the agreement cannot be moved.
refusal-no-agreement-for-business = A NemID for business online banking cannot be shared with private online banking.
refusal-shelf-no-room = The shelf is full. Order again when more has been handed out.
