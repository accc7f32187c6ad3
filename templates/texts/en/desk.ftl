### What all desks share, and the operator's and the banks' own pages: look up, choose, sign, journal.

nav-operator-front = Find a NemID
nav-operator-rules = Versions of the rules
nav-operator-health = Service health
nav-operator-journal = Journal
section-bank-counter = Bank counters

desk-title-operator = The operator's desk
desk-title-office = { $office }
desk-title-bank = The counter of { $bank }
desk-lead-operator = Find a person, see the state of their NemID, and block or help.
desk-lead-bank = Find a customer, or issue a NemID for online banking. You see only what the bank has issued itself or has an agreement about.
desk-find-hint = Fill in one of the fields. Use made-up people only.
desk-find = Find
desk-fault-number = Type a NemID number or a CPR number.
desk-journal-text = See what has been signed here.
desk-rules-text = Publish a new version of the rules for NemID.
desk-health-text = See the status of the outbox, the nightly jobs and the database.

desk-gone-title = This case is no longer open
desk-gone-what = It was left too long, or it belongs to somebody else.
desk-gone-next = What was not signed has changed nothing. What was signed is in the journal. Start again here.

desk-died = Died
desk-no-address = No address
desk-nemids = The person's NemIDs
desk-guessed-title = Others have tried to log on
desk-guessed = { $times ->
        [one] The password of NemID { $number } was recently typed wrong once from a place where its holder has not logged on before. That does not lock the NemID.
       *[other] The password of NemID { $number } was recently typed wrong { $times } times from places where its holder has not logged on before. That does not lock the NemID.
    }
desk-none = The person has no NemID.
desk-none-at-bank = The person has no NemID at the bank.
desk-choose-head = Choice
desk-choose = Choose
desk-chosen = Chosen
desk-one = NemID { $number }
desk-errand-of = { $name }
desk-offers = What is to be done?
desk-no-offers = There is nothing to do here right now.
desk-no-offers-yet = Choose one of the person's NemIDs first.

issuer-named = { $kind ->
        [business] { $name } (business)
        [employer] { $name } (employee)
       *[other] { $name }
    }
desk-fact-state = State
desk-fact-standing = NemID
desk-fact-issuer = Issuer
desk-fact-password = Password
desk-fact-temporary = Temporary password
desk-fact-certificate = Certificate
desk-fact-agreements = Bank agreements
desk-card-since = Issued
desk-card-left = Codes left

desk-standing-closed = Closed { $at }. Reason: { $reason }
desk-blocked = Blocked { $at }. Reason: { $reason }
desk-password-none = Not chosen yet
desk-password-in-use = In use since { $since }
desk-password-locked = Locked until { $until }
desk-temporary-none = None
desk-temporary-live = Issued { $issued } for { $bank ->
        [none] self-service
       *[other] the online banking of { $bank }
    }. PIN letter { $serial } { $delivery ->
        [handed-out] was handed out
        [in-post] is on its way by post and expected on { $day }
       *[posted] was sent by post
    }. Works until { $until }.
desk-temporary-used = None. The last one was used { $at }.
desk-temporary-dead = None that works. The last one was issued { $issued } and has not worked since { $at }: { $why }.
desk-temporary-end-wrong-place = it was typed at the wrong place
desk-temporary-end-too-many-tries = it was typed wrong three times
desk-temporary-end-too-old = it is more than 30 days old
desk-temporary-end-newer = a newer one replaced it
desk-temporary-end-blocked = it was blocked
desk-temporary-end-nem-id-ended = the NemID is blocked or closed
desk-certificate-valid = { $serial }, valid until { $until }
desk-certificate-expired = Expired { $until }
desk-agreements = { $banks }
desk-superfluous = Superfluous since { $since }. It is deleted six months later.

## Actions

