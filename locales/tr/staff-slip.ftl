# Bunlar konuğun kartına, konuğun dilinde basılır.
slip-welcome = Hoş geldiniz
slip-lead = Tatiliniz telefonunuzda: neler var, neler dahil, hepsi iki dokunuşta.
slip-login = Kullanıcı adı
slip-password = Parola
slip-scan = Okutun
slip-choose = Seçin
slip-enjoy = Keyfini çıkarın
slip-wifi = Wi-Fi
slip-help = Olmazsa: { $address } adresini açıp kullanıcı adını ve parolayı yazın veya { $phone } numarasını arayın. Lütfen bu kartı kimseye vermeyin.
