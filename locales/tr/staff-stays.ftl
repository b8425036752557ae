stays-new = Yeni konaklama
stays-search = Oda, ad veya referans
stays-search-hint = 204, Yıldız, HB-1001
stays-find = Bul
stays-show = Hangi konaklamalar
stays-in-house = Şu an burada
stays-arriving = Bugün gelenler
stays-leaving = Bugün ayrılanlar
stays-all = Tümü
stays-name = Konuk
stays-arrives = Geliş
stays-departs = Ayrılış
stays-lang = Dil
stays-standing = Durum
stays-reference = Referans
stays-reference-hint = Otel sisteminin numarası. Boş bırakırsanız bir numara oluşturulur.
stays-none = Uyan konaklama yok. Adın bir bölümünü, odayı veya referansı arayın.
stays-count = { $n ->
    [one] { $n } konaklama
   *[other] { $n } konaklama
}
stays-more = İlk { $n }. Diğerlerini görmek için ad veya oda arayın.
stays-show-rooms = Boş odaları göster
stays-no-room = Bu gecelerin tümünde boş olan oda yok. Başka günler seçin.
stays-from-to = { $from } – { $to }
stays-package = Paket
stays-make = Konaklamayı ve kartını oluştur
stays-party = Kimler kalıyor
stays-party-hint = İlk sıraya hesabın adına açıldığı kişiyi yazın; kart onu karşılar. Yaşlar geliş günündeki yaştır.
stays-party-more = Daha fazla kişi
stays-guest = Konuk
stays-guest-n = { $number }. kişi
stays-age = Yaş
stays-age-n = { $number }. kişinin yaşı
stays-room-option = { $n ->
    [one] { $number }, { $n } kişilik
   *[other] { $number }, { $n } kişilik
}
stay-room = Oda { $room }
stay-person = { $name }, { $age }
stay-slip = Kart
stay-login = Karttaki kullanıcı adı
stay-phones = Telefonlar
stay-phones-n = { $n ->
    [0] Henüz kimse giriş yapmadı
    [one] { $n } telefon giriş yaptı
   *[other] { $n } telefon giriş yaptı
}
stay-not-yet = Gelecek
stay-staying = Burada
stay-read-only = Ayrıldı
stay-closed = Kapandı
stay-change = Odayı, günleri veya dili değiştir
stay-changed = Kaydedildi.
stay-changed-meanwhile = Bu konaklamayı bu arada başka biri değiştirdi. Hiçbir şey kaydedilmedi; lütfen yeniden bakın.
stay-save = Kaydet
stay-reason = Neden, kayıt defteri için
stay-new-slip = Yeni kart
stay-new-slip-button = Eski kartı kapat ve yenisini çıkar
stay-new-slip-warning = { $n ->
    [0] Önceki kart hemen geçersiz olur. Şu anda onunla giriş yapmış kimse yok.
    [one] Önceki kart hemen geçersiz olur ve { $n } telefonun oturumu kapanır.
   *[other] Önceki kart hemen geçersiz olur ve { $n } telefonun oturumu kapanır.
}
stay-first-slip = Bu konaklamanın henüz kartı yok.
stay-bookings = Rezervasyonlar
stay-no-bookings = Henüz rezervasyon yok.
stay-orders = Siparişler
stay-no-orders = Henüz sipariş yok.
slips-print = Yazdır
slips-size = Kâğıt
slips-a6 = A6, birer birer
slips-a4 = A4, ikişer ikişer
slips-hint = Yazdır düğmesi yok mu? Tarayıcının kendi Yazdır menüsünü kullanın; yalnızca kartlar çıkar. Oda numarası hiçbir zaman üzerinde yazmaz.
slips-day = Geliş günü
slips-show = Göster
slips-none = Bu gün gelen yok.
slips-without = { $n ->
    [one] { $n } konaklamanın henüz kartı yok. Konaklamanın sayfasında çıkarın.
   *[other] { $n } konaklamanın henüz kartı yok. Konaklamaların sayfalarında çıkarın.
}
slips-to-stay = Konaklamaya dön
wrong-form = { $n ->
    [one] Hiçbir şey kaydedilmedi. Bir alana yeniden bakın.
   *[other] Hiçbir şey kaydedilmedi. { $n } alana yeniden bakın.
}
wrong-missing = Lütfen burayı doldurun.
wrong-too-long = { $n ->
    [one] Lütfen en çok { $n } karakter.
   *[other] Lütfen en çok { $n } karakter.
}
wrong-not-a-day = Bu bir tarih değil. Şöyle yazın: 2026-11-21.
wrong-backwards = Ayrılış gelişten önce.
wrong-far-away = Bu gün çok uzak veya konaklama çoktan bitmiş.
wrong-too-many-nights = { $n ->
    [one] Bir konaklama en çok { $n } gece olabilir.
   *[other] Bir konaklama en çok { $n } gece olabilir.
}
wrong-not-an-age = Yaş, 0 ile 120 arasında bir tam sayıdır.
wrong-lead-is-a-child = Hesap yalnızca 18 yaşını doldurmuş birinin adına açılabilir.
wrong-name-twice = Bu ad iki kez var. Onları ayıracak bir şey ekleyin.
wrong-too-many-people = { $n ->
    [one] Bir konaklamada en çok { $n } kişi.
   *[other] Bir konaklamada en çok { $n } kişi.
}
wrong-room-sleeps = { $n ->
    [one] Bu oda yalnızca { $n } kişilik. Daha büyüğünü seçin.
   *[other] Bu oda yalnızca { $n } kişilik. Daha büyüğünü seçin.
}
wrong-room-taken = Bu gecelerden birinde odada başkası kalıyor. Başka bir oda seçin.
wrong-not-offered = Böyle bir seçenek yok. Listeden seçin.
wrong-reference-taken = Bu referans başka bir konaklamada var.
wrong-bookings-outside = { $n ->
    [one] { $n } rezervasyon bu günlerin dışında kalıyor. Önce onu taşıyın veya iptal edin.
   *[other] { $n } rezervasyon bu günlerin dışında kalıyor. Önce onları taşıyın veya iptal edin.
}
stays-person = Misafir no veya e-posta
stays-person-hint = Misafirin bütün konaklamalarında aynıdır: öncekileri bununla görür. Boş kalabilir.
stay-earlier = Önceki konaklamalar
