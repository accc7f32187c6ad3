### Forms: what all fields have in common.

form-optional = optional
form-fault = Error
form-faults = { $count ->
    [one] There is one thing to correct
   *[other] There are { $count } things to correct
}

button-next = Next
button-cancel = Cancel
button-ok = OK

label-nemid-number = NemID number
label-temporary-password = Temporary password
label-user-id = User ID
label-password = Password
label-new-password = New password
label-new-password-again = New password again
label-key = Code
label-key-card-number = Code card number
label-token-code = Code from the token
label-carrier-number = Number of code token or code app
label-cpr-number = CPR number
label-pin-letter-serial = Serial number on PIN letter
label-name = Name
label-address = Address
label-email = E-mail
label-mobile = Mobile number

## Fields that were left empty: what the field asks for

empty-cpr-number-shape = Type the CPR number.
empty-nemid-number-shape = Type the NemID number.
empty-key-card-number-shape = Type the code card number.
empty-pin-letter-serial-shape = Type the serial number on the PIN letter.
empty-key-shape = Type the code.
empty-temporary-password-shape = Type the temporary password.
empty-document-number-shape = Type the number of your passport or driving licence.
empty-person-name-shape = Type your name.
empty-street-shape = Type street and number.
empty-postcode-shape = Type the postcode.
empty-town-shape = Type the name of the town.
empty-certificate-serial-shape = Type the serial number.
empty-password-too-short = Type a new password.
empty-payment-amount = Type the amount.
empty-payment-account = Type the account number.
empty-fault-title = Type the job title.

day-part-day = Day
day-part-month = Month
day-part-year = Year
day-missing-dag = Type the day too, such as 4.
day-missing-maaned = Type the month too, such as 3 for March.
day-missing-aar = Type the year too, such as 2019.
day-wrong-dag = Type the day as a number from 1 to 31.
day-wrong-maaned = Type the month as a number from 1 to 12.
day-wrong-aar = Type the year with four digits, such as 2019.
day-not-there = There is no such day in that month. Correct the date.
