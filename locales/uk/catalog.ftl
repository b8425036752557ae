catalog-title = Що тут є
catalog-lead = Усі ціни — ваші: ми позначили, що входить до пакета «{ $package }».
catalog-lead-public = Роздивіться без поспіху. Після входу ви побачите, що включено до вашого пакета.
catalog-search = Шукати в усьому кабінеті
catalog-search-hint = Пошук
catalog-filters = Фільтри
catalog-show-only = Показати лише
catalog-only-today = Ще можна сьогодні
catalog-only-included = Без доплати для мене
catalog-only-wished = Мій список бажань
catalog-for-child = Для дитини
catalog-any-age = Будь-який вік
catalog-age = { $n ->
    [0] до року
    [one] { $n } рік
    [few] { $n } роки
    [many] { $n } років
   *[other] { $n } року
}
catalog-apply = Показати
catalog-found = { $n ->
    [one] Знайшлася { $n } пропозиція
    [few] Знайшлося { $n } пропозиції
    [many] Знайшлося { $n } пропозицій
   *[other] Знайшлося { $n } пропозиції
}
catalog-empty = Саме такого не знайшлося. Спробуйте інше слово або приберіть частину фільтрів.
catalog-empty-wished = У списку бажань поки порожньо. Позначте сердечком усе, що сподобається, і воно чекатиме на вас тут.
catalog-show-all = Показати все
catalog-categories = Розділи
catalog-all = Усі
catalog-all-of = Усі { $n }
catalog-take-away = Прибрати:
catalog-free = Безкоштовно
catalog-included = Включено
catalog-left-today = Включено · сьогодні лишилося { $left-n } з { $of-n }
catalog-left-then = Включено · того дня лишилося { $left-n } з { $of-n }
catalog-left-stay = Включено · лишилося { $left-n } з { $of-n }
catalog-wished = У вашому списку бажань
catalog-wish = Список бажань
catalog-wish-sign-in = Увійдіть, щоб вести список бажань
catalog-watch = Повідомте, коли ціна знизиться
catalog-back = Назад до всіх пропозицій
catalog-place = Де
catalog-duration = Скільки триває
catalog-comes-in = Зазвичай приносимо за
catalog-for-whom = Для кого
catalog-bring = Візьміть із собою
catalog-ages-from = { $n ->
    [one] від { $n } року
    [few] від { $n } років
    [many] від { $n } років
   *[other] від { $n } років
}
catalog-ages-to = { $n ->
    [one] до { $n } року
    [few] до { $n } років
    [many] до { $n } років
   *[other] до { $n } років
}
catalog-ages-between = { $to-n ->
    [one] від { $from-n } до { $to-n } року
    [few] від { $from-n } до { $to-n } років
    [many] від { $from-n } до { $to-n } років
   *[other] від { $from-n } до { $to-n } років
}
catalog-ages-all = будь-який вік
catalog-adult-needed = До 16 років разом із дорослим
catalog-prices = Ціни
catalog-price-piece = За порцію чи штуку
catalog-price-person = За людину
catalog-price-others = Решта гостей
catalog-option-same = без доплати
catalog-option-more = + { $price }
catalog-package = У вашому пакеті
catalog-gives-always = Включено, скільки забажаєте.
catalog-gives-day-person = { $n ->
    [one] { $n } раз на день для кожного з вас.
    [few] { $n } рази на день для кожного з вас.
    [many] { $n } разів на день для кожного з вас.
   *[other] { $n } разу на день для кожного з вас.
}
catalog-gives-day-room = { $n ->
    [one] { $n } раз на день на номер.
    [few] { $n } рази на день на номер.
    [many] { $n } разів на день на номер.
   *[other] { $n } разу на день на номер.
}
catalog-gives-stay-person = { $n ->
    [one] { $n } раз за відпочинок для кожного з вас.
    [few] { $n } рази за відпочинок для кожного з вас.
    [many] { $n } разів за відпочинок для кожного з вас.
   *[other] { $n } разу за відпочинок для кожного з вас.
}
catalog-gives-stay-room = { $n ->
    [one] { $n } раз за відпочинок на номер.
    [few] { $n } рази за відпочинок на номер.
    [many] { $n } разів за відпочинок на номер.
   *[other] { $n } разу за відпочинок на номер.
}
catalog-now-left-today = Сьогодні лишилося { $left-n } з { $of-n }.
catalog-now-left-stay = Лишилося { $left-n } з { $of-n }.
catalog-used-up-today = На сьогодні все використано. Ще один раз коштує { $price }, а завтра знову буде включено.
catalog-used-up-stay = Усе використано. Ще один раз коштує { $price }.
catalog-questions = Про що ми запитаємо
catalog-optional = за бажанням
catalog-policy = Якщо плани зміняться
catalog-policy-free = Перенести або скасувати можна безкоштовно будь-коли.
catalog-policy-free-start = Перенести або скасувати можна безкоштовно до самого початку.
catalog-policy-free-before = Перенести або скасувати можна безкоштовно, поки до початку лишається { $time } або більше.
catalog-policy-late = { $n ->
    [50] Пізніше утримується половина ціни.
    [100] Пізніше утримується повна ціна.
   *[other] Пізніше утримується { $n }{"\u00a0"}% ціни.
}
catalog-policy-later = { $n ->
    [50] Після цього утримується половина ціни.
    [100] Після цього утримується повна ціна.
   *[other] Після цього утримується { $n }{"\u00a0"}% ціни.
}
catalog-policy-started = { $n ->
    [0] Після початку не утримується нічого.
    [50] Після початку утримується половина ціни.
    [100] Після початку утримується повна ціна.
   *[other] Після початку утримується { $n }{"\u00a0"}% ціни.
}
catalog-policy-flat = У разі скасування утримується: { $kept }
catalog-keep-nothing = Безкоштовно
catalog-keep-half = Половина
catalog-keep-all = Повна ціна
catalog-keep-percent = { $n }{"\u00a0"}%
catalog-until = до { $when }
catalog-until-before = не пізніше ніж за { $time }
catalog-until-start = до початку
catalog-afterwards = потім
catalog-order = Вибрати й замовити
catalog-book = Вибрати час
catalog-for-everybody = Для всіх
catalog-per-piece = За штуку
catalog-per-person = За людину
catalog-missed-refund = Якщо ви не прийдете, повернемо все, без запитань.
catalog-missed-policy = Якщо ви не прийдете, утримаємо стільки ж, скільки за скасування в саму мить початку.
catalog-missed-keep = Якщо ви не прийдете, гроші не повертаються.
catalog-guarantee = { $n ->
    [one] Вийшло не так, як сподівалися? Гроші можна попросити назад ще { $n } день.
    [few] Вийшло не так, як сподівалися? Гроші можна попросити назад ще { $n } дні.
    [many] Вийшло не так, як сподівалися? Гроші можна попросити назад ще { $n } днів.
   *[other] Вийшло не так, як сподівалися? Гроші можна попросити назад ще { $n } дня.
}
catalog-deposit = Завдаток { $price }
catalog-deposit-back = повернеться, коли прийдете
