### Consents: what goes to whom. Each is a clause that can follow “consent to”. $bank is the bank's name.

consent-cpr-lookup = the operator of NemID looking up your name and address in CPR
consent-pid-service = the operator telling the PID service at Digitaliseringsstyrelsen (the Agency for Digital Government) which CPR number your public digital signature belongs to; public services can look it up there
consent-earlier-pid = the operator looking up in the PID service whether you have a PID number from an earlier digital signature
consent-from-bank = { $bank } giving the operator your name, your address and your CPR number, and your e-mail and mobile number if the bank has them
consent-to-bank = the operator giving { $bank } information about your NemID, so that it can be used in online banking

nav-consents = Consents
self-consents-lead = This is what you have consented to, and who is given what. What the words mean is set out in the version of the rules that is named.
self-consents-in-force = Consents in force
self-consents-ended = Consents that have ended
self-consents-none = You have no consents in force.
self-consents-what = You have consented to
self-consents-given = Given
self-consents-by = Noted by
self-consents-version = Rules
self-consents-until = Ended
self-consents-end-title = If you no longer want this
self-consents-end-certificate = If you block the certificate, everything that you consented to in order to get it ends. Online banking still works.
self-consents-end-bank = Ask { $bank } to close your access to online banking, and your consent to what the bank is given and gives ends. Your public digital signature still works.
self-consents-sites = A consent to a private service getting your CPR number is shown at the service under “Information from NemID”, and you withdraw it there.
self-consents-rules = Read section 4.1 of the rules
