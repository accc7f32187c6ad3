### The RA portal: what the officer sees at the counter.

ra-front-title = RA portal
ra-front-lead = Always begin by looking the citizen up under “Order NemID”. It tells whether the citizen has NemID, who issued it, and whether it is activated.
ra-front-lead-administrator = Here you look after the officers and see journal and stock of all offices. Citizens are served by the officers at the counter.
ra-order = Order NemID
ra-order-text = See what the citizen has. Order a new NemID, or attach a public digital signature.
ra-lookup-hint = You can also use this page to look things up: nothing is changed until you sign. You can safely leave the page again.
ra-maintain = Maintain NemID
ra-maintain-lead = Choose what the citizen needs. Nothing is changed until you sign.
ra-only-officers = Citizens are served by officers with an office. Log on as an officer to go on.
ra-block-cards = Block code card
ra-block-cards-text = The card is lost, never arrived, or was seen by others. This is also where to find the numbers of the citizen's code cards.
ra-hand-out-card = Hand out code card
ra-hand-out-card-text = The citizen lacks a code card or wants more of them, for a journey for example.
ra-temporary = Hand out temporary password
ra-temporary-text = NemID is to be activated or re-opened, or the old temporary password does not work.
ra-block-password = Block password
ra-block-password-text = Others may know the citizen's password.
ra-block-certificate = Block certificate
ra-block-certificate-text = The citizen no longer wants to use the public digital signature.
ra-order-token = Code token
ra-order-token-text = The citizen wants codes from a code token, which is sent by post.
ra-order-voice = Codes by telephone
ra-order-voice-text = The citizen is blind or sees poorly and wants codes read out by telephone.
ra-office = The office
ra-journal = Journal
ra-journal-text = All that has been signed at this office.
ra-journal-text-all = All that has been signed at the offices and here.
ra-stock = Stock
ra-stock-text = Code cards and PIN letters, ready to be handed out.
ra-stock-text-all = Code cards and PIN letters of all offices.
ra-staff = Officers
ra-staff-text = Create officers, grant roles, and re-open an officer's NemID.
ra-issuer = Issuer
ra-state = State
ra-certificate = Certificate
ra-reason = Reason
ra-card-since = Issued
ra-keys-left = Codes left

ra-training = Exercises for new officers
ra-training-lead = Each situation below has a person in the control room. Let your colleague find the right way alone, and look into the journal afterwards.
ra-training-look-up = Look the citizen up, and see which of the three situations it is.
ra-training-nothing-received = The citizen has received nothing by post: block the card, hand out a new one, and hand out a temporary password.
ra-training-dead = The temporary password does not work: re-send it.
ra-training-forgotten = The password is forgotten: reset it, and remember the warning about encrypted e-mail.
ra-training-locked = The password is locked or blocked: ask whether the citizen remembers it before you choose the action.
ra-training-two-nemids = The bank has issued another NemID: ask whether the public one is activated and its password remembered.
ra-training-lost = The code card is lost: block it, and hand out a new one at once.
ra-training-more-cards = The citizen is going on a journey: hand out an extra code card.
ra-training-bank = NemID is from the bank: find the code card number, and attach the certificate under “Order NemID”.
ra-training-bank-activate = A NemID from the bank cannot be activated: attach the certificate, then hand out a temporary password.
ra-training-bank-urgent = Nothing has come from the bank, and it is urgent: block the card, hand out a new one, attach the certificate, and hand out a temporary password.
ra-training-persons = See the people in the control room

## Steps

step-person = CPR number
step-identification = Identification
step-nemid = NemID number
step-choice = Action
step-order = Order
step-signing = Sign
step-receipt = Receipt
desk-citizen = Citizen
desk-cancel = Stop without changing anything

person-title = Who is the citizen?
person-cpr-hint = Write it with or without the hyphen. Only the simulator's invented people are found here.

