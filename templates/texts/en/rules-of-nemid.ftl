### The rules for NemID in our own words. The keys follow the sections; an empty line in a text parts two paragraphs.
### “We” is whoever runs NemID: in the simulator the operator.

rules-title = Rules for NemID
rules-lead = This is what you agree to when you take NemID into use. If you use NemID for online banking only, sections 2 and 3 apply. If you also have a public digital signature, section 4 applies as well.

rules-1-heading = 1. What NemID is
rules-1-text =
    A NemID is made up of a user ID, a password and a code card. The card shows codes that work once each. You need all three to log on or to sign.

    Codes can also come from an electronic code token, from the NemID code app on a phone or tablet, or in a telephone call. If you have one of these, you still keep the code card. In this simulator there are code cards only.

    If NemID is to work at public sites too, it needs an OCES certificate. That is your public digital signature. What your bank is liable for when you use NemID in online banking is set out in your agreement with the bank.

rules-2-heading = 2. Your signature binds you
rules-2-text = You are responsible for what you do with NemID. A text that you sign digitally binds you to its recipient just like a signature on paper. So read the text before you type the code.

rules-3-heading = 3. When you use NemID
rules-3-1-heading = 3.1 When your NemID is made
rules-3-1-text = Give only true information, and leave out nothing that we ask for. If it turns out to be wrong, we can block your NemID.

rules-3-2-heading = 3.2 How to keep it
rules-3-2-text =
    Keep your user ID, password and code card where nobody else can get at them. You must not tell others your password or a code, and you must not lend the card to anyone. That includes family, the bank and us. We never ask.

    Learn the password by heart. Do not write it down, least of all on the card, and never leave it together with the card.

    Make no copy of the card: do not scan it, do not photograph it, and do not copy the codes to paper, phone or computer.

    Take just as good care of a code token and of the PIN for a code app. The app may only be installed on your own phone or tablet, and the password must not be kept there.

rules-3-3-heading = 3.3 How to use it safely
rules-3-3-text =
    Your NemID is for you alone. Make sure that nobody is watching when you type the password, and use a computer or phone whose system, browser and programs are up to date.

    Check regularly that you still have the card, and that nobody else has used your NemID. You can follow that in the activity log. If you choose to have it recorded where you use NemID, you can see whether the log names a place that you do not know.

rules-3-4-heading = 3.4 Temporary password
rules-3-4-text =
    The first time you use your NemID, you begin with a temporary password from a PIN letter. You get one as well when your password has been blocked.

    If others may have seen it, for example because the letter had been opened, do not use it. Ask us or your bank for a new one at once.

rules-3-5-heading = 3.5 Blocking
rules-3-5-1-heading = 3.5.1 When you have to block
rules-3-5-1-text =
    Block your code card at once if you have lost it, if others may have seen the codes, or if the letter with the card had been opened or damaged. If a lost card turns up again, cut it up.

    The same goes for a code token. Block a code app if the phone is gone, or if you think that others can get at it.

    Block your password at once if others may know it. If you can change it right away, that is enough.

rules-3-5-2-heading = 3.5.2 How to block
rules-3-5-2-text =
    You can block day and night under “Block NemID” or through the hotline in the control room. Your bank can help too, and so can citizen services if your NemID has a public digital signature.

    Give your name, your address if needed, and either your CPR number, your user ID or the number of the card. Say also whether it is the password or the card that is to be blocked.

    When the password is blocked, you are told when and why. The activity log shows the same.

rules-3-5-3-heading = 3.5.3 When we block
rules-3-5-3-text =
    We block your password if we have reason to believe that others know it, or if it has been typed wrong too many times. We block your code card if we have reason to believe that others know the codes.

    We block your whole NemID if you do not keep to the rules, if you gave wrong information when it was made, or when we learn that you have died.

rules-3-5-4-heading = 3.5.4 After a block
rules-3-5-4-text = If the password or your whole NemID is blocked, it cannot be used. If only the code card is blocked, some banks still let you look at your accounts, for example.

