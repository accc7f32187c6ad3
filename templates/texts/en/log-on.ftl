### Logging on: user ID and password, then a code.

log-on-title = Log on with NemID
log-on-thrown-out-title = You have been logged off
log-on-thrown-out = That happens after { $idle } without activity, when you end the session from somewhere else, or when a part of your NemID is locked, blocked or closed or expires. Log on again.
log-on-thrown-out-longest = You have been logged on for { $longest }, which is as long as a session lasts. Log on again.
log-on-at-citizen = Self-service asks you to log on.
log-on-at-counter = The RA portal asks you to log on with your employee NemID.
log-on-at-operator = The operator's pages ask you to log on with your employee NemID.
log-on-at-bank = The bank's counter asks you to log on with your employee NemID.
log-on-user-id-hint = Your NemID number, your CPR number, or the user ID that you chose yourself.
log-on-forgotten = Forgotten password
log-on-lost-card = Lost code card

log-on-key-title = Type a code
log-on-other-card = Use another code card
log-on-begin-anew = Start over

log-on-no-card = You have no code card in use
log-on-no-card-text = Type the number of a card that you have been given. If you have none, citizen services can hand you one, or you can order one under
log-on-card-title = Choose a code card
log-on-card-text = Type the number of the code card that you want to use. Once you have answered with a code from it, it is in use, and the card that you used before is blocked.
log-on-card-hint = A letter and nine digits. The number is at the top of the card.
