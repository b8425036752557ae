staff-sign-in-title = Пульт Cabana
staff-login = Логін
staff-sign-in-wrong = Логін і пароль не підходять одне до одного.
console-menu = Пульт
console-today = Сьогодні
console-orders = Замовлення
console-bookings = Записи
console-tickets = Вхід за квитками
console-stays = Проживання
console-money = Гроші
console-slips = Листки
console-demand = Попит
console-log = Журнал
console-role-desk = Рецепція
console-role-service = Сервіс
console-role-manager = Керівник
today-tile-waiting = Нові замовлення
today-tile-under-way = У роботі
today-tile-arrivals = Заїзди
today-tile-departures = Виїзди
today-tile-in-house = Гостей ночує
today-orders = Замовлення, що чекають
today-no-orders = Нічого не чекає. Нове замовлення зʼявиться тут саме.
today-bookings = Бронювання, перенесення й скасування за добу
today-no-bookings = За добу ніхто не записався. Новий запис зʼявиться тут сам.
today-arrivals = Заїжджають сьогодні
today-no-arrivals = Сьогодні ніхто не заїжджає.
today-departures = Виїжджають сьогодні
today-no-departures = Сьогодні ніхто не виїжджає.
today-print-slips = Надрукувати їхні листки
today-all = Показати всі
today-just-now = щойно
today-not-due = пізніше
today-ago = { $time } тому
today-day-at = { $day }, { $at }
today-what = Що
today-when = Коли
today-people = Людей
today-made = Змінено
today-cancelled = Скасовано
today-signed-in = Уже в кабінеті
today-party = { $n ->
    [one] { $n } людина
    [few] { $n } людини
   *[many] { $n } людей
}
log-when = Коли
log-who = Хто
log-what = Що
log-about = Про що
log-before = Було
log-after = Стало
log-reason = Причина
log-pages = Сторінки журналу
log-older = Раніше
log-newest = Найновіші
log-empty = Записів ще немає.
log-managers-only = Журнал читають лише керівники.
log-stay = Проживання { $number }
log-order = Замовлення { $number }
log-deed = { $deed ->
    [stay_made] Створення проживання
    [stay_changed] Зміна проживання
    [cap_set] Зміна ліміту витрат
    [slip_made] Перший листок
    [slip_shown] Перегляд листка
    [slip_replaced] Новий листок
    [order_moved] Новий стан замовлення
    [check-in] Вхід за квитком
    [waitlist-priority] Змінено чергу очікування
    [waitlist-off] Прибрано з листа очікування
    [receipt_tried] Повторний запит до каси
    [check_in_undone] Знято позначку про вхід
    [missed] Позначено неявку
    [missed_undone] Знято позначку про неявку
    [money_given] Повернуто гроші на прохання
    [money_declined] Відмовлено в поверненні грошей
    [beyond_allowed] Дозволено додаткові місця
    [let_in_twice] Виявлено подвійний вхід
    [sessions_changed] Змінено заняття
    [payment_taken] Прийняв оплату
    [points_given] Нараховано бали
    [refund_handed_out] Видав гроші
    [refund_again] Запитав повернення знову
    [payment_closed] Закрив платіж
    [left_on_the_bill] Лишив на рахунку номера
    [hold_kept] Утримання подовжено
    [hold_released] Утримання знято
    [called_off] Скасування або закриття
    [reopened] Відкрито знову
    [booking_kept] Запис залишено
    [booking_moved] Запис перенесено
    [booking_cancelled] Запис скасовано
    [resort_imported] Імпорт даних курорту
    [second_factor_on] Увімкнено другий крок входу
    [second_factor_off] Вимкнено другий крок входу
    [second_factor_forgotten] Знято другий крок входу
    [signed_in] Вхід
    [signed_out] Вихід
   *[other] { $deed }
}
staff-code = Шість цифр
staff-code-hint = Із застосунку-автентифікатора на вашому телефоні.
staff-code-needed = Для вашого входу ввімкнено другий крок: введіть пароль і шість цифр із застосунку.
staff-code-wrong = Застосунок зараз показує інші цифри, або ці вже використано. Зачекайте на наступні.
account-second-factor = Другий крок під час входу
account-off = Відскануйте код застосунком-автентифікатором. Відтоді консоль питатиме шість цифр разом із паролем.
account-qr = QR-код для застосунку-автентифікатора
account-typed = Або введіть у застосунок цей ключ:
account-turn-on = Увімкнути
account-on = Другий крок увімкнено. Під час кожного входу консоль питає шість цифр із застосунку.
account-turn-off = Вимкнути
today-moved = Перенесено
log-version = версія { $version }
log-import = { $kind }: нових { $new }, змінено { $changed }, в архів { $archived }
log-kind = { $kind ->
    [rooms] номери
    [packages] пакети
    [categories] категорії
    [resources] ресурси
    [offers] пропозиції
    [places] місця поруч
    [pages] сторінки гіда
    [staff] працівники
   *[other] { $kind }
}
log-subject = { $subject ->
    [booking] Бронювання { $number }
    [session] Заняття { $number }
    [resource] Корт, кабінет або фахівець { $number }
    [offer] Пропозиція { $number }
    [resort] Курорт
    [console] Консоль
    [waitlist] Запис { $number } у листі очікування
    [receipt] Чек, запис { $number }
   *[other] { $subject } { $number }
}
log-on-the-bill = На рахунок номера
log-called-off = залишено: { $kept }, перенесено: { $moved }, скасовано: { $cancelled }
