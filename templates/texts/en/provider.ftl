### Service providers: a public site, a private site, two netbanks and a business netbank. All are made up.

site-list-title = Where you can use NemID
site-list-lead = Five made-up services, each in its own colour. Log on as one of the people from the control room, and see what the service is told about them.
site-card-borgerportalen = Public site. Needs a public digital signature.
site-card-forsikringshuset = Private company. Asks before it is given your CPR number.
site-card-fjordbanken = Online banking. Lets customers look at their accounts when only the code card is blocked.
site-card-hedebanken = Online banking. Lets nobody in without a code.
site-card-fjordbanken-erhverv = Online banking for companies with a business NemID.

site-kind-public = Public self-service
site-kind-private = Insurance company
site-kind-netbank = Online banking
site-kind-business = Online banking for companies
site-pitch-borgerportalen = Your data and letters from the authorities
site-pitch-forsikringshuset = All your insurance in one place
site-pitch-fjordbanken = Your money, wherever you are
site-pitch-hedebanken = Peace of mind since 1868
site-pitch-fjordbanken-erhverv = The company's accounts and payments
site-needs-public = Here you need a NemID with a public digital signature.
site-needs-private = Here you need a NemID with a public digital signature. We are not given your CPR number unless you say yes.
site-needs-netbank = Here you need the NemID that belongs to your agreement with the bank.
site-needs-business = Here you need the business NemID that the bank has issued for your work.
# $site: the name of the place
site-logon-at = to { $site }
site-activate = Activate or re-open a NemID from { $site }
site-activate-lead = If { $site } has issued your NemID, you begin here. Use the NemID number from the welcome letter and the temporary password from the bank's PIN letter. A temporary password for another place stops working if you type it here.
site-started = You can log on to { $site } now.
site-remembered-wrong = That is not the password you had. { $left ->
        [one] You have one try left.
       *[other] You have { $left } tries left.
    } If you cannot remember it, ask { $site } to reset it.
site-forgotten-netbank = If you have forgotten the password, or it is blocked, and your NemID is for online banking only, ask { $site } for a temporary password.
site-forgotten-business = If you have forgotten the password, or it is blocked, ask { $site } for a temporary password.
site-start-dead = Ask { $site } for a new temporary password if the bank has issued your NemID. If a public digital signature has been attached, citizen services can help too, and then you activate in self-service.
site-start-card-none = If you have no code card, contact { $site }. Your temporary password has not been used and still works.
site-menu = Menu at { $site }
site-menu-front-public = My overview
site-menu-front-private = My overview
site-menu-front-netbank = My accounts
site-menu-front-business = The company's accounts
site-menu-pay = Pay
site-menu-told = What NemID has told us

site-no-card-in-use = No code card is in use
site-no-card-in-use-text = Type the number of a code card that you have received. Then we ask for a code from it.
site-other-card = Use another code card
site-other-card-hint = A capital letter and nine digits on top of the card. When you answer with a code from it, it is taken into use and the one before is blocked.
site-log-on-anew = Start over

site-limited-title = Limited access
site-limited-text = Your code cards are blocked, so you are logged on with the password alone. You can look at your accounts, but not pay or sign. Log on again when you have a new code card.

## What the service is told

site-told-title = What { $site } knows about you
site-told-lead-public = NemID has given your name and your PID number from the certificate. Your CPR number was looked up in the PID service, and your address in CPR.
site-told-lead-private = NemID has given your name and your PID number from the certificate. The CPR number is given only if you have said yes.
site-told-lead-netbank = The bank knows you from your agreement. NemID has only confirmed that it is you.
site-told-lead-business = The bank knows you from the company's agreement. NemID has only confirmed that it is you.
site-told-not = Not given
site-pid = PID number
site-consent-title = May we have your CPR number?
site-consent-lead = NemID has told { $site } who you are, but not your CPR number. We get that only if you consent.
site-consent-what = If you say yes, { $site } looks up your CPR number and remembers your consent for the next time.
site-consent-why = We use it to find your registered address. If you say no, you can still see your insurance.
site-consent-back = You can always withdraw your consent under “What NemID has told us”.
site-consent-give = Yes, give consent
site-consent-decline = No, go on without
site-consent-since = You consented to the CPR number on
site-consent-take-back = Withdraw consent
site-consent-now = Consent to the CPR number

## Public and private site

site-home-title-public = Your overview
site-home-title-private = Your insurance
site-home-data-public = Your data
site-home-data-private = What we know about you
site-home-no-cpr = We do not have your CPR number
site-home-no-cpr-text = So we do not know your registered address.
site-home-letters = Letters to you
site-home-papers = Sign digitally
site-home-papers-text = Choose a text. You read it before you sign.
site-home-signed = What you have signed here
site-signed-none = You have not signed anything here yet.
site-letter-dear = Dear { $name }
site-letter-tax-title = Your tax assessment is ready
site-letter-tax-text = Your tax for last year is settled: you neither owe anything nor get anything back. If something is wrong, you can correct it here until 1 May.
site-letter-parking-title = New rules for residents' parking
site-letter-parking-text = From next month everybody in the town centre needs a permit to park. You can apply below and sign digitally.
site-letter-policy-title = Your contents insurance continues
site-letter-policy-text = Your insurance has been renewed for a year. Cover and price are the same as before.
site-paper-parking-permit-title = Application for a parking permit
# $name: name, $site: place, $day: the day
site-paper-parking-permit-text =
    To { $site }, { $day }
    I, { $name }, apply for a permit to park one car in the zone where I live.
    I solemnly declare that the car is mine to use, and that I will give notice when it no longer is.
