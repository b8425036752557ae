close-title = İptal et veya kapat
close-lead = Artık kimsenin rezerve edemeyeceği şeyi seçin. Önce rezervasyonu olanlar listelenir; her rezervasyon için karar verilmeden hiçbir şey yazılmaz. Tek bir seans günün listesinden iptal edilir.
close-resource = Bir kort, oda veya kişi
close-offer = Bir günün tüm teklifi
close-which = Hangisi
close-from = Başlangıç
close-until = Bitiş
close-span-hint = 00:00 ile 00:00 arası bütün gündür.
close-show = Kimleri etkilediğini göster
close-none = Burada iptal edilecek bir şey yok: ya yok ya da hepsi zaten iptal edilmiş.
close-more = Bir kortu, kişiyi veya teklifi kapat
close-link-what = İptal et: { $title }, { $wall }
close-nobody = Kimse rezerve etmemiş.
close-affected = { $n ->
    [one] { $n } rezervasyon etkileniyor. Ne olacağını seçin.
   *[other] { $n } rezervasyon etkileniyor. Her biri için ne olacağını seçin.
}
close-room-name = Oda { $room }, { $name }
close-choice = Ne olacak?
close-keep = Kalsın
close-keep-hint = Rezerve edildiği gibi yapılır; başka kimse rezerve edemez.
close-move = Yeni zaman: { $when }
close-same-time = Saat { $wall } aynı kalır, başkası üstlenir
close-move-hint = Aynı fiyat, kesinti yok
close-move-none = Hepsine yetecek yeri olan başka bir saat yok.
close-cancel = İptal et, her şey geri verilir
close-cancel-back = { $total } misafire geri döner.
close-cancel-free = Ödenecek bir şey yoktu.
close-held = Tutulmuş, onaylanmamış: yerler geri verilir, ödeme yapıldıysa kendiliğinden iade edilir.
close-fresh = Yeni veya taşınmış
close-reason = Neden
close-reason-hint = Misafirler bunu kelimesi kelimesine okur. Kayıtta da kalır.
close-button = İptal et
close-refused-reason = Lütfen nedenini yazın: misafirler okuyacak. Hiçbir şey yazılmadı.
close-refused-choice = { $n ->
    [one] { $n } rezervasyon için henüz seçim yok. Hiçbir şey yazılmadı.
   *[other] { $n } rezervasyon için henüz seçim yok. Hiçbir şey yazılmadı.
}
close-refused-wrong = { $who }: burada bu seçilemez. Hiçbir şey yazılmadı.
close-refused-changed = Rezervasyonlar bu arada değişti. Hiçbir şey yazılmadı, seçimleriniz duruyor. Lütfen listeye bir kez daha bakın.
close-refused-came = Yeni veya taşınmış: { $who }.
close-refused-gone = Artık etkilenmeyen: { $who }.
close-refused-move = { $who }: bu olmadı, bu yüzden hiçbir şey yazılmadı. { $why }
close-refused-already = { $by } bunu zaten iptal etti.
close-refused-over = Bu zaten bitti.
close-refused-span = Lütfen neyi, günü ve başlangıcından sonra biten bir zamanı seçin.
closures-title = İptal edilen veya kapatılan
closures-reopen = Yeniden aç
closures-reopen-what = Yeniden aç: { $title }, { $wall }
tickets-undo = Geri al
tickets-undo-who = Geri al: { $name } henüz gelmedi
tickets-undo-late = Giriş yalnızca aynı gün geri alınabilir.
tickets-undo-changed = Bu bilet bu arada değişti. Şimdiki hali burada.
tickets-missed = Gelmedi
tickets-missed-who = { $name } gelmedi
tickets-missed-by = Gelmedi, bildiren: { $by }
tickets-missed-undo-who = Geri al: { $name } hâlâ gelebilir
allow-more = Daha fazla yer
allow-beyond = Kendi yerlerine ek yer sayısı
allow-do = İzin ver
allow-hold-of = { $name } için tutulanı değiştir
allow-keep-until = Şu saate kadar tut
allow-keep = Daha uzun tut
allow-release = Yerleri geri ver
allow-refused-until = Lütfen bugün için, şimdiki bitişten sonra ve başlangıçtan geç olmayan bir saat seçin. Hiçbir şey değişmedi.
allow-refused-beyond = En çok 500 yer eklenebilir.
allow-refused-taken = Daha fazlası dolu. Hiçbir şey değişmedi.
allow-refused-changed = Bu arada değişti. Şimdiki durum burada.
edit-title = Etkinlikleri değiştir
edit-link = Saatini ya da yerlerini değiştir
edit-which = Hangileri
edit-this = Yalnız bu
edit-following = Bu ve bu saatteki tüm sonrakiler
edit-all = Bugünden itibaren bu saatteki hepsi
edit-at = Başlangıç
edit-capacity = Yer sayısı
edit-dropped = Artık yapılmıyor
edit-taken = { $n ->
    [one] { $n } yer dolu. Rezervasyonu olan yerini korur; taşımak için etkinliği iptal edin.
   *[other] { $n } yer dolu. Rezervasyonu olan yerini korur; taşımak için etkinliği iptal edin.
}
edit-button = Değiştir
edit-done = Takvim değişti.
edit-sold = Şu günlerde rezervasyon var, orada satıldığı gibi yapılacak: { $days }.
edit-refused-at = Lütfen henüz gelmemiş bir saat yazın.
edit-refused-over = Başladı ya da iptal edildi, değiştirilemez.
edit-refused-nothing = Hiçbir şey değişmezdi. Lütfen saati ya da yer sayısını değiştirin.
edit-refused-capacity = Lütfen 1 ile 1000 arasında bir yer sayısı yazın.
tickets-twice = { $name } iki kez içeri alındı: { $at } ({ $by }) ve { $again-at } ({ $again-by }). Lütfen bakın.
door-away = Bağlantı yok. Bugünün biletleri bu telefonda denetlenir ve bağlantı gelir gelmez gönderilir.
door-kept = { $n ->
    [one] { $n } tarama gönderilmeyi bekliyor
   *[other] { $n } tarama gönderilmeyi bekliyor
}
door-already = { $name } zaten içeri alındı.
door-unknown = Bu telefonun bildiği bugünkü biletler arasında yok.
tickets-says = Kendi bildirdikleri
