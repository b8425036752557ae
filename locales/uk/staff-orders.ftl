orders-room = Номер
orders-waits = Чекає
orders-state = Стан
orders-what = Що
orders-guest = Гість
orders-wanted = На який час
orders-asap = Якнайшвидше
orders-sum = Сума
orders-next = Наступний крок
orders-open = Відкриті
orders-none = Замовлень тут немає.
orders-close = Закрити
orders-included = Включено
orders-by-house = Готель
orders-title = Замовлення { $number }
orders-waiting = { $n ->
    [0] Усі замовлення прийнято.
    [one] { $n } замовлення чекає, щоб його прийняли.
    [few] { $n } замовлення чекають, щоб їх прийняли.
   *[many] { $n } замовлень чекають, щоб їх прийняли.
}
order-desk-placed = Нове
order-desk-accepted = Прийнято
order-desk-on-its-way = У дорозі
order-desk-delivered = Доставлено
order-desk-declined = Відхилено
order-desk-cancelled = Скасовано
orders-do-accept = Прийняти
orders-do-send = Відправити
orders-arrives-in = Буде за
orders-arrives-unknown = Не вказано
orders-expected = буде приблизно о { $wall }
orders-do-deliver = Доставлено
orders-do-decline = Відхилити
orders-reason = Причина
orders-reason-hint = Це прочитає гість. Напишіть так, як сказали б йому особисто.
orders-reason-needed = Напишіть, будь ласка, причину: її прочитає гість.
orders-changed-meanwhile = Це замовлення тим часом змінив хтось інший. Тепер його стан: { $state }.