deed-block-cards = Block code cards
deed-hand-out-card = Hand out a code card
deed-post-card = Send a code card by post
deed-temporary-resend = Re-send temporary password
deed-temporary-unlock = Temporary password for a locked password
deed-temporary-reset = Reset a forgotten password
deed-block-password = Block password
deed-block-certificate = Block certificate
deed-attach = Order NemID: certificate for an existing NemID
deed-order-new = Order NemID: new NemID
deed-create-staff = Create an officer
deed-grant-role = Grant an officer a role
deed-withdraw-role = Withdraw an officer's role
deed-reopen-staff = Re-open an officer's NemID
deed-block-password-explained = The password cannot be used until it is re-opened with a temporary password.
deed-block-cards-explained = A blocked card can never be used again. No new one is sent automatically.
deed-block-certificate-explained = The holder is told, both by e-mail and by letter, unless the holder asked for it. A new certificate can be ordered.
deed-block-nemid = Block the whole NemID
deed-block-nemid-explained = The NemID can never be opened again. Code cards, certificate and temporary password are blocked with it.
deed-lift-lock = Lift the lock
deed-order-token = Order a code token
deed-order-token-explained = A code token shows a new code each time its button is pressed. It is sent to the registered address and taken into use in Self-service with a code from it and a code from the code card. In reality it costs money; here none is taken.
deed-order-voice = Order codes by telephone
deed-lift-lock-explained = The 8-hour lock ends now. Five more wrong passwords in a row block it.
deed-order-voice-explained = For the blind and those who see poorly: a voice calls and reads out a code of six digits. The customer confirms the telephone with the first code. Say that the code must not be typed on that telephone, and that the password has to be blocked if it is lost.
deed-register-death = Register a death
deed-register-death-explained = When CPR has reported that the person is dead. All the person's NemIDs are blocked for good, and no notice is sent.
deed-issue = Issue a NemID
deed-issue-explained = A new NemID for the bank's online banking. Code card and PIN letter are sent by post, each on its own day.
deed-issue-temporary = New temporary password
deed-issue-temporary-explained = The PIN letter is sent by post. If the customer has a temporary password that works, it stops working.
deed-end-agreement = End the access to online banking
deed-end-agreement-explained = The customer can no longer use this NemID in the bank's online banking. { $elsewhere ->
        [true] It still works elsewhere.
       *[false] It has neither a public digital signature nor online banking at another bank, so afterwards it cannot be used anywhere.
    }
deed-make-agreement = Attach the bank agreement
deed-make-agreement-explained = The customer has an activated NemID that was issued elsewhere and wants to use it in online banking. Ask first whether the bank may have information about that NemID, and for its number.
deed-move-agreement = Move the bank agreement
deed-move-agreement-explained = The customer has another, activated NemID and wants to use it in online banking. If the old one becomes superfluous, it is deleted automatically after six months.
deed-publish-rules = New version of the rules
deed-publish-rules-at-once = New version of the rules for security reasons

desk-label-reason = Reason
desk-label-reason-missing = Choose a reason.
desk-label-action = Action
desk-label-action-missing = Choose an action.
desk-label-to = NemID number that the agreement moves to
desk-label-with = NemID number that the agreement is attached to
desk-label-to-hint = The customer finds the number in the welcome letter or in Self-service. It has to be the customer's own and activated.
desk-told-missing = Type the NemID number that the customer tells you.
desk-told-not-usable = The customer has no NemID with that number that the agreement can be tied to. Check the number with the customer, and ask whether the NemID is activated.
desk-consent-ask = Ask the customer before you learn anything about the other NemID: may the operator of NemID give { $bank } information about it, so that it can be used in online banking? Only when the customer has said yes does the customer tell you the number.
desk-consent = The customer consents to { $bank } getting information about that NemID
desk-move-ask = Ask the customer first:
desk-move-ask-activated = Is the NemID that the agreement moves to activated?
desk-move-ask-password = Does the customer remember its password?
desk-move-no = If an answer is no, the customer first needs a temporary password for it from citizen services.
desk-label-send-new = Send a temporary password by post
desk-label-send-new-hint = Then the password can be re-opened when the PIN letter has come.

