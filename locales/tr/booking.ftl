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
book-morning = Sabah
book-afternoon = Öğleden sonra
book-evening = Akşam
book-own = Size uygun saatte
book-choose-time = Saat seçin
book-what = Ne
book-all = Tümü
book-fitting = Bize uygun
book-empty = Bu günde ayırtılacak bir şey yok. Başka bir güne bakabilirsiniz.
book-empty-filtered = Bu günde bundan yok. Başka bir gün deneyin ya da tümüne bakın.
book-everything = Tümünü göster
book-past = Bu gün geçti.
book-after-departure = { $day } tarihinde ayrılıyorsunuz. Sonraki günlere bakabilirsiniz ama yer ayırtamazsınız.
book-before-arrival = Konaklamanız { $day } tarihinde başlıyor.
book-none = Bu günde boş saat yok.
book-next = En yakın boş saatler
book-times = Saatler
book-full = Dolu
book-held-by-others = Şu anda dolu. Birileri yer tutuyor; saat { $wall } itibarıyla boşalabilir
book-held-short = { $wall } itibarıyla boşalabilir
book-yours = Katılıyorsunuz
book-yours-held = Sizin için tutuluyor
book-over = Başladı
book-closed = Kayıt kapandı
book-opens = { $day } itibarıyla ayırtılabilir
book-not-yet-here = Konaklamanızdan önce
book-gone-then = Ayrılışınızdan sonra
book-called-off = İptal edildi
book-no-age-fits = Başka yaşlar için
book-from-to = { $from } – { $to }
book-when = Ne zaman
book-where = Nerede
book-length = Ne kadar sürer
book-whom = Kimler için
book-bring = Yanınıza alın
book-who = Kimler geliyor?
book-years = { $n ->
    [one] { $n } yaşında
   *[other] { $n } yaşında
}
book-too-young = { $n } yaşından itibaren
book-too-old = { $n } yaşına kadar
book-is-going = zaten katılıyor
book-has-other = { $wall }: { $title }
book-adult-missing = 16 yaşından küçükler bir yetişkinle birlikte katılır.
book-questions = Bilmemiz gerekenler
book-optional = isterseniz
book-please-choose = Lütfen seçin
book-total = Toplam
book-included = Dâhil
book-nothing = Ödenecek bir şey yok
book-total-later = Onaylamadan önce toplamı bir kez daha göreceksiniz.
book-rule = Planlarınız değişirse
book-free-until = Ücretsiz iptal veya değişiklik için son an: { $day }, { $wall }.
book-hold = { $time } boyunca tut
book-hold-places = { $n ->
    [one] { $n } yeri { $time } boyunca tut
   *[other] { $n } yeri { $time } boyunca tut
}
book-sign-in = Giriş yapıp ayırtın
book-sign-in-text = Kendi fiyatınızı görmek ve yer ayırtmak için kartınızla giriş yapın.
book-open-yours = Rezervasyonunuza gidin
book-instead = Yer olan saatler
book-more-times = Gün ve saat seçin
book-all-days = Tüm günler
book-held-title = Sizin için tutuluyor
book-held-until = Saat { $wall } olana dek sizin için tutuluyor
book-held-soon = İki dakikadan az kaldı
book-held-lead = Yerler saat { $wall } olana dek sizin. Hazır olduğunuzda onaylayın.
book-confirm-charge = Onayla, { $total } oda hesabına
book-confirm-free = Onayla, ödenecek bir şey yok
book-release = Yerleri geri ver
book-on-the-bill = Tutar oda hesabına yazılır. Ayrılırken resepsiyonda ödersiniz.
book-lapsed-title = Süre doldu
book-lapsed = Yerleri tutma süresi bitti, yerler yeniden herkese açık. Hesabınıza bir şey yazılmadı.
book-released-title = Geri verildi
book-released = Yerler yeniden başkalarına açık. Hesabınıza bir şey yazılmadı.
book-cancelled-title = İptal edildi
book-cancelled-free = İptal edildi. Hiçbir kesinti yapılmadı.
book-cancelled-kept = İptal edildi. Oda hesabında kalan: { $kept }, düşülen: { $returned }.
book-try-again = Bu saate yeniden bakın
book-for = Katılanlar
book-show = Bunu girişte gösterin
book-ticket-of = Bilet: { $name }
book-arrived = Giriş saati: { $wall }
book-over-text = Bu etkinlik geride kaldı. Umarız güzel geçmiştir.
book-calendar = Takvime ekle
book-move = Saati değiştir
book-cancel = İptal et
book-cancel-free = Şu anda iptal ücretsizdir.
book-cancel-back = Şu anda iptal ücretsizdir. { $total } oda hesabından düşülür.
book-cancel-part = Şimdi iptal ederseniz { $kept } oda hesabında kalır, { $returned } düşülür.
book-cancel-nothing = Şimdi iptal ederseniz tutarın tamamı, { $kept }, oda hesabında kalır.
book-cancel-button = Evet, iptal et
book-cancel-button-kept = Evet, { $kept } kesintiyle iptal et
book-costs = Ne kadar
book-answers = Bize söyledikleriniz
book-history = Neler oldu
book-fact-held = { $n ->
    [one] { $n } yer tutuldu
   *[other] { $n } yer tutuldu
}
book-fact-confirmed = Ayırtıldı
book-fact-charged = Ayırtıldı, { $total } oda hesabına
book-fact-lapsed = Tutma süresi doldu
book-fact-released = Geri verildi
book-fact-cancelled = İptal edildi
book-fact-kept = İptal edildi, { $kept } kesildi
book-fact-moved = Değiştirildi: { $from } → { $to }
book-fact-checked-in = { $name } geldi
book-move-title = Başka bir saat
book-move-now = Şu an: { $day }, { $wall }
book-move-lead = Aynı kişiler, aynı fiyat. Yeni saat sizin olmadan eski saatiniz bırakılmaz.
book-move-choose = Yeni saat
book-move-button = Bu saate al
book-move-none = Hepinize yer olan başka bir saat yok.
book-move-none-day = Bu günde hepinize yer olan bir saat yok. Başka bir gün deneyin.
book-move-late = Değiştirmek için süre geçti.
book-refused-full = { $n ->
    [0] Son yer az önce doldu.
    [one] Yalnızca { $n } yer kaldı. Yer tutulmadı.
   *[other] Yalnızca { $n } yer kaldı. Yer tutulmadı.
}
book-refused-taken = Birisi bir an önce davrandı, bu saat artık dolu. Yer tutulmadı.
book-refused-past = Bu çoktan başladı.
book-refused-late = Başlangıçtan en az { $time } önce ayırtmak gerekir.
book-refused-early = { $day } itibarıyla ayırtılabilir.
book-refused-called-off = Tesis bunu iptal etti. Hesabınıza bir şey yazılmadı.
book-refused-age = { $name } için yaş uygun değil.
book-refused-nobody = Kimlerin geleceğini seçin.
book-refused-going = { $name } zaten katılıyor.
book-refused-clash = { $name } aynı anda, saat { $wall } için başka bir şeye kayıtlı: { $title }.
book-refused-after = Bu, ayrılışınızdan sonra.
book-refused-before = Bu, konaklamanızdan önce.
book-refused-holds = Sizin için üç saat zaten tutuluyor. Önce birini onaylayın ya da geri verin.
book-refused-used-up = Paketinizdeki hak az önce kullanıldı. Lütfen fiyata bir kez daha bakın.
book-refused-answer = Lütfen önce bunu yanıtlayın.
book-refused-answer-wrong = Yanıt çok uzun ya da seçenekler arasında değil.
book-refused-expired = Tutma süresi az önce doldu. Hesabınıza bir şey yazılmadı.
book-refused-price = Fiyat şimdi { $total }. Lütfen bir kez daha bakın.
book-refused-fee = Şimdi iptal ederseniz { $fee } kesilir. Lütfen bir kez daha onaylayın.
book-refused-move-late = Ücretsiz değişiklik yalnızca belirtilen saate kadardı. Rezervasyonunuz olduğu gibi duruyor.
book-refused-checked-in = Biriniz içeri girmiş durumda, bu yüzden olduğu gibi kalıyor.
book-refused-state = Bu rezervasyon bu arada değişti. Şimdiki hâli burada.
