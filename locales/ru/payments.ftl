pay-card = Оплатить картой сейчас: { $total }
pay-or-room = Оплатите картой сейчас или запишите на счёт номера и заплатите на стойке перед отъездом.
pay-on-its-way = Платёж { $total } обрабатывается. Места ждут его до { $until }.
pay-go-on = Продолжить оплату
pay-trail = Ваши деньги
pay-step-begun = { $amount }: оплата начата
pay-step-waiting = { $amount }: банк ещё не ответил
pay-step-captured = { $amount } оплачено картой
pay-step-not-paid = { $amount }: банк не принял платёж, деньги не списаны
pay-step-given-up = { $amount }: оплата не завершена, деньги не списаны
pay-step-stuck = { $amount }: разбираемся на стойке
pay-step-refund-requested = { $amount } возвращаем на вашу карту
pay-step-refund-sent = { $amount } отправлено в ваш банк
pay-step-refund-arrived = { $amount } снова в вашем банке
pay-step-refund-failed = { $amount } пока не удалось вернуть, разбираемся на стойке
pay-receipt = Чек { $number }
pay-receipt-refund = Чек { $number }, возврат
pay-receipt-at = Дата
pay-receipt-guest = Гость
pay-receipt-room = Номер
pay-receipt-means = Оплачено
pay-receipt-means-back = Возвращено на
pay-receipt-card = Банковская карта
pay-receipt-total = Итого
pay-receipt-tax = В том числе налог { $rate } % от { $amount }
pay-receipt-paired = Связан с чеком
pay-cancel-back = Сейчас отменить можно бесплатно. { $total } вернём на вашу карту.
pay-cancel-part = Если отменить сейчас, удержим { $kept }, а { $returned } вернём на вашу карту.
pay-cancel-nothing = Если отменить сейчас, удержим всю сумму: { $kept }.
pay-cancelled-kept = Отменено. Удержано { $kept }, { $returned } вернём на вашу карту.
pay-refused-paying = Платёж за это ещё обрабатывается. Подождите немного ответа банка и попробуйте снова.
pay-refused-card = Сейчас оплатить картой не получается. Места по-прежнему за вами: запишите на счёт номера или попробуйте чуть позже.
pay-cancelled-all = Отменено. Удержана вся сумма: { $kept }.
pay-ended = Места снова свободны для других. Если деньги были списаны, мы вернём их на карту целиком; их путь виден ниже.
pay-step-taken-at-desk = { $amount } оплачено на стойке
pay-step-hand-out = { $amount } ждут вас на стойке
pay-step-handed-out = { $amount } вам вернули на стойке
pay-method-cash = Наличные
pay-method-terminal = Карта, на стойке
pay-method-transfer = Банковский перевод
pay-cancel-back-desk = Сейчас отменить можно бесплатно. { $total } вернут на стойке.
pay-cancel-part-desk = Если отменить сейчас, удержим { $kept }, а { $returned } вернут на стойке.
pay-cancelled-kept-desk = Отменено. Удержано { $kept }, { $returned } вернут на стойке.
pay-on-its-way-room = Платёж { $total } обрабатывается.
pay-no-card = Сейчас оплатить картой не получается. Сумма остаётся на счёте номера: попробуйте чуть позже или заплатите на стойке.
pay-owed = { $total } записано на счёт номера. Можно заплатить перед отъездом или сейчас.
pay-how = Как вам удобнее заплатить?
pay-invoice = Пришлите мне счёт
pay-invoice-hint = Счёт пришлёт стойка, а места будут ждать оплаты до { $until }.
pay-invoiced = Стойка пришлёт вам счёт. Ваши места ждут оплаты до { $until }.
pay-desk = Заплатить на стойке
pay-desk-hint = Места будут вашими сразу. Пожалуйста, заплатите до начала.
pay-desk-due = Пожалуйста, заплатите { $total } на стойке до начала.
pay-refused-way = Так заплатить нельзя. Пожалуйста, выберите другой способ.
pay-receipt-pdf = Скачать PDF
pay-fiscal-waiting = Чек передан на кассу. Его фискальный номер появится здесь сам.
pay-fiscal-number = Фискальный номер
pay-fiscal-sign = Фискальный признак
pay-fiscal-at = Зарегистрирован
pay-fiscal-check = Проверить чек
pay-because-missed = потому что кто-то не пришёл
pay-because-guarantee = потому что вы попросили
pay-method-points = Баллы
pay-step-points = { $amount } оплачено баллами
pay-step-points-back = Баллы на { $amount } снова ваши
pay-step-kept = { $amount } всё-таки не возвращается
pay-because-came = залог, потому что вы пришли
pay-cancel-back-points = Отмена сейчас бесплатна. Баллы на { $total } снова станут вашими.
pay-cancel-part-points = Если отменить сейчас, удержим { $kept }, а баллы на { $returned } снова станут вашими.
pay-cancelled-kept-points = Отменено. Удержано { $kept }, баллы на { $returned } снова ваши.
points-title = Баллы
points-hint = Ими можно платить за то, что вы бронируете и заказываете. Первыми расходуются те, что раньше истекают.
points-few = Баллов на это не хватает. Пожалуйста, выберите другой способ оплаты.
points-not = Не использовать баллы
points-rest = Останется заплатить { $left } другим способом.
points-by = Баллами
points-left = К оплате
points-have = { $n ->
    [one] { $n } балл на { $amount }
    [few] { $n } балла на { $amount }
    [many] { $n } баллов на { $amount }
   *[other] { $n } балла на { $amount }
}
points-until = { $n ->
    [one] { $n } балл, последний день: { $day }
    [few] { $n } балла, последний день: { $day }
    [many] { $n } баллов, последний день: { $day }
   *[other] { $n } балла, последний день: { $day }
}
points-use = { $n ->
    [one] Оплатить { $amount } за { $n } балл
    [few] Оплатить { $amount } за { $n } балла
    [many] Оплатить { $amount } за { $n } баллов
   *[other] Оплатить { $amount } за { $n } балла
}
points-kept = { $n ->
    [one] { $n } балл отложен для этого и спишется при бронировании.
    [few] { $n } балла отложены для этого и спишутся при бронировании.
    [many] { $n } баллов отложены для этого и спишутся при бронировании.
   *[other] { $n } балла отложены для этого и спишутся при бронировании.
}
points-book = { $n ->
    [one] Забронировать за { $n } балл
    [few] Забронировать за { $n } балла
    [many] Забронировать за { $n } баллов
   *[other] Забронировать за { $n } балла
}
pay-part = Оплатить только часть
pay-part-amount = Сколько, { $symbol }
pay-quote-free = Отмена сейчас бесплатна.
pay-quote-kept = Если отменить сейчас, удержим { $kept }.
pay-quote-bill = { $amount } снимем со счёта номера.
pay-quote-card = { $amount } вернётся на карту.
pay-quote-desk = { $amount } вернёт стойка.
pay-quote-points = Баллы на { $amount } снова станут вашими.
pay-cancelled-kept-some = Отменено. Удержано { $kept }; что возвращается, видно ниже.