desk-reason-too-many-tries = Typed wrong too many times
desk-reason-known-by-others = The customer thinks that others know the password
desk-reason-suspicion = Suspicion that others know the password
desk-reason-telephone-lost = The telephone to which codes are read out is lost
desk-reason-line-misused = The telephone line may be misused
desk-reason-holder-asked = The holder has asked for it
desk-reason-lost = Lost
desk-reason-installed-by-others = Others have installed a code app
desk-reason-device-compromised = Code app: others may control the telephone
desk-reason-device-has-holes = Code app: the telephone has serious security holes
desk-reason-seen-by-others = Others may have seen the codes
desk-reason-letter-not-intact = The letter had been opened or damaged
desk-reason-other-suspicion = Another suspicion of misuse
desk-reason-rules-broken = The rules for NemID were not kept
desk-reason-false-information = Wrong information when it was made

## Signing

signing-title = Read and sign
signing-lead = Read all of it. If anything is wrong, go back and correct it. When you type your own password and press “Sign the action”, the action is signed and entered in the journal.
signing-warning = { $whom ->
        [customer] Tell the customer this first
       *[citizen] Tell the citizen this first
    }
signing-password-hint = The password of your own employee NemID. A wrong password counts as a wrong try at log-on.
signing-stands = How it stands now
signing-card = { $number }: { $state }
signing-button = Sign the action

signed-action = Action
signed-what = Content
signed-citizen = Person
signed-nemid = NemID number
signed-identification = Identification
signed-by = Signed by
signed-read = Read
signed-block-cards = { $count ->
        [one] Code card { $cards } is blocked for good.
       *[other] Code cards { $cards } are blocked for good.
    } Reason: { $reason }.{ $urgent ->
        [true] {" "}The citizen's need is urgent.
       *[false] {""}
    }
signed-block-carriers = Blocked for good: { $cards }. Reason: { $reason }.{ $urgent ->
        [true] {" "}The citizen's need is urgent.
       *[false] {""}
    }
signed-hand-out-card = Code card { $card } is handed out and attached to the NemID.{ $urgent ->
        [true] {" "}The citizen's need is urgent.
       *[false] {""}
    }
signed-post-card = A new code card is sent to the citizen's address.{ $urgent ->
        [true] {" "}The citizen's need is urgent.
       *[false] {""}
    }
signed-temporary-resend = PIN letter { $serial } is handed out.{ $replaces ->
        [true] {" "}The temporary password that works now stops working.
       *[false] {""}
    }
signed-temporary-unlock = PIN letter { $serial } is handed out. The password is blocked until the citizen re-opens it with the remembered password.{ $certificate ->
        [kept] {" "}The certificate is kept.
       *[none] {""}
    }
signed-temporary-reset = PIN letter { $serial } is handed out. The password is blocked as forgotten until the citizen re-opens and chooses a new one.{ $certificate ->
        [blocked] {" "}The certificate is blocked too. A new one is issued automatically when the citizen re-opens.
       *[none] {""}
    }
signed-block-password = The password is blocked. Reason: { $reason }. { $new ->
        [posted] A new temporary password is sent to the citizen's address.
        [if-possible] A new temporary password is sent to the citizen's address if the NemID can have one.
       *[none] No temporary password is sent.
    }
signed-block-certificate = The certificate is blocked for good. Reason: { $reason }.
signed-attach = A certificate is attached to the NemID that code card { $card } belongs to. E-mail: { $email ->
        [none] none
       *[other] { $email }
    }. Mobile number: { $mobile ->
        [none] none
       *[other] { $mobile }
    }. { $consent ->
        [true] The citizen was asked and consents to “{ $consents }”.
       *[other] No consent is noted here.
    }
signed-order-new = A new NemID with a public digital signature is made. { $card ->
        [none] Code card and PIN letter are sent to the citizen's address on different days.
       *[other] Code card { $card } is handed over at once.
    } E-mail: { $email ->
        [none] none
       *[other] { $email }
    }. Mobile number: { $mobile ->
        [none] none
       *[other] { $mobile }
    }.
