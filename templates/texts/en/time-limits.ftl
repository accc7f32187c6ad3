### Limits of time: what ends when, how to get more time, and the typed text that comes back.
### $until is a time of day by the real clock, not the simulator's.

time-label = Time left
time-session-line = You are logged on until { $until } (real time). Each new page gives you more time.
time-session-soon = You will be logged off within a minute. Do you need more time?
time-session-over = Time is up, and you have been logged off. What you typed is still here. Log on again in a new tab, then go on here.
time-longest-line = Your session ends at { $until } (real time), because it may not last longer.
time-longest-soon = Your session ends within a minute. Log on again in a new tab, then go on here.
time-longest-over = Your session has ended. What you typed is still here. Log on again in a new tab, then go on here.
time-question-line = Type the code by { $until } (real time).
time-question-soon = You have a minute at most to type the code. Do you need more time?
time-question-over = The time to type the code is up. The code has not been used. Please start again.
time-question-number-line = Type the number of a code card and then the code by { $until } (real time).
time-question-number-soon = You have a minute at most to type the number and the code. Do you need more time?
time-question-number-over = The time to type the code is up. No code has been used. Please start again.
time-question-token-line = Type the code from the code token by { $until } (real time).
time-question-token-soon = You have a minute at most to type the code from the code token. Do you need more time?
time-question-token-over = The time to type the code is up. The code has not been used. Please start again.
time-question-app-line = Approve in your code app by { $until } (real time).
time-question-app-soon = You have a minute at most to approve in your code app. Do you need more time?
time-question-app-over = The time to approve in the code app is up. Nothing has happened. Please start again.
time-question-voice-line = Have the code read out, and type it by { $until } (real time).
time-question-voice-soon = You have a minute at most to have the code read out and type it. Do you need more time?
time-question-voice-over = The time to type the code is up. If it was read out, it no longer works. Please start again.
time-enrolment-line = You have until { $until } (real time).
time-enrolment-soon = You have a minute left at most. Do you need more time?
time-enrolment-over = Time is up. The temporary password has not been used. Send the page and start again: what you typed will still be there, except for passwords.
time-errand-line = The case is open until { $until } (real time). Each step gives you more time.
time-errand-soon = The case closes within a minute. Do you need more time?
time-errand-over = The case has been left for too long. Look the person up again, and you will go on where you left off.
time-more = Get more time
time-log-on = Log on again
new-tab = (opens in a new tab)

# $question, $idle, $longest, $span: a number of seconds, minutes or hours
time-told-question = Once the password is right, you have { $question } to type the code or approve in your code app.
time-told-session = You will be logged off after { $idle } without activity, and after { $longest } at the latest. The page tells you before that happens.
time-told-enrolment = Once the temporary password is right, you have { $span } for the rest. The page tells you before time is up, and you can get more.
time-told-errand = A case is open for { $span } after each step. The page tells you before time is up, and you can get more.

# $count: the number
span-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
  }
span-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
  }
span-quarter = a quarter of an hour
span-half-hour = half an hour
span-minutes-in-prose = { $count ->
    [one] one minute
    [2] two minutes
    [3] three minutes
    [4] four minutes
    [5] five minutes
    [6] six minutes
    [7] seven minutes
    [8] eight minutes
    [9] nine minutes
    [10] ten minutes
   *[other] { $count } minutes
  }
span-seconds = { $count ->
    [one] one second
   *[other] { $count } seconds
  }

more-time-title = You have more time
more-time-back = Close this tab and go on where you were.
more-time-over-title = Time is up
more-time-over = What you were doing has ended, so you cannot get more time. Close this tab and send the page that you came from: it will lead you on, and what you typed goes with you.

given-back-title = What you had typed is here again
given-back = We never keep passwords, codes or consents. Check the rest, then send it.
