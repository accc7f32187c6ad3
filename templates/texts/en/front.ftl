### The front page.

front-title = Self-service for NemID
front-lead = Activate, use and look after your NemID. Choose what you need, and the page leads you through it step by step.
front-what-now = What would you like to do?
front-activate = Activate your new NemID
front-activate-text = You have received a code card and a temporary password.
front-my-nemid = Go to My NemID
front-my-nemid-text = Change your password, see your code cards and your activity log.
front-order = Order NemID
front-order-text = You have no NemID yet.
front-lost-card = Lost code card
front-lost-card-text = Block the card at once and get a new one by post.
front-forgotten = Forgotten password
front-forgotten-text = Get a temporary password by post.
front-reopen = Re-open your NemID
front-reopen-text = Your password is blocked and you have received a temporary one.
front-block-why = Has anybody else seen your password or your codes?
front-block = Block your NemID now
front-first-time = Is this your first time here?
front-first-time-person = Choose a made-up person whom you want to be.
front-to-control-room = Go to the control room
front-first-time-letters = Open the person's post: welcome letter, code card and PIN letter.
front-first-time-activate = Activate the person's NemID on this site with what the letters say.
front-first-time-counter = Then try the other side of the counter: be an RA officer and help a citizen.
front-to-counter = Go to the RA portal