identification-title = Which identification has the citizen shown?
identification-rule = One valid document with a photo is enough. Without a photo there must be two, and at least one of them has to show the CPR number.
identification-card = A code card can be handed over at once only where there is a photo.
identification-legend = Identification
document-with-photo = With a photo
document-with-cpr = Without a photo, shows the CPR number

nemid-title = Choose the NemID
nemid-nothing = There is no NemID here
nemid-none-open = None of them can be chosen
nemid-none-open-text = A blocked or closed NemID cannot be opened again.
nemid-order-new = Order a new one if the citizen wants NemID.
nemid-another = Choose another NemID
nemid-business-hint = Only the bank can see a NemID for business online banking, so refer the citizen to the bank. If the citizen has a code card that fits nothing here, it is probably one of those.
nemid-ended-because = Cannot be chosen. It was blocked or closed on { $at }.
fault-no-nemid-chosen = Choose the NemID number that this is about.

## Choices

fault-no-reason-chosen = Choose the reason.
choice-lost = The citizen has lost the card
choice-installed-by-others = Others have installed a code app with the citizen's NemID
choice-never-arrived = The card never came by post
choice-seen-by-others = Others may have seen the codes
choice-letter-not-intact = The letter with the card was open or damaged
choice-other-suspicion = Another suspicion of misuse
choice-known-by-others = Others may know the password
choice-telephone-lost = The telephone to which codes are read out is lost
choice-line-misused = The telephone line may be misused
choice-holder-asked = The citizen wants it for another reason

block-cards-title = Block code cards
block-cards-which = Code cards to be blocked
block-cards-hint = Tick the cards to be blocked. Press OK without a tick if you only want to see the numbers.
block-cards-reason-hint = Needed only when a card is to be blocked.
block-cards-none = There is no code card to block
block-cards-ended = Blocked and used-up code cards
block-cards-numbers-title = Nothing is blocked. Here are the numbers
block-cards-numbers-text = Write the number down if the citizen is to take it along, or if you need it under “Order NemID”.
card-since = issued on { $at }
card-keys-left = { $count ->
        [one] 1 code left
       *[other] { $count } codes left
    }

card-overdue = Ordered at least ten working days ago. Assume that it is lost, and block it.
card-blocked-by = { $at }, by { $by }. Reason: { $reason }.
card-used-up-at = { $at }
blocked-by-holder = the holder
blocked-by-visitor = somebody who was not logged on
blocked-by-office = { $office }
blocked-by-administrator = the RA administrator
blocked-by-operator = the operator
blocked-by-hotline = the hotline
blocked-by-clock = the system
remark-start-netbank = NemID is from the bank and not activated. If the citizen has received the letters from the bank, recommend activating in online banking.
remark-start-selvbetjening = NemID is not activated. Recommend the citizen to activate in self-service.
remark-superfluous = Superfluous: no bank uses it any more. It is deleted on { $until }.
remark-card-overdue = Code card { $card } was ordered at least ten working days ago and is probably lost in the post. Block it before a new one is handed out.
remark-card-awaited = No code card can be used yet. Code card { $card } is on its way and expected on { $day }.
remark-no-card = No code card can be used, and none is on its way.
remark-cpr-number-changed = The CPR number is new, so that the certificate is blocked. The citizen logs on with NemID number or chosen user ID and then gets a new certificate.
remark-no-address = There is no address for letters. Hand out card and PIN letter here.

hand-out-title = Hand out a code card
hand-out-title-post = Send a code card by post
hand-out-has = { $count ->
        [0] The citizen has no code card for this NemID that can be used.
        [one] The citizen has one code card for this NemID that can be used. If it is lost, block it first.
       *[other] The citizen has { $count } code cards for this NemID that can be used. If one of them is lost, block it first.
    }
