catalog-title = Burada neler var
catalog-lead = Tüm fiyatlar size özel: { $package } paketine dahil olanlar işaretli.
catalog-lead-public = Dilediğiniz gibi gezinin. Giriş yaptığınızda paketinize nelerin dahil olduğunu görürsünüz.
catalog-search = Her şeyde ara
catalog-search-hint = Ara
catalog-filters = Filtreler
catalog-show-only = Yalnızca şunları göster
catalog-only-today = Bugün hâlâ mümkün
catalog-only-included = Benim için ücretsiz
catalog-only-wished = İstek listemdekiler
catalog-for-child = Çocuk için
catalog-any-age = Her yaş
catalog-age = { $n ->
    [0] bir yaşından küçük
   *[other] { $n } yaş
}
catalog-apply = Göster
catalog-found = { $n ->
   *[other] { $n } seçenek bulundu
}
catalog-empty = Tam buna uyan bir şey bulamadık. Başka bir sözcük ya da daha az filtre deneyin.
catalog-empty-wished = İstek listeniz henüz boş. Beğendiğiniz her şeyin kalbine dokunun, burada sizi beklesin.
catalog-show-all = Hepsini göster
catalog-categories = Bölümler
catalog-all = Hepsi
catalog-all-of = Hepsi ({ $n })
catalog-take-away = Kaldır:
catalog-free = Ücretsiz
catalog-included = Dahil
catalog-left-today = Dahil · bugün { $left-n }/{ $of-n } kaldı
catalog-left-then = Dahil · o gün { $left-n }/{ $of-n } kaldı
catalog-left-stay = Dahil · { $left-n }/{ $of-n } kaldı
catalog-wished = İstek listenizde
catalog-wish = İstek listesi
catalog-wish-sign-in = İstek listesi tutmak için giriş yapın
catalog-watch = Fiyat düşünce haber verin
catalog-back = Tüm seçeneklere dön
catalog-place = Nerede
catalog-duration = Ne kadar sürer
catalog-comes-in = Genellikle şu sürede yanınızda
catalog-for-whom = Kimler için
catalog-bring = Yanınıza alın
catalog-ages-from = { $n } yaş ve üzeri
catalog-ages-to = { $n } yaşına kadar
catalog-ages-between = { $from-n }–{ $to-n } yaş
catalog-ages-all = her yaş
catalog-adult-needed = 16 yaş altı bir yetişkinle birlikte
catalog-prices = Fiyatlar
catalog-price-piece = Adedi
catalog-price-person = Kişi başı
catalog-price-others = Diğer herkes
catalog-option-same = ek ücret yok
catalog-option-more = + { $price }
catalog-package = Paketinizde
catalog-gives-always = Dahil, dilediğiniz kadar.
catalog-gives-day-person = { $n ->
   *[other] Her biriniz için günde { $n } kez.
}
catalog-gives-day-room = { $n ->
   *[other] Odanız için günde { $n } kez.
}
catalog-gives-stay-person = { $n ->
   *[other] Her biriniz için tatiliniz boyunca { $n } kez.
}
catalog-gives-stay-room = { $n ->
   *[other] Odanız için tatiliniz boyunca { $n } kez.
}
catalog-now-left-today = Bugün { $of-n } haktan { $left-n } tanesi kaldı.
catalog-now-left-stay = { $of-n } haktan { $left-n } tanesi kaldı.
catalog-used-up-today = Bugünkü hakkınız doldu. Bir tane daha { $price }; yarın yeniden dahil.
catalog-used-up-stay = Hakkınız doldu. Bir tane daha { $price }.
catalog-questions = Size neler soracağız
catalog-optional = isterseniz
catalog-policy = Planınız değişirse
catalog-policy-free = Değişiklik ve iptal her zaman ücretsiz.
catalog-policy-free-start = Değişiklik ve iptal başlangıca kadar ücretsiz.
catalog-policy-free-before = Değişiklik ve iptal, başlangıçtan { $time } öncesine kadar ücretsiz.
catalog-policy-late = { $n ->
    [50] Sonrasında fiyatın yarısı kesilir.
    [100] Sonrasında fiyatın tamamı kesilir.
   *[other] Sonrasında fiyatın %{ $n } kadarı kesilir.
}
catalog-policy-later = { $n ->
    [50] Sonrasında fiyatın yarısı kesilir.
    [100] Sonrasında fiyatın tamamı kesilir.
   *[other] Sonrasında fiyatın %{ $n } kadarı kesilir.
}
catalog-policy-started = { $n ->
    [0] Başladıktan sonra hiçbir şey kesilmez.
    [50] Başladıktan sonra fiyatın yarısı kesilir.
    [100] Başladıktan sonra fiyatın tamamı kesilir.
   *[other] Başladıktan sonra fiyatın %{ $n } kadarı kesilir.
}
catalog-policy-flat = İptalde kesilen: { $kept }
catalog-keep-nothing = Ücretsiz
catalog-keep-half = Yarısı
catalog-keep-all = Tamamı
catalog-keep-percent = %{ $n }
catalog-until = en geç { $when }
catalog-until-before = { $time } öncesine kadar
catalog-until-start = başlangıca kadar
catalog-afterwards = sonrasında
catalog-order = Seç ve sipariş ver
catalog-book = Saat seç
catalog-for-everybody = Herkese
catalog-per-piece = Adedi
catalog-per-person = Kişi başı
catalog-missed-refund = Gelmezseniz her şey geri döner, soru sorulmaz.
catalog-missed-policy = Gelmezseniz tam başlangıçta iptal etmişsiniz gibi kesinti yapılır.
catalog-missed-keep = Gelmezseniz para geri dönmez.
catalog-guarantee = { $n ->
    [one] Umduğunuz gibi olmadı mı? Paranızı ertesi güne kadar geri isteyebilirsiniz.
   *[other] Umduğunuz gibi olmadı mı? Paranızı sonraki { $n } gün boyunca geri isteyebilirsiniz.
}
catalog-deposit = Depozito { $price }
catalog-deposit-back = gelince iade
