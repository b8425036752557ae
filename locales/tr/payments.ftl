pay-card = Şimdi kartla öde: { $total }
pay-or-room = Şimdi kartla ödeyin ya da oda hesabına yazdırıp ayrılırken resepsiyonda ödeyin.
pay-on-its-way = { $total } tutarında bir ödeme yolda. Yerler { $until } saatine kadar bekliyor.
pay-go-on = Ödemeye devam et
pay-trail = Paranız
pay-step-begun = { $amount }: ödeme başladı
pay-step-waiting = { $amount }: banka henüz yanıt vermedi
pay-step-captured = { $amount } kartla ödendi
pay-step-not-paid = { $amount }: banka ödemeyi kabul etmedi, para çekilmedi
pay-step-given-up = { $amount }: ödeme tamamlanmadı, para çekilmedi
pay-step-stuck = { $amount }: resepsiyon inceliyor
pay-step-refund-requested = { $amount } kartınıza geri dönüyor
pay-step-refund-sent = { $amount } bankanıza gönderildi
pay-step-refund-arrived = { $amount } yeniden bankanızda
pay-step-refund-failed = { $amount } henüz geri gönderilemedi, resepsiyon inceliyor
pay-receipt = Makbuz { $number }
pay-receipt-refund = Makbuz { $number }, iade
pay-receipt-at = Tarih
pay-receipt-guest = Misafir
pay-receipt-room = Oda
pay-receipt-means = Ödeme
pay-receipt-means-back = İade
pay-receipt-card = Kart
pay-receipt-total = Toplam
pay-receipt-tax = { $amount } tutarına dahil % { $rate } vergi
pay-receipt-paired = İlgili makbuz
pay-cancel-back = Şu anda iptal ücretsiz. { $total } kartınıza geri döner.
pay-cancel-part = Şimdi iptal ederseniz { $kept } kesilir, { $returned } kartınıza geri döner.
pay-cancel-nothing = Şimdi iptal ederseniz { $kept } tutarının tamamı kesilir.
pay-cancelled-kept = İptal edildi. { $kept } kesildi, { $returned } kartınıza geri dönüyor.
pay-refused-paying = Bunun için bir ödeme yolda. Lütfen bankanın yanıtını biraz bekleyip yeniden deneyin.
pay-refused-card = Şu anda kartla ödeme çalışmıyor. Yerler hâlâ sizin: oda hesabına yazdırın ya da biraz sonra yeniden deneyin.
pay-cancelled-all = İptal edildi. { $kept } tutarının tamamı kesildi.
pay-ended = Yerler yeniden başkalarına açık. Para çekildiyse tamamı kartınıza geri döner; yolunu aşağıda görürsünüz.
pay-step-taken-at-desk = { $amount } resepsiyonda ödendi
pay-step-hand-out = { $amount } resepsiyonda sizi bekliyor
pay-step-handed-out = { $amount } resepsiyonda size geri verildi
pay-method-cash = Nakit
pay-method-terminal = Kart, resepsiyonda
pay-method-transfer = Banka havalesi
pay-cancel-back-desk = Şu anda iptal ücretsiz. { $total } resepsiyonda geri verilir.
pay-cancel-part-desk = Şimdi iptal ederseniz { $kept } kesilir, { $returned } resepsiyonda geri verilir.
pay-cancelled-kept-desk = İptal edildi. { $kept } kesildi, { $returned } resepsiyonda geri verilir.
pay-on-its-way-room = { $total } tutarında bir ödeme yolda.
pay-no-card = Şu anda kartla ödeme çalışmıyor. Tutar oda hesabınızda kalıyor: biraz sonra yeniden deneyin ya da resepsiyonda ödeyin.
pay-owed = { $total } oda hesabınıza yazıldı. Ayrılırken ya da şimdi ödeyebilirsiniz.
pay-how = Nasıl ödemek istersiniz?
pay-invoice = Bana hesabı gönderin
pay-invoice-hint = Hesabı resepsiyon gönderir, yerleriniz { $until } saatine kadar ödemeyi bekler.
pay-invoiced = Resepsiyon size hesabı gönderiyor. Yerleriniz { $until } saatine kadar ödemeyi bekliyor.
pay-desk = Resepsiyonda öde
pay-desk-hint = Yerleriniz hemen ayrılır. Lütfen başlamadan önce ödeyin.
pay-desk-due = Lütfen başlamadan önce resepsiyonda { $total } ödeyin.
pay-refused-way = Bu şekilde ödenemiyor. Lütfen başka bir yol seçin.
pay-receipt-pdf = PDF indir
pay-fiscal-waiting = Makbuz yazar kasaya iletildi. Mali numarası burada kendiliğinden görünecek.
pay-fiscal-number = Mali numara
pay-fiscal-sign = Mali imza
pay-fiscal-at = Kayıt zamanı
pay-fiscal-check = Makbuzu doğrula
pay-because-missed = biri gelmediği için
pay-because-guarantee = siz istediğiniz için
pay-method-points = Puan
pay-step-points = { $amount } puanla ödendi
pay-step-points-back = { $amount } değerindeki puanlar yeniden sizin
pay-step-kept = { $amount } geri verilmiyor
pay-because-came = geldiğiniz için depozito
pay-cancel-back-points = Şu anda iptal ücretsiz. { $total } değerindeki puanlar yeniden sizin olur.
pay-cancel-part-points = Şimdi iptal ederseniz { $kept } alıkonur, { $returned } değerindeki puanlar yeniden sizin olur.
pay-cancelled-kept-points = İptal edildi. { $kept } alıkondu, { $returned } değerindeki puanlar yeniden sizin.
points-title = Puanlar
points-hint = Rezervasyon ve siparişlerinizi bunlarla ödeyebilirsiniz. Önce süresi erken dolan kullanılır.
points-few = Bunun için yeterli puan yok. Lütfen başka bir ödeme yolu seçin.
points-not = Puan kullanma
points-rest = Geriye başka bir yolla ödenecek { $left } kalır.
points-by = Puanla
points-left = Ödenecek
points-have = { $n ->
    [one] { $n } puan, değeri { $amount }
   *[other] { $n } puan, değeri { $amount }
}
points-until = { $n ->
    [one] { $n } puan, son gün: { $day }
   *[other] { $n } puan, son gün: { $day }
}
points-use = { $n ->
    [one] { $amount } tutarı { $n } puanla öde
   *[other] { $amount } tutarı { $n } puanla öde
}
points-kept = { $n ->
    [one] { $n } puan bunun için ayrıldı, rezervasyonla kullanılır.
   *[other] { $n } puan bunun için ayrıldı, rezervasyonla kullanılır.
}
points-book = { $n ->
    [one] { $n } puanla rezervasyon yap
   *[other] { $n } puanla rezervasyon yap
}
pay-part = Yalnız bir kısmını öde
pay-part-amount = Ne kadar, { $symbol }
pay-quote-free = Şu anda iptal ücretsiz.
pay-quote-kept = Şimdi iptal ederseniz { $kept } alıkonur.
pay-quote-bill = { $amount } oda hesabından düşülür.
pay-quote-card = { $amount } kartınıza geri döner.
pay-quote-desk = { $amount } tutarını resepsiyon size verir.
pay-quote-points = { $amount } değerindeki puanlar yeniden sizin olur.
pay-cancelled-kept-some = İptal edildi. { $kept } alıkondu; geri gelenler aşağıda.