site-paper-moving-title = Notice of moving
site-paper-moving-text =
    To { $site }, { $day }
    I, { $name }, give notice that I am moving on the first of next month and will send my new address within five days of moving.
site-paper-contents-insurance-title = Agreement on contents insurance
site-paper-contents-insurance-text =
    To { $site }, { $day }
    I, { $name }, take out contents insurance with an excess of DKK 1,000.
    The agreement runs for a year at a time and can be ended with a month's notice.

## Netbank

site-netbank-title = Accounts
site-netbank-paid = Paid and signed here
site-account-everyday = Everyday account
site-account-savings = Savings
site-account-business = Operating account
site-account-head-name = Account
site-account-head-number = Account number
site-account-head-balance = Balance
site-account-head-day = Date
site-account-head-matter = Description
site-account-head-amount = Amount
site-account-movements = The latest movements
site-movement-income = Paid in
site-movement-rent = Rent
site-movement-purchase = Card purchase
site-movement-savings = Moved from the everyday account
site-movement-payment = Payment
site-movement-transfer = Transferred from own account
site-payment-from = From account
site-payment-to = To account
site-payment-to-hint = Registration number of four digits and account number.
site-payment-amount = Amount
site-payment-amount-hint = For example 250.00.
site-payment-message = Message to the receiver
# $to: the receiver's account
site-payment-title = Payment to { $to }
# $from: own account, $message: message, may be empty
site-payment-to-sign =
    I pay { $amount } to account { $to }.
    The money is taken today from my account { $from }.
    Message to the receiver: { $message }
refusal-payment-amount = Type an amount in kroner, for example 250.00. It can be a million at most.
refusal-payment-too-much = There is not that much in the account. Type a smaller amount.
refusal-payment-too-much-here = There is not that much in the account. Type a smaller amount, or choose another account.
refusal-payment-account = An account is four digits of registration number and then up to ten digits.
refusal-payment-same-account = That is the same account that the money is to come from. Choose another one under “From account”, or type another one here.
refusal-payment-message = The message may have 40 characters at most.

## Signing

site-sign-read = Read before you sign
site-sign-commits = Your signature with NemID commits you towards { $site } like a signature on paper.
site-sign-with-nemid = Sign with NemID
site-sign-with-key = Sign with a code
site-sign-button = Sign
site-sign-receipt = Receipt
site-sign-wrong-password = The password is wrong. Try again. After five wrong ones in a row we lock the password for 8 hours.
site-gone-title = The text is no longer here
site-gone-text = Nothing has been signed from here. Only one text can lie here at a time, so it goes when you begin a new one. Use the newest window, or begin again.
site-signed-title = The text is signed
site-signed-text = { $site } has kept the text below. Your activity log says that you have signed. It says where and what only if you have switched recording on.
site-signed-at = Signed
site-signed-certificate = The certificate's serial number
site-receipt-files-title = Keep your signature
site-receipt-files-what = The files show who signed, when and what. The receiver can check them here:
site-receipt-file-pdf = Receipt with the signature (.pdf)
site-receipt-file-xml = The signed document (.xml)
site-receipt-signed = Signed with NemID by { $name } ({ $pid }) for { $site } on { $at }. The serial number of the certificate is { $serial }.
site-receipt-check = The signature lies in the file. Check it on the page “Check a signed document” in Self-service, or in a program that reads signed PDF files.
site-receipt-footer = The receipt is from a simulator; all people are made up, and it binds nobody.
site-answer-title = { $site } has answered
site-answer-what = The answer is encrypted to your certificate, so that only you can read it. It is in Self-service under
site-answer-subject = Answer from { $site }
site-answer-received = We have received “{ $title }”, which you signed at { $site } on { $day }.
site-answer-done-public = The matter has been dealt with, and you need do nothing more.
site-answer-done-private = The agreement is in force from today.
site-answer-encrypted = This e-mail is encrypted to your certificate. Once that is blocked, renewed or expired, nobody can read it any more, not even we. Keep the text if you will need it later.
site-answer-greeting = Kind regards, { $site }

## Why a place says no: told only after the right password and code

refusal-site-bank-only = Your NemID is for online banking only. This site requires a public digital signature. Log on to self-service and order one under “Certificate”; you get it at once. Citizen services can help too; bring your code card.
refusal-site-certificate-expired = Your certificate has expired. Log on to self-service, and order a new one under “Certificate”.
refusal-site-certificate-blocked = Your certificate is blocked. Log on to self-service, and order a new one under “Certificate”.
refusal-site-other-nemid = This NemID has no public digital signature, but your other NemID has. Log on with that one. Its NemID number is in the welcome letter.
refusal-site-too-young = You must be 15 or older to get a public digital signature. Until then your NemID can only be used in online banking.
refusal-site-business-nemid = This NemID belongs to your work and cannot be used here. Log on with your private NemID, or order one.
refusal-site-no-agreement = The bank has no online banking agreement with this NemID. Use the NemID that belongs to your agreement, or contact the bank.
refusal-site-no-card = The password is right, but you have no code card that can be used, and nobody is let in here without a code. Order a new card under “Lost code card”, or get one at citizen services or your bank.
refusal-site-card-awaited = The password is right, but nobody is let in here without a code, and your new code card is on its way. Wait for it, or get one at once at citizen services.
refusal-site-only-to-look = You are logged on with the password alone and can only look. Log on again with a new code card to pay or sign.
refusal-signing-changed = Something that the text rests on has changed since you read it: your name, your consent or the day. It has not been signed. Go back and begin again to get a new text.
refusal-signing-not-covered = There is no longer that much in the account, so the payment has not been signed. Begin again with a smaller amount.