hand-out-open-cards = The citizen's code cards
hand-out-refused = No code card can be handed out
hand-out-no-photo = No identification with a photo
hand-out-no-photo-text = Without a photo the card cannot be handed over here. You can send one to the citizen's address.
hand-out-change-identification = Does the citizen have identification with a photo after all? Correct it here.
stock-card-hint = A capital letter and nine digits on the outside of a sealed card from the office's own stock.
fault-stock-card = A code card number is a capital letter and nine digits. It is on the outside of the sealed card.
urgency-title = NemID from the bank, not activated
urgency-text = The bank is about to issue this NemID. Refer the citizen to the bank if it can wait.
urgency-before-block = The bank is about to issue this NemID. Ask whether the need is urgent before you block: a blocked code card can never be used, not even when it arrives. Refer the citizen to the bank if it can wait.
urgency-label = The citizen's need is urgent

temporary-title = Choose how to hand it out
temporary-refused = No temporary password can be handed out
temporary-choose = Choose the action
label-handling = Action
label-delivery = Delivery
fault-no-action-chosen = Choose an action. Ask whether the citizen remembers the password.
fault-no-delivery-chosen = Choose how the PIN letter reaches the citizen.
stock-letter-hint = Eight digits on the outside of a sealed PIN letter from the office's own stock.
warning-encrypted-mail-title = Before you reset: does the citizen use encrypted e-mail?
warning-encrypted-mail = The certificate is blocked. E-mails that are encrypted to it cannot be read afterwards. Ask whether the { $whom ->
        [customer] customer uses encrypted e-mail, and let the customer read them first. If the customer
       *[citizen] citizen uses encrypted e-mail, and let the citizen read them first. If the citizen
    } does not, it makes no difference.
warning-last-card = { $at ->
        [office] Once it is blocked, the citizen has no code card left and cannot log on without a new one.
        [bank] Once you have signed, the customer has no code card left. A new one is ordered under “Lost code card”.
        [bank-handed-out] Once you have signed, the customer has no code card left. The password is blocked, so the customer cannot order a new one, but can get one from citizen services.
        [bank-new-nemid] Once you have signed, the customer has no code card left and cannot order one without a password that works. Close the access to online banking afterwards, and issue a new NemID.
       *[operator] Once you have signed, the person has no code card left. No new one is sent automatically.
    }
warning-netbank-closes = Online banking uses the same NemID. It is closed too until NemID is re-opened.
warning-not-usable = NemID number { $number } cannot be used right now: { $needs ->
        [reopen] The password is blocked and has to be re-opened first with a temporary password.
        [wait-for-lock] The password is locked for up to 8 hours.
        [get-card] There is no code card that can be used.
        [await-card] The code card is on its way by post.
       *[activate] It is not activated.
    } Until that is settled, online banking cannot be used with it.

block-password-title = Block the password
block-password-refused = The password cannot be blocked here
block-password-change-first = If the citizen can log on, changing the password in self-service is quicker. Then no block is needed.
block-password-new = New temporary password
block-password-no-address = No temporary password is sent
block-password-no-address-text = The citizen has no address. Hand out a temporary password here afterwards.
temporary-send = Send one to the registered address, or else to the stated one, so that the citizen can re-open
temporary-send-not = No, send none

block-certificate-title = Block the certificate
block-certificate-refused = There is no certificate to block here
block-certificate-consequence = The certificate cannot be opened again. Afterwards NemID cannot be used at public sites, until a new one is ordered. Online banking still works.
block-certificate-asked = The citizen has asked for it and knows what follows
order-token-what = A code token shows a new code each time the citizen presses its button. It is sent to the registered address, or to the stated one. The code card keeps working. In reality a code token costs money; take none here.
order-token-refused = No code token can be ordered
order-token-no-card = The citizen has no code card that can be used
order-token-no-card-text = The code token can be ordered now, but it is taken into use with a code from a code card.
order-voice-title = Codes by telephone
order-voice-what = For the blind and those who see poorly: a voice calls and reads out a code of six digits. The citizen then needs no code card, not even to activate and re-open.
label-voice-telephone = Telephone number to call
order-voice-hint = A Danish number, 8 digits.
order-voice-told = The citizen knows that the telephone is to be kept as safe as a code card, that the code must not be typed on it, and that the password has to be blocked if it is lost
fault-not-told = Tell the citizen, and set the tick.
certificate-serial = Serial number of the certificate
certificate-until = Valid until
fault-not-asked-for = Tick this when the citizen has asked for it and knows what follows.

