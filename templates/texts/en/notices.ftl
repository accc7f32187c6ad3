### Notices by e-mail, letter and SMS. An SMS is the text alone, without a greeting. $at and $until are day and time, $reason a reason.

notice-password-blocked-subject = Your password is blocked
notice-password-blocked-text =
    The password of { $which } was blocked on { $at }.
    Reason: { $reason }.

    You cannot log on or sign until you have re-opened it. You do that with a temporary password at the place that the PIN letter names. You get one from citizen services, from your bank or under “Forgotten password”, unless it is on its way to you already.

    If you did not ask for the block yourself, look into the activity log once you have re-opened. If you find something there that you do not recognise, call the hotline.

notice-temporary-blocked-subject = Your temporary password is blocked
notice-temporary-blocked-text =
    The temporary password of { $which } was blocked on { $at }.
    Reason: { $reason }.

    The PIN letter cannot be used any more, so throw it away. If a new PIN letter is on its way to you, use that one. Otherwise you get a temporary password from citizen services, from your bank or under “Forgotten password”.

    If you did not ask for the block yourself, call the hotline.

notice-consents-given-subject = You have consented
notice-consents-given-text =
    On { $at } we noted that you have consented to { $what }.

    It concerns { $which } and is set out in version { $version } of the rules. In Self-service under “Consents” you see everything that you have consented to, and how it ends.

    If you have not given that consent, call the hotline.

notice-card-blocked-subject = Your code card { $card } is blocked
notice-card-blocked-text =
    Code card { $card } was blocked on { $at }.
    Reason: { $reason }.

    The card can never be used again. If you find it later, cut it up. If you have no other code card, you can order a new one under “Lost code card” or get one from citizen services.

    If you did not ask for the block yourself, change your password and call the hotline.

notice-certificate-blocked-subject = Your certificate is blocked
notice-certificate-blocked-text =
    The certificate of your public digital signature was blocked on { $at }.
    Reason: { $reason }.

    You can no longer use it at public sites or for signing. If you have online banking with your NemID, it still works, unless the NemID is blocked itself. If the certificate is blocked because the password was reset, you get a new one when you re-open. Otherwise you can order a new one in self-service or at citizen services.

    If you did not ask for the block yourself, and believe that the reason is wrong, call the hotline.

notice-certificate-blocked-cpr-subject = Your certificate is blocked, because you have got a new CPR number
notice-certificate-blocked-cpr-text =
    The certificate of your public digital signature was blocked on { $at }.
    Reason: new CPR number.

    You get a new certificate with a new PID number automatically, the next time that you log on to self-service or to a site that needs it. Password and code card are the same as before, and online banking with your NemID still works.

    Your old CPR number can no longer be used as user ID. Log on with your NemID number, which the welcome letter says, or with the user ID that you have chosen. If you know neither, ask at citizen services. Afterwards you can choose in self-service whether your new CPR number can be used.

    If you have not got a new CPR number, call the hotline.

notice-certificate-expires-subject = Your certificate expires soon
notice-certificate-expires-text =
    The certificate of your public digital signature expires on { $until }.

    Renew it before then in self-service under “Certificate”. It takes a moment, and you keep your PID number. Once the certificate has expired, you have to order a new one instead.

notice-certificate-outdated-subject = The details in your certificate are no longer right
notice-certificate-outdated-text =
    On { $at } we found that { $what ->
        [name] the name
        [email] the e-mail address
       *[none] the name or the e-mail address
    } in your certificate is no longer the right one.

    Renew the certificate in self-service under “Certificate” within 30 days. Otherwise we have to block it, and you will need to order a new one.

    If you have changed neither your name nor your e-mail address, call the hotline.

notice-card-on-its-way-subject = A new code card is on its way
notice-card-on-its-way-text =
    On { $at } a new code card was ordered for { $which }. It is sent by post to your address and usually arrives after three working days, abroad after eight.

    Keep the code card that you use now. It works until you take the new one into use. If the letter has been opened or damaged, or has not come after ten working days, block the new card.

notice-only-card-on-its-way-subject = A new code card is on its way
notice-only-card-on-its-way-text =
    On { $at } a new code card was ordered for { $which }. It is sent by post to your address and usually arrives after three working days, abroad after eight.

    You have no other code card that works. If you need NemID sooner, get a card at citizen services. If the letter has been opened or damaged, or has not come after ten working days, block the new card.

notice-temporary-on-its-way-subject = A temporary password is on its way
notice-temporary-on-its-way-text = NemID: A temporary password is sent to you by post on { $at }. If you did not ask for it, call the hotline.

notice-password-changed-subject = Your password has been changed
notice-password-changed-text =
    The password of { $which } was changed on { $at }.

    If you did that yourself, there is nothing more to do. If you did not, block your password now under “Block NemID”, or call the hotline.

notice-password-reopened-subject = Your password has been re-opened
notice-password-reopened-text =
    The password of { $which } was re-opened on { $at }. You can log on again.

    If you did not do that yourself, block password and code cards now under “Block NemID”, or call the hotline.

notice-password-locked-subject = Your password is locked for 8 hours
notice-password-locked-text =
    On { $at } the password of { $which } was typed wrong for the fifth time in a row. So it is locked until { $until }.

    If it was you, wait until then and try again. If you cannot remember the password, order a temporary one under “Forgotten password”. If you type it wrong five more times, it is blocked.

    If it was not you, somebody knows your user ID. Change it in self-service once the lock has ended.

