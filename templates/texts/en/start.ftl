### Activation and re-opening: the steps from the temporary password to the receipt.

start-step-temporary = Temporary password
start-step-password = Choose a password
start-step-new-password = New password
start-step-remember = The password that you had
start-step-details = User ID and contact
start-step-consents = Consent and rules
start-step-key = Code card and code

start-activation-title = Activate NemID
start-activation-lead = Have the welcome letter, the PIN letter and the code card at hand. Begin with the NemID number and the temporary password.
start-reopening-title = Re-open NemID
start-reopening-lead = If your password is blocked, you can re-open it. Have the PIN letter and the code card at hand.
start-nemid-number-hint = Nine digits. It is in the welcome letter.
start-temporary-hint = Six digits. They are in the PIN letter.
start-no-letter = No temporary password, or one that does not work?
start-get-new = Get a new temporary password
start-again = Start over
start-resume-title = You have begun
start-resume-text = Everything that you have chosen is kept.
start-resume = Go on where you left off
start-log-on = Log on
start-order = Order NemID
start-ended-title = You cannot go on from here

start-moved-to-reopening = Your temporary password is for re-opening
start-moved-to-reopening-text = Your NemID has been activated already, so we brought you here instead. You need not type anything again.
start-moved-to-activation = Your temporary password is for activation
start-moved-to-activation-text = Your NemID has not been activated yet, so we brought you here instead. You need not type anything again.

label-password-again = Repeat password
start-password-title = Choose a password
start-password-lead = Only you know the password. It has to meet these requirements:
start-password-chosen = You have chosen a password already. Leave the fields empty to keep it.

start-remember-title = Type the password that you had
start-remember-lead = Your temporary password is for those who remember their password. Type it, and choose a new one on the next page.
start-remember-hint = The password from before the block. If you type it wrong, that counts as a try of the temporary password.
start-remember-not = Have you forgotten it?

start-details-title = User ID and contact data
start-details-lead = You can always log on with your NemID number, { $number }. Choose a user ID if you want something easier to remember. You can change everything on this page later.
start-user-id-hint = At least 5 characters. It must not be only nine or ten digits.
start-cpr-log-on = I also want to be able to log on with my CPR number
start-cpr-log-on-hint = Remove the tick if you do not want anybody to be able to try your CPR number.
start-email-hint = This is where we send confirmations. Without an e-mail address they come by post.
start-mobile-hint = Eight digits. We send a text message when a temporary password is on its way to you.
start-recording = Show in my activity log where I have used NemID
start-recording-hint = That way you notice if others use it. You can always switch it off again.

start-consents-title = Consent and rules
start-consents-lead = A public digital signature comes with your NemID. To issue it we need your consent.
start-consent-cpr = You may look up my name and address in the CPR register
start-consent-cpr-hint = The name will appear in your certificate, and we use the address for letters.
start-consent-pid = You may tell the PID service which CPR number my signature belongs to
start-consent-pid-hint = The PID service is run by Digitaliseringsstyrelsen (the Agency for Digital Government), and public authorities can look you up there. A private site gets your CPR number only if you have given it your consent, which you can withdraw.
start-consent-earlier-pid = You may fetch an earlier PID number from the PID service
start-consent-earlier-pid-hint = If you have had a digital signature before, you keep your PID number.
start-consent-bank = My bank may give you my name, my address, my CPR number, my e-mail and my mobile number
start-consent-bank-hint = You may exchange the details because the bank issued your NemID. We get e-mail and mobile number only if the bank has them.
consent-missing-cpr-lookup = Tick the consent to the look-up in the CPR register, or stop here. Without it we cannot issue a public digital signature.
consent-missing-pid-service = Tick the consent about the PID service, or stop here. Without it we cannot issue a public digital signature.
consent-missing-earlier-pid = Tick the consent about an earlier PID number, or stop here. Without it we cannot issue a public digital signature.
consent-missing-bank-exchange = Tick the consent about your bank, or stop here. Without it your NemID cannot be activated.
start-rules-lead = Among other things, the rules say that you take care of password and code card, and block them if others may have seen them.
start-rules-read = Read the rules (opens in a new window)
start-rules-accept = I accept the rules for NemID, version { $version }

start-card-title = Type the number of your code card
start-card-lead = Take out your code card and type the number at the top of it.
start-card-none = If you have no code card, contact citizen services. Your temporary password has not been used and still works.
start-card-voice = If codes are read out to you by telephone, you do not need a code card.
start-card-voice-button = Get the code by telephone
start-key-title = Type the code
start-finish-activation = Activate NemID
start-finish-reopening = Re-open NemID

start-activation-done-title = Your NemID is activated
start-activation-done = The activation is complete
start-activation-done-text = You can now log on with your NemID.
start-activation-no-certificate = None. Your NemID works in online banking.
start-reopening-done-title = Your NemID is re-opened
start-reopening-done = The re-opening is complete
start-reopening-done-text = Log on with your new password. All earlier tries are forgotten.
start-reopening-no-certificate = Unchanged. No new one had to be issued.
start-receipt-card = Code card in use
start-receipt-key = Codes
start-receipt-voice = Read out by telephone
start-receipt-certificate = Public digital signature
start-receipt-certificate-until = New certificate, valid until { $until }
start-receipt-next = What now?
start-receipt-letter = Throw the PIN letter away. The temporary password has been used and no longer works.
start-receipt-keep = Keep the code card in a safe place, and never write the password on it.
