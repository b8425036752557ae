book-places-left = { $n ->
    [one] залишилося { $n } місце
    [few] залишилося { $n } місця
   *[many] залишилося { $n } місць
}
book-title = Записатися
book-days = Дні
book-month = Місяць
book-strip = Назад до днів
book-month-before = Попередній місяць
book-month-after = Наступний місяць
book-day-mine = { $n ->
    [one] { $day }, у вас { $n } запис
    [few] { $day }, у вас { $n } записи
   *[many] { $day }, у вас { $n } записів
}
book-morning = Ранок
book-afternoon = День
book-evening = Вечір
book-own = У зручний для вас час
book-choose-time = Обрати час
book-what = Що
book-all = Усе
book-fitting = Для нас
book-empty = Цього дня записуватися немає на що. Погляньте на інший день.
book-empty-filtered = Цього дня такого немає. Спробуйте інший день або перегляньте все.
book-everything = Показати все
book-past = Цей день уже минув.
book-after-departure = Ви від’їжджаєте { $day }. Дні після від’їзду можна переглядати, але записатися на них не можна.
book-before-arrival = Ваш відпочинок починається { $day }.
book-none = Цього дня вільного часу немає.
book-next = Найближчий вільний час
book-times = Час
book-full = Місць немає
book-held-by-others = Зараз місць немає. Хтось тримає місця; частина може звільнитися о { $wall }
book-held-short = може звільнитися о { $wall }
book-yours = Ви йдете
book-yours-held = Місця тримаємо для вас
book-over = Уже почалося
book-closed = Запис закрито
book-opens = Запис відкриється { $day }
book-not-yet-here = До вашого приїзду
book-gone-then = Після вашого від’їзду
book-called-off = Скасовано
book-no-age-fits = Для іншого віку
book-from-to = з { $from } до { $to }
book-when = Коли
book-where = Де
book-length = Скільки триває
book-whom = Для кого
book-bring = Візьміть із собою
book-who = Хто йде?
book-years = { $n ->
    [one] { $n } рік
    [few] { $n } роки
   *[many] { $n } років
}
book-too-young = { $n ->
    [one] від { $n } року
   *[many] від { $n } років
}
book-too-old = { $n ->
    [one] до { $n } року включно
   *[many] до { $n } років включно
}
book-is-going = уже йде
book-has-other = { $title } о { $wall }
book-adult-missing = Дітям до 16 років потрібен поруч дорослий.
book-questions = Що нам варто знати
book-optional = за бажанням
book-please-choose = Оберіть
book-total = Разом
book-included = Включено
book-nothing = Платити не потрібно
book-total-later = Перед підтвердженням ви побачите суму ще раз.
book-rule = Якщо плани зміняться
book-free-until = Скасувати або перенести можна безкоштовно до: { $day }, { $wall }.
book-hold = Притримати на { $time }
book-hold-places = { $n ->
    [one] Притримати { $n } місце на { $time }
    [few] Притримати { $n } місця на { $time }
   *[many] Притримати { $n } місць на { $time }
}
book-sign-in = Увійти й записатися
book-sign-in-text = Увійдіть за карткою заїзду, щоб побачити свою ціну й записатися.
book-open-yours = До вашого запису
book-instead = Де є місця
book-more-times = Обрати день і час
book-all-days = Усі дні
book-held-title = Місця тримаємо для вас
book-held-until = Тримаємо для вас до { $wall }
book-held-soon = Залишилося менше двох хвилин
book-held-lead = Місця ваші до { $wall }. Підтвердьте, коли будете готові.
book-confirm-charge = Підтвердити, { $total } на рахунок номера
book-confirm-free = Підтвердити, платити не потрібно
book-release = Повернути місця
book-on-the-bill = Суму додамо до рахунку номера. Сплатите на стійці під час виїзду.
book-lapsed-title = Час вийшов
book-lapsed = Ми більше не тримаємо ці місця, вони знову вільні для всіх. Нічого не списано.
book-released-title = Місця повернуто
book-released = Місця знову вільні для інших. Нічого не списано.
book-cancelled-title = Скасовано
book-cancelled-free = Запис скасовано. Нічого не утримано.
book-cancelled-kept = Запис скасовано. На рахунку номера залишилося { $kept }, знято { $returned }.
book-try-again = Переглянути цей час ще раз
book-for = Для кого
book-show = Покажіть цей код на вході
book-ticket-of = Квиток: { $name }
book-arrived = Вхід відмічено о { $wall }
book-over-text = Це вже минуло. Сподіваємося, вам сподобалося.
book-calendar = До календаря
book-move = Перенести
book-cancel = Скасувати
book-cancel-free = Зараз скасування нічого не коштує.
book-cancel-back = Зараз скасування нічого не коштує. { $total } знімемо з рахунку номера.
book-cancel-part = Якщо скасувати зараз, на рахунку номера залишиться { $kept }, а { $returned } ми знімемо.
book-cancel-nothing = Якщо скасувати зараз, на рахунку номера залишиться вся сума: { $kept }.
book-cancel-button = Так, скасувати
book-cancel-button-kept = Так, скасувати за { $kept }
book-costs = Скільки коштує
book-answers = Що ви нам повідомили
book-history = Що відбувалося
book-fact-held = { $n ->
    [one] Притримано { $n } місце
    [few] Притримано { $n } місця
   *[many] Притримано { $n } місць
}
book-fact-confirmed = Запис підтверджено
book-fact-charged = Запис підтверджено, { $total } на рахунок номера
book-fact-lapsed = Час очікування вийшов
book-fact-released = Місця повернуто
book-fact-cancelled = Запис скасовано
book-fact-kept = Запис скасовано, утримано { $kept }
book-fact-moved = Перенесено: { $from } → { $to }
book-fact-checked-in = Вхід відмічено: { $name }
book-move-title = Інший час
book-move-now = Зараз: { $day }, { $wall }
book-move-lead = Ті самі люди, та сама ціна. Старий час ми відпустимо лише тоді, коли новий стане вашим.
book-move-choose = Новий час
book-move-button = Перенести сюди
book-move-none = Іншого часу, де вистачить місця вам усім, поки немає.
book-move-none-day = Цього дня немає часу, де вистачить місця вам усім. Спробуйте інший.
book-move-late = Час, коли можна було перенести, уже минув.
book-refused-full = { $n ->
    [0] Останнє місце щойно зайняли.
    [one] Залишилося лише { $n } місце. Ми нічого не притримали.
    [few] Залишилося лише { $n } місця. Ми нічого не притримали.
   *[many] Залишилося лише { $n } місць. Ми нічого не притримали.
}
book-refused-taken = Хтось устиг на мить раніше, і цей час тепер зайнятий. Ми нічого не притримали.
book-refused-past = Це вже почалося.
book-refused-late = Записатися потрібно не пізніше ніж за { $time } до початку.
book-refused-early = Записатися можна буде з { $day }.
book-refused-called-off = Курорт скасував цю подію. Нічого не списано.
book-refused-age = Не підходить за віком: { $name }.
book-refused-nobody = Оберіть, хто йде.
book-refused-going = { $name } уже йде.
book-refused-clash = { $name }: о { $wall } у цей самий час «{ $title }».
book-refused-after = Це вже після вашого від’їзду.
book-refused-before = Це ще до вашого приїзду.
book-refused-holds = Ми вже тримаємо для вас три записи. Підтвердьте один або поверніть його.
book-refused-used-up = Включене у ваш пакет щойно використано. Погляньте, будь ласка, на ціну ще раз.
book-refused-answer = Будь ласка, спершу дайте відповідь тут.
book-refused-answer-wrong = Відповідь задовга або не зі списку.
book-refused-expired = Час очікування щойно вийшов. Нічого не списано.
book-refused-price = Тепер це коштує { $total }. Будь ласка, погляньте ще раз.
book-refused-fee = Якщо скасувати зараз, буде утримано { $fee }. Підтвердьте, будь ласка, ще раз.
book-refused-move-late = Безкоштовно перенести можна було лише до вказаного часу. Ваш запис залишається як є.
book-refused-checked-in = Хтось із вас уже ввійшов, тому запис залишається як є.
book-refused-state = Запис тим часом змінився. Ось який він зараз.