order-title-already = The citizen already has NemID
order-title-attach = Order: the citizen has a NemID without a valid certificate
order-title-new = Order: the citizen has no NemID
order-title-new-again = Order: the citizen has no NemID that can be used
order-found = The citizen's NemIDs
order-found-ended = The citizen's earlier NemIDs
order-already = Nothing can be ordered
order-two-nemids = The citizen has two NemIDs
ask-two-nemids =
    Online banking uses another NemID number than public sites do. If the citizen wants one for both, ask first:

    1. Is NemID number { $number } activated?

    2. Does the citizen remember its password?

    If both answers are yes, the bank can move online banking to NemID number { $number }. The other one then becomes superfluous and is deleted automatically later. Otherwise the citizen first needs a temporary password for NemID number { $number }.
order-refused = The citizen cannot have NemID
order-lead-attach = The certificate can be attached to the NemID that the citizen already has. It then works with public authorities too.
order-lead-new = A new NemID is made.
order-business-title = Does the citizen say that there is a NemID?
order-business-text = Then it may be for business online banking. Only the bank can see that one, and it cannot have a public digital signature. The citizen needs a new NemID.
order-themselves = The citizen can also order in self-service under “Order NemID”, with a passport or driving licence.
order-no-photo-text = Without a photo the code card is sent by post.
order-attach = Certificate is attached to
order-consent-title = Consent to the certificate (existing NemID only)
order-consent-ask = Read this out, and ask whether the citizen consents to
order-consent = The citizen consents to all of these
order-consent-hint = This is required when the NemID is activated. If it is not, the citizen is asked at activation.
order-existing = Existing NemID
order-new = New NemID
order-only-new = Only for a new NemID
order-solution = Type of solution
order-otp = The normal solution with OTP
order-how = Code card
order-posted = Code card is sent by post
order-at-once = Code card is handed over at once
order-card-hint-attach = For an existing NemID: the number of the code card that the citizen already has. For a new NemID: the number of a sealed card from the office's stock.
order-card-hint-new = The number of a sealed card from the office's own stock. Leave it empty when the card is sent.
fault-no-attachment-chosen = Choose whether the certificate is attached to the existing NemID or to a new one.

refusal-no-errand = This case is no longer open. Start again.
refusal-step-missing = A step is missing. Start again.
refusal-staff-already = The person has an employee NemID already. Find it on the list and grant it a role.
refusal-signing-wrong-password = The password is wrong, and nothing was signed. Try again. After five wrong ones in a row your password is locked for 8 hours.
refusal-stock-no-such-card = There is no such code card in stock. Check the number on the outside of the card.
refusal-stock-card-gone = That code card has been handed out already. Take another one from the stock.
refusal-stock-card-elsewhere = That code card belongs to another office. Take one from your own stock.
refusal-stock-no-such-letter = There is no such PIN letter in stock. Check the serial number on the outside of the letter.
refusal-stock-letter-gone = That PIN letter has been handed out already. Take another one from the stock.
refusal-stock-letter-elsewhere = That PIN letter belongs to another office. Take one from your own stock.
refusal-counter-password-blocked = The password is blocked already. Hand out a temporary password if the citizen wants to re-open it.
refusal-counter-not-activated = This NemID is not activated, so there is no password to block.

## Receipt

done-block-cards = The code card is blocked now
done-hand-out-card = The new code card is attached now
done-post-card = A new code card is on its way
done-temporary-resend = The temporary password is issued
done-temporary-unlock = The temporary password is issued
done-temporary-reset = The password is reset
done-block-password = The password is blocked now
done-block-certificate = The certificate is blocked now
done-order-token = The code token is ordered
done-order-voice = Codes by telephone are ordered
done-attach = The certificate is attached
done-order-new = The new NemID is ordered
done-create-staff = The officer is created
done-grant-role = The role is granted
done-withdraw-role = The role is withdrawn
done-reopen-staff = A new temporary password is on its way

