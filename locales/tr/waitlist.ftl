wait-title = Bekleme listesi
wait-lead = Yer açılınca sizin için { $time } tutar ve buradan haber veririz; gece asla.
wait-waiting = { $n ->
    [0] Bekleyen başka kimse yok.
    [one] Şimdiden { $n } grup bekliyor.
   *[other] Şimdiden { $n } grup bekliyor.
}
wait-short = Hepinize yetecek yer yok mu?
wait-others = Başka gelmek isteyen var mı?
wait-who = Kimler gelir?
wait-range = Hangi başlangıç size uyar?
wait-from = En erken
wait-to = En geç
wait-auto = Şundan fazla tutmazsa hemen bizim için ayırın
wait-most = En fazla
wait-auto-note = Oda hesabınıza yazılır. Haber verdikten sonra { $time } boyunca iptal ücretsizdir.
wait-join = Bekleme listesine gir
wait-place = { $n ->
    [1] Sıradaki sizsiniz.
   *[other] Sırada { $n }. yerdesiniz.
}
wait-at = { $names }, saat { $wall }.
wait-between = { $names }, saat { $from } ile { $to } arası.
wait-at-once = { $total } tutarına kadar hemen ayrılır.
wait-leave = Listeden çık
wait-lines = Yer bekledikleriniz
wait-sign-in = Bekleme listesi için giriş yapın
book-offered-lead = Beklediğiniz yer açıldı. Saat { $until } olana kadar sizin için tutuluyor.
book-offered-decline = Hayır, teşekkürler
book-fact-offered = { $n ->
    [one] { $n } yer açıldı ve önerildi
   *[other] { $n } yer açıldı ve önerildi
}
book-refused-room = Şu anda yer var, beklemeye gerek yok. Yerleri hemen tutabilirsiniz.
book-refused-lines = Zaten on şeyi bekliyorsunuz. Önce birinin listesinden çıkın.
notice-place-offered = Yer açıldı: { $title }, { $day }, saat { $wall } ({ $total }). Saat { $until } olana kadar sizin; almak ya da listeden çıkmak için açın.
notice-place-booked = Bekleme listesinden ayrıldı: { $title }, { $day }, saat { $wall } ({ $total }). Saat { $until } olana kadar iptal ücretsiz.
notice-offer-over = { $title }, { $day }, saat { $wall }: yer artık sizin için tutulmuyor. Doluysa bekleme listesine yeniden girebilirsiniz.
