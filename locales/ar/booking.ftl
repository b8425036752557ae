book-places-left = { $n ->
    [zero] اكتملت الأماكن
    [one] بقي مكان واحد
    [two] بقي مكانان
    [few] بقيت { $n } أماكن
    [many] بقي { $n } مكانًا
   *[other] بقي { $n } مكان
}
book-title = الحجز
book-days = الأيام
book-month = الشهر
book-strip = العودة إلى الأيام
book-month-before = الشهر السابق
book-month-after = الشهر التالي
book-day-mine = { $n ->
    [zero] { $day }، لا حجوزات لكم
    [one] { $day }، لكم حجز واحد
    [two] { $day }، لكم حجزان
    [few] { $day }، لكم { $n } حجوزات
    [many] { $day }، لكم { $n } حجزًا
   *[other] { $day }، لكم { $n } حجز
}
book-day-nothing = { $day }، لا شيء متاح
book-morning = الصباح
book-afternoon = بعد الظهر
book-evening = المساء
book-own = في الوقت الذي يناسبكم
book-what = ماذا تحجزون
book-all = الكل
book-fitting = يناسبنا
book-empty = لا شيء للحجز هنا في هذا اليوم. تجدون المزيد في يوم آخر.
book-empty-filtered = لا يوجد مثل هذا في هذا اليوم. جرّبوا يومًا آخر أو تصفّحوا كل شيء.
book-everything = عرض الكل
book-past = انقضى هذا اليوم.
book-after-departure = يوم مغادرتكم: { $day }. يمكنكم الاطلاع على الأيام التالية دون حجزها.
book-before-arrival = بداية إقامتكم: { $day }.
book-none = لا وقت متاحًا في هذا اليوم.
book-next = أقرب الأوقات المتاحة
book-times = الأوقات
book-all-times = كل الأوقات
book-full = اكتمل العدد، قائمة الانتظار مفتوحة
book-held-by-others = اكتمل العدد الآن. هناك من لم يؤكّد حجزه بعد، وقد تتاح أماكن الساعة { $wall }
book-held-short = قد يتاح الساعة { $wall }
book-yours = أنتم مشاركون
book-yours-held = محجوز لكم مؤقتًا
book-over = بدأ
book-closed = أُغلق الحجز
book-opens = يُتاح الحجز من { $day }
book-not-yet-here = قبل وصولكم
book-gone-then = بعد مغادرتكم
book-called-off = لن يُقام
book-no-age-fits = لأعمار أخرى
book-from-to = من { $from } إلى { $to }
book-when = الموعد
book-where = المكان
book-length = المدة
book-whom = لمن
book-bring = أحضروا معكم
book-who = من سيأتي؟
book-join-who = من سيأتي أيضًا؟
book-years = { $n ->
    [0] أقل من سنة
    [zero] { $n } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
book-too-young = { $n ->
    [zero] من { $n } سنة
    [one] من سنة واحدة
    [two] من سنتين
    [few] من { $n } سنوات
    [many] من { $n } سنة
   *[other] من { $n } سنة
}
book-too-old = { $n ->
    [zero] حتى { $n } سنة
    [one] حتى سنة واحدة
    [two] حتى سنتين
    [few] حتى { $n } سنوات
    [many] حتى { $n } سنة
   *[other] حتى { $n } سنة
}
book-is-going = ضمن المشاركين
book-has-other = { $title } الساعة { $wall }
book-too-far = { $title } الساعة { $wall }: الطريق { $minutes }
book-adult-missing = من هم دون السادسة عشرة يأتون برفقة شخص بالغ.
book-questions = ما ينبغي أن نعرفه
book-optional = إن أحببتم
book-please-choose = نرجو الاختيار
book-total = المجموع
book-included = مشمول
book-nothing = لا شيء للدفع
book-total-later = سترون المجموع مرة أخرى قبل التأكيد.
book-rule = إن تغيّرت خططكم
book-free-until = آخر موعد للإلغاء أو التغيير مجانًا: { $day }، { $wall }.
book-hold = حجز مؤقت لمدة { $time }
book-hold-change = تغيير المشاركين
book-hold-places = { $n ->
    [zero] حجز مؤقت لمدة { $time }
    [one] حجز مكان واحد مؤقتًا لمدة { $time }
    [two] حجز مكانين مؤقتًا لمدة { $time }
    [few] حجز { $n } أماكن مؤقتًا لمدة { $time }
    [many] حجز { $n } مكانًا مؤقتًا لمدة { $time }
   *[other] حجز { $n } مكان مؤقتًا لمدة { $time }
}
book-sign-in = سجّلوا الدخول للحجز
book-sign-in-text = سجّلوا الدخول ببطاقتكم لرؤية سعركم والحجز.
book-open-yours = إلى حجزكم
book-instead = حيث تتوفر أماكن
book-more-times = اختيار اليوم والوقت
book-all-days = كل الأيام
book-held-until = محجوز لكم حتى { $wall }
book-held-soon = بقي أقل من دقيقتين
book-held-lead = الأماكن لكم حتى الساعة { $wall }. أكّدوا متى شئتم قبل ذلك.
book-confirm-charge = تأكيد، { $total } على حساب الغرفة
book-confirm-free = تأكيد، لا شيء للدفع
book-release = إعادة الأماكن
book-on-the-bill = يُسجَّل على حساب غرفتكم. تدفعون في مكتب الاستقبال عند المغادرة.
book-lapsed-title = انتهت مهلة الحجز
book-lapsed = انقضى الوقت، فعادت الأماكن متاحة للجميع. لم يُحتسب عليكم شيء.
book-released-title = أُعيدت الأماكن
book-released = عادت الأماكن متاحة للآخرين. لم يُحتسب عليكم شيء.
book-still-free = ما زالت الأماكن متاحة.
book-cancelled-title = أُلغي
book-cancelled-free = أُلغي الحجز. لم يُحتسب عليكم شيء.
book-cancelled-kept = أُلغي الحجز. يبقى { $kept } على حساب الغرفة، وحُذف منه { $returned }.
book-try-again = العودة إلى هذا الموعد
book-for = لمن
book-show = أظهروا هذا عند الدخول
book-ticket-of = تذكرة { $name }
book-arrived = سُجّل الحضور الساعة { $wall }
book-over-text = انتهى هذا الموعد. نتمنى أنكم قضيتم وقتًا طيبًا.
book-again = الحجز مرة أخرى
book-offer = الاطلاع على العرض
book-calendar = إضافة إلى التقويم
book-move = تغيير الموعد
book-join = شخص آخر سيأتي أيضًا
book-contact = كيف نصل إليكم
book-contact-lead = إذا تغيّر شيء يمكن للفريق مراسلة كل شخص أو الاتصال به. وما طُبع على التذكرة يبقى كما هو.
book-contact-name = الاسم كما تكتبونه
book-contact-reach = الهاتف أو البريد الإلكتروني
book-contact-save = حفظ
book-replace = شخص آخر سيأتي بدلًا من أحدكم
book-replace-lead = يبقى المكان والسعر كما هما. لا تعود التذكرة القديمة صالحة، وللجديدة رمز خاص بها.
book-replace-out = من لن يأتي
book-replace-in = من سيأتي بدلًا منه
book-replace-button = تغيير الاسم على التذكرة
book-leave = أحدكم لن يأتي
book-leave-lead = يحتفظ الآخرون بأماكنهم، وتسري القاعدة نفسها على المكان الواحد.
book-leave-button = إلغاء مشاركة { $name }
book-cancel = إلغاء الحجز
book-cancel-free = الإلغاء مجاني الآن.
book-cancel-back = الإلغاء مجاني الآن. سيُحذف { $total } من حساب الغرفة.
book-cancel-part = إذا ألغيتم الآن يبقى { $kept } على حساب الغرفة، ويُحذف منه { $returned }.
book-cancel-nothing = إذا ألغيتم الآن يبقى المبلغ كاملًا على حساب الغرفة: { $kept }.
book-cancel-button = نعم، إلغاء الحجز
book-cancel-button-kept = نعم، إلغاء مقابل { $kept }
book-costs = التكلفة
book-answers = ما أخبرتمونا به
book-history = ما حدث ومتى
book-fact-held = { $n ->
    [zero] لم يُحجز أي مكان مؤقتًا
    [one] حُجز مكان واحد مؤقتًا
    [two] حُجز مكانان مؤقتًا
    [few] حُجزت { $n } أماكن مؤقتًا
    [many] حُجز { $n } مكانًا مؤقتًا
   *[other] حُجز { $n } مكان مؤقتًا
}
book-fact-confirmed = تم الحجز
book-fact-charged = تم الحجز، { $total } على حساب الغرفة
book-fact-lapsed = انتهت مهلة التأكيد
book-fact-released = أُعيدت الأماكن
book-fact-cancelled = أُلغي
book-fact-kept = أُلغي، واحتُسب { $kept }
book-fact-moved = تغيّر الموعد. السابق: { $from }. الجديد: { $to }
book-fact-paying = بدأ الدفع، والأماكن محجوزة حتى { $until }
book-fact-not-paid = لم يتم الدفع، والأماكن محجوزة حتى { $until }
book-fact-bill = طُلبت الفاتورة، والأماكن محجوزة حتى { $until }
book-fact-desk = تم الحجز، و{ $total } تُدفع في مكتب الاستقبال
book-fact-retaken = وصل الدفع متأخرًا، وحُجزت الأماكن من جديد
book-fact-left = أُلغيت مشاركة { $name }
book-fact-left-kept = أُلغيت مشاركة { $name }، واحتُسب { $kept }
book-fact-replaced = انتقلت التذكرة. السابق: { $from }. الجديد: { $to }
book-fact-checked-in = تم تسجيل حضور { $name }
book-move-title = موعد آخر
book-move-now = الموعد الحالي: { $day }، { $wall }
book-move-lead = الضيوف أنفسهم وبالسعر نفسه. يبقى موعدكم السابق لكم إلى أن يصبح الجديد محجوزًا باسمكم.
book-move-choose = الموعد الجديد
book-move-button = الانتقال إلى هذا الموعد
book-move-none = لا يوجد موعد آخر يتسع لكم جميعًا.
book-move-none-day = لا موعد في هذا اليوم يتسع لكم جميعًا. جرّبوا يومًا آخر.
book-move-late = انقضت مهلة تغيير الموعد.
book-refused-full = { $n ->
    [0] سبقكم أحد الضيوف الآن إلى آخر مكان.
    [zero] سبقكم أحد الضيوف الآن إلى آخر مكان.
    [one] لم يبقَ سوى مكان واحد. لم يُحجز شيء بعد.
    [two] لم يبقَ سوى مكانين. لم يُحجز شيء بعد.
    [few] لم يبقَ سوى { $n } أماكن. لم يُحجز شيء بعد.
    [many] لم يبقَ سوى { $n } مكانًا. لم يُحجز شيء بعد.
   *[other] لم يبقَ سوى { $n } مكان. لم يُحجز شيء بعد.
}
book-refused-taken = سبقكم أحد الضيوف بلحظة إلى هذا الموعد. لم يُحجز شيء بعد.
book-refused-past = لقد بدأ بالفعل.
book-refused-late = ينبغي الحجز قبل البداية بـ { $time } على الأقل.
book-refused-early = يُتاح الحجز من { $day }.
book-refused-called-off = نأسف، ألغى المنتجع هذا الموعد. لم يُحتسب عليكم شيء.
book-refused-age = { $name }: العمر غير مناسب لهذا العرض.
book-refused-nobody = اختاروا من سيأتي.
book-refused-going = { $name }: ضمن المشاركين بالفعل.
book-refused-clash = { $name }: هناك موعد آخر في الوقت نفسه، { $title } الساعة { $wall }.
book-refused-walk = { $name }: لديه { $title } الساعة { $wall }، والطريق إليه يستغرق { $minutes }.
book-refused-after = هذا بعد مغادرتكم.
book-refused-before = هذا قبل وصولكم.
book-refused-holds = لديكم خمسة مواعيد محجوزة مؤقتًا. نرجو تأكيد أحدها أو إعادته أولًا.
book-refused-used-up = استُخدم للتوّ ما تشمله باقتكم. نرجو الاطلاع على السعر مرة أخرى.
book-refused-answer = نرجو الإجابة عن هذا أولًا.
book-refused-answer-wrong = هذه الإجابة أطول من اللازم أو ليست من الخيارات.
book-refused-expired = انتهت مهلة الحجز قبل لحظات. لم يُحتسب عليكم شيء.
book-refused-price = أصبح السعر { $total }. نرجو الاطلاع عليه مرة أخرى.
book-refused-fee = إذا ألغيتم الآن يُحتسب { $fee }. نرجو التأكيد مرة أخرى.
book-refused-move-late = كان تغيير الموعد مجانًا حتى الوقت المبيّن فقط. يبقى حجزكم كما هو.
book-refused-replace-late = كان تغيير المشاركين ممكنًا حتى الوقت المبيّن فقط. يبقى حجزكم كما هو.
book-refused-other-price = { $name }: السعر مختلف، لذا لا يمكن نقل هذه التذكرة. نرجو حجز مكان مستقل، ويبقى هذا الحجز كما هو.
book-refused-checked-in = سُجّل حضور أحدكم بالفعل، لذا يبقى الحجز كما هو.
book-refused-state = تغيّر هذا الحجز في هذه الأثناء. هكذا أصبح الآن.
book-called-off-title = ألغاه المنتجع
book-called-off-text = نأسف: اضطر المنتجع إلى إلغاء هذا الموعد. لم يبقَ شيء على حساب الغرفة. السبب: { $reason }
book-fact-called-off = ألغاه المنتجع: { $reason }
book-fact-moved-by-resort = غيّر المنتجع الموعد. السابق: { $from }. الجديد: { $to }. { $reason }
book-fact-same-time = الموعد كما هو، ويتولّاه شخص آخر أو مكان آخر: { $reason }
book-fact-check-in-undone = { $name }: أُلغي تسجيل الحضور
book-fact-kept-until = يحتفظ به الاستقبال لكم حتى { $until }
book-fact-missed = { $name }: لم يتم الحضور
book-fact-missed-undone = { $name }: أُلغيت ملاحظة عدم الحضور
book-fact-missed-back = { $name }: لم يتم الحضور، وتعود { $returned }
book-fact-money-asked = طُلبت استعادة المبلغ
book-fact-money-given = يعيد مكتب الاستقبال { $amount }
book-fact-money-declined = لن يُعاد المبلغ: { $reason }
book-missed-back = إن لم يأتِ أحد منكم تعود إليكم { $amount }.
book-missed-nothing = إن لم يأتِ أحد منكم فلا يُعاد شيء.
book-refused-settled = سجّل مكتب الاستقبال من لم يحضر، أو ينظر في أمر مالكم بالفعل. تحدثوا معه من فضلكم في ما بقي.
book-refused-gone-back = ما أُعيد لأجل ذلك خرج بالفعل، لذا تبقى الملاحظة كما هي.
book-refused-no-guarantee = لا يمكن طلب استعادة المبلغ لهذا، أو ليس الآن وقته. تحدثوا من فضلكم مع مكتب الاستقبال.
book-guarantee = لم يكن كما تمنيتم؟
book-guarantee-lead = أخبرونا ليَنظر مكتب الاستقبال في الأمر. يمكنكم طلب استعادة مالكم حتى { $day } وهذا اليوم ضمنًا.
book-guarantee-why = ما الذي لم يكن على ما يرام (إن شئتم)
book-guarantee-ask = اطلبوا استعادة المبلغ
book-guarantee-asked = طلبتم استعادة مالكم. سيجيبكم مكتب الاستقبال هنا وفي الإشعارات.
book-guarantee-given = أُعيدت إليكم { $amount }.
book-guarantee-given-note = أُعيدت إليكم { $amount }. يقول مكتب الاستقبال: { $note }
book-guarantee-declined = لن يعيد مكتب الاستقبال المبلغ هذه المرة. السبب: { $reason }
book-deposit = هذا تأمين: يُعاد تلقائيًا عند حضوركم، ويُحتفظ به إن لم تحضروا.
book-was-yours = حجزكم
