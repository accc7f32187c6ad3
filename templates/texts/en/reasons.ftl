### Reasons: short phrases that can stand alone and after “Reason:”.

reason-too-many-tries = too many wrong passwords
reason-locked-then-reopening = locked after wrong passwords and then blocked, so that it can be re-opened
reason-forgotten = forgotten password
reason-known-by-others = the holder's suspicion that others know the password
reason-suspicion = suspicion that others know the password
reason-holder-asked = the holder's own wish

reason-lost = lost code card
reason-seen-by-others = codes that others may have seen
reason-letter-not-intact = a letter that had been opened or damaged
reason-other-suspicion = another suspicion of misuse
reason-never-arrived = code card that never came by post
reason-replaced = newer code card taken into use
reason-too-many-wrong-keys = five wrong codes in a row
reason-nem-id-blocked = block of the whole NemID
reason-nem-id-closed = end of the whole NemID
reason-nem-id-ended = blocked or closed NemID
reason-carrier-lost = lost code token or telephone
reason-access-by-others = suspicion that others may have access to it
reason-installed-by-others = a code app that others installed
reason-device-compromised = a telephone that others may control
reason-device-has-holes = a telephone with serious security holes
reason-carrier-never-arrived = a letter that never came
reason-never-begun = a code app that never got a PIN
reason-carrier-replaced = a newer one was taken into use
reason-too-many-wrong-answers = five wrong answers in a row
reason-telephone-lost = lost telephone to which codes are read out
reason-line-misused = suspicion of misuse of the telephone line

reason-password-forgotten = reset of a forgotten password
reason-rules-broken = breach of the rules for NemID
reason-details-outdated = changed name or e-mail that was not renewed within 30 days
reason-cpr-number-changed = new CPR number
reason-renewed = renewal with a new certificate

reason-false-information = wrong information given when it was made
reason-death = death
reason-superfluous = superfluous since the last bank agreement moved

## Why somebody was not let in. Stands after “because”.

bar-locked = the password was locked for 8 hours
bar-password-blocked = the password was blocked
bar-nem-id-blocked = the NemID was blocked
bar-nem-id-closed = the NemID was closed
bar-no-card = there was no code card that could be used
bar-no-certificate = there was no valid certificate
bar-no-role = this NemID gives no access there
bar-wrong-from-elsewhere = the password was wrong and came from a place where you have not logged on before
bar-no-agreement = the bank has no agreement about this NemID
