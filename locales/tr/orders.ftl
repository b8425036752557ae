order-title = Odanıza
order-lead = Dilediğinizi seçin, kapınıza kadar getirelim.
order-none = Odaya henüz sipariş verilemiyor. Resepsiyon size memnuniyetle yardımcı olur.
order-parts = Menünün bölümleri
order-used-up = dahil olan hakkınız doldu
order-included-n = { $n ->
    [one] { $n } adedi dahil
   *[other] { $n } adedi dahil
}
order-opens = Saat { $time } itibarıyla
order-opens-on = { $day }, saat { $time } itibarıyla
order-closed = Şu anda sunulmuyor
order-closed-now = Şu anda sunulmuyor. { $day }, saat { $time } itibarıyla. O saat için şimdiden sipariş verebilirsiniz.
order-in-basket = { $n ->
    [one] Sepette { $n } adet
   *[other] Sepette { $n } adet
}
order-add = Ekle
order-add-one = Sepete ekle: { $title }
order-choose = Seç
order-choose-one = Seç: { $title }
order-added = { $title }: artık sepetinizde.
order-option = Hangisini istersiniz?
order-extra = + { $price }
order-optional = { $question } (isterseniz)
order-no-matter = Fark etmez
order-answer-hint = { $n ->
    [one] En fazla { $n } karakter.
   *[other] En fazla { $n } karakter.
}
order-how-many = Kaç adet
order-how-many-of = Kaç adet: { $title }
order-less = Bir eksilt: { $title }
order-more = Bir artır: { $title }
order-add-to-basket = Sepete ekle
order-served = Servis saatleri
order-always = Günün her saati
order-hours = { $from } – { $to }
order-takes = Genellikle size ulaşma süresi
order-price-of-one = Bir adedin fiyatı
order-back = Menüye dön
order-back-history = Geçmişe dön
order-times = { $count } ×
order-moment = { $day }, { $time }
order-number = Sipariş { $order }
order-state-placed = Alındı
order-state-accepted = Hazırlanıyor
order-state-on-its-way = Yolda
order-state-delivered = Teslim edildi
order-state-declined = Kabul edilemedi
order-state-cancelled = İptal edildi
order-stage-placed = Siparişinizi aldık, birazdan ilgileniyoruz.
order-stage-accepted = Siparişinizi hazırlıyoruz.
order-stage-on-its-way = Siparişiniz odanıza doğru yolda.
order-stage-expected = Siparişiniz yolda; yaklaşık saat { $wall } gibi sizde olacak.
order-stage-delivered = Siparişiniz teslim edildi. Keyfini çıkarın.
order-stage-declined = Üzgünüz, bu kez getiremiyoruz. Bunun için hiçbir şey ödemezsiniz.
order-stage-cancelled = Bu siparişi geri aldınız. Bunun için hiçbir şey ödemezsiniz.
order-reason = Nedeni: { $reason }
order-when = Teslim zamanı
order-placed-at = Sipariş zamanı
order-what = Sipariş ettikleriniz
order-history = Ne zaman ne oldu
order-by-staff = { $name }, ekibimiz
order-by-reason = { $who }: { $reason }
order-on-the-bill = Oda hesabınıza yazıldı.
order-taken-off = Oda hesabınızdan düşüldü.
order-cancel = Siparişi iptal et
order-cancel-hint = Hazırlamaya başlayana kadar iptal edebilirsiniz.
order-again = Yeniden sipariş ver
order-no-empty = Sepetiniz boş. Önce bir şey ekleyin.
order-no-full = Sepete daha fazlası sığmıyor. Hiçbir şey kaybolmadı: lütfen önce bu siparişi, sonra bir sonrakini verin.
order-no-gone = Sepetinizdeki bir şey artık sunulmuyor. Geri kalanı duruyor; lütfen bir kez daha bakın.
order-no-answer = { $title }: lütfen önce “{ $question }” sorusunu yanıtlayın.
order-no-closed = { $title } o saatte sunulmuyor. Sepetiniz duruyor; lütfen başka bir saat seçin.
order-no-closed-until = { $title } o saatte sunulmuyor; bir sonraki: { $day }, saat { $time } itibarıyla. Sepetiniz duruyor; lütfen başka bir saat seçin.
order-no-young = { $title }, { $age } yaş ve üzeri misafirlerimiz içindir.
order-no-past = O saat geçti. Sepetiniz duruyor; lütfen daha geç bir saat seçin.
order-no-stay = O gün konaklamanızın dışında. Lütfen başka bir gün seçin.
order-no-note = { $n ->
    [one] Notunuz çok uzun: en fazla { $n } karakter. Lütfen kısaltın.
   *[other] Notunuz çok uzun: en fazla { $n } karakter. Lütfen kısaltın.
}
order-no-price = Tutar değişti: şimdi { $total }. Henüz hiçbir şey sipariş edilmedi. Uygunsa siparişi bir kez daha verin.
order-no-sent = Bu sepet daha önce { $order } numaralı sipariş olarak gönderildi. İkinci kez sipariş edilmedi.
order-no-late = Sipariş artık iptal edilemiyor. Durumu: { $state }. Resepsiyon size memnuniyetle yardımcı olur.
order-no-changed = Bu sipariş bu arada başkası tarafından değiştirildi. Şimdiki durumu: { $state }.
order-no-step = Bu adım mümkün değil. Siparişin durumu: { $state }.
order-no-reason = Lütfen misafire bir neden belirtin.
basket-title = Sepetiniz
basket-pieces = { $n ->
    [one] { $n } adet
   *[other] { $n } adet
}
basket-open = Sepeti gör
basket-empty = Sepetiniz boş. Yatağa kahvaltı, taze meyve suyu, bir yastık daha: hepsi birkaç dokunuş uzağınızda.
basket-to-menu = Menüye
basket-more = Başka bir şey ekle
basket-gone = Sepetinizdeki bir şey artık sunulmuyor, bu yüzden çıkardık.
basket-note = Bilmemiz gereken bir şey var mı?
basket-note-hint = { $n ->
    [one] Alerji, hafifçe çalın, kapıya bırakın… En fazla { $n } karakter.
   *[other] Alerji, hafifçe çalın, kapıya bırakın… En fazla { $n } karakter.
}
basket-when = Ne zaman getirelim?
basket-now = Hazır olur olmaz
basket-later = Seçeceğim bir saatte
basket-day = Gün
basket-day-total = { $day }: { $total }
basket-time = Saat
basket-time-hint = Tesisin yerel saati.
basket-total = Toplam
basket-to-room = { $room } numaralı odanın hesabına yazılır
basket-nothing-to-pay = Ödenecek bir şey yok.
basket-prices-before = Paketinize dahil olanlar, giriş yaptığınızda düşülür.
basket-place = Siparişi ver
basket-sign-in = Giriş yapıp sipariş ver
basket-waits = Sepetiniz burada sizi bekler.
basket-see-order = Siparişi gör
bill-title = Oda hesabı
bill-back = “Ben” sayfasına dön
bill-lead = Konaklamanız boyunca { $room } numaralı odaya yazılan her şey.
bill-empty = Oda hesabınıza bir şey yazılmadı. Ücretli rezervasyon ve siparişleriniz burada görünür.
bill-booking = Rezervasyon
bill-reversal = Hesaptan düşüldü
bill-total = Şimdiye kadarki toplam
bill-settle = Ayrılmadan önce resepsiyonda ödersiniz.
history-title = Geçmiş
history-coming = Sırada
history-past = Geçmiş olanlar
history-empty = Henüz bir şey yok. Rezervasyon ve siparişlerinizi burada bulacaksınız.
history-and-more = { $n ->
    [one] { $title } ve { $n } kalem daha
   *[other] { $title } ve { $n } kalem daha
}
history-held = Sizin için ayrıldı
history-confirmed = Rezerve edildi
history-over = Bitti
history-lapsed = Onaylanmadı
history-released = Geri verildi
history-cancelled = İptal edildi
basket-other-days = Başka bir gün
bill-paid = Kartla ödendi
bill-paid-at-desk = Resepsiyonda ödendi
bill-handed-out = Resepsiyonda geri verildi
bill-returned = Karta iade
