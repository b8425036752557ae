order-title = Замовлення в номер
order-lead = Оберіть, що вам до душі, а ми принесемо до ваших дверей.
order-none = У номер поки нічого не можна замовити. На рецепції вам радо допоможуть.
order-parts = Розділи меню
order-used-up = включене вже використано
order-included-n = { $n ->
    [one] включена { $n }
    [few] включено { $n }
   *[many] включено { $n }
}
order-opens = З { $time }
order-opens-on = { $day } з { $time }
order-closed = Зараз не подається
order-closed-now = Зараз не подається. { $day } з { $time }. Замовити на цей час можна вже тепер.
order-in-basket = { $n ->
    [one] У кошику { $n }
    [few] У кошику { $n }
   *[many] У кошику { $n }
}
order-add = Додати
order-add-one = Додати до кошика: { $title }
order-choose = Обрати
order-choose-one = Обрати: { $title }
order-added = { $title }: вже у вашому кошику.
order-option = Що вам більше до смаку?
order-extra = + { $price }
order-optional = { $question } (за бажанням)
order-no-matter = Байдуже
order-answer-hint = { $n ->
    [one] Не довше { $n } знака.
    [few] Не довше { $n } знаків.
   *[many] Не довше { $n } знаків.
}
order-how-many = Скільки
order-how-many-of = Скільки: { $title }
order-less = На одну порцію менше: { $title }
order-more = На одну порцію більше: { $title }
order-add-to-basket = Додати до кошика
order-served = Подається
order-always = Будь-коли
order-hours = з { $from } до { $to }
order-takes = Зазвичай приносимо за
order-price-of-one = Ціна за одну порцію
order-back = Назад до меню
order-back-history = Назад до історії
order-times = { $count } ×
order-moment = { $day }, { $time }
order-number = Замовлення { $order }
order-state-placed = Надіслано
order-state-accepted = Готується
order-state-on-its-way = У дорозі
order-state-delivered = Доставлено
order-state-declined = Відхилено
order-state-cancelled = Скасовано
order-stage-placed = Ми отримали ваше замовлення і зараз ним займемося.
order-stage-accepted = Ми готуємо ваше замовлення.
order-stage-on-its-way = Замовлення вже несуть до вашого номера.
order-stage-expected = Замовлення вже в дорозі й буде у вас приблизно о { $wall }.
order-stage-delivered = Замовлення доставлено. Приємного вам відпочинку.
order-stage-declined = Нам дуже шкода, цього разу ми не зможемо це принести. Платити нічого не треба.
order-stage-cancelled = Ви скасували це замовлення. Платити нічого не треба.
order-reason = Причина: { $reason }
order-when = Принести
order-placed-at = Надіслано
order-what = Що ви замовили
order-history = Що й коли відбувалося
order-by-staff = { $name }, наша команда
order-by-reason = { $who }: { $reason }
order-on-the-bill = Записано на рахунок номера.
order-taken-off = Знято з рахунку номера.
order-cancel = Скасувати замовлення
order-cancel-hint = Скасувати можна, доки ми не почали готувати.
order-again = Замовити ще раз
order-no-empty = Кошик порожній. Спершу покладіть у нього щось.
order-no-full = До кошика більше не вміщується. Нічого не зникло: надішліть це замовлення, а потім наступне.
order-no-gone = Чогось із кошика вже немає в меню. Решта на місці, перегляньте, будь ласка, ще раз.
order-no-answer = { $title }: спершу дайте, будь ласка, відповідь на питання «{ $question }».
order-no-closed = { $title }: о цій порі не подається. Кошик збережено, оберіть, будь ласка, інший час.
order-no-closed-until = { $title }: о цій порі не подається, найближчий час: { $day }, з { $time }. Кошик збережено, оберіть, будь ласка, інший час.
order-no-young = { $title }: для гостей від { $age } років.
order-no-past = Цей час уже минув. Кошик збережено, оберіть, будь ласка, пізніший.
order-no-stay = Цей день поза вашим перебуванням. Оберіть, будь ласка, інший.
order-no-note = { $n ->
    [one] Побажання задовге: щонайбільше { $n } знак. Скоротіть його, будь ласка.
    [few] Побажання задовге: щонайбільше { $n } знаки. Скоротіть його, будь ласка.
   *[many] Побажання задовге: щонайбільше { $n } знаків. Скоротіть його, будь ласка.
}
order-no-price = Сума змінилася: тепер { $total }. Поки нічого не замовлено. Якщо ви згодні, надішліть замовлення ще раз.
order-no-sent = Цей кошик уже надіслано як замовлення { $order }. Вдруге його не замовлено.
order-no-late = Замовлення вже не можна скасувати. Його стан: { $state }. На рецепції вам радо допоможуть.
order-no-changed = Хтось тим часом змінив це замовлення. Тепер його стан: { $state }.
order-no-step = Такий крок неможливий. Стан замовлення: { $state }.
order-no-reason = Назвіть гостеві причину, будь ласка.
basket-title = Ваш кошик
basket-pieces = { $n ->
    [one] { $n } порція
    [few] { $n } порції
   *[many] { $n } порцій
}
basket-open = Відкрити кошик
basket-empty = Кошик порожній. Сніданок у ліжко, свіжий сік, ще одна подушка: усе це за кілька дотиків.
basket-to-menu = До меню
basket-more = Додати ще щось
basket-gone = Чогось із кошика вже немає в меню, тож ми це прибрали.
basket-note = Що нам варто знати?
basket-note-hint = { $n ->
    [one] Алергія, постукати тихо, залишити біля дверей… Не довше { $n } знака.
    [few] Алергія, постукати тихо, залишити біля дверей… Не довше { $n } знаків.
   *[many] Алергія, постукати тихо, залишити біля дверей… Не довше { $n } знаків.
}
basket-when = Коли принести?
basket-now = Щойно буде готово
basket-later = На обраний час
basket-day = День
basket-day-total = { $day }: { $total }
basket-time = Час
basket-time-hint = За часом курорту.
basket-total = Разом
basket-to-room = Запишемо на рахунок номера { $room }
basket-nothing-to-pay = Платити нічого не треба.
basket-prices-before = Включене до вашого пакета віднімемо, коли ви увійдете.
basket-place = Надіслати замовлення
basket-sign-in = Увійти й замовити
basket-waits = Кошик зачекає на вас тут.
basket-see-order = Переглянути замовлення
bill-title = Рахунок номера
bill-back = Назад до розділу «Я»
bill-lead = Усе, що записано на номер { $room } за час вашого відпочинку.
bill-empty = На рахунок номера нічого не записано. Тут з’явиться все платне, що ви забронюєте чи замовите.
bill-booking = Бронювання
bill-reversal = Знято з рахунку
bill-total = Разом на сьогодні
bill-settle = Сплатити рахунок можна на рецепції перед від’їздом.
history-title = Історія
history-coming = Попереду
history-past = Минуло
history-empty = Поки нічого немає. Тут буде все, що ви забронюєте чи замовите.
history-and-more = { $n ->
    [one] { $title } і ще { $n }
    [few] { $title } і ще { $n }
   *[many] { $title } і ще { $n }
}
history-held = Чекає на вас
history-confirmed = Заброньовано
history-over = Минуло
history-lapsed = Не підтверджено
history-released = Повернуто
history-cancelled = Скасовано
basket-other-days = Іншого дня
bill-paid = Сплачено карткою
bill-paid-at-desk = Сплачено на стійці
bill-handed-out = Видано на стійці
bill-returned = Повернено на картку