signed-create-staff = The person gets an employee NemID. Role: { $role }. Title: { $title }. Code card and PIN letter are sent to the person's address on different days.
signed-grant-role = The employee gets the role { $role }. Title: { $title }. It takes the place of an earlier one.
signed-withdraw-role = The employee's role is withdrawn, and the employee is logged off.
signed-reopen-staff = A new temporary password is sent to the employee's address. { $action ->
        [unlock] The password is blocked until the employee re-opens it with the remembered one.
        [reset] The password is blocked as forgotten, and the employee chooses a new one when re-opening.
       *[resend] {""}
    }{ $replaces ->
        [true] {" "}The temporary password that works now stops working.
       *[false] {""}
    }
signed-block-nemid = The whole NemID is blocked for good. Reason: { $reason }.
signed-lift-lock = The 8-hour lock is lifted now.
signed-order-token = A code token for this NemID is sent by post to the registered address, or to the stated one if there is none. In reality it costs money; here nothing was paid.
signed-order-voice = Codes for this NemID are read out by telephone on { $telephone }, once the number is confirmed.
signed-register-death = The person is registered as dead, and all their NemIDs are blocked for good.
signed-issue = A NemID for online banking is issued. Code card and PIN letter are sent by post. E-mail: { $email ->
    [none] none
   *[other] { $email }
}. Mobile number: { $mobile ->
    [none] none
   *[other] { $mobile }
}.
signed-issue-temporary = { $name }. The PIN letter is sent by post. { $action ->
        [unlock] The password is blocked until the customer re-opens it with the remembered password.
        [reset] The password is blocked as forgotten until the customer re-opens and chooses a new one.
       *[resend] {""}
    }{ $replaces ->
        [true] {" "}The temporary password that works now stops working.
       *[false] {""}
    }{ $certificate ->
        [blocked] {" "}The certificate is blocked too. A new one is issued automatically when the customer re-opens.
        [kept] {" "}The certificate is kept.
       *[none] {""}
    }
signed-end-agreement = The access to the bank's online banking ends for this NemID.{ $elsewhere ->
        [true] {""}
       *[false] {" "}The NemID cannot be used anywhere after that.
    }
signed-make-agreement = The bank's agreement is attached to NemID number { $to }, which the customer has told. The customer agrees and consents to the operator giving { $bank } information about that NemID.
signed-move-agreement = The bank's agreement moves to NemID number { $to }, which the customer has told. The customer consents to the operator giving { $bank } information about that NemID.

desk-done-block-password = The password is blocked
desk-done-block-cards = Code cards are blocked
desk-done-block-certificate = The certificate is blocked
desk-done-block-nemid = The NemID is blocked
desk-done-lift-lock = The lock is lifted
desk-done-order-token = The code token is ordered
desk-done-order-voice = Codes by telephone are ordered
desk-done-register-death = The death is registered
desk-done-issue = The NemID is issued
desk-done-issue-temporary = A new temporary password is on its way
desk-done-end-agreement = The access to online banking has ended
desk-done-make-agreement = The bank agreement is attached
receipt-consented = The consent is noted. The activity log shows it, and the person it concerns is told.
desk-done-move-agreement = The bank agreement has moved
desk-done-journal = Signed { $at }. Number { $number } in the journal.
desk-done-token-posted = The code token is on its way by post and expected on { $day }. It is taken into use in Self-service under “Codes” with a code from it and a code from the code card.
desk-done-posted = A PIN letter is on its way by post and expected on { $day }.
desk-done-unsent = No temporary password was sent. If the NemID is to be used again, the bank that issued it can issue one. If it has a public digital signature, so can citizen services.

## Journal

