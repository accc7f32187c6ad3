### The rules for NemID in our own words. The keys follow the sections; an empty line in a text parts two paragraphs.
### “We” is the operator, as section 1 says.

rules-title = Rules for NemID
rules-lead = This is what you agree to when you take NemID into use. If you use NemID for online banking only, sections 2 and 3 apply. If you also have a public digital signature, section 4 applies as well.

rules-1-heading = 1. What NemID is
rules-1-text =
    A NemID is made up of a user ID, a password and a code card. The card shows codes that work once each. You need all three to log on or to sign. The “device” is the computer, phone or tablet from which you use NemID.

    Codes can also come from an electronic code token, from the NemID code app on a phone or tablet, or in a telephone call. If you have one of these, you still keep the code card. The code app shows what you are about to approve and where, and you answer with a PIN.

    If NemID is to work at public sites too, it needs an OCES certificate. OCES stands for Offentlige Certifikater til Elektronisk Service, public certificates for electronic services, and the certificate is your public digital signature.

    Its use in online banking follows your agreement with the bank. The agreement also says what you and the bank are liable for, and how far the liability rules of the Danish Payments Act (betalingsloven) apply.

    “We” is the operator of NemID. In this simulator that is whoever runs it: no real company, so there is neither a company number nor a telephone number. Call the hotline in the control room instead.

rules-2-heading = 2. Your signature binds you
rules-2-text = You are responsible for what you do with NemID. A text that you sign digitally binds you to its recipient just like a signature on paper. So read the text before you type the code.

rules-3-heading = 3. When you use NemID
rules-3-1-heading = 3.1 When your NemID is made
rules-3-1-text = Give only true information, and leave out nothing that we ask for. If it turns out to be wrong, we can block your NemID.

rules-3-2-heading = 3.2 How to keep it
rules-3-2-text =
    Keep your user ID, password, code card, code token and the PIN for a code app where nobody else can get at them. You must not tell others your password, a code or the PIN, and you must not lend the card to anyone or hand over the token. That includes family, the bank and us. We never ask.

    Learn the password by heart. Do not write it down, least of all on the card or the token, and do not write down the PIN either. Never leave the password together with the card or the token or on the phone or tablet that has the code app.

    Make no copy of the card: do not scan it, do not photograph it, and do not copy the codes to paper, phone or computer.

    The code app may only be installed on your own phone or tablet. Its PIN has four digits that are not all alike, and that are not in your CPR number or your password.

rules-3-3-heading = 3.3 How to use it safely
rules-3-3-text =
    Your NemID is for you alone, and you may use it only as the rules say. Make sure that nobody is watching when you type the password or the PIN, and use a computer, phone or tablet whose system, browser and programs are up to date.

    Check regularly that you still have the code card, the code token and the phone or tablet that has the code app, and that nobody else has used your NemID. You can follow that in the activity log. If you choose to have it recorded where you use NemID, you can see whether the log names a place that you do not know.

rules-3-4-heading = 3.4 Temporary password
rules-3-4-text =
    The first time you use your NemID, you begin with a temporary password from a PIN letter. You get one as well when your password has been blocked.

    If others may have seen it, for example because the letter had been opened, do not use it. Ask us or your bank for a new one at once, or block the password: then the temporary one no longer works, even before you have activated your NemID.

rules-3-5-heading = 3.5 Blocking
rules-3-5-1-heading = 3.5.1 When you have to block
rules-3-5-1-text =
    Block your code card at once if you have lost it, if others may have seen the codes, or if the letter with the card had been opened or damaged. If a lost card turns up again, cut it up.

    Block a code token if you have lost it, or if the letter with it had been opened or damaged. If you find it again, break it up so that nobody can use it.

    Block a code app if the phone or tablet is gone, if you think that others can get at the app, or if others have installed a code app with your NemID.

    Block your password at once if others may know it. If you can change it right away, that is enough.

rules-3-5-2-heading = 3.5.2 How to block
rules-3-5-2-text =
    You can block day and night under “Block NemID” or through the hotline in the control room. Your bank can help too, and so can citizen services if your NemID has a public digital signature.

    Give your name, your address if needed, and either your CPR number, your user ID or the number of the code card, the code token or the code app. Say also whether it is the password, the code card, the code token or the code app that is to be blocked.

    When the password is blocked, you are told when and why. The activity log shows time and reason for everything that is blocked.

rules-3-5-3-heading = 3.5.3 When we block
rules-3-5-3-text =
    We block your password if we have reason to believe that others know it, or if it has been typed wrong too many times. We block your code card, code token or code app if we have reason to believe that others know the codes.

    We also block a code app if we have reason to believe that the phone or tablet has been taken over by others or has serious security holes.

    We block your whole NemID if you do not keep to the rules, if you gave wrong information when it was made, or when we learn that you have died.

rules-3-5-4-heading = 3.5.4 After a block
rules-3-5-4-text = If the password or your whole NemID is blocked, it cannot be used. If only the code card, the code token or the code app is blocked, some banks still let you look at your accounts, for example.

