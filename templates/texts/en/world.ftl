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
refusal-cpr-number-not-made-up = That is not a made-up CPR number. Add 60 to the day, so that it can belong to nobody, living or dead.
refusal-cpr-number-taken = Somebody else has that CPR number, or has had it. Choose another one.
refusal-cpr-number-waits = The person has got a new CPR number today already. Move the clock to tomorrow before giving another.
refusal-letter-has-come = The letter has come, so it can no longer be late or get lost.
refusal-letter-lost-already = The letter is lost. Find it if it is to come.
refusal-letter-not-lost = The letter is not lost.
refusal-letter-delay-days = Type a number of days from 1 to 365.
refusal-name-not-printable = The letters cannot print every character of the name. Write it in Latin letters.
refusal-street-not-printable = The letters cannot print every character of the street. Write it in Latin letters.
refusal-town-not-printable = The letters cannot print every character of the town. Write it in Latin letters.
refusal-country-not-printable = The letters cannot print every character of the country. Write it in Latin letters.
refusal-letter-sealed = The letter has not been opened yet. Open it in the letter box.
refusal-wish-state = Send one of the states: active, not_activated, locked, password_blocked, blocked, closed or no_nemid.
refusal-wish-age = Write the age as a whole number from 0 to 110.
refusal-wish-too-young = A public NemID takes an age of 15. Write a higher age, or choose another issuer.
refusal-wish-issuer = Send one of the issuers: public, bank, business or employer.
refusal-no-nemid = The person has no NemID and cannot log on.
refusal-password-not-remembered = The person remembers no password. Activate or re-open first, or choose somebody else.
world-wish-shape = Send “state” and, if you like, “name”, “age”, “issuer” and “session”, and nothing else. “session” is true or false.
world-verify-file = Send the file as “file” in base64 and nothing else. It may have 512 KiB at most and must not be empty.

## Overview

world-title = Control room
world-lead = Here you direct what lies outside NemID: time, the CPR register, the letter boxes and the offices' shelves. Choose a person, open the person's letters, and try self-service as that person.
world-persons-title = People
world-persons-lead = Each person has a problem or something special. Begin at the top.
world-sections = Sections
world-no-nemid = No NemID
world-newcomer-title = Make a person
world-newcomer-lead = You get a made-up person with a NemID in the state that you choose. What it takes has happened in the last weeks: the order, letters, the activation and the rest.
world-newcomer-state = State
world-newcomer-issuer = Issuer of the NemID
world-newcomer-name-hint = Leave the field empty to be given a name.
world-newcomer-age = Age
world-newcomer-age-hint = Whole years. Leave the field empty to get a grown-up.
world-newcomer-make = Make the person
world-newcomer-go = Make a new person in the state that you need
world-log-on-as = Log on as { $name }
world-reset-title = Reset the world
world-reset-question = Do you want to reset the world?
world-reset-lead = Everything becomes as it was at the beginning: { $at }.
world-reset-persons = All people, letters, code cards, logs and journals become as they were. Whoever was made since then disappears.
world-reset-sessions = Everybody is logged off, and what anybody is in the middle of is gone.
world-reset-mail = E-mails that lie as files in the data folder are deleted.
world-reset-no-way-back = It cannot be undone.
world-reset-do = Reset the world
world-reset-not = Keep the world as it is
world-api-what = All this is there as JSON for programs too:
world-api-title = The control room for programs
world-api-lead = Each call below does what a page of the control room does. The description is in English, as programs read it.
world-api-file = The description as a file:
world-api-calls = Calls
world-api-in-path = in the address
world-api-in-query = behind the question mark
world-api-body = What is sent:
world-api-answers = Answers:
world-api-schemas = What the answers consist of
world-curl-show = The same from the command line
world-curl-copy = Copy as curl

