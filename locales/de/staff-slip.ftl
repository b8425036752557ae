# Das wird auf den Zettel des Gastes gedruckt, in seiner Sprache.
slip-welcome = Herzlich willkommen
slip-lead = Ihr Urlaub auf dem Telefon: was läuft, was inklusive ist, alles mit zwei Berührungen.
slip-login = Anmeldename
slip-password = Passwort
slip-scan = Scannen
slip-choose = Auswählen
slip-enjoy = Genießen
slip-wifi = WLAN
slip-help = Falls es nicht klappt: { $address } öffnen und Anmeldename und Passwort eintippen, oder { $phone } anrufen. Bitte geben Sie diesen Zettel nicht weiter.
