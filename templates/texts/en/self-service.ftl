### Self-service after log-on: My NemID, code cards, password, user ID, contact, certificate.

self-title = My NemID
self-to-do = What needs your attention
self-all-fine = Everything is as it should be. There is nothing you need to do.
self-log-on-with = How you log on
self-no-user-id = You have not chosen a user ID
self-cpr-on = You can also log on with your CPR number.
self-cpr-several = You cannot log on with your CPR number, because you have more than one NemID.
self-cpr-off = You cannot log on with your CPR number.
self-change-user-id = Change user ID
self-password-since = In use since
self-change-password = Change password
self-card-in-use = Code card in use
self-keys-left = { $left } of { $of } codes left
self-no-card-in-use = You have no code card in use
self-see-cards = See and block code cards
self-other-card = Other code card
self-arrives = Arrives by post
self-certificate-title = Public digital signature
self-valid-until = Valid until
self-see-certificate = See and renew certificate
self-see-certificate-alone = See certificate
self-none-given = Not given
self-change-contact = Change contact details
self-from-cpr = Name and address from CPR
self-from-cpr-why = We get name and address from CPR. If something is wrong, your municipality has to correct it.
self-no-address = No registered address
self-stated-address = Stated address
self-refresh-cpr = Fetch again from CPR
self-see-log = See your activity log
self-block-password = Block password
self-end-link = Close your NemID
self-save = Save
self-state = State
self-reason = Reason
self-when = When
self-since = Since
self-no-temporary = Do not send me a temporary password
self-no-temporary-hint = Without a tick we send it to your address. With it you can re-open your NemID.
self-bank-sends-temporary = You get the temporary password for re-opening from your bank. None is sent from here.
self-no-address-no-temporary = We know no address, so that we cannot send a temporary password. Citizen services hands one out when you want to re-open.
self-fault-reason = Choose why it is to be blocked.

## What has just been done

self-done-cpr = We have fetched name and address from CPR.
self-done-cpr-differs = We have fetched name and address from CPR. Your certificate says something else and has to be renewed.
self-done-password = Your password is changed. Use the new one from now on.
self-done-user-id = Your choices about the user ID are saved.
self-done-contact = Your contact details are saved. If you have changed them, we also write to the old e-mail address and the old mobile number.
self-done-recording-on = From now on the activity log shows where your NemID is used.
self-done-recording-off = We no longer record where your NemID is used.
self-done-cards-blocked = The block has been carried out. Code cards that are blocked can never be used again – cut them up.
self-done-card-ordered = The code card is ordered. We send it to your address.
self-done-level = Your choice is saved.
self-done-certificate-renewed = Your certificate is renewed.
self-done-certificate-blocked = Your certificate is blocked and goes on the revocation list.
self-done-certificate-ordered = Your new certificate is ready.

## What needs doing

attention-no-card = You have no code card that can be used. You cannot log on next time.
attention-no-card-link = Order a new code card
attention-card-awaited = Your new code card is on its way by post. Until it comes you cannot log on again.
attention-card-awaited-link = See code cards
attention-card-ready = You have a new code card. Type its number when you log on next time, and it is taken into use.
attention-card-ready-link = See code cards
attention-few-keys = { $left ->
        [one] There is one code left on your code card.
       *[other] There are { $left } codes left on your code card.
    }
attention-few-keys-link = Order a new code card
attention-few-keys-new-card = { $left ->
        [one] There is one code left on your code card.
       *[other] There are { $left } codes left on your code card.
    } A new one is on its way or with you already.
attention-few-keys-new-card-link = See code cards
attention-certificate-expires = Your certificate expires on { $until }.
attention-certificate-expires-link = Renew the certificate
attention-certificate-outdated = The name or e-mail in your certificate is no longer right. Unless it is renewed, it is blocked on { $by }.
attention-certificate-outdated-link = Renew the certificate
attention-superfluous = Your bank has moved its agreement to another of your NemIDs, so this one is no longer used. It is deleted on { $until }.
attention-superfluous-link = See it in the activity log
attention-certificate-expired = Your certificate has expired, so you cannot use public sites.
attention-certificate-expired-link = Order a new certificate
attention-certificate-blocked = Your certificate is blocked, so you cannot use public sites.
attention-certificate-blocked-link = Order a new certificate
attention-no-email = We have no e-mail address, so we write to you by post.
attention-no-email-link = Give an e-mail address
attention-no-address = We know no address, so that we can send neither code cards nor letters. Citizen services can hand them out.{ $email ->
        [false] {" "}We have no e-mail address either, so that you are not told when something is blocked or changed.
       *[true] {""}
    }
attention-no-address-link = Give e-mail and postal address

## Password

