sign-in-title = Hoş geldiniz
sign-in-lead = Resepsiyonda aldığınız kartla giriş yapın.
sign-in-login = Kullanıcı adı
sign-in-login-hint = Dokuz harf ve rakam. Küçük harf ve boşluk da olur.
sign-in-password = Parola
sign-in-show = Göster
sign-in-hide = Gizle
sign-in-button = Giriş yap
sign-in-scan = Daha da kolayı: telefonunuzun kamerasını karttaki kare koda tutun.
sign-in-look-around = Giriş yapmadan göz at
sign-in-wrong = Kullanıcı adı ile parola birbirine uymuyor. Karta bir kez daha bakın ya da resepsiyona sorun.
sign-in-mistyped = Kullanıcı adı tam doğru değil. Kartla harf harf karşılaştırın: biri farklı.
sign-in-not-yet = Konaklamanızın ilk günü { $day }. Kartınız o günden itibaren size bu sayfaları açar.
sign-in-ended = Bu kart artık geçerli değil. Resepsiyon size memnuniyetle yenisini yazdırır.
sign-in-early = Konaklamanız henüz başlamadı. Kartınız, geldiğiniz gün size bu sayfaları açar.
sign-in-link-wrong = Bu bağlantı geçerli değil. Karttaki kullanıcı adı ve parolayla giriş yapın.
sign-in-signed-out = Çıkış yaptınız. Bu telefonda size ait hiçbir şey kalmadı.
sign-in-layout = Klavyeniz Kiril alfabesinde görünüyor.
sign-in-layout-read = Klavyeniz Kiril alfabesinde. Yazdığınızı { $login } olarak okuduk.
sign-in-layout-told = Klavyeniz Kiril alfabesindeydi. Yine de sizi anladık.
sign-out = Çıkış yap
fault-sign-in = Lütfen önce kartınızla giriş yapın.
fault-not-found = Bunu bulamadık. Kaldırılmış olabilir.
fault-read-only = Konaklamanız sona erdi; bunu okuyabilir ama değiştiremezsiniz.
fault-not-allowed = Rolünüz buna izin vermiyor.
fault-too-many = { $n ->
    [one] Çok fazla deneme yapıldı. Lütfen { $n } saniye bekleyip yeniden deneyin.
   *[other] Çok fazla deneme yapıldı. Lütfen { $n } saniye bekleyip yeniden deneyin.
}
fault-field = Yanıtlardan biri uygun değil. Lütfen forma bir kez daha bakın.
fault-malformed = Form eksik ulaştı. Lütfen geri dönüp yeniden gönderin.
fault-try-again = Bizden kaynaklanan bir sorun oldu. Hiçbir şey değişmedi; lütfen yeniden deneyin.
scan-button = Kamerayla tara
scan-refused = Kamera yok ya da bu sayfanın kullanmasına izin verilmedi. Kodu elle yazın.
scan-close = Kapat