receipt-signed = Signed
receipt-when = On { $at }. Number { $journal } in the journal.
receipt-next = Now do this
receipt-print = See and print the welcome letter
receipt-rules = See and print the rules
receipt-to-front = Go to the front page
receipt-to-journal = See the journal

next-hand-out-new-card = The citizen has no code card left. You can hand out a new one at once, so that NemID can be used.
next-hand-out-new-card-button = Hand out new code card
next-post-new-card = The citizen has no code card left. Without identification with a photo you can send a new one to the citizen's address.
next-post-new-card-button = Send new code card
next-await-card = The citizen has no code card that can be used yet. Code card { $card } is on its way and expected on { $card-day }.
next-block-overdue-card = Code card { $card } should have arrived on { $card-day } and is probably lost. Block it, then hand out a new one.
next-block-overdue-card-button = Block code card
next-issue-temporary = NemID is not activated yet. Hand out a temporary password, so that the citizen can activate it.
next-issue-temporary-button = Hand out temporary password
next-activate-with-letter = The citizen has a temporary password that works: PIN letter { $serial }. Tell the citizen: activate in self-service with the PIN letter and the code card by { $until }.
next-activate-in-netbank = If PIN letter { $serial } from the bank has come, it works in online banking until { $until }. Then recommend the citizen to activate there.
next-attach-first = NemID is from the bank and has no public digital signature. Attach one, so that the citizen can get a temporary password here.
next-attach-first-button = Attach certificate
next-ask-bank = Refer the citizen to the bank, which can send a temporary password for NemID number { $number }.
next-choose-the-public = Choose the other NemID. If it is about online banking, refer the citizen to the bank.
next-give-card = Give the citizen the sealed code card.
next-choose-card-at-log-on = Tell the citizen: the card is taken into use when you choose another code card at log-on and type its number. The card before it is blocked then.
next-type-card-at-log-on = Tell the citizen: at the next log-on, type the number of the code card. Then the card is taken into use.
next-card-comes = Tell the citizen: the card comes by post on { $card-day }.
next-token-comes = Tell the citizen: the code token comes by post on { $token-day }. Take it into use in Self-service under “Codes” with a code from it and a code from the code card. If its letter was opened or damaged, block it.
next-destroy-if-found = Tell the citizen: if the card turns up again, it must be cut up. It can no longer be used.
next-give-pin-letter = Give the citizen the sealed PIN letter. Only the citizen may open it.
next-write-number = Write NemID number { $number } on a welcome letter, and give it to the citizen.
next-hand-out-rules = Hand out the rules for NemID.
next-ask-bank-to-move = Tell the citizen: online banking uses another NemID number. Once this NemID is in use, the bank can move online banking to NemID number { $number }. The other one then becomes superfluous and is deleted automatically later.
next-activate-at-selvbetjening = Advise the citizen to activate the NemID in self-service within 30 days, by { $until } at the latest. The temporary password does not work in online banking.
next-reopen-remembered = Tell the citizen: re-open in self-service with the PIN letter, the code card and the password that you remember within 30 days, by { $until } at the latest. The temporary password does not work in online banking.
next-reopen-new = Tell the citizen: re-open in self-service with the PIN letter and the code card, and choose a new password, within 30 days, by { $until } at the latest. The temporary password does not work in online banking.
next-reopen-with-letter = The citizen has a temporary password that works: PIN letter { $serial }. Tell the citizen: re-open in self-service with the PIN letter and the code card by { $until }.
next-certificate-comes-back = Tell the citizen: a new certificate is issued automatically when re-opening.
next-netbank-closed-too = Tell the citizen: online banking uses the same NemID and is closed too until the citizen has re-opened it.
next-temporary-comes = Tell the receiver: a temporary password comes by post on { $letter-day } and works until { $until }.
next-needs-temporary = Tell the citizen: to use NemID again, a temporary password is needed.
next-only-netbank-now = Tell the citizen: NemID now works in online banking only. A new certificate can be ordered at any time.
next-not-at-public-sites-now = Tell the citizen: NemID can no longer be used at public sites. A new certificate can be ordered at any time.
next-works-now = Tell the citizen: NemID now works both in online banking and with public authorities.
next-works-at-public-sites = Tell the citizen: NemID now works with public authorities.
next-reopen-first = The password is blocked, so NemID cannot be used yet. Hand out a temporary password, so that the citizen can re-open it.
next-reopen-first-button = Hand out temporary password
next-wait-for-lock = The password is locked until { $locked } after too many wrong tries. The citizen can wait until the lock ends. If it is urgent, or the password is forgotten, hand out a temporary password.
next-wait-for-lock-button = Hand out temporary password
next-wait-or-ask-bank = The password is locked until { $locked } after too many wrong tries. The citizen can wait until the lock ends, or get help from the bank.
next-all-comes-by-post = Tell the receiver: welcome letter and code card come on { $card-day } and the PIN letter on { $letter-day }. If they have not come ten working days after the order, get in touch again.
next-old-stays = NemID number { $other } stays, but gets no new certificate. Tell the citizen: if you no longer need it, you can end it in self-service.
next-role-counts = The role counts from the next page that the officer opens.
next-confirm-telephone = The telephone is confirmed with the first code that it reads out: when the citizen activates or re-opens, or in Self-service under “Codes”. If the citizen has no other code, hand out a temporary password.
next-role-gone = The officer can no longer open the RA portal. The NemID stays.

