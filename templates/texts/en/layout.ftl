### What stands around every page.

site-name = Self-service
skip-to-content = Skip to content
banner-label = About this simulator
banner-what = This is a simulator for practice.
banner-never = Never type your real CPR number or a password that you use anywhere else.
banner-now = It is
banner-world = The world { $world }.
logged-on-as = Logged on as
log-on = Log on
log-off = Log off
back = Back
to-the-front = To the front page
language-choose = Choose language
footer-what = is a simulator of NemID as it was in 2019. It has no connection with NemID, banks or authorities.

section-citizen = Self-service
section-counter = RA portal
section-provider = Services
section-operator = Operator
section-control-room = Control room

nav-sections = Parts of the simulator
nav-main = Main menu
nav-front = Front page
nav-order = Order NemID
nav-activate = Activate NemID
nav-block = Block NemID
nav-rules = Rules for NemID
nav-revocation-list = Revocation list
nav-accessibility = Accessibility statement
nav-site-map = Site map
site-map-lead = Here are all pages that have an address of their own.
site-map-without-log-on = Without logging on
site-map-desks = Services and desks
nav-my-nemid = My NemID
nav-key-cards = Code cards
nav-carriers = Codes
nav-password = Password
nav-user-id = User ID
nav-contact = Contact details
nav-certificate = Certificate
nav-encrypted-mail = Encrypted e-mail
nav-desk-certificate = Employee certificate
nav-event-log = Activity log
nav-sessions = Sessions
nav-counter-front = Front page
nav-counter-order = Order NemID
nav-counter-maintain = Maintain NemID
nav-counter-journal = Journal
nav-counter-stock = Stock
nav-counter-officers = Officers
nav-control-room-front = Overview
nav-clock = Clock
nav-persons = People
nav-offices = Offices

breadcrumbs = You are here
steps-label = Steps
steps-here = Step { $step } of { $of }
steps-done = Done:
pager-label = Pages
pager-previous = Previous
pager-next = Next
pager-previous-page = Previous page
pager-next-page = Next page
pager-here = Page { $page } of { $of }
copy = Copy
copied = Copied
print-receipt = Print receipt
print-large = Large print
print-usual = Usual print
print = Print

notice-info = Information
notice-success = Done
notice-warning = Warning
notice-error = Error

key-question = Find this number on your code card and type the code beside it.
key-question-on = Find this number on code card { $card } and type the code beside it.
key-question-token = Press the button of your code token, and type the six digits that it shows.
key-question-app = A request was sent to your code app. Answer on the telephone. If this page does not go on automatically, press “I have approved”.
key-title-app = Answer in the code app
key-button-app = I have approved
key-gone-token = The code token has been blocked meanwhile. Answer with another code, or start again.
key-gone-app = The code app has been blocked meanwhile. Answer with another code, or start again.
key-gone-voice = Codes by telephone have been blocked meanwhile. Answer with another code, or start again.
other-carriers = Use another code
carrier-card = Code card
carrier-token = Code token
carrier-app = Code app
carrier-voice = Telephone
voice-call-me = Call me
voice-call-again = Call again
voice-call-none = We call { $telephone } when you press “Call me”. A voice reads out a code of six digits, twice. Type it on another device than the telephone that rings.
voice-call-ringing = We are calling { $telephone } now. Answer the telephone, listen to the code, and type it here. The telephone rings for a minute.
voice-call-answered = The code has been read out on { $telephone }. Type it here.
voice-call-missed = We called { $telephone }, but nobody answered. That does not count as wrong. Press “Call me” when you are ready.
voice-call-ended = The call to { $telephone } no longer counts. Press “Call me”.
key-card-label = Code card { $number }
key-card-sheet = Code card { $number }, sheet { $sheet } of { $sheets }
key-card-title = Code card
key-card-column = Column { $column }: { $first }–{ $last }
key-card-find = Find code
key-card-find-hint = The code number that the page asks for.
key-card-find-button = Find
key-card-find-none = That code number is not on this card. Check whether the page asks for another card.
key-card-found = Code no. { $number }:
key-card-key-number = No.
key-card-key = Code
key-card-used = used

# $minutes: minutes
session-ends = { $minutes ->
    [one] In 1 minute at most you will be logged off, because a session lasts { $longest } at most. Finish what you are doing, and log on again.
   *[other] In { $minutes } minutes at most you will be logged off, because a session lasts { $longest } at most. Finish what you are doing, and log on again.
}
