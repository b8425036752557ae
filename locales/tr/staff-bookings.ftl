bookings-day = Gün
bookings-day-before = Önceki gün
bookings-day-after = Sonraki gün
bookings-none = Bu gün bir şey yapılmıyor.
bookings-taken = { $taken } / { $capacity }
bookings-full = Dolu
bookings-held = { $n ->
    [one] { $n } yer tutuldu
   *[other] { $n } yer tutuldu
}
bookings-arrived = { $n ->
    [one] { $n } kişi geldi
   *[other] { $n } kişi geldi
}
bookings-until = bitiş { $until }, { $place }
bookings-who = Kim geliyor
bookings-answers = Bilmekte yarar var
bookings-ticket = Bilet
booking-desk-confirmed = Onaylandı
booking-desk-held = Tutuldu, onaylanmadı
tickets-code = Bilet kodu
tickets-hint = Kare kodu kamerayla okutun veya altındaki harfleri yazın. Boşluklar ve küçük harfler sorun değil.
tickets-look = Bak
tickets-must-pay = { $name }: önce resepsiyonda { $owed } ödenmeli. { $title }.
tickets-check-in = İçeri al
tickets-where = Nerede
tickets-others = Aynı rezervasyon
tickets-age = { $age } yaşında
tickets-good = Bugün geçerli
tickets-other-day = Başka bir gün için
tickets-in-at = Giriş { $at }, { $by }
tickets-admitted = { $name } girebilir: { $title }, { $wall }.
tickets-already = { $name } zaten içeride, saat { $at }. İçeri alan: { $by }.
tickets-wrong-day = Bu bilet başka bir gün için: { $day }, { $wall }.
tickets-cancelled = Bu bilet artık geçerli değil: { $title }, { $name } için iptal edildi.
tickets-unknown = Bu kodla bir bilet yok. Harf harf karşılaştırın veya konuğu oda numarasından bulun.
tickets-scan-hint = Misafirin kodunu kameraya tutun.
