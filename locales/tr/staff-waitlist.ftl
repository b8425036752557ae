waitlist-title = Bekleme listesi
waitlist-none = Bu gün için bekleyen yok.
waitlist-waiting = { $n ->
    [one] Bekleme listesinde { $n } grup
   *[other] Bekleme listesinde { $n } grup
}
waitlist-people = Kişi
waitlist-times = Başlangıç
waitlist-since = Bekliyor
waitlist-waits = Bekliyor
waitlist-offered = Önerildi, son saat { $until }
waitlist-passed-over = { $n ->
    [one] Yalnızca { $n } yer boş
   *[other] Yalnızca { $n } yer boş
}
waitlist-first = Öncelikli
waitlist-change = Değiştir
waitlist-change-of = Sırayı değiştir: { $name }
waitlist-let-first = Öne al
waitlist-in-turn = Sırasına koy
waitlist-off = Listeden çıkar
console-reason-needed = Lütfen nedenini yazın. Kayıtlarda kalır.
