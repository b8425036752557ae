staff-sign-in-title = Cabana konsolu
staff-login = Kullanıcı adı
staff-sign-in-wrong = Kullanıcı adı ile parola birbirine uymuyor.
console-menu = Konsol
console-today = Bugün
console-orders = Siparişler
console-bookings = Rezervasyonlar
console-tickets = Bilet girişi
console-stays = Konaklamalar
console-money = Para
console-slips = Kartlar
console-demand = Talep
console-log = Kayıt defteri
console-role-desk = Resepsiyon
console-role-service = Servis
console-role-manager = Yönetici
today-tile-waiting = Yeni siparişler
today-tile-under-way = Hazırlanıyor
today-tile-arrivals = Gelenler
today-tile-departures = Ayrılanlar
today-tile-in-house = Bu gece konuk
today-orders = Bekleyen siparişler
today-no-orders = Bekleyen bir şey yok. Yeni sipariş burada kendiliğinden görünür.
today-bookings = Son 24 saatte yapılan, taşınan ya da iptal edilen rezervasyonlar
today-no-bookings = Son zamanlarda rezervasyon yapılmadı. Yenisi burada kendiliğinden görünür.
today-arrivals = Bugün gelenler
today-no-arrivals = Bugün gelen yok.
today-departures = Bugün ayrılanlar
today-no-departures = Bugün ayrılan yok.
today-print-slips = Kartlarını yazdırın
today-all = Tümünü göster
today-just-now = az önce
today-not-due = daha sonra
today-ago = { $time } önce
today-day-at = { $day }, { $at }
today-what = Ne
today-when = Ne zaman
today-people = Kişi
today-made = Son değişiklik
today-cancelled = İptal edildi
today-signed-in = Giriş yaptı
today-party = { $n ->
    [one] { $n } kişi
   *[other] { $n } kişi
}
log-when = Ne zaman
log-who = Kim
log-what = Ne yaptı
log-about = Konu
log-before = Önce
log-after = Sonra
log-reason = Neden
log-pages = Kayıt sayfaları
log-older = Daha eski
log-newest = En yeni
log-empty = Henüz bir kayıt yok.
log-managers-only = Kayıt defterini yalnızca yöneticiler okuyabilir.
log-stay = Konaklama { $number }
log-order = Sipariş { $number }
log-deed = { $deed ->
    [stay_made] Konaklama açtı
    [stay_changed] Konaklamayı değiştirdi
    [cap_set] Birinin harcama sınırını değiştirdi
    [slip_made] Kart çıkardı
    [slip_shown] Karta baktı
    [slip_replaced] Yeni kart çıkardı
    [order_moved] Siparişi ilerletti
    [check-in] Bileti içeri aldı
    [waitlist-priority] Bekleme listesini değiştirdi
    [waitlist-off] Bekleme listesinden çıkardı
    [receipt_tried] Yazar kasaya yeniden sordu
    [check_in_undone] Girişi geri aldı
    [missed] Gelmediğini bildirdi
    [missed_undone] Gelmedi notunu geri aldı
    [money_given] Parayı geri verdi
    [money_declined] Parayı geri vermedi
    [beyond_allowed] Ek yere izin verdi
    [let_in_twice] İki kez içeri alındığını gördü
    [sessions_changed] Etkinlikleri değiştirdi
    [payment_taken] Ödeme aldı
    [points_given] Puan verdi
    [refund_handed_out] Para verdi
    [refund_again] İadeyi yeniden istedi
    [payment_closed] Bir ödemeyi kapattı
    [left_on_the_bill] Oda hesabında bıraktı
    [hold_kept] Yeri daha uzun tuttu
    [hold_released] Tutulan yeri geri verdi
    [called_off] İptal etti
    [reopened] Yeniden açtı
    [booking_kept] Rezervasyonu bıraktı
    [booking_moved] Rezervasyonun zamanını değiştirdi
    [booking_cancelled] Rezervasyonu iptal etti
    [resort_imported] Tesis verilerini aktardı
    [second_factor_on] İkinci adımı açtı
    [second_factor_off] İkinci adımı kapattı
    [second_factor_forgotten] İkinci adım kaldırıldı
    [signed_in] Giriş yaptı
    [signed_out] Çıkış yaptı
   *[other] { $deed }
}
staff-code = Altı rakam
staff-code-hint = Telefonunuzdaki doğrulama uygulamasından.
staff-code-needed = Hesabınızda ikinci adım açık: parolanızı ve uygulamadaki altı rakamı girin.
staff-code-wrong = Uygulama şu anda başka rakamlar gösteriyor ya da bunlar zaten kullanıldı. Sonrakileri bekleyin.
account-second-factor = Girişte ikinci adım
account-off = Bu kodu bir doğrulama uygulamasıyla tarayın. Bundan sonra konsol, parolanın yanında altı rakam da sorar.
account-qr = Doğrulama uygulaması için QR kodu
account-typed = Ya da uygulamaya bu anahtarı yazın:
account-turn-on = Aç
account-on = İkinci adım açık. Konsol her girişte uygulamadaki altı rakamı sorar.
account-turn-off = Kapat
today-moved = Taşındı
log-version = sürüm { $version }
log-import = { $kind }: { $new } yeni, { $changed } değişti, { $archived } arşive
log-kind = { $kind ->
    [rooms] odalar
    [packages] paketler
    [categories] kategoriler
    [resources] kaynaklar
    [offers] teklifler
    [places] yerler
    [pages] rehber sayfaları
    [staff] personel
   *[other] { $kind }
}
log-subject = { $subject ->
    [booking] Rezervasyon { $number }
    [session] Seans { $number }
    [resource] Kort, oda veya kişi { $number }
    [offer] Teklif { $number }
    [resort] Tesis
    [console] Konsol
    [waitlist] Bekleme listesi kaydı { $number }
    [receipt] Makbuz, kayıt { $number }
   *[other] { $subject } { $number }
}
log-on-the-bill = Oda hesabında
log-called-off = kalan: { $kept }, taşınan: { $moved }, iptal edilen: { $cancelled }
