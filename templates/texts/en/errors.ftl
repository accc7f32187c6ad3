### When something goes wrong: what happened, and what you can do now.

error-status = Error code { $status }

error-bad-request-title = We did not understand what was sent
error-bad-request-what = Something in the request was missing or not put together right. Nothing has changed.
error-bad-request-next = Go back, reload the page and try again.

error-not-logged-on-title = You are not logged on
error-not-logged-on-what = The page needs you to be logged on, or your session has run out because you did not use it for a while.
error-not-logged-on-next = Log on and try again.

error-forbidden-title = You have no access to this page
error-forbidden-what = The page is for another user, or another role, than the one you are logged on with.
error-forbidden-next = Go to the front page, or log on as somebody who has access.

error-form-expired-title = The page has become too old
error-form-expired-what = The form belongs to a visit that is over, or your browser keeps no cookies. Nothing has changed.
error-form-expired-next = Go back, reload the page and fill it in again. If it happens every time, allow cookies for this site.

error-foreign-origin-title = The form came from another site
error-foreign-origin-what = A page outside the simulator tried to send a form on your behalf. We did not take it, and nothing has changed.
error-foreign-origin-next = Close the page that you came from, and begin here at the front page.

error-not-found-title = There is no such page
error-not-found-what = Nothing lies at this address. Perhaps it was mistyped, or the link is out of date.
error-not-found-next = Check the address, or find the page from the front page.

error-method-not-allowed-title = The page cannot be used that way
error-method-not-allowed-what = The address exists, but does not take this kind of request. Nothing has changed.
error-method-not-allowed-next = Open the page from the front page and use the buttons on it.

error-too-slow-title = Sending took too long
error-too-slow-what = The request did not arrive in time. Nothing has changed.
error-too-slow-next = Check your connection and send it again.

error-too-large-title = Too much was sent
error-too-large-what = More was sent than the page can take. Nothing has changed.
error-too-large-next = Go back, shorten what you wrote and send it again.

error-unsupported-type-title = This format cannot be used here
error-unsupported-type-what = The contents were sent in another format than the page takes. Nothing has changed.
error-unsupported-type-next = Use the form on the page. Programs must send JSON and say so in Content-Type.

error-foreign-host-title = The address does not belong to the simulator
error-foreign-host-what = The browser asked for a host name that the simulator does not answer to.
error-foreign-host-next = Open the simulator at http://localhost with the port shown at start. Other names belong into the setting hosts.

error-unprocessable-title = The details cannot be used
error-unprocessable-what = What you asked for cannot be done right now. Nothing has changed.
error-unprocessable-next = Go back, correct the details and try again.

error-too-many-title = Too many attempts
error-too-many-what = Unusually many requests came within a short time. This one was not handled.
error-too-many-next = Wait a little and try again.

error-busy-title = We are busy right now
error-busy-what = We did not get to your request: many people use the simulator, or it cannot reach its database right now. Your request does not count as an attempt, and nothing has changed.
error-busy-next = Wait ten seconds and try again.

error-internal-title = Something went wrong on our side
error-internal-what = The mistake is ours, not yours. We could not finish what you asked for.
error-internal-next = Try again in a moment. Look in the activity log if you are not sure how far it got.

error-in-doubt-title = We do not know whether it was saved
error-in-doubt-what = The connection to the database was lost just as what you asked for was to be saved. Perhaps it was done, perhaps not.
error-in-doubt-next = Look in the activity log before you do it again.

error-disk-full-title = The disk is full
error-disk-full-what = The simulator could not save because its disk is full. Nothing was changed.
error-disk-full-next = Ask whoever runs the simulator to make room, and try again.
error-nothing-to-change-what = Name at least one thing to change.
