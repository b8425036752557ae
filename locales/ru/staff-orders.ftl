orders-room = Номер
orders-waits = Ждёт
orders-state = Состояние
orders-what = Что
orders-guest = Гость
orders-wanted = К какому времени
orders-asap = Как можно скорее
orders-sum = Сумма
orders-next = Следующий шаг
orders-open = Открытые
orders-none = Заказов здесь нет.
orders-close = Закрыть
orders-included = Включено
orders-by-house = Отель
orders-title = Заказ { $number }
orders-waiting = { $n ->
    [0] Все заказы приняты.
    [one] { $n } заказ ждёт, чтобы его приняли.
    [few] { $n } заказа ждут, чтобы их приняли.
   *[many] { $n } заказов ждут, чтобы их приняли.
}
order-desk-placed = Новый
order-desk-accepted = Принят
order-desk-on-its-way = В пути
order-desk-delivered = Доставлен
order-desk-declined = Отклонён
order-desk-cancelled = Отменён
orders-do-accept = Принять
orders-do-send = Отправить
orders-arrives-in = Будет через
orders-arrives-unknown = Не указано
orders-expected = будет примерно в { $wall }
orders-do-deliver = Доставлено
orders-do-decline = Отклонить
orders-reason = Причина
orders-reason-hint = Это прочтёт гость. Напишите так, как сказали бы ему лично.
orders-reason-needed = Напишите, пожалуйста, причину: её прочтёт гость.
orders-changed-meanwhile = Этот заказ тем временем изменил кто-то другой. Сейчас он в состоянии: { $state }.
