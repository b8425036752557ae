book-places-left = { $n ->
    [one] Лишилося { $n } місце
    [few] Лишилося { $n } місця
    [many] Лишилося { $n } місць
   *[other] Лишилося { $n } місця
}
book-title = Бронювання
book-days = Дні
book-month = Місяць
book-strip = Назад до днів
book-month-before = Попередній місяць
book-month-after = Наступний місяць
book-day-mine = { $n ->
    [one] { $day }, у вас { $n } бронювання
    [few] { $day }, у вас { $n } бронювання
    [many] { $day }, у вас { $n } бронювань
   *[other] { $day }, у вас { $n } бронювання
}
book-day-nothing = { $day }, вільного немає
book-morning = Ранок
book-afternoon = День
book-evening = Вечір
book-own = У зручний для вас час
book-what = Що забронювати
book-all = Усі
book-fitting = Підходить нам
book-empty = Цього дня тут нічого немає. Іншого дня вибір більший.
book-empty-filtered = Такого цього дня немає. Оберіть інший день або перегляньте все.
book-everything = Показати все
book-past = Цей день уже минув.
book-after-departure = Ваш від’їзд: { $day }. Пізніші дні можна переглянути, але не забронювати.
book-before-arrival = Початок вашого відпочинку: { $day }.
book-none = Цього дня вільного часу немає.
book-next = Найближчий вільний час
book-times = Час
book-all-times = Усі варіанти
book-full = Місць немає, є лист очікування
book-held-by-others = Зараз місць немає. Хтось іще вагається, і місця можуть звільнитися о { $wall }
book-held-short = може звільнитися о { $wall }
book-yours = Ви йдете
book-yours-held = Тримаємо для вас
book-over = Уже почалося
book-closed = Запис закрито
book-opens = Можна забронювати з { $day }
book-not-yet-here = До вашого приїзду
book-gone-then = Після вашого від’їзду
book-called-off = Не відбудеться
book-no-age-fits = Для іншого віку
book-from-to = з { $from } до { $to }
book-when = Коли
book-where = Де
book-length = Скільки триває
book-whom = Для кого
book-bring = Візьміть із собою
book-who = Хто йде?
book-join-who = Хто йде ще?
book-years = { $n ->
    [0] до року
    [one] { $n } рік
    [few] { $n } роки
    [many] { $n } років
   *[other] { $n } року
}
book-too-young = { $n ->
    [one] від { $n } року
    [few] від { $n } років
    [many] від { $n } років
   *[other] від { $n } років
}
book-too-old = { $n ->
    [one] до { $n } року
    [few] до { $n } років
    [many] до { $n } років
   *[other] до { $n } років
}
book-is-going = уже йде
book-has-other = { $title } о { $wall }
book-too-far = { $title } о { $wall }: іти { $minutes }
book-adult-missing = Діти до 16 років приходять разом із дорослим.
book-questions = Що нам важливо знати
book-optional = за бажанням
book-please-choose = Оберіть, будь ласка
book-total = Разом
book-included = Включено
book-nothing = Платити нічого не треба
book-total-later = Перед підтвердженням ви ще раз побачите суму.
book-rule = Якщо плани зміняться
book-free-until = Скасувати або перенести безкоштовно можна до цього часу: { $day }, { $wall }.
book-hold = Притримати на { $time }
book-hold-change = Змінити, хто йде
book-hold-places = { $n ->
    [one] Притримати { $n } місце на { $time }
    [few] Притримати { $n } місця на { $time }
    [many] Притримати { $n } місць на { $time }
   *[other] Притримати { $n } місця на { $time }
}
book-sign-in = Увійти й забронювати
book-sign-in-text = Увійдіть за листком, щоб побачити свою ціну й забронювати.
book-open-yours = До вашого бронювання
book-instead = Де є місця
book-more-times = Вибрати день і час
book-all-days = Усі дні
book-held-until = Тримаємо для вас до { $wall }
book-held-soon = Лишилося менше двох хвилин
book-held-lead = Місця ваші до { $wall }. Підтвердьте, коли будете готові.
book-confirm-charge = Підтвердити: { $total } на рахунок номера
book-confirm-free = Підтвердити, платити не треба
book-release = Повернути місця
book-on-the-bill = Запишемо на рахунок номера. Сплатите на рецепції перед від’їздом.
book-lapsed-title = Час вийшов
book-lapsed = Ми тримали місця скільки могли, тепер вони знову вільні для всіх. Платити нічого не треба.
book-released-title = Повернуто
book-released = Місця знову вільні для інших. Платити нічого не треба.
book-still-free = Місця ще вільні.
book-cancelled-title = Скасовано
book-cancelled-free = Скасовано. Нічого не утримано.
book-cancelled-kept = Скасовано. На рахунку номера лишається { $kept }, знято { $returned }.
book-try-again = Повернутися до цього часу
book-for = Для кого
book-show = Покажіть це на вході
book-ticket-of = Квиток: { $name }
book-arrived = На місці з { $wall }
book-over-text = Це вже минуло. Сподіваємося, ви гарно провели час.
book-again = Забронювати ще раз
book-offer = Переглянути пропозицію
book-calendar = Додати в календар
book-move = Перенести
book-join = Піде ще хтось
book-contact = Як з вами зв’язатися
book-contact-lead = Якщо щось зміниться, кожному можна буде написати чи зателефонувати. Надруковане на квитку не змінюється.
book-contact-name = Ім’я, як ви його пишете
book-contact-reach = Телефон або пошта
book-contact-save = Зберегти
book-replace = Замість когось піде інший
book-replace-lead = Місце й ціна лишаються ті самі. Старий квиток більше не дійсний, новий матиме власний код.
book-replace-out = Хто не йде
book-replace-in = Хто йде замість
book-replace-button = Переписати квиток
book-leave = Хтось не піде
book-leave-lead = За іншими місця зберігаються. Для одного місця діє те саме правило.
book-leave-button = { $name }: скасувати участь
book-cancel = Скасувати
book-cancel-free = Зараз скасувати можна безкоштовно.
book-cancel-back = Зараз скасувати можна безкоштовно. Знімемо з рахунку номера { $total }.
book-cancel-part = Якщо скасувати зараз, на рахунку номера залишиться { $kept }, а { $returned } ми знімемо.
book-cancel-nothing = Якщо скасувати зараз, на рахунку номера залишиться вся сума: { $kept }.
book-cancel-button = Так, скасувати
book-cancel-button-kept = Так, скасувати за { $kept }
book-costs = Скільки це коштує
book-answers = Що ви нам розповіли
book-history = Що й коли відбувалося
book-fact-held = { $n ->
    [one] Притримали { $n } місце
    [few] Притримали { $n } місця
    [many] Притримали { $n } місць
   *[other] Притримали { $n } місця
}
book-fact-confirmed = Заброньовано
book-fact-charged = Заброньовано, { $total } на рахунок номера
book-fact-lapsed = Час на підтвердження вийшов
book-fact-released = Повернуто
book-fact-cancelled = Скасовано
book-fact-kept = Скасовано, утримано { $kept }
book-fact-moved = Перенесено. Було: { $from }. Стало: { $to }
book-fact-paying = Оплату розпочато, місця чекають до { $until }
book-fact-not-paid = Оплата не пройшла, місця чекають до { $until }
book-fact-bill = Запитано рахунок, місця чекають до { $until }
book-fact-desk = Заброньовано, { $total } до сплати на рецепції
book-fact-retaken = Оплата надійшла пізніше, місця зайнято знову
book-fact-left = { $name }: участь скасовано
book-fact-left-kept = { $name }: участь скасовано, утримано { $kept }
book-fact-replaced = Квиток передано. Було: { $from }. Стало: { $to }
book-fact-checked-in = { $name } вже на місці
book-move-title = Інший час
book-move-now = Зараз: { $day }, { $wall }
book-move-lead = Ті самі гості й та сама ціна. Попередній час лишається за вами, доки новий не стане вашим.
book-move-choose = Новий час
book-move-button = Перенести на цей час
book-move-none = Іншого часу, де вистачить місця на всіх вас, немає.
book-move-none-day = Цього дня немає часу, де вистачить місця на всіх вас. Оберіть інший.
book-move-late = Перенести вже не можна: термін минув.
book-refused-full = { $n ->
    [0] Останнє місце щойно зайняв хтось інший.
    [one] Лишилося тільки { $n } місце. Поки ми нічого не притримали.
    [few] Лишилося тільки { $n } місця. Поки ми нічого не притримали.
    [many] Лишилося тільки { $n } місць. Поки ми нічого не притримали.
   *[other] Лишилося тільки { $n } місця. Поки ми нічого не притримали.
}
book-refused-taken = Хтось випередив вас на мить, і цей час уже зайнято. Поки ми нічого не притримали.
book-refused-past = Це вже почалося.
book-refused-late = Забронювати треба не пізніше ніж за { $time } до початку.
book-refused-early = Забронювати це можна буде з { $day }.
book-refused-called-off = Нам дуже шкода, курорт це скасував. Платити нічого не треба.
book-refused-age = { $name }: ця пропозиція для іншого віку.
book-refused-nobody = Оберіть, хто йде.
book-refused-going = { $name } вже йде.
book-refused-clash = { $name }: у цей самий час, о { $wall }, уже є «{ $title }».
book-refused-walk = { $name }: о { $wall } «{ $title }», а дорога туди триває { $minutes }.
book-refused-after = Це вже після вашого від’їзду.
book-refused-before = Це ще до вашого приїзду.
book-refused-holds = Ми вже тримаємо для вас п’ять броней. Спершу підтвердьте або поверніть одну з них.
book-refused-used-up = Включене у ваш пакет щойно використано. Погляньте, будь ласка, на ціну ще раз.
book-refused-answer = Спершу дайте, будь ласка, відповідь на це запитання.
book-refused-answer-wrong = Відповідь задовга, або такого варіанта не було.
book-refused-expired = Час на підтвердження щойно вийшов. Платити нічого не треба.
book-refused-price = Ціна змінилася: тепер { $total }. Погляньте, будь ласка, ще раз.
book-refused-fee = Якщо скасувати зараз, буде утримано { $fee }. Підтвердьте, будь ласка, ще раз.
book-refused-move-late = Перенести безкоштовно можна було лише до вказаного часу. Ваше бронювання лишається без змін.
book-refused-replace-late = Замінити учасника можна було лише до вказаного часу. Ваше бронювання лишається без змін.
book-refused-other-price = { $name }: ціна буде іншою, тому передати цей квиток не можна. Забронюйте, будь ласка, окремо; це бронювання лишається без змін.
book-refused-checked-in = Хтось із вас уже на місці, тож усе лишається як є.
book-refused-state = Тим часом це бронювання змінилося. Ось яке воно зараз.
book-called-off-title = Скасовано курортом
book-called-off-text = Нам дуже шкода: курорт мусив це скасувати. На рахунку кімнати нічого не залишилося. Причина: { $reason }
book-fact-called-off = Скасовано курортом: { $reason }
book-fact-moved-by-resort = Перенесено курортом. Було: { $from }. Стало: { $to }. { $reason }
book-fact-same-time = Час той самий, подбає інший фахівець або буде інше місце: { $reason }
book-fact-check-in-undone = { $name }: позначку про вхід знято
book-fact-kept-until = Рецепція тримає місця для вас до { $until }
book-fact-missed = { $name }: відвідування не було
book-fact-missed-undone = { $name }: позначку про неявку знято
book-fact-missed-back = { $name }: відвідування не було, повертаємо { $returned }
book-fact-money-asked = Попросили повернути гроші
book-fact-money-given = Рецепція повертає { $amount }
book-fact-money-declined = Гроші не повертаємо: { $reason }
book-missed-back = Якщо ніхто з вас не прийде, повернемо { $amount }.
book-missed-nothing = Якщо ніхто з вас не прийде, гроші не повертаються.
book-refused-settled = Рецепція вже позначила неявку або розглядає повернення. Про решту, будь ласка, поговоріть із рецепцією.
book-refused-gone-back = Те, що за це повертали, уже пішло, тож позначка лишається.
book-refused-no-guarantee = Попросити гроші назад за це не можна або зараз не час. Поговоріть, будь ласка, з рецепцією.
book-guarantee = Вийшло не так, як ви сподівалися?
book-guarantee-lead = Розкажіть нам, і рецепція розбереться. Останній день, щоб попросити гроші назад: { $day }.
book-guarantee-why = Що пішло не так (якщо хочете)
book-guarantee-ask = Попросити гроші назад
book-guarantee-asked = Ви попросили повернути гроші. Рецепція відповість тут і в сповіщеннях.
book-guarantee-given = Вам повернуто { $amount }.
book-guarantee-given-note = Вам повернуто { $amount }. Рецепція пише: { $note }
book-guarantee-declined = Цього разу рецепція гроші не повертає. Причина: { $reason }
book-deposit = Це завдаток: він повернеться сам, коли ви прийдете, і залишиться в нас, якщо не прийдете.
book-was-yours = Ваше бронювання