world-section-guide-1-2 = Getting started: activate a NemID
world-section-guide-2-1 = Guide 2.1: Does the citizen have NemID?
world-section-guide-3-1-1 = Guide 3.1.1: Nothing came by post
world-section-guide-3-1-2 = Guide 3.1.2: The temporary password does not work
world-section-guide-3-1-3 = Guide 3.1.3: Forgotten password
world-section-guide-3-1-4 = Guide 3.1.4: Locked or blocked password
world-section-guide-3-1-5 = Guide 3.1.5: Two NemIDs
world-section-guide-3-1-6 = Guide 3.1.6: Lost code card
world-section-guide-3-1-7 = Guide 3.1.7: More code cards
world-section-guide-3-2-1 = Guide 3.2.1: A bank's NemID for public sites
world-section-guide-3-2-2 = Guide 3.2.2: A bank's NemID that cannot be activated
world-section-guide-3-2-3 = Guide 3.2.3: Nothing came from the bank, and it is urgent
world-section-made = Made here
world-section-rules-2 = Rules 2: The signature binds
world-section-rules-3-1 = Rules 3.1: A NemID is made
world-section-rules-3-4 = Rules 3.4: The temporary password
world-section-rules-3-5-1 = Rules 3.5.1: Block at once
world-section-rules-3-5-2 = Rules 3.5.2: How to block
world-section-rules-3-5-3 = Rules 3.5.3: The whole NemID is blocked
world-section-rules-3-5-4 = Rules 3.5.4: After a block
world-section-rules-3-6 = Rules 3.6: NemID is closed
world-section-rules-3-7 = Rules 3.7: Activity log and recording
world-section-rules-3-9 = Rules 3.9: Codes by telephone
world-section-rules-3-10 = Rules 3.10: The rules have changed
world-section-rules-4 = Rules 4: One NemID for the bank, one for public sites
world-section-rules-4-1 = Rules 4.1: Consent
world-section-rules-4-2 = Rules 4.2: A changed name
world-section-rules-4-3 = Rules 4.3: A blocked certificate
world-section-rules-4-4 = Rules 4.4: A certificate that runs out
world-section-rules-4-5 = Rules 4.5: What a receiver checks
world-section-staff = Staff

## Clock

world-clock-moved = The clock has been moved to { $at }.
world-clock-title = Clock
world-clock-what = The clock is always running and can be moved forward, never back. Letters, deadlines and expiries come on the way, each on its day.
world-clock-unfinished-title = The clock has not come all the way
world-clock-unfinished = It was to be moved to { $until }, but the move was interrupted. Everything that was due up to now has happened. Move the clock again to go on.
world-clock-more = More ways to move the clock
world-clock-working-day = It is a working day.
world-clock-day-off = It is not a working day: no post is carried.
world-clock-steps = Move the clock on by hours or days
world-clock-to = Move the clock to a certain day
world-clock-count-label = How many
world-clock-unit-label = Unit
world-clock-unit-hours = Hours
world-clock-unit-days = Days
world-clock-unit-working-days = Working days
world-clock-date-label = Date
world-clock-time-label = Time
world-clock-time-hint = For example 09:00.
world-clock-move = Move the clock on
world-clock-move-to = Move the clock to that time
world-clock-count = Type a whole number, such as 3.
world-clock-unit = Choose hours, days or working days.
world-clock-date = Type day, month and year.
world-clock-time = Type a time, such as 09:00.
world-move-hour = 1 hour
world-move-eight-hours = 8 hours
world-move-day = 1 day
world-move-working-day = 1 working day
world-move-three-working-days = 3 working days
world-move-ten-working-days = 10 working days
world-move-thirty-days = 31 days
world-last-move = The last move of the clock
world-last-move-what = From { $from } to { $to }: { $what }.
world-day-by-day = Day by day
world-clock-question = Do you want to move the clock to { $at }?
world-clock-question-lead = It is { $from } now. The clock cannot be moved back, and deadlines pass on the way.
world-clock-on-the-way = On the way:
world-clock-cut = Too much happens for all of it to be shown. The list goes up to { $at }.
world-clock-not = Leave the clock
world-happens-nothing = nothing happens
world-happened-nothing = nothing happened
world-happens-and-more = { $what } and more
world-happens-letter-came = { $count ->
    [one] 1 letter arrives
   *[other] { $count } letters arrive
}
world-happened-letter-came = { $count ->
    [one] 1 letter arrived
   *[other] { $count } letters arrived
}
world-happens-temporary-password-ran-out = { $count ->
    [one] 1 temporary password runs out
   *[other] { $count } temporary passwords run out
}
world-happened-temporary-password-ran-out = { $count ->
    [one] 1 temporary password ran out
   *[other] { $count } temporary passwords ran out
}
world-happens-certificate-expiry-noticed = { $count ->
    [one] 1 notice of a certificate that expires is sent
   *[other] { $count } notices of certificates that expire are sent
}
world-happened-certificate-expiry-noticed = { $count ->
    [one] 1 notice of a certificate that expires was sent
   *[other] { $count } notices of certificates that expire were sent
}
world-happens-certificate-expired = { $count ->
    [one] 1 certificate expires
   *[other] { $count } certificates expire
}
world-happened-certificate-expired = { $count ->
    [one] 1 certificate expired
   *[other] { $count } certificates expired
}
world-happens-certificate-blocked = { $count ->
    [one] 1 certificate is blocked
   *[other] { $count } certificates are blocked
}
world-happened-certificate-blocked = { $count ->
    [one] 1 certificate was blocked
   *[other] { $count } certificates were blocked
}
world-happens-nemid-closed = { $count ->
    [one] 1 NemID is closed
   *[other] { $count } NemIDs are closed
}
world-happened-nemid-closed = { $count ->
    [one] 1 NemID was closed
   *[other] { $count } NemIDs were closed
}
world-happens-cpr-number-came = { $count ->
    [one] 1 new CPR number comes from the register
   *[other] { $count } new CPR numbers come from the register
}
world-happened-cpr-number-came = { $count ->
    [one] 1 new CPR number came from the register
   *[other] { $count } new CPR numbers came from the register
}
world-happens-token-worn-out = { $count ->
        [one] { $count } battery of a code token runs out
       *[other] { $count } batteries of code tokens run out
    }
