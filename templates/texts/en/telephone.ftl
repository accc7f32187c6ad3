## A telephone of the world, with code apps.

# $name: its owner's name
telephone-of = Telephone: { $name }
telephone-app = Code app
telephone-net = Connected
telephone-no-net = No connection
telephone-battery = Charged
telephone-no-battery = Battery empty
# $what: such as log-on at Forsikringshuset
telephone-request = Approve: { $what }
telephone-signs = You sign this text:
telephone-pin = PIN
telephone-approve = Approve
telephone-refuse = Refuse
telephone-not-you = If it was not you who asked for this, refuse.
telephone-no-requests = No requests.
telephone-look-again = Look again
telephone-others = Other requests
telephone-apps = Code apps on the telephone
telephone-none = There is no code app on the telephone.
telephone-state-active = In use
telephone-state-ready = Choose a PIN
telephone-state-waits = Code app not ready for use
telephone-ready-at = Ready
telephone-choose-title = Choose a PIN
telephone-choose-what = Choose four digits that are not all alike, and that are not in your CPR number or your password. Do not write them down.
telephone-new-pin = New PIN
telephone-new-pin-again = New PIN again
telephone-pins-differ = The two PINs are not the same.
telephone-choose = Take into use
telephone-install = Install a code app
telephone-install-what = With the code app you approve on the telephone instead of typing a code from the card.
telephone-install-own = Install it on your own telephone only. You can have three code apps with one NemID.
telephone-install-pin = In an hour you choose a PIN of four digits. If you do not within a day, the app lapses.
telephone-install-card = Keep your code card. You need a code from it now, and when the telephone is not at hand.
telephone-install-block = Block the code app at once if you lose the telephone, or others may have had access to it.
telephone-accept = Accept and go on
telephone-install-button = Install
telephone-done-installeret = The code app is installed. In an hour you can choose a PIN.
telephone-done-ibrug = The code app is ready for use.
telephone-done-godkendt = Approved
telephone-done-afvist = Refused
world-telephones = Telephones
world-telephone-look = See the telephone
world-telephone-old = No apps
