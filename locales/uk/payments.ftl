pay-card = Сплатити карткою зараз: { $total }
pay-or-room = Сплатіть карткою зараз або запишіть на рахунок номера і заплатіть на рецепції перед від’їздом.
pay-on-its-way = Платіж { $total } обробляється. Місця чекають на нього до { $until }.
pay-go-on = Продовжити оплату
pay-trail = Ваші гроші
pay-step-begun = { $amount }: оплату розпочато
pay-step-waiting = { $amount }: банк ще не відповів
pay-step-captured = { $amount } сплачено карткою
pay-step-not-paid = { $amount }: банк не прийняв платіж, гроші не списано
pay-step-given-up = { $amount }: оплату не завершено, гроші не списано
pay-step-stuck = { $amount }: з’ясовуємо на рецепції
pay-step-refund-requested = { $amount } повертаємо на вашу картку
pay-step-refund-sent = { $amount } надіслано до вашого банку
pay-step-refund-arrived = { $amount } знову у вашому банку
pay-step-refund-failed = { $amount } поки не вдалося повернути, з’ясовуємо на рецепції
pay-receipt = Чек { $number }
pay-receipt-refund = Чек { $number }, повернення
pay-receipt-at = Дата
pay-receipt-guest = Гість
pay-receipt-room = Номер
pay-receipt-means = Сплачено
pay-receipt-means-back = Повернено на
pay-receipt-card = Банківська картка
pay-receipt-total = Разом
pay-receipt-tax = У тому числі податок { $rate } % із { $amount }
pay-receipt-paired = Пов’язаний із чеком
pay-cancel-back = Зараз скасувати можна безкоштовно. { $total } повернемо на вашу картку.
pay-cancel-part = Якщо скасувати зараз, утримаємо { $kept }, а { $returned } повернемо на вашу картку.
pay-cancel-nothing = Якщо скасувати зараз, утримаємо всю суму: { $kept }.
pay-cancelled-kept = Скасовано. Утримано { $kept }, { $returned } повернемо на вашу картку.
pay-refused-paying = Платіж за це ще обробляється. Зачекайте трохи на відповідь банку і спробуйте знову.
pay-refused-card = Зараз сплатити карткою не виходить. Місця й далі за вами: запишіть на рахунок номера або спробуйте трохи згодом.
pay-cancelled-all = Скасовано. Утримано всю суму: { $kept }.
pay-ended = Місця знову вільні для інших. Якщо гроші було списано, ми повернемо їх на картку повністю; їхній шлях видно нижче.
pay-step-taken-at-desk = { $amount } сплачено на рецепції
pay-step-hand-out = { $amount } чекають на вас на рецепції
pay-step-handed-out = { $amount } вам повернули на рецепції
pay-method-cash = Готівка
pay-method-terminal = Картка, на рецепції
pay-method-transfer = Банківський переказ
pay-cancel-back-desk = Зараз скасувати можна безкоштовно. { $total } повернуть на рецепції.
pay-cancel-part-desk = Якщо скасувати зараз, утримаємо { $kept }, а { $returned } повернуть на рецепції.
pay-cancelled-kept-desk = Скасовано. Утримано { $kept }, { $returned } повернуть на рецепції.
pay-on-its-way-room = Платіж { $total } обробляється.
pay-no-card = Зараз сплатити карткою не виходить. Сума лишається на рахунку номера: спробуйте трохи згодом або заплатіть на рецепції.
pay-owed = { $total } записано на рахунок номера. Можна заплатити перед від’їздом або зараз.
pay-how = Як вам зручніше заплатити?
pay-invoice = Надішліть мені рахунок
pay-invoice-hint = Рахунок надішле рецепція, а місця чекатимуть на оплату до { $until }.
pay-invoiced = Рецепція надішле вам рахунок. Ваші місця чекають на оплату до { $until }.
pay-desk = Заплатити на рецепції
pay-desk-hint = Місця будуть вашими одразу. Будь ласка, заплатіть до початку.
pay-desk-due = Будь ласка, заплатіть { $total } на рецепції до початку.
pay-refused-way = Так заплатити не можна. Будь ласка, виберіть інший спосіб.
pay-receipt-pdf = Завантажити PDF
pay-fiscal-waiting = Чек передано на касу. Його фіскальний номер з’явиться тут сам.
pay-fiscal-number = Фіскальний номер
pay-fiscal-sign = Фіскальна ознака
pay-fiscal-at = Зареєстровано
pay-fiscal-check = Перевірити чек
pay-because-missed = бо хтось не прийшов
pay-because-guarantee = бо ви попросили
pay-method-points = Бали
pay-step-points = { $amount } сплачено балами
pay-step-points-back = Бали на { $amount } знову ваші
pay-step-kept = { $amount } усе-таки не повертається
pay-because-came = завдаток, бо ви прийшли
pay-cancel-back-points = Скасування зараз безкоштовне. Бали на { $total } знову стануть вашими.
pay-cancel-part-points = Якщо скасувати зараз, утримаємо { $kept }, а бали на { $returned } знову стануть вашими.
pay-cancelled-kept-points = Скасовано. Утримано { $kept }, бали на { $returned } знову ваші.
points-title = Бали
points-hint = Ними можна платити за те, що ви бронюєте й замовляєте. Першими витрачаються ті, що раніше закінчуються.
points-few = Балів на це не вистачає. Будь ласка, оберіть інший спосіб оплати.
points-not = Не використовувати бали
points-rest = Залишиться сплатити { $left } іншим способом.
points-by = Балами
points-left = До сплати
points-have = { $n ->
    [one] { $n } бал на { $amount }
    [few] { $n } бали на { $amount }
    [many] { $n } балів на { $amount }
   *[other] { $n } бала на { $amount }
}
points-until = { $n ->
    [one] { $n } бал, останній день: { $day }
    [few] { $n } бали, останній день: { $day }
    [many] { $n } балів, останній день: { $day }
   *[other] { $n } бала, останній день: { $day }
}
points-use = { $n ->
    [one] Сплатити { $amount } за { $n } бал
    [few] Сплатити { $amount } за { $n } бали
    [many] Сплатити { $amount } за { $n } балів
   *[other] Сплатити { $amount } за { $n } бала
}
points-kept = { $n ->
    [one] { $n } бал відкладено для цього, він спишеться під час бронювання.
    [few] { $n } бали відкладено для цього, вони спишуться під час бронювання.
    [many] { $n } балів відкладено для цього, вони спишуться під час бронювання.
   *[other] { $n } бала відкладено для цього, вони спишуться під час бронювання.
}
points-book = { $n ->
    [one] Забронювати за { $n } бал
    [few] Забронювати за { $n } бали
    [many] Забронювати за { $n } балів
   *[other] Забронювати за { $n } бала
}
pay-part = Сплатити лише частину
pay-part-amount = Скільки, { $symbol }
pay-quote-free = Скасування зараз безкоштовне.
pay-quote-kept = Якщо скасувати зараз, утримаємо { $kept }.
pay-quote-bill = { $amount } знімемо з рахунку номера.
pay-quote-card = { $amount } повернеться на картку.
pay-quote-desk = { $amount } поверне рецепція.
pay-quote-points = Бали на { $amount } знову стануть вашими.
pay-cancelled-kept-some = Скасовано. Утримано { $kept }; що повертається, видно нижче.
