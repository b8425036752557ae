sign-in-title = Welcome
sign-in-lead = Sign in with the slip you got at the desk.
sign-in-login = Login
sign-in-login-hint = Nine letters and digits. Small letters and spaces are fine.
sign-in-password = Password
sign-in-show = Show
sign-in-hide = Hide
sign-in-button = Sign in
sign-in-scan = Easier still: point the phone’s camera at the square code on the slip.
sign-in-look-around = Look around without signing in
sign-in-wrong = The login and the password do not belong together. Look at the slip once more, or ask at the desk.
sign-in-mistyped = This is not quite a login. Compare it with the slip letter by letter: one of them differs.
sign-in-not-yet = Your stay begins on { $day }. Your slip opens the cabinet from that day on.
sign-in-ended = This slip is no longer valid. The desk will gladly print a new one.
sign-in-early = Your stay has not begun yet. Your slip opens the cabinet on the day you arrive.
sign-in-link-wrong = This link is not valid. Sign in with the login and the password from the slip.
sign-in-signed-out = You are signed out. Nothing of yours is left on this phone.
sign-in-layout = Your keyboard seems to be set to Cyrillic.
sign-in-layout-read = Your keyboard is set to Cyrillic. We read it as { $login }.
sign-in-layout-told = Your keyboard was set to Cyrillic. We understood you all the same.
sign-out = Sign out
fault-sign-in = Please sign in with your slip first.
fault-not-found = We cannot find this. It may have been removed.
fault-read-only = Your stay is over, so this can be read but not changed.
fault-not-allowed = Your role does not allow this.
fault-too-many = { $n ->
    [one] Too many attempts. Please wait a second and try again.
   *[other] Too many attempts. Please wait { $n } seconds and try again.
}
fault-field = One of the answers could not be used. Please look at the form once more.
fault-malformed = The form arrived incomplete. Please go back and send it again.
fault-try-again = Something went wrong on our side. Nothing was changed; please try again.
scan-button = Scan with the camera
scan-refused = The camera is not there, or this page may not use it. Type the code instead.
scan-close = Close
