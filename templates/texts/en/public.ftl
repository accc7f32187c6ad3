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

accessibility-title = Accessibility
accessibility-lead = Everybody must be able to use these pages, even without a mouse, without seeing the screen and on a small phone.
accessibility-status-heading = How well do the pages meet the requirements?
accessibility-status = The pages are built to WCAG 2.1, levels A and AA, with the Danish public sector's common design system. Each page is tested automatically in a real browser, at desktop and phone width.
accessibility-how-heading = What you can rely on
accessibility-keyboard = Everything can be done with the keyboard alone, and you can always see where you are.
accessibility-no-script = Everything works without JavaScript.
accessibility-phone = The pages fit phones and computers, and you can zoom in.
accessibility-reader = Each field has a label, and each error is shown both at the top of the page and beside its field.
accessibility-letters = PDF letters are read aloud in the right order, the code card code by code.
accessibility-lacking-heading = What is lacking
accessibility-lacking = The pages have not been tried by people who use a screen reader every day.
