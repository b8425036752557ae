book-places-left = { $n ->
    [one] { $n } yer kaldı
   *[other] { $n } yer kaldı
}
book-title = Yer ayırt
book-days = Günler
book-month = Ay
book-strip = Günlere dön
book-month-before = Önceki ay
book-month-after = Sonraki ay
book-day-mine = { $n ->
    [one] { $day }, { $n } rezervasyonunuz var
   *[other] { $day }, { $n } rezervasyonunuz var
}
book-day-nothing = { $day }, boş yer yok
book-morning = Sabah
book-afternoon = Öğleden sonra
book-evening = Akşam
book-own = Dilediğiniz saatte
book-what = Ne yapalım
book-all = Hepsi
book-fitting = Bize uygun
book-empty = Bu gün için burada bir şey yok. Başka günlerde daha fazlası var.
book-empty-filtered = Bu gün böyle bir şey yok. Başka bir gün seçin ya da hepsine göz atın.
book-everything = Hepsini göster
book-past = Bu gün geride kaldı.
book-after-departure = Ayrılış gününüz: { $day }. Sonraki günlere bakabilir, ama yer ayırtamazsınız.
book-before-arrival = Konaklamanızın ilk günü: { $day }.
book-none = Bu gün boş saat yok.
book-next = En yakın boş saatler
book-times = Saatler
book-all-times = Tüm saatler
book-full = Dolu, bekleme listesi açık
book-held-by-others = Şu anda dolu. Birileri henüz karar veriyor; saat { $wall } gibi yer açılabilir
book-held-short = saat { $wall } gibi açılabilir
book-yours = Katılıyorsunuz
book-yours-held = Sizin için ayrıldı
book-over = Başladı
book-closed = Rezervasyon kapandı
book-opens = Rezervasyon başlangıcı: { $day }
book-not-yet-here = Gelişinizden önce
book-gone-then = Ayrılışınızdan sonra
book-called-off = Yapılmayacak
book-no-age-fits = Başka yaşlar için
book-from-to = { $from } – { $to }
book-when = Ne zaman
book-where = Nerede
book-length = Ne kadar sürer
book-whom = Kimler için
book-bring = Yanınıza alın
book-who = Kimler geliyor?
book-join-who = Başka kim geliyor?
book-years = { $n ->
    [0] bir yaşından küçük
    [one] { $n } yaş
   *[other] { $n } yaş
}
book-too-young = { $n } yaş ve üzeri
book-too-old = { $n } yaşına kadar
book-is-going = zaten katılıyor
book-has-other = { $title }, saat { $wall }
book-too-far = { $title }, saat { $wall }: yol { $minutes }
book-adult-missing = 16 yaşından küçük çocuklar bir yetişkinle birlikte gelir.
book-questions = Bilmemiz gerekenler
book-optional = isterseniz
book-please-choose = Lütfen seçin
book-total = Toplam
book-included = Dahil
book-nothing = Ödenecek bir şey yok
book-total-later = Onaylamadan önce toplamı bir kez daha görürsünüz.
book-rule = Planınız değişirse
book-free-until = Ücretsiz iptal ve değişiklik için son zaman: { $day }, { $wall }.
book-hold = Yeri { $time } tut
book-hold-change = Gelenleri değiştir
book-hold-places = { $n ->
    [one] { $n } yeri { $time } tut
   *[other] { $n } yeri { $time } tut
}
book-sign-in = Giriş yapıp yer ayırt
book-sign-in-text = Size özel fiyatı görmek ve yer ayırtmak için kartınızla giriş yapın.
book-open-yours = Rezervasyonunuza git
book-instead = Yer olan saatler
book-more-times = Gün ve saat seç
book-all-days = Tüm günler
book-held-until = Saat { $wall } olana kadar sizin
book-held-soon = İki dakikadan az kaldı
book-held-lead = Yerler saat { $wall } olana kadar sizin. Hazır olduğunuzda onaylayın.
book-confirm-charge = Onayla, oda hesabına { $total }
book-confirm-free = Onayla, ödenecek bir şey yok
book-release = Yerleri geri ver
book-on-the-bill = Oda hesabınıza yazılır. Ayrılırken resepsiyonda ödersiniz.
book-lapsed-title = Süre doldu
book-lapsed = Yerleri sizin için daha fazla tutamadık, artık yeniden herkese açık. Hesabınıza bir şey yazılmadı.
book-released-title = Geri verildi
book-released = Yerler yeniden başkalarına açık. Hesabınıza bir şey yazılmadı.
book-still-free = Yerler hâlâ boş.
book-cancelled-title = İptal edildi
book-cancelled-free = İptal edildi. Hiçbir kesinti yapılmadı.
book-cancelled-kept = İptal edildi. Oda hesabında kalan: { $kept }, düşülen: { $returned }.
book-try-again = Bu saate yeniden bak
book-for = Kimler için
book-show = Girişte bunu gösterin
book-ticket-of = Bilet: { $name }
book-arrived = Geliş saati: { $wall }
book-over-text = Bu geride kaldı. Güzel vakit geçirdiğinizi umarız.
book-again = Yeniden rezervasyon yap
book-offer = Etkinliğe bak
book-calendar = Takvime ekle
book-move = Saatini değiştir
book-join = Biri daha gelecek
book-contact = Size nasıl ulaşalım
book-contact-lead = Bir şey değişirse ekip herkese yazabilir ya da arayabilir. Bilette yazan aynı kalır.
book-contact-name = Adınız, kendi yazdığınız gibi
book-contact-reach = Telefon ya da e-posta
book-contact-save = Kaydet
book-replace = Yerine başkası gelecek
book-replace-lead = Yer ve fiyat aynı kalır. Eski bilet artık geçmez, yenisinin kendi kodu olur.
book-replace-out = Kim gelmiyor
book-replace-in = Yerine kim geliyor
book-replace-button = Biletteki adı değiştir
book-leave = Biriniz gelmiyor
book-leave-lead = Diğerlerinin yerleri kalır. Bir kişilik yer için de aynı kural geçerlidir.
book-leave-button = { $name } gelmiyor
book-cancel = İptal et
book-cancel-free = Şu anda iptal ücretsiz.
book-cancel-back = Şu anda iptal ücretsiz. Oda hesabınızdan düşülecek tutar: { $total }.
book-cancel-part = Şimdi iptal ederseniz oda hesabında { $kept } kalır, { $returned } düşülür.
book-cancel-nothing = Şimdi iptal ederseniz tutarın tamamı oda hesabında kalır: { $kept }.
book-cancel-button = Evet, iptal et
book-cancel-button-kept = Evet, { $kept } kesintiyle iptal et
book-costs = Fiyatı
book-answers = Bize söyledikleriniz
book-history = Ne zaman ne oldu
book-fact-held = { $n ->
    [one] { $n } yer tutuldu
   *[other] { $n } yer tutuldu
}
book-fact-confirmed = Rezerve edildi
book-fact-charged = Rezerve edildi, oda hesabına { $total }
book-fact-lapsed = Onay süresi doldu
book-fact-released = Geri verildi
book-fact-cancelled = İptal edildi
book-fact-kept = İptal edildi, kesinti { $kept }
book-fact-moved = Zamanı değişti. Önceki: { $from }. Yeni: { $to }
book-fact-paying = Ödeme başladı, yerler { $until } saatine kadar bekliyor
book-fact-not-paid = Ödeme olmadı, yerler { $until } saatine kadar bekliyor
book-fact-bill = Hesap istendi, yerler { $until } saatine kadar bekliyor
book-fact-desk = Rezerve edildi, resepsiyonda ödenecek: { $total }
book-fact-retaken = Ödeme geç geldi, yerler yeniden alındı
book-fact-left = { $name } vazgeçti
book-fact-left-kept = { $name } vazgeçti, kesinti { $kept }
book-fact-replaced = Bilet el değiştirdi. Önceki: { $from }. Yeni: { $to }
book-fact-checked-in = { $name } geldi
book-move-title = Başka bir saat
book-move-now = Şu anki: { $day }, { $wall }
book-move-lead = Aynı kişiler, aynı fiyat. Yeni saat sizin olana kadar eskisi de sizde kalır.
book-move-choose = Yeni saat
book-move-button = Bu saate al
book-move-none = Hepinize yetecek yeri olan başka bir saat yok.
book-move-none-day = Bu gün hepinize yetecek yeri olan bir saat yok. Başka bir gün deneyin.
book-move-late = Değişiklik için süre geçti.
book-refused-full = { $n ->
    [0] Son yeri az önce başka biri aldı.
    [one] Yalnızca { $n } yer kaldı. Henüz hiçbir şey tutulmadı.
   *[other] Yalnızca { $n } yer kaldı. Henüz hiçbir şey tutulmadı.
}
book-refused-taken = Biri sizden bir an önce davrandı, bu saat artık dolu. Henüz hiçbir şey tutulmadı.
book-refused-past = Bu çoktan başladı.
book-refused-late = En geç başlangıçtan { $time } önce rezerve edilmesi gerekir.
book-refused-early = Rezervasyon başlangıcı: { $day }.
book-refused-called-off = Üzgünüz, tesisimiz bunu iptal etti. Hesabınıza bir şey yazılmadı.
book-refused-age = { $name } için yaş uygun değil.
book-refused-nobody = Kimlerin geldiğini seçin.
book-refused-going = { $name } zaten katılıyor.
book-refused-clash = { $name } için aynı anda başka bir plan var: { $title }, saat { $wall }.
book-refused-walk = { $name } için saat { $wall } başka bir plan var ({ $title }) ve yol { $minutes } sürüyor.
book-refused-after = Bu, ayrılışınızdan sonra.
book-refused-before = Bu, gelişinizden önce.
book-refused-holds = Sizin için zaten beş yer tutuyoruz. Lütfen önce birini onaylayın ya da geri verin.
book-refused-used-up = Paketinize dahil olan hak az önce kullanıldı. Lütfen fiyata bir kez daha bakın.
book-refused-answer = Lütfen önce bunu yanıtlayın.
book-refused-answer-wrong = Bu yanıt çok uzun ya da seçenekler arasında yoktu.
book-refused-expired = Onay süresi az önce doldu. Hesabınıza bir şey yazılmadı.
book-refused-price = Fiyat değişti: şimdi { $total }. Lütfen bir kez daha bakın.
book-refused-fee = Şimdi iptal ederseniz kesinti { $fee } olur. Lütfen bir kez daha onaylayın.
book-refused-move-late = Ücretsiz değişiklik yalnızca belirtilen saate kadar mümkündü. Rezervasyonunuz olduğu gibi duruyor.
book-refused-replace-late = Katılacak kişi yalnızca belirtilen saate kadar değiştirilebiliyordu. Rezervasyonunuz olduğu gibi duruyor.
book-refused-other-price = { $name } için fiyat farklı, bu yüzden bu bilet devredilemiyor. Lütfen ayrı bir rezervasyon yapın; bu rezervasyon olduğu gibi kalıyor.
book-refused-checked-in = İçinizden biri giriş yaptı bile, bu yüzden her şey olduğu gibi kalıyor.
book-refused-state = Bu rezervasyon bu arada değişti. Şimdiki hali burada.
book-called-off-title = Tesisimiz iptal etti
book-called-off-text = Üzgünüz: tesisimiz bunu iptal etmek zorunda kaldı. Oda hesabında bir şey kalmadı. Nedeni: { $reason }
book-fact-called-off = Tesisimiz iptal etti: { $reason }
book-fact-moved-by-resort = Tesisimiz zamanını değiştirdi. Önceki: { $from }. Yeni: { $to }. { $reason }
book-fact-same-time = Saat aynı, başka biri veya başka bir yer üstleniyor: { $reason }
book-fact-check-in-undone = { $name }: giriş geri alındı
book-fact-kept-until = Resepsiyon yerleri sizin için { $until } saatine kadar tutuyor
book-fact-missed = { $name } gelmedi
book-fact-missed-undone = { $name }: gelmedi notu geri alındı