self-password-title = Change password
self-password-lead = First type the password that you have now. The new one has to meet these requirements:
self-password-rule-length = 6 to 40 characters
self-password-rule-characters = at least one letter from a to z and at least one digit – small and capital letters are the same, and æ, ø and å cannot be used
self-password-rule-signs = spaces inside the password and the symbols { "{" } { "}" } ! # " $ ' % ^ & , * ( ) _ + - = : ; ? . @ can be used too
self-password-rule-not = not the same character four times in a row, and not your CPR number, NemID number or user ID
self-current-password = Current password
self-password-known = Might others know your password?
self-password-known-what = Change it here. If you cannot, block it.
self-block-password-means = What happens when you block it
self-block-password-ends = You are logged off everywhere at once, and nobody can log on with the password.
self-block-password-reopen = You can use your NemID again once you have re-opened it with a temporary password and the password that you have now.
self-block-password-instead = If a new password is enough, that is quicker:
self-block-password-why = Why do you want to block it?
self-block-password-known = Others might know the password
self-block-password-other = I do not want to use it for now

## User ID

self-user-id-lead = Choose a user ID that is easy to remember. You can change or delete it whenever you like.
self-number-always = Can always be used as user ID.
self-user-id-now = User ID now
self-user-id-hint = 5 to 48 characters: a-z, digits, spaces and common symbols. Leave the field empty if you do not want one.
self-cpr-log-on = I want to be able to log on with my CPR number
self-cpr-log-on-hint = Works while you have only one NemID.
self-user-id-password-hint = Type your password, so that we know it is you.

## Contact details

self-contact-lead = We write to you when something is blocked, changed or on its way. Leave a field empty if you do not want to give it.
self-email-hint = Without e-mail we write to you by post. If you have a certificate, the address is in it too, and it has to be renewed when you change it.
self-mobile-hint = Eight digits. Then we can send a text message when a temporary password is on its way.
self-contact-cpr = Name and registered address are changed at your municipality. We get them from CPR. If you have no registered address, letters go to the address that you have stated. State or correct it with the hotline.

## Code cards

self-cards-open = Your code cards
self-keys-left-head = Codes left
self-cards-none = You have no code card that can be used
self-cards-none-what = Once you log off, you need a new code card to log on again.
self-block-cards = Block code cards
self-order-extra-title = Order an extra code card
self-order-extra = An extra code card is good to take along when you travel. You can have up to four at a time.
self-order-replacement-title = Order a new code card
self-order-replacement = We send a new code card to your address. After a block, no new one is sent automatically.
self-order-button = Order code card
self-level-title = When is a new code card to be sent?
self-level = Number of codes left
self-level-hint = From { $lowest } to { $highest }. When so few are left, we send a new one automatically.
self-cards-ended = Earlier code cards
self-block-cards-final = A block is permanent
self-block-cards-means = If you find the code card again, cut it up. You stay here on this site, but are logged off everywhere else.
self-block-which = Which code cards do you want to block?
self-block-why = Why?
self-reason-lost = I have lost it
self-reason-seen-by-others = Others might have seen the codes
self-reason-access-by-others = Others may have access to it
self-reason-telephone-lost = I have lost the telephone
self-reason-carrier-lost = I have lost it
self-reason-letter-not-intact = The letter had been opened or damaged
self-reason-installed-by-others = I did not install the code app myself
self-reason-other-suspicion = I have another suspicion of misuse
self-block-button = Block

## Certificate

