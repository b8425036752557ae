staff-sign-in-title = Cabana console
staff-login = Login
staff-sign-in-wrong = Login and password do not belong together.
