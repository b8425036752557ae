order-title = إلى غرفتكم
order-lead = اختاروا ما يطيب لكم، ونحن نحمله إلى بابكم.
order-none = لا يمكن طلب شيء إلى الغرفة بعد. يسعد مكتب الاستقبال بمساعدتكم.
order-parts = أقسام القائمة
order-used-up = استُنفد نصيبكم المشمول
order-included-n = { $n ->
    [zero] لا شيء مشمول
    [one] واحد مشمول
    [two] اثنان مشمولان
    [few] { $n } مشمولة
    [many] { $n } مشمولًا
   *[other] { $n } مشمول
}
order-opens = من الساعة { $time }
order-opens-on = { $day } من الساعة { $time }
order-closed = غير متاح الآن
order-closed-now = غير متاح الآن. { $day } من الساعة { $time }. يمكنكم طلبه لذلك الوقت منذ الآن.
order-in-basket = { $n ->
    [zero] لا شيء في السلة
    [one] واحد في السلة
    [two] اثنان في السلة
    [few] { $n } في السلة
    [many] { $n } في السلة
   *[other] { $n } في السلة
}
order-add = أضيفوا
order-add-one = أضيفوا إلى السلة: { $title }
order-choose = اختاروا
order-choose-one = اختاروا: { $title }
order-added = { $title }: صار في سلتكم.
order-option = أيّها تفضّلون؟
order-extra = + { $price }
order-optional = { $question } (إن رغبتم)
order-no-matter = لا فرق
order-answer-hint = { $n ->
    [zero] بلا أحرف.
    [one] حرف واحد على الأكثر.
    [two] حرفان على الأكثر.
    [few] { $n } أحرف على الأكثر.
    [many] { $n } حرفًا على الأكثر.
   *[other] { $n } حرف على الأكثر.
}
order-how-many = العدد
order-how-many-of = العدد: { $title }
order-less = أقل بواحد: { $title }
order-more = أكثر بواحد: { $title }
order-add-to-basket = أضيفوا إلى السلة
order-served = أوقات التقديم
order-always = في أي ساعة
order-hours = من { $from } إلى { $to }
order-takes = يصلكم عادة خلال
order-price-of-one = سعر الواحد
order-back = العودة إلى القائمة
order-back-history = العودة إلى السجل
order-times = { $count } ×
order-moment = { $day }، { $time }
order-number = الطلب { $order }
order-state-placed = أُرسل
order-state-accepted = قيد التحضير
order-state-on-its-way = في الطريق
order-state-delivered = وصل
order-state-declined = اعتُذر عنه
order-state-cancelled = أُلغي
order-stage-placed = وصلنا طلبكم وسنهتم به بعد لحظات.
order-stage-accepted = نحضّر طلبكم الآن.
order-stage-on-its-way = طلبكم في الطريق إلى غرفتكم.
order-stage-expected = الطلب في الطريق، ويصلكم قرابة الساعة { $wall }.
order-stage-delivered = وصلكم الطلب. نتمنى لكم وقتًا طيبًا.
order-stage-declined = نأسف، لا يمكننا إحضاره هذه المرة. لن تدفعوا شيئًا مقابله.
order-stage-cancelled = لقد ألغيتم هذا الطلب. لن تدفعوا شيئًا مقابله.
order-reason = السبب: { $reason }
order-when = موعد الإحضار
order-placed-at = وقت الإرسال
order-what = ما طلبتموه
order-history = ما حدث ومتى
order-by-staff = { $name }، من فريقنا
order-by-reason = { $who }: { $reason }
order-on-the-bill = سُجّل على حساب غرفتكم.
order-taken-off = حُذف من حساب غرفتكم.
order-cancel = إلغاء الطلب
order-cancel-hint = يمكنكم الإلغاء إلى أن نبدأ بالتحضير.
order-again = الطلب مرة أخرى
order-no-empty = سلتكم فارغة. ضعوا فيها شيئًا أولًا.
order-no-full = لا تتسع السلة لمزيد. لم يضع شيء: أرسلوا هذا الطلب أولًا ثم الذي يليه.
order-no-gone = شيء في سلتكم لم يعد متاحًا. البقية ما زالت هنا؛ نرجو مراجعتها مرة أخرى.
order-no-answer = { $title }: نرجو الإجابة أولًا عن «{ $question }».
order-no-closed = { $title } لا يُقدَّم في ذلك الوقت. سلتكم محفوظة؛ نرجو اختيار وقت آخر.
order-no-closed-until = { $title } لا يُقدَّم في ذلك الوقت، وأقرب موعد { $day } من الساعة { $time }. سلتكم محفوظة؛ نرجو اختيار وقت آخر.
order-no-young = { $title }: للضيوف من عمر { $age } عامًا فما فوق.
order-no-past = انقضى ذلك الوقت. سلتكم محفوظة؛ نرجو اختيار وقت لاحق.
order-no-stay = ذلك اليوم خارج إقامتكم. نرجو اختيار يوم آخر.
order-no-note = { $n ->
    [zero] ملاحظتكم أطول من اللازم. نرجو اختصارها.
    [one] ملاحظتكم أطول من اللازم: حرف واحد على الأكثر. نرجو اختصارها.
    [two] ملاحظتكم أطول من اللازم: حرفان على الأكثر. نرجو اختصارها.
    [few] ملاحظتكم أطول من اللازم: { $n } أحرف على الأكثر. نرجو اختصارها.
    [many] ملاحظتكم أطول من اللازم: { $n } حرفًا على الأكثر. نرجو اختصارها.
   *[other] ملاحظتكم أطول من اللازم: { $n } حرف على الأكثر. نرجو اختصارها.
}
order-no-price = تغيّر المبلغ: أصبح { $total }. لم يُطلب شيء بعد. إن وافقتم فأرسلوا الطلب مرة أخرى.
order-no-sent = أُرسلت هذه السلة من قبل برقم الطلب { $order }. ولم تُطلب مرة ثانية.
order-no-late = لم يعد ممكنًا إلغاء الطلب. حالته: { $state }. يسعد مكتب الاستقبال بمساعدتكم.
order-no-changed = غيّر أحدهم هذا الطلب في هذه الأثناء. حالته الآن: { $state }.
order-no-step = هذه الخطوة غير ممكنة. حالة الطلب: { $state }.
order-no-reason = نرجو ذكر السبب للضيف.
basket-title = سلتكم
basket-pieces = { $n ->
    [zero] لا شيء
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $n } قطع
    [many] { $n } قطعة
   *[other] { $n } قطعة
}
basket-open = افتحوا السلة
basket-empty = سلتكم فارغة. إفطار في السرير، عصير طازج، وسادة إضافية: كل ذلك على بُعد لمسات.
basket-to-menu = إلى القائمة
basket-more = أضيفوا شيئًا آخر
basket-gone = شيء في سلتكم لم يعد متاحًا، فأخرجناه منها.
basket-note = هل من شيء ينبغي أن نعرفه؟
basket-note-hint = { $n ->
    [zero] حساسية، طرق خفيف، تركه عند الباب…
    [one] حساسية، طرق خفيف، تركه عند الباب… حرف واحد على الأكثر.
    [two] حساسية، طرق خفيف، تركه عند الباب… حرفان على الأكثر.
    [few] حساسية، طرق خفيف، تركه عند الباب… { $n } أحرف على الأكثر.
    [many] حساسية، طرق خفيف، تركه عند الباب… { $n } حرفًا على الأكثر.
   *[other] حساسية، طرق خفيف، تركه عند الباب… { $n } حرف على الأكثر.
}
basket-when = متى نحضره لكم؟
basket-now = حالما يجهز
basket-later = في وقت تختارونه
basket-day = اليوم
basket-day-total = { $day }: { $total }
basket-time = الوقت
basket-time-hint = بتوقيت المنتجع.
basket-total = المجموع
basket-to-room = يُسجَّل على حساب الغرفة { $room }
basket-nothing-to-pay = لا شيء للدفع.
basket-prices-before = يُخصم ما تشمله باقتكم عند تسجيل الدخول.
basket-place = أرسلوا الطلب
basket-sign-in = سجّلوا الدخول للطلب
basket-waits = سلتكم تنتظركم هنا.
basket-see-order = افتحوا الطلب
bill-title = حساب الغرفة
bill-back = العودة إلى صفحتي
bill-lead = كل ما سُجّل على الغرفة { $room } خلال إقامتكم.
bill-empty = لم يُسجَّل شيء على حساب غرفتكم. ما تحجزونه أو تطلبونه بمقابل يظهر هنا.
bill-booking = حجز
bill-reversal = حُذف من الحساب
bill-total = المجموع حتى الآن
bill-settle = تسددونه في مكتب الاستقبال قبل المغادرة.
history-title = السجل
history-coming = القادم
history-past = ما مضى
history-empty = لا شيء بعد. ستجدون هنا ما تحجزونه أو تطلبونه.
history-and-more = { $n ->
    [zero] { $title }
    [one] { $title } وصنف آخر
    [two] { $title } وصنفان آخران
    [few] { $title } و{ $n } أصناف أخرى
    [many] { $title } و{ $n } صنفًا آخر
   *[other] { $title } و{ $n } صنف آخر
}
history-held = محجوز لكم مؤقتًا
history-confirmed = محجوز
history-over = انتهى
history-lapsed = لم يؤكَّد
history-released = أُعيد
history-cancelled = أُلغي
basket-other-days = في يوم آخر
bill-paid = دُفع بالبطاقة
bill-paid-at-desk = دُفع عند الاستقبال
bill-handed-out = أُعيد عند الاستقبال
bill-returned = أُعيد إلى البطاقة
