### Sessions: where one is logged on.

sessions-lead = This is where you are logged on with your NemID right now. If there is anything you do not recognise, end it and change your password.
sessions-last = A session ends after { $idle } without activity, and after { $longest } at most.
sessions-here = This session
sessions-started = Logged on
sessions-seen = Last used
# $hours: hours, $minutes: minutes
sessions-ago = { $hours ->
    [0] { $minutes ->
        [0] just now
        [one] 1 minute ago
       *[other] { $minutes } minutes ago
    }
    [one] 1 hour and { $minutes } min. ago
   *[other] { $hours } hours and { $minutes } min. ago
}
# $site: place
sessions-at-site = At { $site }
sessions-limited = Opened with the password alone.
sessions-end = End
sessions-end-others = End all others
sessions-no-others = You are not logged on anywhere else.
sessions-done-one = The session has been ended.
sessions-done-others = All your other sessions have been ended.
desk-sessions-text = See where you are logged on, and end what you do not use.
self-password-end-others = Log me off everywhere else
self-password-end-others-hint = You stay logged on here. Only clear the tick if nobody else can have used your password.
