sign-in-title = Herzlich willkommen
sign-in-lead = Melden Sie sich mit dem Zettel an, den Sie an der Rezeption bekommen haben.
sign-in-login = Anmeldename
sign-in-login-hint = Neun Buchstaben und Ziffern. Kleinbuchstaben und Leerzeichen sind in Ordnung.
sign-in-password = Passwort
sign-in-show = Zeigen
sign-in-hide = Verbergen
sign-in-button = Anmelden
sign-in-scan = Noch einfacher: Richten Sie die Kamera des Telefons auf den quadratischen Code auf dem Zettel.
sign-in-look-around = Ohne Anmeldung umsehen
sign-in-wrong = Anmeldename und Passwort gehören nicht zusammen. Sehen Sie noch einmal auf den Zettel oder fragen Sie an der Rezeption.
sign-in-mistyped = Der Anmeldename stimmt nicht ganz. Vergleichen Sie ihn Zeichen für Zeichen mit dem Zettel: Eines weicht ab.
sign-in-not-yet = Ihr Aufenthalt beginnt am { $day }. Von diesem Tag an öffnet Ihnen der Zettel Ihren Bereich.
sign-in-ended = Dieser Zettel gilt nicht mehr. An der Rezeption druckt man Ihnen gern einen neuen.
sign-in-early = Ihr Aufenthalt hat noch nicht begonnen. Am Tag Ihrer Anreise öffnet Ihnen der Zettel Ihren Bereich.
sign-in-link-wrong = Dieser Link gilt nicht. Melden Sie sich mit Anmeldename und Passwort vom Zettel an.
sign-in-signed-out = Sie sind abgemeldet. Auf diesem Telefon ist nichts von Ihnen zurückgeblieben.
sign-in-layout = Ihre Tastatur scheint auf Kyrillisch eingestellt zu sein.
sign-in-layout-read = Ihre Tastatur ist auf Kyrillisch eingestellt. Wir lesen es als { $login }.
sign-in-layout-told = Ihre Tastatur war auf Kyrillisch eingestellt. Wir haben Sie trotzdem verstanden.
sign-out = Abmelden
fault-sign-in = Bitte melden Sie sich zuerst mit Ihrem Zettel an.
fault-not-found = Das können wir nicht finden. Vielleicht wurde es entfernt.
fault-read-only = Ihr Aufenthalt ist zu Ende. Sie können dies noch lesen, aber nicht mehr ändern.
fault-not-allowed = Ihre Rolle erlaubt das nicht.
fault-too-many = { $n ->
    [one] Zu viele Versuche. Bitte warten Sie { $n } Sekunde und versuchen Sie es noch einmal.
   *[other] Zu viele Versuche. Bitte warten Sie { $n } Sekunden und versuchen Sie es noch einmal.
}
fault-field = Eine der Angaben passt noch nicht. Bitte sehen Sie das Formular noch einmal durch.
fault-malformed = Das Formular kam unvollständig an. Bitte gehen Sie zurück und senden Sie es noch einmal.
fault-try-again = Bei uns ist etwas schiefgegangen. Es wurde nichts geändert; bitte versuchen Sie es noch einmal.
scan-button = Mit der Kamera scannen
scan-refused = Es gibt keine Kamera, oder diese Seite darf sie nicht benutzen. Geben Sie den Code ein.
scan-close = Schließen
