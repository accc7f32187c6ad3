### The rules for NemID in our own words. The keys follow the sections; an empty line in a text parts two paragraphs.
### “We” is whoever runs NemID: in the simulator the operator.

rules-title = Rules for NemID
rules-lead = This is what you agree to when you take NemID into use. If you use NemID in your netbank only, sections 2 and 3 hold. If you have a public digital signature too, section 4 comes on top.

rules-1-heading = 1. What NemID is
rules-1-text =
    A NemID is made of a user ID, a password and a code card. The card shows codes that work once each. You need all three to log on or to sign.

    If NemID is to work at public sites too, an OCES certificate belongs to it. That is your public digital signature. What your bank is liable for when you use NemID in the netbank stands in your agreement with the bank.

rules-2-heading = 2. Your signature binds you
rules-2-text = You answer for what you do with NemID. A text that you sign digitally binds you to its recipient just like a signature on paper. So read the text before you type the code.

rules-3-heading = 3. When you use NemID
rules-3-1-heading = 3.1 When your NemID is made
rules-3-1-text = Tell only what is true, and leave out nothing that we ask for. If it turns out to be wrong, we can block your NemID.

rules-3-2-heading = 3.2 How to keep it
rules-3-2-text =
    Keep user ID, password and code card where nobody else can get at them. You must not tell others your password or a code, and you must not lend the card. That goes for family, the bank and us as well. We never ask.

    Learn the password by heart. Write it neither down nor on the card, and never leave it together with the card.

    Make no copy of the card: Do not scan it, do not photograph it, and do not copy the codes to paper, phone or computer.

rules-3-3-heading = 3.3 How to use it safely
rules-3-3-text =
    Your NemID is for you alone. Make sure that nobody looks on while you type the password, and use a computer or phone whose system, browser and programs are up to date.

    Check regularly that you still have the card, and that nobody else has used your NemID. The activity log lets you follow that. If you choose to have recorded where you use NemID, you can see whether it names a place that you do not know.

rules-3-4-heading = 3.4 Temporary password
rules-3-4-text =
    The first time you use your NemID, you begin with a temporary password from a PIN letter. You get one as well when your password has been blocked.

    If others may have seen it, for example because the letter had been opened, do not use it. Ask us or your bank for a new one at once.

rules-3-5-heading = 3.5 Blocking
rules-3-5-1-heading = 3.5.1 When you have to block
rules-3-5-1-text =
    Block your code card at once if you have lost it, if others may have seen the codes, or if the letter with the card was not whole. If a lost card turns up again, cut it up.

    Block your password at once if others may know it. If you can change it right away, that is enough.

rules-3-5-2-heading = 3.5.2 How to block
rules-3-5-2-text =
    You can block day and night under “Block NemID” or through the hotline in the control room. Your bank can help too, and so can citizen services when your NemID has a public digital signature.

    Tell your name, your address if needed, and either CPR number, user ID or the number of the card. Tell also whether it is the password or the card that is to be blocked.

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
    We use your name, your address and your CPR number to know who you are. We use your e-mail for notices, for example when something is blocked, and your mobile number, for example, to say that a temporary password is on its way. If you got your NemID from a bank, we do so on the bank's behalf.

    For the sake of security we keep when you use NemID, from which IP address and from what kind of device. Where you use it we keep only if you choose so, and you can always choose otherwise again.

    The data are deleted once the year has ended and another five years have passed.

rules-3-8-heading = 3.8 If you want to complain or claim damages
rules-3-8-text = If it is about the netbank, turn to your bank, because your agreement with it is what counts. If it is about another service, turn to that service or to us.

rules-3-9-heading = 3.9 Codes by telephone
rules-3-9-text = Codes read out by telephone are meant above all for people who are blind or see poorly. Take care of that telephone as others do of the code card. It must not be the one on which you type the code. If you lose it, or somebody misuses your line, block your password at once.

rules-3-10-heading = 3.10 When the rules change
rules-3-10-text = You can read about changes on this page at least three months before they hold. A change that security calls for holds from the moment it stands here.

rules-4-heading = 4. Public digital signature
rules-4-text = This comes on top of sections 2 and 3 when your NemID has a public digital signature. You may have two: one NemID for the netbank and one for public sites, each with its own user ID and code card.

rules-4-1-heading = 4.1 What you consent to
rules-4-1-text =
    When you get a certificate, you consent to our looking up your name and address in CPR. You also consent that the public PID service learns which CPR number your signature belongs to, and that we fetch your PID number there if you have had a signature before.

    Public services can look you up in the PID service. A private service learns your CPR number only if you say yes when you log on.

    If you use the same NemID in the bank and at public sites, you consent that the bank and we exchange what is needed. If you no longer want that, block the certificate, or close the access in the bank. The other one keeps working.

rules-4-2-heading = 4.2 Your duties
rules-4-2-text =
    Make sure that the name and e-mail in your certificate are right. If you change either, you have to renew the certificate within 30 days. If you do not, and we find out, we block it.

    You must not use your certificate to make certificates for others.

rules-4-3-heading = 4.3 Blocking the certificate
rules-4-3-text =
    We block the certificate when you ask us to, and if we find that you do not keep to the rules.

    If you asked for it, you get a confirmation by e-mail or letter. If you did not, you are told the reason both ways, if we can reach you so.

rules-4-4-heading = 4.4 Renewing the certificate
rules-4-4-text = A certificate is valid for four years at most. No later than four weeks before it expires we write to you. As long as it is valid, you can renew it by means of the old one. If it has expired or is blocked, you have to order a new one.

rules-4-5-heading = 4.5 When you receive something signed
rules-4-5-text = Do not trust a digital signature before you have checked three things: that the sender's certificate has not expired, that it is not on the revocation list, and that it may be used for what it was used for.

rules-4-6-heading = 4.6 What we answer for as to your certificate
rules-4-6-text = If your certificate is misused, the ordinary rules of Danish law on damages hold. If you have not kept to the rules for NemID yourself, we do not cover your loss. If we cannot agree, the City Court of Copenhagen can decide.

rules-4-7-heading = 4.7 What we answer for when you trust others
rules-4-7-text = If you suffer a loss because you had good reason to trust somebody else's certificate, and we had made a mistake when we registered, issued or blocked it, we answer for it. We do not if we can show that we did what we should.

rules-5-heading = 5. If you want to know more
rules-5-text = Ask your bank, citizen services or the hotline in the control room.