rules-3-6-heading = 3.6 If you no longer want NemID
rules-3-6-text = You can stop at any time: in Self-service you close your NemID with a code, and under “Block NemID” you block password and code card. After that you can no longer use the services that need NemID.

rules-3-7-heading = 3.7 Your personal data
rules-3-7-text =
    We use your name, your address and your CPR number to know who you are. We use your e-mail address for notices, for example when something is blocked, and your mobile number for messages, for example that a temporary password is on its way. If you got your NemID from a bank, we do so on the bank's behalf.

    For security we record when you use NemID, from which IP address and from which device. We record where you use it only if you choose so, and you can switch that off again at any time.

    Log files may also be stored on your own computer, phone or tablet. You are free to delete them.

    We keep the data for the rest of the year and five more years. Then they are deleted.
# The section as it stood before 25 February 2018.
rules-3-7-text-before =
    We use your name, your address and your CPR number to know who you are, and your e-mail address for notices. If you got your NemID from a bank, we do so on the bank's behalf.

    For security we record when you use NemID and from which IP address.

rules-3-8-heading = 3.8 If you want to complain or claim damages
rules-3-8-text = If it is about online banking, contact your bank, because your agreement with the bank is what counts. If it is about another service, contact that service or us.

rules-3-9-heading = 3.9 Codes by telephone
rules-3-9-text = Codes read out by telephone are meant above all for people who are blind or see poorly. Take just as good care of that telephone as others do of the code card. It must not be the one on which you type the code. If you lose it, or somebody misuses your line, block your password at once.

rules-3-10-heading = 3.10 When the rules change
rules-3-10-text =
    You can read about changes on this page at least three months before they apply. A change that security requires applies from the moment it is published here.

    Each version can be read whole, also those that have been replaced and those that do not apply yet.

rules-4-heading = 4. Public digital signature
rules-4-text = These rules apply in addition to sections 2 and 3 when your NemID has a public digital signature. You may have two: one NemID for online banking and one for public sites, each with its own user ID and code card.

rules-4-1-heading = 4.1 What you consent to
rules-4-1-text =
    When you get a certificate, you consent to our looking up your name and address in CPR, to our telling the public PID service at Digitaliseringsstyrelsen (the Agency for Digital Government) which CPR number your signature belongs to, and to our fetching your PID number there if you have had a signature before.

    Public services can look you up in the PID service. A private service is given your CPR number only if you consent when you log on there.

    If you got your NemID from a bank and want to use it at public sites too, you consent to the bank giving us your name, your address, your CPR number and, if it has them, your e-mail and your mobile number. We use them to issue and look after your signature.

    If you got your NemID together with a public digital signature and want to use it in online banking too, the bank asks you first. If you say yes, you consent to our giving the bank information about your NemID. Before that the bank is shown none.

    If you no longer want that, block the certificate, yourself or at citizen services, or have the bank close your access to online banking. The other one keeps working.

rules-4-2-heading = 4.2 Your duties
rules-4-2-text =
    Make sure that the name and e-mail in your certificate are right. If you change either, you have to renew the certificate within 30 days. If you do not, and we find out, we block it.

    You must not use your certificate to make certificates for others.

rules-4-3-heading = 4.3 Blocking the certificate
rules-4-3-text =
    We block the certificate when you ask us to, and if we find that you do not keep to the rules.

    If you asked for it, we confirm the block in a signed e-mail or in a letter. The letter goes to your registered address or, if we do not know it, to the address that you gave us. If you did not ask for it, we tell you the reason both in a signed e-mail and in a letter where possible.

rules-4-4-heading = 4.4 Renewing the certificate
rules-4-4-text = A certificate is valid for four years at most, and it shows until when. We write to you at least four weeks before it expires. As long as it is valid, you can renew it by means of the old one: you sign the renewal with password and code. If it has expired or is blocked, you have to order a new one.

rules-4-5-heading = 4.5 When you receive something signed
rules-4-5-text = Do not trust a digital signature before you have checked three things: that the sender's certificate has not expired, that it is not on the revocation list, and that it may be used for this purpose.

rules-4-6-heading = 4.6 Our liability for your certificate
rules-4-6-text =
    If your certificate is misused, the ordinary Danish rules on damages apply. If you have not kept to the rules for NemID yourself, we do not cover your loss.

    A claim for damages about your certificate is made against us, who issued it.

    All these rules are governed by Danish law. If you and we disagree, and cannot settle it by talking it over, the case can be brought before the City Court of Copenhagen.

rules-4-7-heading = 4.7 Our liability when you rely on the certificates of others
rules-4-7-text = If you suffer a loss because you had good reason to rely on somebody else's certificate, and we had made a mistake when we registered, issued or blocked it, we are liable. We are not liable if we can show that we acted with due care.

rules-5-heading = 5. If you want to know more
rules-5-text = Ask your bank, citizen services or the hotline in the control room. You can also read what the words mean, and how a certificate works.