self-certificate-lead = The certificate is your public digital signature. With it you can use public sites and sign.
self-certificate-serial = Serial number
self-certificate-pid = PID number
self-certificate-from = Valid from
self-certificate-until = Valid until
self-certificate-outdated = The details are no longer right
self-certificate-outdated-by = Renew the certificate, or it is blocked on
certificate-issuer = Issued by
certificate-key = Private key
certificate-key-kept = Lies sealed at NemID, and is used only when you sign or open encrypted e-mail
certificate-key-erased = Erased
certificate-fingerprint = Fingerprint (SHA-256)
certificate-files-title = Download the certificate
certificate-files-what = Send it to whoever is to check your signature or to write to you encrypted. The private key is not in it.
certificate-file-cer = The certificate alone (.cer)
certificate-file-pem = The certificate as text (.pem)
certificate-file-p7b = The certificate with those of its issuers (.p7b)
certificate-file-p7m = Your request for renewal, signed with the old certificate (.p7m)
self-renew-title = Renew the certificate
self-renew-what = The new certificate is valid from today and shows this:
self-renew-mail = E-mails that are encrypted to the old certificate cannot be read afterwards. Read them first.
self-renew-button = Renew certificate
renewal-how = You renew with your old certificate: type your password, and then answer with a code from your code card.
renewal-key = With the code you sign the renewal. The old certificate is replaced, and you keep your PID number.
renewal-wrong-password = The password is wrong, and the certificate is not renewed. Try again. After five wrong ones in a row we lock the password for 8 hours.
renewal-run-out = More than { $question } went by, or you have begun something else with your NemID. The certificate is not renewed. Start over.
renewal-changed = Your name, your e-mail or your certificate has changed since you began. The certificate is not renewed. See what holds now, and start over.
self-certificate-ordered-what = A certificate is ordered. It is issued automatically once your NemID is re-opened, or the next time you log on.
self-order-certificate-title = Order a new certificate
self-order-certificate-what = You get it at once, with your name from CPR and your e-mail. If you have had one before, you keep your PID number.
self-consent = I consent to all of these
self-consent-hint = The consents are shown under “Consents” afterwards. They end when you block the certificate.
self-consent-to = A certificate requires that you consent to
self-order-certificate-button = Order certificate
encrypted-lead = Only you can read e-mails that are encrypted to your certificate, and only while the certificate is valid. Once it has been blocked, renewed or has expired, the key is erased.
encrypted-received = Received
encrypted-none = You have not received any encrypted e-mails.
encrypted-subject = Subject
encrypted-subject-hint = The subject is not encrypted.
encrypted-no-subject = No subject
encrypted-from = From
encrypted-readable = Can be read
encrypted-unreadable = Can no longer be read
encrypted-unreadable-title = The e-mail cannot be read
encrypted-unreadable-text = The key of the certificate that it is encrypted to has been erased, because the certificate was blocked, renewed or has expired. Ask the sender to send it again.
encrypted-certificate = Encrypted to certificate
encrypted-signed-by = Signed by
encrypted-signed-with = with certificate
encrypted-signed-not = The e-mail is signed, but the signature does not hold. Do not rely on whom it says that it is from.
encrypted-file = Download the e-mail as it is encrypted (.p7m)
encrypted-write-title = Write an encrypted e-mail
encrypted-write-what = It is encrypted to the recipient's certificate, and nobody else can read it.
encrypted-to = The recipient's e-mail
encrypted-to-hint = The address that the recipient's certificate shows.
encrypted-text = Text
encrypted-send = Encrypt and send
self-block-certificate = Block certificate
self-block-certificate-final = A blocked certificate cannot be opened again
self-block-certificate-public = You cannot use public sites or sign, and you are logged off them now.
self-block-certificate-mail = You may no longer be able to read encrypted e-mails that you have received.
self-block-certificate-anew = You can order a new certificate here afterwards. If you have online banking with this NemID, it still works.

## Close NemID

self-end-title = Close your NemID
self-end-step-read = Read what it means
self-end-step-key = Confirm with a code
self-end-step-over = Closed
self-end-lead = You are about to close NemID { $number }. That cannot be undone.
self-end-lost = What you lose
self-end-lost-log-on = You can no longer log on anywhere with this NemID.
self-end-lost-cards = { $count ->
        [one] Your code card is blocked.
       *[other] Your { $count } code cards are blocked.
    }
self-end-lost-certificate = Your certificate is blocked, and you can no longer sign with it.
self-end-lost-bank = { $bank } has an agreement about online banking on this NemID. Talk to the bank first.
self-end-never = A closed NemID can never be opened again. You can order a new one.
self-end-instead = If you are afraid of misuse, a block is enough:
self-end-go-on = Go on
self-end-at = Confirm that NemID is to be closed
self-end-button = Close NemID

## Keys beside the card: token, app, telephone.
carriers-lead = Beside the code card you can have a code token, a code app and codes by telephone. Always keep the code card, if you have one: you need it to re-open, and when the other is not at hand. With codes by telephone you can re-open with one of those.
carriers-none = You have code cards only.
carriers-app-what = You install the code app on the telephone itself, with user ID, password and a code from the card. You can have three.
carriers-used = Last used
carriers-ended = Earlier codes
token-start-title = Take the code token into use
token-start-what = The code token has come. It works only when you have taken it into use with a code from it and a code from your code card.
token-start-at = Code token { $number }
token-start-button = Take into use
token-serial-hint = On the back of the token and outside the letter, such as NV12345678.
token-order-title = Order a code token
token-order-what = A code token shows a new code each time you press its button. It is sent to your address. In reality it costs money; here we take none.
token-order-button = Order code token
token-done-ordered = The code token is ordered. We send it to your address.
token-done-started = The code token is in use. Keep your code card.
carriers-block = Block codes
carriers-block-means = What you block can never be used again. If you find it later, destroy it. You stay on this page, but you are logged off elsewhere.
self-stop-password-known-by-others = The password: others may know it
self-stop-password-telephone-lost = The password: the telephone to which codes are read out is lost
self-stop-password-line-misused = The password: the telephone line may be misused
self-stop-password-holder-asked = The password: for another reason
carriers-block-password-means = If you block the password too, you are logged off here. If a new password is enough, get one instead:
carriers-done-blocked = The block has been carried out. What is blocked can never be used again.
voice-confirm-title = Confirm the telephone
voice-confirm-what = Codes by telephone are ordered. They work only when you have answered the telephone once and typed the code that was read out.
voice-confirm-at = We call the telephone that was ordered
voice-confirm-button = Confirm the telephone
voice-change-title = Change telephone number
voice-change-what = Type the number that we are to call from now on. You need a code to change it. The old number is told by SMS.
voice-change-number = New telephone number
voice-change-at = From now on we call { $telephone }
voice-change-button = Change number
voice-done-confirmed = The telephone is confirmed. Codes are read out on it now.
voice-done-changed = Codes are read out on the new number now.
