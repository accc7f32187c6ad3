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
label-cpr-number = CPR number
label-pin-letter-serial = Serial number on PIN letter
label-name = Name
label-address = Address
label-email = E-mail
label-mobile = Mobile number

