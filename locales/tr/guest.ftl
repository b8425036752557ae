tab-today = Bugün
tab-book = Yer ayırt
tab-order = Sipariş
tab-guide = Rehber
tab-me = Ben
shell-skip = İçeriğe geç
shell-menu = Ana bölümler
shell-language = Dil
shell-notices = { $n ->
    [0] Bildirimler
    [one] Bildirimler: { $n } yeni
   *[other] Bildirimler: { $n } yeni
}
shell-sign-in = Giriş yap
shell-offline = Çevrimdışısınız. Bağlantınız varken görünen son hali burada.
shell-read-only = Konaklamanız sona erdi. Buradaki her şeyi okumaya devam edebilirsiniz.
shell-zone = Tüm saatler tesisin saatidir ({ $zone }). Telefonunuz başka bir saat gösteriyor.
page-not-found-title = Burada bir şey yok
page-not-found = Böyle bir sayfa yok ya da artık kaldırıldı.
page-home = Ana sayfaya
page-again = Yeniden dene
page-offline = Çevrimdışısınız ve bu sayfa bu telefonda daha önce açılmamış. Daha önce açtıklarınız burada.
install-title = Hep elinizin altında
install-text = Uygulama gibi açılır, neredeyse hiç yer kaplamaz.
install-button = Ekle
install-share = Sayfanın altındaki “Paylaş” düğmesine dokunun
install-add = “Ana Ekrana Ekle” seçeneğini seçin
home-welcome = Hoş geldiniz
home-good-morning = Günaydın, { $name }
home-good-afternoon = İyi günler, { $name }
home-good-evening = İyi akşamlar, { $name }
home-lead-days = { $n ->
    [one] Deniz kenarında { $n } gününüz daha var. Bugün sizi bekleyenler burada.
   *[other] Deniz kenarında { $n } gününüz daha var. Bugün sizi bekleyenler burada.
}
home-lead-last-day = Son tam gününüz. Henüz neyi denemediniz?
home-lead-leaving = Bugün ayrılıyorsunuz. Odanız saat { $at } olana kadar sizin.
home-lead-after = Bizde konakladığınız için teşekkür ederiz. Konaklamanıza dair her şey hâlâ burada.
home-sign-in = Kartla giriş yap
home-look-around = Göz at
home-next = Sırada
home-in = { $time } sonra
home-on-now = Şu anda
home-show-ticket = Bileti göster
home-open = Sizi bekliyor
home-held-until = Saat { $at } olana kadar sizin
home-order = Sipariş { $number }
home-later = Şimdi ve günün devamında
home-whole-day = Bütün gün
home-until = bitiş { $at }
home-yours = Katılıyorsunuz
home-full = Dolu
home-free = Ücretsiz
home-included = Dahil
home-untried = Dahil, ama henüz denemediniz
home-all = Hepsi
home-why-session = { $n ->
    [one] Bugün saat { $at }, { $n } yer kaldı
   *[other] Bugün saat { $at }, { $n } yer kaldı
}
home-why-service = Odanıza getirilir
home-first-steps = İlk adımlar
home-step-guide = Çevreyi tanıyın
home-step-guide-text = Wi-Fi, yemek saatleri, kimi aramalı
home-step-book = Keyifli bir şey seçin
home-step-book-text = Saatini siz seçin, bir dakika yeter
home-step-order = Odanıza bir şey isteyin
home-step-order-text = Odanıza meyve, meyve suyu ya da şampanya
me-signed-out = Kartınızla giriş yaptığınızda rezervasyonlarınız, siparişleriniz ve oda hesabınız burada olacak.
me-room = Oda
me-stay = Konaklamanız
me-package = Paket
me-party = Birlikte
me-phones = Giriş yapılan telefonlar
me-history = Rezervasyonlar ve siparişler
me-bill = Oda hesabı
me-wishes = İstek listesi
me-offers = Neler var, fiyatı ne kadar
page-back = Geri
home-under-way = Hazırlanıyor
home-hello = Merhaba { $name }
home-why-time = { $day } saat { $at } boş
shell-not-fresh = Şu anda yenilenemedi. Gördüğünüz, biraz önceki durum.
earlier-title = Önceki konaklamalar
earlier-empty = Bu konaklamada rezervasyon ya da sipariş yok.
earlier-bookings = Katıldıklarınız
earlier-orders = Size getirilenler
earlier-people = { $n ->
    [one] { $n } kişi
   *[other] { $n } kişi
}
find-elsewhere = Ayrıca bulunanlar