journal-of = { $desk }: all that has been signed, newest first.
journal-of-all = Signed at all offices, newest first.
journal-empty = Nothing has been signed here yet.
journal-number = no. { $number }
journal-text = Show the text that was signed
journal-day = Day
journal-staff = Signed by
journal-everybody = Everybody
journal-show = Show
journal-cpr-hint = See all that was done for one person.
journal-find = Find person
journal-whole = Show the whole journal
journal-found = { $count ->
        [0] The journal has nothing that fits.
        [one] The journal has 1 signature that fits.
       *[other] The journal has { $count } signatures that fit.
    }

bank-counters-lead = Each bank has a counter of its own, where the bank's staff log on with their employee NemIDs.
bank-counter-private = Private online banking
bank-counter-business = Business online banking

refusal-desk-not-found = There is no NemID with that number here. Check the number.
refusal-made-elsewhere = This NemID was issued elsewhere. Refer the customer there for a temporary password.
refusal-business-makes-its-own = The business online banking uses only NemIDs that it issued itself.
refusal-already-customer = The person already has a NemID for this bank's online banking.
refusal-certificate-serial-shape = A serial number has eight characters: digits and the letters A to F. You find it in the sender's certificate.
refusal-rules-no-summary = Write what has changed, in both Danish and English.
refusal-rules-summary-too-long = The text is too long. Write at most 1,000 characters.
refusal-rules-no-such-section = Choose the section that the text belongs to.
refusal-rules-no-text = Type the section's text in both Danish and English.
refusal-rules-text-too-long = The section is too long. Type 6,000 characters at most.
refusal-rules-not-in-force = There is now a newer version of the rules. Read that one, and accept it instead.

## Versions of the rules

rules-versions = Versions
rules-version-heading = Version { $number }
rules-version-in-force = in force
rules-version-announced = announced
rules-version-within = still applies, now within version { $current }
rules-version-past = superseded
rules-version-dates = Published { $published }. Applies from { $from }.
rules-version-at-once = Published, and applies from { $from } for security reasons.
rules-when-ahead = Applies in three months
rules-when-at-once = Applies at once, because security requires it
rules-when-missing = Choose when the version applies from.
operator-rules-lead = A new version can be read at once. It applies three months later, or at once if security requires it.
operator-rules-read = Read the rules
operator-section-title = A section's new text
operator-section-lead = If the version gives sections another text, choose a section, fetch the text that applies, edit it, and put it into the draft, one section at a time. If it does not, what you write about the change stands after the sections.
operator-section = Section
operator-section-none = No section
operator-section-fetch = Fetch the text
operator-section-da = The section's text in Danish
operator-section-en = The section's text in English
operator-section-hint = The whole section as it is to be read. An empty line parts two paragraphs.
operator-draft-put = Put the section into the draft
operator-draft-title = Draft of the new version
operator-draft-empty = There is no section in the draft yet.
operator-draft-text = Read the text
operator-draft-edit = Edit
operator-draft-leave-out = Leave out
operator-draft-changed = The draft was changed in another window. Read it again before you sign.
operator-publish = Publish a new version
operator-changed-da = What has changed, in Danish
operator-changed-en = What has changed, in English
operator-changed-hint = A few sentences that everybody can read on the page with the rules.
operator-when = When does it apply?
operator-publish-button = Sign and publish

self-rules-title = Rules that you have accepted
self-rules-last = You accepted version { $number } on { $at }.
self-rules-before-title = Accepted earlier
self-rules-before = Version { $number }: { $at }
self-rules-none = You have not accepted any version yet.
self-rules-due = Version { $number } applies from { $from }. Read what has changed before you accept.
self-rules-fine = You have accepted the version that is in force now.
self-rules-accept = Accept version { $number }
self-done-rules = You have accepted the rules.
self-done-encrypted-sent = Your e-mail was encrypted and sent. Only the recipient can read it.
self-rules-read = Read all the rules
attention-rules = The rules for NemID have changed.
attention-rules-link = Read and accept

## Service health

