### What can be done without logging on: get a temporary password, report a lost card, block and order.

refusal-too-often = This has been asked for too many times today. Try again tomorrow. If it is urgent to block, call the hotline in the control room.
refusal-address-wanted = Type your address too. So many blocks have been asked for from here today that name and number are not enough.
refusal-order-does-not-fit = Name, CPR number and passport or driving licence do not belong together. Check all three. If you cannot make them fit, order at citizen services.

forgotten-title = Forgotten password
forgotten-lead = Get a temporary password by post. With it you can choose a new password.
forgotten-warning = Your password is blocked at once
forgotten-warning-text = So is your public digital signature, and you get a new one when you re-open. E-mails that were encrypted to the old one cannot be read afterwards. Save them unencrypted first if you can.
forgotten-remember = If you remember the password after all, do not order.
forgotten-order = Order a temporary password
forgotten-bank = If your NemID is for online banking only, ask your bank for a temporary password.
forgotten-no-card = If you have no code card either, go to citizen services with identification. They can help with all of it at once.
forgotten-done-title = We have received your order
forgotten-done = If the details fit, a PIN letter is on its way
forgotten-done-text = For safety the page says the same whether user ID and code card belong together or not.
forgotten-next-letter = The PIN letter is posted on a working day and comes three working days later, abroad eight. It goes to your registered address, or to the address that you have stated if you have none.
forgotten-next-reopen = Use the temporary password under
forgotten-next-activate = If you never activated your NemID, use it under
forgotten-next-nothing = If no letter comes, the details did not fit, we know no address, or your NemID is for online banking only. Then contact citizen services or your bank.

lost-title = Lost code card
lost-lead = Block the card at once with user ID and password. You do not need a code.
lost-which = What is gone?
lost-in-use = The code card that I use
lost-in-use-hint = Unused cards that you keep, or that are on their way, are not blocked.
lost-all = All my code cards
lost-all-hint = Those on their way by post, too.
lost-replacement = Send a new code card to my registered address, or else to the one that I have stated
lost-replacement-hint = No new one is sent automatically. If it is urgent, citizen services can hand one out.
lost-block = Block code card
lost-no-password = Have you forgotten the password?
lost-to-block = Block with name and CPR number
lost-done-title = Lost code card
lost-done = { $count ->
    [one] The code card is blocked
   *[other] { $count } code cards are blocked
}
lost-done-text = It happened on { $at }. Nobody can log on with it any more. You will get a confirmation.
lost-nothing = There was nothing to block
lost-nothing-text = You have no code card of that kind that is not blocked already.
lost-ordered = A new code card is on its way
# $day: the day on which the card comes
lost-ordered-text = It comes by post on { $day }. Type its number the next time you log on.
lost-not-ordered = No new code card was ordered
lost-next-found = If you find the card again, cut it up. It can never be used again.
lost-next-new = If you need a new one, order it on this page, or get one at citizen services.
lost-next-log = Once you have a card and can log on again, see in your activity log whether others have used the old one.

stop-title = Block NemID
stop-lead = Could others have seen your password or your codes? Block here, day or night. You do not need to log on.
stop-instead = Perhaps you do not need to block
stop-instead-text = If you can still log on, it is enough to change the password at once. If you have only lost the card and remember the password, it is quicker to report it lost.
stop-instead-change = Change password
stop-instead-lost = Lost code card
stop-what = What is to be blocked, and why?
stop-what-missing = Choose what is to be blocked, and why.
stop-password-known = The password: others may know it
stop-password-other = The password: for another reason
stop-card-lost = Code card: lost
stop-card-seen = Code card: others may have seen the codes
stop-card-letter = Code card: the letter was open or damaged
stop-card-other = Code card: another suspicion
stop-no-letter = Do not send me a temporary password
stop-no-letter-hint = If you block the password, we otherwise send one by post, so that you can re-open. If your NemID is for online banking only, the bank gives you one.
stop-who = Who are you?
stop-name-hint = Your full name as in the CPR register. If it changed within the last year, you can use the old one too.
stop-address-hint = Your registered address, or the address that you have stated if you have none. You need it only if the page asks for it.
stop-mark = Which NemID?
stop-mark-text = One of the three fields is enough. If you fill in more, we block everything that they belong to – if it is yours.
stop-mark-missing = Type a CPR number, a user ID or a code card number.
stop-cpr-hint = Applies to all your NemIDs.
stop-user-id-hint = Applies to the NemID that the user ID belongs to.
stop-card-hint = Applies only to this card, or to the password of the NemID that the card belongs to.
stop-now = Block now
stop-done-title = We have received your request to block
stop-done = If the details fit, it is blocked now
stop-done-password = The password can no longer be used, and everybody is logged off.
stop-done-cards = The code card can never be used again.
stop-done-confirmation = You will get a confirmation with time and reason. For safety the page says the same whether the details fit anybody or not.
stop-next-letter = We send a temporary password by post if the password was in use, we know an address, and your NemID is not for online banking only, though at most five a day. Use it together with your present password under
stop-next-no-letter = If you want to use your NemID again, get a temporary password under
stop-next-card = If you need a new code card, order it under “Lost code card”, or get one at citizen services.
stop-next-nothing = If you get no confirmation, the details did not fit. Try again, or call the hotline in the control room.

label-document-number = Passport or driving licence number
order-title = Order NemID
order-lead = If you are 15 or older and have a Danish passport or driving licence, you can order your first NemID here. It comes by post to your registered address, or to the address that you have stated if you have none.
order-has-one = If you already have a NemID from your bank, it can be used at public sites too. You do not need a new one.
order-has-one-link = Order a public digital signature for it
order-beside = I want a new NemID beside the one I have
order-beside-hint = You will then have two NemIDs, each with its own number, code card and password.
order-name-hint = Your full name as in the CPR register. If it changed within the last year, you can use the old one too.
order-cpr-hint = Only made-up CPR numbers exist here, such as 610772-1234.
order-document-hint = A passport has nine digits, a driving licence eight.
order-send = Order
order-counter = If you have neither a Danish passport nor a driving licence, order at citizen services with other identification.
order-done-title = Your NemID is ordered
order-done = The order is complete
order-done-text = The letters come separately, so that nobody can take all of them at once.
order-welcome-and-card = Welcome letter and code card
order-pin-letter = PIN letter
order-comes = Comes on { $day }
order-next-open = Open the letters when they come: the NemID number is in the welcome letter, the temporary password in the PIN letter.
order-next-activate = Use them under
order-next-intact = If one of the letters has been opened or damaged, block under
