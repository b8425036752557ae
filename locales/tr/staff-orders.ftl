orders-room = Oda
orders-waits = Bekliyor
orders-state = Durum
orders-what = Ne
orders-guest = Konuk
orders-wanted = İstenen saat
orders-asap = En kısa sürede
orders-sum = Tutar
orders-next = Sonraki adım
orders-open = Açık
orders-none = Burada sipariş yok.
orders-close = Kapat
orders-included = Dahil
orders-by-house = Otel
orders-title = Sipariş { $number }
orders-waiting = { $n ->
    [0] Bütün siparişler kabul edildi.
    [one] { $n } sipariş kabul edilmeyi bekliyor.
   *[other] { $n } sipariş kabul edilmeyi bekliyor.
}
order-desk-placed = Yeni
order-desk-accepted = Kabul edildi
order-desk-on-its-way = Yolda
order-desk-delivered = Teslim edildi
order-desk-declined = Geri çevrildi
order-desk-cancelled = İptal edildi
orders-do-accept = Kabul et
orders-do-send = Yola çıkar
orders-arrives-in = Varış süresi
orders-arrives-unknown = Belirtilmedi
orders-expected = yaklaşık saat { $wall } gibi orada
orders-do-deliver = Teslim edildi
orders-do-decline = Geri çevir
orders-reason = Neden
orders-reason-hint = Bunu konuk okuyacak. Kendisine nasıl söyleyecekseniz öyle yazın.
orders-reason-needed = Lütfen bir neden yazın. Konuk bunu okuyacak.
orders-changed-meanwhile = Bu siparişi bu arada başka biri ilerletti. Şimdiki durumu: { $state }.