health-now = The clock of the simulator
health-waiting = Messages waiting to be sent
health-retried = Failed, will be retried
health-retried-title = { $count ->
    [one] One message could not be sent yet
   *[other] { $count } messages could not be sent yet
}
health-retried-text = They are tried again, ever more rarely, but at least once an hour. See below what went wrong, and whether the mail server answers.
health-given-up = Given up
health-given-up-title = { $count ->
    [one] One message will never be sent
   *[other] { $count } messages will never be sent
}
health-given-up-text = The mail server refused them, or they cannot be read. They are not tried again. See below why.
health-repeated = May have been delivered twice
health-troubled = Messages with problems
health-troubled-text = The latest 50. A message may have been delivered twice when it was sent again without anybody knowing how the try before had ended. The control room shows its reader which one it is.
health-number = Number
health-way = Type
health-way-email = E-mail
health-way-sms = SMS
health-queued = Written
health-tries = Tries
health-state = State
health-trouble = What went wrong last
health-trouble-sender = The sender in the settings is no e-mail address that can be used. Correct it there.
health-trouble-server-setting = The mail server in the settings cannot be used. Correct it there.
health-trouble-recipient = The recipient's address cannot stand in an e-mail. The recipient has to correct the e-mail address.
health-trouble-not-written = The e-mail could not be written.
health-trouble-not-signed = The e-mail could not be signed.
health-trouble-file = The file of the e-mail could not be written. Check whether there is room, and whether the folder may be written to.
health-trouble-not-reached = The mail server could not be reached, or did not let the program in. Check whether it runs, and whether address, password and encryption are right.
health-trouble-not-ready = The mail server was not ready to take mail in time. Check whether it is overloaded.
health-trouble-refused = The mail server has refused the e-mail for good. See what it answered.
health-trouble-put-off = The mail server does not take the e-mail right now. See what it answered.
health-trouble-broken-off = The connection to the mail server broke on the way. The e-mail may have arrived.
health-trouble-not-confirmed = The mail server did not confirm in time that it has the e-mail. It may have arrived.
health-trouble-sealed = The content of the message cannot be opened. Check whether the server key belongs to the database.
health-trouble-unknown = An older version of the program could not send it. The next attempt says more.
health-again = Tried again in { $minutes } min.
health-again-perhaps-twice = Tried again in { $minutes } min., may have been delivered twice
health-sent = Sent
health-sent-perhaps-twice = Sent, may have been delivered twice
health-given-up-perhaps-twice = Given up, may have been delivered all the same
health-last-round = Last nightly round
health-no-round = Not yet
health-database = Size of the database
health-megabytes = { $whole }.{ $tenth } MB
health-sessions = How many are logged on?
health-audience = Where
health-count = Number
health-audience-selvbetjening = Self-service
health-audience-ra = RA portal
health-audience-operatoer = Operator
health-limits = Limits that were reached
health-limits-text = The latest, hour by hour of the simulated clock. The settings say where the limits are.
health-limits-none = No limit has been reached yet.
health-limit-hour = From
health-limit = Limit
health-limit-code = Code
health-limit-times = Times
health-limit-guesses-at-place = Wrong passwords for one NemID from one unfamiliar place
health-limit-guesses-for-person = Wrong passwords for one NemID from all unfamiliar places
health-limit-guesses-from-place = Wrong passwords from one place in ten minutes
health-limit-forgotten-for-person = Forgotten passwords for one user ID from one place
health-limit-forgotten-from-place = Wrong details about forgotten passwords from one place
health-limit-order-for-person = Orders for one CPR number from one place
health-limit-order-from-place = Orders with wrong details from one place
health-limit-letters-to-holder = Letters to one holder
health-limit-blocks-from-place = Blocks from one place
health-limit-contact-changes = Changes of one NemID's contact data
health-limit-mail-to-address = E-mails to one address

## Checking a certificate