notice-user-id-changed-subject = Your user ID has been changed
notice-user-id-changed-text =
    The user ID of { $which } was changed on { $at }.

    If you did that yourself, there is nothing more to do. If you did not, block your password now under “Block NemID”, or call the hotline.

notice-cpr-log-on-allowed-subject = Your CPR number can now be used as user ID
notice-cpr-log-on-allowed-text =
    Since { $at } your CPR number can be used as user ID for { $which }.

    If you did that yourself, there is nothing more to do. If you did not, block your password now under “Block NemID”, or call the hotline.

notice-cpr-log-on-stopped-subject = Your CPR number can no longer be used as user ID
notice-cpr-log-on-stopped-text =
    Since { $at } your CPR number can no longer be used as user ID for { $which }. Log on with your NemID number or the user ID that you chose yourself.

    If you did that yourself, there is nothing more to do. If you did not, block your password now under “Block NemID”, or call the hotline.

notice-cpr-number-changed-subject = We have got your new CPR number
notice-cpr-number-changed-text =
    On { $at } we got your new CPR number from CPR. It holds for { $which } too.

    Your old CPR number can no longer be used as user ID. Log on with your NemID number, which the welcome letter says, or with the user ID that you have chosen.

    If you have not got a new CPR number, call the hotline.

notice-contact-changed-subject = Your contact details have been changed
notice-contact-changed-text = The e-mail address or mobile number of { $which } was changed on { $at }. If you did not do that yourself, block your password now under “Block NemID”, or call the hotline.

notice-nemid-blocked-subject = Your NemID is blocked
notice-nemid-blocked-text =
    On { $at } { $which } was blocked.
    Reason: { $reason }.

    That goes for all of it: password, code cards and certificate. A blocked NemID cannot be opened again.

    If you believe that the reason is wrong, call the hotline or contact citizen services.

notice-nemid-closed-subject = Your NemID is closed
notice-nemid-closed-text =
    On { $at } { $which } was closed.
    Reason: { $reason }.

    You can no longer use it, and it cannot be opened again. Cut up the code card. If you want NemID another time, you can order a new one.

    If you did not ask for this yourself, call the hotline.

## Which NemID it is about, within a sentence. $by is the bank or the employer.

which-nemid-public = your NemID
which-nemid-bank = your NemID from { $by }
which-nemid-business = your business NemID from { $by }
which-nemid-employer = your employee NemID with { $by }

## Around a letter or an e-mail: closing and foot

notice-closing = Kind regards
notice-sender = The NemID simulator
notice-footer = This message comes from a simulator for practice. All people in it are invented. We never ask for your password or your codes.

notice-token-on-its-way-subject = A code token is on its way
notice-token-on-its-way-text =
    On { $at } a code token was ordered for { $which }. Its number is { $number }, and it is sent by post.

    You take it into use in self-service under “Codes” with a code from the token and a code from your code card. Keep the code card. If the letter has been opened or damaged, block the token at once.

    If you did not order it yourself, block it and call the hotline.

notice-token-in-use-subject = Your code token was taken into use
notice-token-in-use-text =
    On { $at } code token { $number } was taken into use for { $which }.

    Keep your code card. You need it when the token does not work.

    If you did not take it into use yourself, block it at once on nemid.nu or with the hotline, and change your password.

notice-token-blocked-subject = Your code token is blocked
notice-token-blocked-text =
    Code token { $number } was blocked on { $at }.
    Reason: { $reason }.

    It can never be used again. If you find it later, destroy it. Your code card works as before.

    If you did not ask for the block yourself, change your password and call the hotline.

notice-token-worn-out-subject = The battery of your code token has run out
notice-token-worn-out-text =
    Code token { $number } shows no more codes from { $at } on. Use your code card, or order a new token in self-service.

notice-app-installed-subject = A code app was installed with your NemID
notice-app-installed-text =
    On { $at } code app { $number } was installed on { $device } for { $which }. It works only in an hour.

    If you did not install it yourself, block it at once on nemid.nu under “Block” or with the hotline, and change your password.

notice-app-in-use-subject = Your code app was taken into use
notice-app-in-use-text =
    On { $at } code app { $number } was taken into use for { $which }.

    Keep your code card. You need it when the telephone is not at hand.

    If you did not take it into use yourself, block it at once on nemid.nu or with the hotline, and change your password.

notice-app-blocked-subject = Your code app is blocked
notice-app-blocked-text =
    Code app { $number } was blocked on { $at }.
    Reason: { $reason }.

    It can never be used again, but you can install a new one. Your code card works as before.

    If you did not ask for the block yourself, change your password and call the hotline.

notice-voice-on-its-way-subject = Codes by telephone were ordered
notice-voice-on-its-way-text =
    On { $at } codes by telephone were ordered for { $which }. They are read out on { $telephone }.

    If you did not order them yourself, call the hotline.

notice-voice-in-use-subject = You can now get codes by telephone
notice-voice-in-use-text =
    From { $at } on you can have codes for { $which } read out by telephone.

    If you lose the telephone, or the line is misused, you have to block your password.

    If you did not ask for it yourself, block your password and call the hotline.

notice-voice-moved-subject = Codes are read out on another number
notice-voice-moved-text =
    From { $at } on codes for { $which } are read out on { $telephone }.

    If you did not ask for it yourself, block your password and call the hotline.

notice-voice-blocked-subject = Codes by telephone are blocked
notice-voice-blocked-text =
    Codes by telephone were blocked on { $at }.
    Reason: { $reason }.

    If you did not ask for the block yourself, change your password and call the hotline.