welcome-title = Welcome letter
welcome-pdf = Get it as PDF

## Journal and stock

stock-lead = Sealed code cards and PIN letters. Only what lies in the office's own stock can be handed out.
stock-cards = Code cards ({ $count })
stock-letters = PIN letters ({ $count })
stock-copy-hint = “Copy” stands beside one number. Point at another one, or choose it with the arrow keys.
stock-gone = Handed out last
stock-low-cards = Few code cards are left
stock-low-letters = Few PIN letters are left
stock-low-text = Order more before the shelf is empty.
stock-order-cards = Order { $count } code cards
stock-order-letters = Order { $count } PIN letters
stock-ordered = What was ordered has come
stock-ordered-text = It lies on the shelf now.
stock-number = Number
stock-kind = What
stock-when = When
stock-a-card = Code card
stock-a-letter = PIN letter

## Officers

label-title = Title
label-role = Role
staff-lead = All who have an employee NemID for the RA portal.
staff-new = Create an officer
staff-new-lead = The officer gets a NemID of their own. Code card and PIN letter are sent to the officer's address.
staff-title-hint = The officer's job title, for example RA officer.
staff-no-role = No role
staff-has-role = Role: { $role }
staff-oneself = you
staff-oneself-title = This is you
staff-role = Grant a role
staff-grant = Grant the role
staff-withdraw = Withdraw the role
staff-withdraw-text = The officer is logged off at once and cannot open the RA portal again without a new role.
staff-reopen-title = Re-open
staff-reopen = Send new temporary password
staff-reopen-text = A new temporary password is sent by post to the employee's address.
staff-resend-explained = NemID is not activated yet. If the officer has a temporary password that works, it stops working.
staff-unlock-explained = The employee remembers the password, but it is locked or blocked.
staff-reset-explained = The employee does not remember the password. It is blocked, and the employee is logged off until the NemID is re-opened with a new one.
staff-to-list = To the officers
fault-title = Write a title of at most 60 characters.
fault-no-role-chosen = Choose a role.
fault-no-change-chosen = Choose what is to happen.
fault-no-handling-chosen = Choose an action. Ask the employee whether the password can be remembered.

# $name: the citizen, $age: the age, $day: the citizen's fifteenth birthday
order-too-young = A person must be 15 to get NemID with a public digital signature. { $name } is { $age } and turns 15 on { $day }.
