# Pages that everybody may read: the revocation list and the accessibility statement; and the frame of the rules.
rules-version = Version { $number }. These rules apply from { $from }.
rules-announced-title = The rules are changing
rules-announced = Version { $number } has been published and applies from { $from }.
rules-contents = Contents

revocation-title = Revocation list
revocation-lead = Here you can see which certificates are blocked. Look before you rely on a digital signature: a blocked certificate is no longer valid.
revocation-serial = Serial number
revocation-blocked = Blocked
revocation-reason = Reason
revocation-empty = No certificate is blocked.

accessibility-title = Accessibility statement
accessibility-lead = Everybody must be able to use these pages, even without a mouse, without seeing the screen and on a small phone. This page says what works and what is lacking.
accessibility-status-heading = How well do the pages meet the requirements?
accessibility-status = The pages are built to WCAG 2.2, levels A and AA, with the Danish public sector's common design system. They meet the requirements in part: what is lacking is listed below. Each page is tested automatically in a real browser, at desktop and phone width and in both languages.
accessibility-how-heading = What you can rely on
accessibility-keyboard = Everything can be done with the keyboard alone, and you can always see where you are.
accessibility-no-script = Everything works without JavaScript.
accessibility-phone = The pages fit phones and computers, and you can zoom in.
accessibility-reader = Each field has a label, and each error in a field is shown both at the top of the page and beside the field.
accessibility-look = The pages follow your own setting for a light or dark look, for less motion and for forced colours.
accessibility-find = Each page can be found both in the menu and in a site map:
accessibility-letters = PDF letters are read aloud in the right order, the code card code by code.
accessibility-lacking-heading = What is lacking
accessibility-time-limits = Each time limit is told where it begins, and the foot of the page says when time is up. A minute before, the page says so again, and one button gives you more time. If time runs out all the same, what you typed goes with you when you log on again, except for passwords, codes and consents. Only the longest life of a session, 12 hours, cannot be extended: then you have to log on again, which you can do in a new tab.
accessibility-dates = Dates are typed into three fields: day, month and year.
accessibility-key-card = A code card on the screen is four tables, each with its first and last number. In the control room you can find a code by typing its number.
accessibility-lacking = The pages have not been tried by people who use a screen reader every day.
accessibility-contact-heading = Tell us about faults
accessibility-contact = If there is something that you cannot use, tell whoever runs the simulator where you are, and say which page it is about. Faults of the program itself can be reported where you got it.
accessibility-supervision = The simulator is not the site of a public authority. So the Danish Agency for Digital Government does not supervise it, and there is no body to complain to.
accessibility-made-heading = How this statement was made
accessibility-made = The statement rests on our own review of all pages. It was last reviewed on 27 November 2026.