world-happened-token-worn-out = { $count ->
        [one] { $count } battery of a code token ran out
       *[other] { $count } batteries of code tokens ran out
    }
world-happens-app-lapsed = { $count ->
        [one] { $count } code app without a PIN lapses
       *[other] { $count } code apps without a PIN lapse
    }
world-happened-app-lapsed = { $count ->
        [one] { $count } code app without a PIN lapsed
       *[other] { $count } code apps without a PIN lapsed
    }

## Person

world-to-persons = All people
world-cpr = CPR number
world-born = Born
world-age = aged { $age }
world-address = Registered address
world-address-none = None
world-address-stated = Stated address
world-cpr-from-tonight = CPR number from tonight
world-cpr-former = Earlier CPR numbers
world-passport = Passport
world-licence = Driving licence
world-died = Died
world-letter-box = Letter box
world-letter-box-empty = There has been no post.
world-letter-welcome = Welcome letter
world-letter-key-card = Code card
world-letter-pin-letter = PIN letter
world-letter-key-token = Code token
world-letter-key-voice = Letter about codes by telephone
world-letter-notice = Notice
world-letter-purpose-activate = to activate
world-letter-purpose-unlock = to re-open with the remembered password
world-letter-purpose-reset = to re-open after Nulstil
world-letter-purpose-first-card = first card
world-letter-purpose-next-card = next card, as few codes are left
world-letter-purpose-replacement-card = in place of another
world-letter-purpose-extra-card = extra card
world-letter-purpose-token = code token
world-letter-purpose-voice = codes by telephone
world-calls = The telephone
world-call-to = Call to { $telephone }
world-call-ringing = Ringing
world-call-answered = Answered
world-call-missed = Not answered
world-call-ended = Over
world-call-take = Answer the telephone
world-call-title = The telephone is answered
world-call-back = To the person
world-call-what = What the voice says on { $telephone } is heard this once only.
world-call-sound = The voice that reads the code out
world-call-said = What the voice says
world-call-over = Go back to the page where the code is typed, and press “Call me” again.
world-hotline-voice = Order codes by telephone at the hotline
world-voice-order-title = Order codes by telephone
world-voice-order-what = The person calls the hotline about NemID { $number }. A letter about it goes to the registered address first.
world-voice-order-button = Order
world-letter-state-in-transit = On its way
world-letter-state-delivered = Sealed
world-letter-state-opened = Opened
world-letter-state-lost = Lost
world-letter-posted = Posted
world-letter-arrives = expected
world-letter-handed-over = Handed over at { $office }
world-letter-delivered = delivered
world-letter-open = Open
world-letter-open-welcome = Open welcome letter
world-letter-open-key-card = Open code card
world-letter-open-pin-letter = Open PIN letter
world-letter-open-key-token = Open code token
world-letter-open-key-voice = Open the letter about codes by telephone
world-letter-open-notice = Open notice
world-use-in-activation = Use in the activation
world-use-in-reopening = Use in the re-opening
world-letter-read = Read
world-letter-pdf = Download as PDF
world-letter-to = Letter to { $name }
world-post-go = Delay it, or let it get lost
world-post-go-lost = Find the letter
world-post-title = A letter on its way
world-post-posted = Posted
world-post-arrives = Arrives
world-post-what = If the post does not come in time, the counter has to help the citizen after ten working days (Guide 3.1.1). Neither the citizen nor the officer can see what happened to the letter.
world-post-title-lost = A letter that got lost
world-post-lost = If you find the letter, it comes on the next working day. If it had arrived, the person has it again.
world-post-delay-title = Delay the letter
world-post-delay-days = Number of days
world-post-delay-hint = From 1 to 365. Post comes on working days only.
world-post-delay = Delay
world-post-lose-title = Let the letter get lost
world-post-lose-what = You can find it again later.
world-post-lose = Let it get lost
world-post-find = Find the letter
world-nemids = NemID
world-nemids-none = The person has no NemID.
world-issuer = Issuer
world-number = NemID number
world-user-id = User ID
world-remembers = Remembers the password
world-remembers-nothing = No – it is forgotten, or you have chosen a new one yourself
world-email = E-mail
world-mobile = Mobile number
world-cards = Code cards
world-carriers = Other codes
world-keys-left = { $count ->
    [one] 1 code left
   *[other] { $count } codes left
}
world-card-look = See the card
world-card-title = Code card { $number }
world-hotline = Call the hotline and ask to have something blocked. It answers day and night.
world-hotline-cards = Have all code cards blocked
world-hotline-password = Have the password blocked
world-messages = E-mail and SMS
world-messages-none = There are no e-mails or text messages.
world-message-mail = E-mail
world-message-sms = SMS
world-message-signed = Signed e-mail
world-message-signed-what = The signature shows that the e-mail comes from the simulator and that nobody has changed it. The simulator itself issued the certificate behind it; download the root under “About certificates”, and your mail program can check it.
world-message-file = Download the e-mail with its signature (.eml)
world-encrypted-title = Encrypted e-mail
world-encrypted-link = Send an encrypted e-mail to this person, or bring one that another program has encrypted
world-encrypted-what = The text is encrypted to the certificate that { $name } has now. It can be read in Self-service until the certificate is blocked, renewed or expires.
world-encrypted-done = The e-mail is delivered
world-encrypted-done-what = { $name } finds it under “Encrypted e-mail”.
world-encrypted-file-title = An e-mail from another program
world-encrypted-file-what = Download the certificate of this person in Self-service, encrypt to it in a program of your own (S/MIME, AES), and choose the file here.
world-encrypted-file-hint = The e-mail (.eml), or its encrypted part alone (.p7m).
world-encrypted-deliver = Deliver
world-message-to = To
world-message-waits = waiting to be sent
world-message-trouble = could not be sent yet
world-message-repeated = sent again because the first try was cut short; it may have been delivered twice
world-register = CPR register
world-register-what = Here you change what the register says about the person. NemID learns of it at once, of a new CPR number tonight.
world-name-missing = Type the name.
world-name = Name
world-street = Street and number
world-postcode = Postcode
world-town = Town
world-rename = Change name
world-relocate = Move
world-no-address-what = Without a registered address letters go to the address that the person has stated. If there is none either, nothing can be sent.
world-no-address = Remove the registered address
world-stated-title = Stated address
world-stated-what = The person calls the hotline and states an address for letters. It is only used while there is no registered address (Rules 4.3). Letters abroad take eight working days.
world-stated-street = Stated street and number
world-stated-postcode = Stated postcode
world-stated-town = Stated town
world-stated-postcode-hint = Needed for an address in Denmark.
world-country = Country
world-country-hint = Leave the field empty for an address in Denmark.
world-state-address = State the address
world-stated-withdraw = Forget the stated address
world-new-cpr-title = New CPR number
world-new-cpr-what = The person gets a new CPR number. Tonight the certificate is blocked, and the old number no longer works as user ID. With the next log-on a new certificate comes. It cannot be undone.
world-new-cpr-waits = The person has got the number { $number }. NemID learns of it tonight: move the clock on a day.
world-new-cpr-hint = The field shows a free number with the same day of birth. You can type another made-up one.
world-new-cpr = Give a new CPR number
world-death-title = Death
world-death-what = If you register a death, all NemIDs of the person are blocked. It cannot be undone.
world-death = Register death
world-death-question = Do you want to register that { $name } has died?
world-death-not = No, go back

## Offices

world-offices-title = Offices
world-offices-what = On each office's shelf lie sealed code cards and PIN letters. Once the counter has handed one out, you can open it here as the one who received it.
world-offices-go = See the shelves
world-shelf-handed-out = Handed out
world-shelf-nothing = Nothing has been handed out yet.
world-shelf-number = Number
world-shelf-what = What
world-shelf-when = When
world-shelf-open = Contents
world-shelf-cards = { $count ->
    [one] 1 sealed code card
   *[other] { $count } sealed code cards
}
world-shelf-letters = { $count ->
    [one] 1 sealed PIN letter
   *[other] { $count } sealed PIN letters
}
