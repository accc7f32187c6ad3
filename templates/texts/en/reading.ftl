### What the rules refer to: the security behind NemID, a glossary, and certificates.

security-title = The security behind NemID
security-lead = This is how NemID is kept safe, what we record when you use it, and what you can do yourself.
security-parts-title = Two things at once
security-parts-text = The password is something you know. The code card is something you have. You are logged on only when both are right. Somebody who has only seen the password, or only found the card, does not get in.
security-tries-title = Few tries
security-tries-text = Five wrong passwords in a row lock the password for 8 hours, and five more block it. Five wrong codes in a row block the code card. A temporary password dies of three wrong tries. If somebody guesses at another place than where you usually are, it is that place that may not try any more.
security-keys-title = Each code works once
security-keys-text = We ask for a number on the card, and only the code beside that number works. Once it is used, it is used up. A code that you type to log on cannot be used to sign anything.
security-notices-title = You are told
security-notices-text = When something is blocked or changed, we write to you by e-mail or letter. The notice that a certificate is blocked is signed, so that you can see that it comes from us. We never ask for your password or your codes.
security-logs-title = What we record
security-logs-text =
    Each time you use NemID, we record the time, the IP address and what the browser says about your device. That includes attempts that do not succeed. We record where you use it only if you choose so.

    You find all of this in the activity log. We keep it for the rest of the year and five more years; then it is deleted.
security-own-logs-title = Log files on your own device
security-own-logs-text = NemID can also store log files on the computer, phone or tablet that you use. They help to find faults, and you are free to delete them. In this simulator only small files from the browser (cookies) are stored, which keep you logged on.
security-you-title = What you can do yourself
security-you-text = Keep the system, browser and programs up to date. Make sure that the page is the right one before you type anything. Look into the activity log now and then. And block at once if something is in the wrong hands.
certificates-title = About certificates
certificates-lead = A certificate ties a digital signature to a person. This is how it works, and when you can rely on it.
certificates-what-title = What a certificate is
certificates-what-text = A certificate is a small piece of data that says who holds it, how long it is valid, and which public key belongs to it. It is signed by whoever issued it, so that nobody can change it unnoticed. The certificate that belongs to NemID is called an OCES certificate: Offentlige Certifikater til Elektronisk Service, public certificates for electronic services.
certificates-keys-title = Two keys that belong together
certificates-keys-text =
    Behind the certificate there are two keys of another kind than the codes on the code card. The private one is used for signing, and only you may control it. The public one is in the certificate, and with it everybody can check that the signature was made with the private one, and that the text has not been changed since.

    The public key can also be used to encrypt an e-mail that only the private one can open. That is why old encrypted e-mails cannot be read once a certificate has been replaced after a forgotten password.
certificates-who-title = Who vouches for it
certificates-who-text = The operator issues the certificate and vouches for the name: it is looked up in CPR. You must not use your certificate to make certificates for others.
certificates-pid-title = The PID number
certificates-pid-text = The certificate holds a PID number instead of your CPR number. The PID service at Digitaliseringsstyrelsen (the Agency for Digital Government) knows which CPR number it belongs to. Public services can look it up; a private service can do so only with your consent. The PID number stays the same for life, also when you get a new certificate.
certificates-life-title = From issue to expiry
certificates-life-text = A certificate is valid for four years at most. Before then you can renew it with the old one. If you change your name or e-mail, it has to be renewed within 30 days. If it is blocked, its serial number goes on the revocation list, and it is never valid again.
certificates-rely-title = Before you rely on a signature
certificates-rely-text = Check that the sender's certificate has not expired, that it is not on the revocation list, and that it may be used for the purpose. You do that with the serial number.
certificates-simulator-title = In this simulator
certificates-simulator-text = The certificates are built like real OCES certificates (X.509, RSA 2048), so that other programs can read and check them. But the simulator itself issues them, and all names are made up: they prove nothing about anybody, and no signature from here binds anybody. The private key lies sealed in the simulator's database, and is erased when the certificate is blocked or expires. These are the issuers' own certificates:
certificates-file-primary = SELVBETJENING Systemtest Primary CA, the root (.cer)
certificates-file-i = SELVBETJENING Systemtest I CA, which issues to everybody (.cer)
glossary-title = Glossary
glossary-lead = The most important words in the rules and on the pages, explained briefly.
glossary-user-id = User ID
glossary-user-id-text = What you type to say who you are: your NemID number, your CPR number or a name that you have chosen yourself.
glossary-nemid-number = NemID number
glossary-nemid-number-text = Nine digits that your NemID gets when it is made. They are in the welcome letter.
glossary-password = Password
glossary-password-text = The secret word that you choose yourself, and that only you know.
glossary-temporary = Temporary password
glossary-temporary-text = Six digits in a PIN letter. With them you activate a new NemID or re-open one that is blocked. They work once, and for 30 days at most.
glossary-key-card = Code card
glossary-key-card-text = A card with 148 codes (Danish: nøglekort). Each code works once.
glossary-key = Code
glossary-key-text = Six digits from the code card that you type after the password. We say which number on the card is to be used.
glossary-token = Code token
glossary-token-text = A small device that shows one code at a time. It does not exist in this simulator.
glossary-app = Code app
glossary-app-text = An app on your own phone or tablet in which you approve with a PIN instead of typing a code. It does not exist in this simulator.
glossary-ivr = IVR
glossary-ivr-text = Codes that are read out in a telephone call, above all for people who are blind or see poorly. It does not exist in this simulator.
glossary-certificate = OCES certificate
glossary-certificate-text = Your public digital signature. OCES stands for Offentlige Certifikater til Elektronisk Service, public certificates for electronic services.
glossary-pid = PID number
glossary-pid-text = The number that the certificate holds instead of the CPR number.
glossary-cpr = CPR
glossary-cpr-text = The Danish civil register, with names, addresses and CPR numbers. Everybody here is made up.
glossary-ra = Citizen services
glossary-ra-text = An office where you can get, block and re-open NemID with identification. Its staff use the RA portal (Registration Authority).
glossary-bank = Online banking
glossary-bank-text = The bank's own pages, which you log on to with NemID. What holds there is set out in your agreement with the bank.
glossary-provider = Service provider
glossary-provider-text = A site, public or private, that can be logged on to with NemID.
glossary-operator = The operator
glossary-operator-text = Whoever runs NemID and issues the certificates: “we” in the rules.
glossary-log = Activity log
glossary-log-text = The list of all that has happened to your NemID, with time, IP address and device (Danish: Hændelseslog).
glossary-block = Block
glossary-block-text = Makes a password, a code card, a certificate or a whole NemID unusable. A password can be re-opened; the rest is blocked for good.
glossary-revocation-list = Revocation list
glossary-revocation-list-text = The list of blocked certificates with serial number, time and reason, without names.