rules-3-6-heading = 3.6 If you no longer want NemID
rules-3-6-text = You can stop at any time. Then you can no longer use the services that need NemID either.

rules-3-7-heading = 3.7 Your personal data
rules-3-7-text =
    We use your name, your address and your CPR number to know who you are. We use your e-mail address for notices, for example when something is blocked, and your mobile number for messages, for example that a temporary password is on its way. If you got your NemID from a bank, we do so on the bank's behalf.

    For security we record when you use NemID, from which IP address and from which device. We record where you use it only if you choose so, and you can switch that off again at any time.

    Log files may also be stored on your own computer, phone or tablet. You are free to delete them.

    We keep the data for the rest of the year and five more years. Then they are deleted.

rules-3-8-heading = 3.8 If you want to complain or claim damages
rules-3-8-text = If it is about online banking, contact your bank, because your agreement with the bank is what counts. If it is about another service, contact that service or us.

rules-3-9-heading = 3.9 Codes by telephone
rules-3-9-text = Codes read out by telephone are meant above all for people who are blind or see poorly. Take just as good care of that telephone as others do of the code card. It must not be the one on which you type the code. If you lose it, or somebody misuses your line, block your password at once.

rules-3-10-heading = 3.10 When the rules change
rules-3-10-text = You can read about changes on this page at least three months before they apply. A change that security requires applies from the moment it is published here.

rules-4-heading = 4. Public digital signature
rules-4-text = These rules apply in addition to sections 2 and 3 when your NemID has a public digital signature. You may have two: one NemID for online banking and one for public sites, each with its own user ID and code card.

rules-4-1-heading = 4.1 What you consent to
rules-4-1-text =
    When you get a certificate, you consent to our looking up your name and address in CPR. You also consent to the public PID service being told which CPR number your signature belongs to, and to our fetching your PID number there if you have had a signature before.

    Public services can look you up in the PID service. A private service is given your CPR number only if you consent when you log on there.

    If you use the same NemID in the bank and at public sites, you consent to the bank and us exchanging what is necessary. If you no longer want that, block the certificate, or have the bank close your access to online banking. The other one keeps working.

rules-4-2-heading = 4.2 Your duties
rules-4-2-text =
    Make sure that the name and e-mail in your certificate are right. If you change either, you have to renew the certificate within 30 days. If you do not, and we find out, we block it.

    You must not use your certificate to make certificates for others.

rules-4-3-heading = 4.3 Blocking the certificate
rules-4-3-text =
    We block the certificate when you ask us to, and if we find that you do not keep to the rules.

    If you asked for it, we confirm the block in a signed e-mail or in a letter. The letter goes to your registered address or, if we do not know it, to the address that you gave us. If you did not ask for it, we tell you the reason both in a signed e-mail and in a letter where possible.

rules-4-4-heading = 4.4 Renewing the certificate
rules-4-4-text = A certificate is valid for four years at most. We write to you at least four weeks before it expires. As long as it is valid, you can renew it by means of the old one. If it has expired or is blocked, you have to order a new one.

rules-4-5-heading = 4.5 When you receive something signed
rules-4-5-text = Do not trust a digital signature before you have checked three things: that the sender's certificate has not expired, that it is not on the revocation list, and that it may be used for this purpose.

rules-4-6-heading = 4.6 Our liability for your certificate
rules-4-6-text =
    If your certificate is misused, the ordinary Danish rules on damages apply. If you have not kept to the rules for NemID yourself, we do not cover your loss.

    A claim for damages about your certificate is made against us, who issued it. If we cannot agree, the City Court of Copenhagen can decide.

rules-4-7-heading = 4.7 Our liability when you rely on the certificates of others
rules-4-7-text = If you suffer a loss because you had good reason to rely on somebody else's certificate, and we had made a mistake when we registered, issued or blocked it, we are liable. We are not liable if we can show that we acted with due care.

rules-5-heading = 5. If you want to know more
rules-5-text = Ask your bank, citizen services or the hotline in the control room.
