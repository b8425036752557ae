# These are printed on the guest's slip, in the guest's language.
slip-welcome = Welcome
slip-lead = Your stay on your phone: what is on, what is included, everything in two taps.
slip-login = Login
slip-password = Password
slip-scan = Scan
slip-choose = Choose
slip-enjoy = Enjoy
slip-wifi = Wi-Fi
slip-help = If it does not work: open { $address } and type login and password, or call { $phone }. Please keep this slip to yourself.