revocation-check = Check one certificate.
check-title = Check a certificate
check-lead = Have you received something with a digital signature? Type the serial number of the sender's certificate to see whether you can rely on it.
check-serial-hint = Eight characters, for example 10000001.
check-button = Check
check-good = The certificate is valid
check-good-text = It has neither expired nor been blocked. Check below that it may also be used for this purpose.
check-expired = The certificate has expired
check-expired-text = Do not rely on a signature made after it expired. Ask the sender to order a new certificate.
check-not-yet = The certificate is not in force yet
check-not-yet-text = Do not rely on it before its period has begun.
check-blocked = The certificate is blocked
check-blocked-text = It was blocked on { $at }. Reason: { $reason }. Do not rely on a signature made later.
check-blocked-past-text = It was blocked on { $at }. Do not rely on a signature made later. We do not keep the reason that long.
check-unknown = We have not issued that certificate
check-unknown-text = There is no certificate with serial number { $serial }. Check the number. If it is right, do not rely on the signature.
check-from = Valid from
check-until = Valid until
check-limits = What a certificate may be used for
check-limit-purpose = It may be used to log on, to sign and to encrypt e-mail as a private person.
check-limit-organisation = A certificate that shows a CVR number may be used only in work for that organisation.
check-limit-issuing = It may not be used to issue certificates to others.
check-limit-amount = There is no limit of amount, but a receiver may set one.
check-three = Three things to check
check-three-text = That the certificate has not expired, that it is not blocked, and that it is used within its limits.
validate-title = Check a signed document
validate-lead = Have you received a document that was signed with NemID? Choose the file, and see who signed it, when, and whether you can rely on it.
validate-file = File
validate-file-hint = The signed document (.xml) or the receipt (.pdf). We look at the file and do not keep it.
validate-no-file = Choose a file.
validate-good = The signature is valid
validate-good-text = The document is as it was signed, and the certificate was valid when it happened.
validate-not-good = The signature is not valid
validate-not-good-text = The document has not been changed, but the certificate was not valid when it was signed.
validate-changed = The document was changed
validate-changed-text = It is not as it was signed. Do not rely on it. Ask the sender for the file as it was downloaded.
validate-added = Something was added after the signature
validate-added-text = The file says more than was signed. Do not rely on it. Ask the sender for the file as it was downloaded.
validate-too-many = The file has too many signatures
validate-too-many-text = We check ten signatures in a file at most. Ask the sender for the file as it was downloaded.
validate-foreign = The certificate is not ours
validate-foreign-text = The document was signed with a certificate that we have not issued. We do not know who is behind it.
validate-not-signed = The file is not a signed document from here
validate-not-signed-text = We can check the signed document (.xml) and the receipt (.pdf) that can be downloaded after signing with NemID.
validate-by = Signed by
validate-at = Signed
validate-site = For
validate-now = The certificate now
validate-what = What was signed

desk-certificate-lead = The certificate belongs to your employee NemID. It says who you are and whom you work for. It is no public digital signature, so you cannot use it as a citizen.
desk-certificate-text = See and download the certificate that says whom you work for.
desk-certificate-organisation = Organisation
desk-certificate-number = CVR and RID number
desk-certificate-key-kept = Lies sealed at NemID, and is never handed out
desk-certificate-files-what = Send it to whoever is to know you as an employee. The private key is not in it.
desk-certificate-limit-purpose = It may be used to sign and to encrypt e-mail in your work, and not privately.
desk-certificate-none = Your certificate is being made. It takes a moment.
desk-certificate-again = Show it

## The hotline

nav-hotline = Hotline
hotline-told = Hotline, day and night: { $number }. The number is made up; you call in the control room.
in-need = If you fear that somebody else uses your NemID, block it at once:
hotline-title = Call the hotline
hotline-lead = The hotline answers day and night. Say who you are and what is to be blocked. The hotline can block the password and code cards, not the whole NemID.
hotline-said-title = The hotline has made a note of it
hotline-said = If the details you gave are right, it is blocked now, and a confirmation follows. The hotline says the same to everybody.
hotline-address-hint = You can say it, but the hotline does not need it.
hotline-call = Call and block
