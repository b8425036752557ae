tab-today = Сьогодні
tab-book = Бронь
tab-order = У номер
tab-guide = Гід
tab-me = Я
shell-skip = До змісту
shell-menu = Головні розділи
shell-language = Мова
shell-notices = { $n ->
    [0] Сповіщення
    [one] Сповіщення: { $n } нове
    [few] Сповіщення: { $n } нові
    [many] Сповіщення: { $n } нових
   *[other] Сповіщення: { $n } нових
}
shell-sign-in = Увійти
shell-offline = Зараз немає звʼязку. Ви бачите те, що завантажилося востаннє.
shell-read-only = Ваш відпочинок завершено. Усе й далі можна читати.
shell-zone = Час тут указано за курортом ({ $zone }). На вашому телефоні він інший.
page-not-found-title = Тут нічого немає
page-not-found = Такої сторінки немає, або її вже прибрали.
page-home = На головну
page-again = Перевірити ще раз
page-offline = Зараз немає звʼязку, а цю сторінку на цьому телефоні ще не відкривали. Відкриті раніше сторінки на місці.
install-title = Кабінет завжди під рукою
install-text = Відкривається як застосунок і майже не займає місця.
install-button = Додати
install-share = Торкніться «Поширити» під сторінкою
install-add = Оберіть «На початковий екран»
home-welcome = Ласкаво просимо
home-good-morning = Доброго ранку, { $name }
home-good-afternoon = Добрий день, { $name }
home-good-evening = Добрий вечір, { $name }
home-lead-days = { $n ->
    [one] Попереду ще { $n } день біля моря. Ось що чекає на вас сьогодні.
    [few] Попереду ще { $n } дні біля моря. Ось що чекає на вас сьогодні.
    [many] Попереду ще { $n } днів біля моря. Ось що чекає на вас сьогодні.
   *[other] Попереду ще { $n } дня біля моря. Ось що чекає на вас сьогодні.
}
home-lead-last-day = Ваш останній повний день. Чого ви ще не спробували?
home-lead-leaving = Сьогодні ви відʼїжджаєте. Номер у вашому розпорядженні до { $at }.
home-lead-after = Дякуємо, що відпочивали в нас. Усе про ваш відпочинок і далі тут.
home-sign-in = Увійти за листком
home-look-around = Роздивитися
home-next = Найближче
home-in = через { $time }
home-on-now = Зараз
home-show-ticket = Показати квиток
home-open = Чекає на вас
home-held-until = Тримаємо до { $at }
home-order = Замовлення { $number }
home-later = Зараз і пізніше сьогодні
home-whole-day = Увесь день
home-until = до { $at }
home-yours = Ви йдете
home-full = Місць немає
home-free = Безкоштовно
home-included = Включено
home-untried = Включено, але ви ще не пробували
home-all = Усі
home-why-session = { $n ->
    [one] Сьогодні, { $at }, лишилося { $n } місце
    [few] Сьогодні, { $at }, лишилося { $n } місця
    [many] Сьогодні, { $at }, лишилося { $n } місць
   *[other] Сьогодні, { $at }, лишилося { $n } місця
}
home-why-service = Принесемо в номер
home-first-steps = З чого почати
home-step-guide = Роздивитися
home-step-guide-text = Wi-Fi, сніданки й вечері, кому подзвонити
home-step-book = Обрати заняття до душі
home-step-book-text = Час обираєте самі, потрібна лише хвилина
home-step-order = Замовити щось у номер
home-step-order-text = Фрукти, сік або шампанське до ваших дверей
me-signed-out = Увійдіть за листком, і тут будуть ваші бронювання, замовлення й рахунок номера.
me-room = Номер
me-stay = Ваш відпочинок
me-package = Пакет
me-party = Разом
me-phones = Телефонів у кабінеті
me-history = Бронювання та замовлення
me-bill = Рахунок номера
me-wishes = Список бажань
me-offers = Що тут є і скільки коштує
page-back = Назад
home-under-way = Виконується
home-hello = Вітаємо, { $name }
home-why-time = { $day } о { $at }: вільно
shell-not-fresh = Зараз оновити не вдалося. Тут те, що було хвилину тому.
earlier-title = Минулі поїздки
earlier-empty = У цій поїздці нічого не бронювали й не замовляли.
earlier-bookings = Куди ви ходили
earlier-orders = Що вам приносили
earlier-people = { $n ->
    [one] { $n } людина
    [few] { $n } людини
    [many] { $n } людей
   *[other] { $n } людини
}
find-elsewhere = Знайшлося ще
