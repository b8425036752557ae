book-places-left = { $n ->
    [zero] لا أماكن متبقية
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
    [zero] { $day }
    [one] { $day }، لديكم حجز واحد
    [two] { $day }، لديكم حجزان
    [few] { $day }، لديكم { $n } حجوزات
    [many] { $day }، لديكم { $n } حجزًا
   *[other] { $day }، لديكم { $n } حجز
}
book-morning = الصباح
book-afternoon = بعد الظهر
book-evening = المساء
book-own = في الوقت الذي يناسبكم
book-choose-time = اختاروا الوقت
book-what = ماذا
book-all = الكل
book-fitting = ما يناسبنا
book-empty = لا شيء للحجز هنا في هذا اليوم. جرّبوا يومًا آخر.
book-empty-filtered = لا شيء من هذا في هذا اليوم. جرّبوا يومًا آخر أو شاهدوا الكل.
book-everything = عرض الكل
book-past = انقضى هذا اليوم.
book-after-departure = تغادرون في { $day }. يمكنكم الاطلاع على الأيام اللاحقة، لا حجزها.
book-before-arrival = تبدأ إقامتكم في { $day }.
book-none = لا وقت متاحًا في هذا اليوم.
book-next = أقرب الأوقات المتاحة
book-times = الأوقات
book-full = اكتملت الأماكن
book-held-by-others = مكتمل الآن. هناك من يحتفظ بأماكن، وقد يتوفر بعضها عند { $wall }
book-held-short = قد يتوفر عند { $wall }
book-yours = أنتم مشاركون
book-yours-held = محجوز لكم مؤقتًا
book-over = بدأ بالفعل
book-closed = أُغلق الحجز
book-opens = يُتاح الحجز ابتداءً من { $day }
book-not-yet-here = قبل إقامتكم
book-gone-then = بعد مغادرتكم
book-called-off = أُلغي
book-no-age-fits = لأعمار أخرى
book-from-to = من { $from } إلى { $to }
book-when = متى
book-where = أين
book-length = المدة
book-whom = لمن
book-bring = ما تحضرونه معكم
book-who = من سيشارك؟
book-years = { $n ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
book-too-young = { $n ->
    [zero] لكل الأعمار
    [one] من عمر سنة
    [two] من عمر سنتين
    [few] من عمر { $n } سنوات
    [many] من عمر { $n } سنة
   *[other] من عمر { $n } سنة
}
book-too-old = { $n ->
    [zero] دون السنة
    [one] حتى عمر سنة
    [two] حتى عمر سنتين
    [few] حتى عمر { $n } سنوات
    [many] حتى عمر { $n } سنة
   *[other] حتى عمر { $n } سنة
}
book-is-going = مشارك بالفعل
book-has-other = { $title } عند { $wall }
book-adult-missing = من هم دون 16 عامًا يأتون برفقة شخص بالغ.
book-questions = ما يحسن أن نعرفه
book-optional = إن رغبتم
book-please-choose = اختاروا من فضلكم
book-total = المجموع
book-included = مشمول
book-nothing = لا شيء للدفع
book-total-later = سترون المجموع مرة أخرى قبل التأكيد.
book-rule = إن تغيّرت خططكم
book-free-until = الإلغاء أو التغيير مجاني حتى { $day }، { $wall }.
book-hold = احتفظوا بها لمدة { $time }
book-hold-places = { $n ->
    [zero] احتفظوا بها لمدة { $time }
    [one] احتفظوا بمكان واحد لمدة { $time }
    [two] احتفظوا بمكانين لمدة { $time }
    [few] احتفظوا بـ { $n } أماكن لمدة { $time }
    [many] احتفظوا بـ { $n } مكانًا لمدة { $time }
   *[other] احتفظوا بـ { $n } مكان لمدة { $time }
}
book-sign-in = سجّلوا الدخول للحجز
book-sign-in-text = سجّلوا الدخول ببطاقتكم لتروا سعركم وتحجزوا.
book-open-yours = إلى حجزكم
book-instead = أوقات فيها أماكن
book-more-times = اختاروا اليوم والوقت
book-all-days = كل الأيام
book-held-title = محجوز لكم مؤقتًا
book-held-until = محجوز لكم حتى { $wall }
book-held-soon = بقي أقل من دقيقتين
book-held-lead = الأماكن لكم حتى { $wall }. أكّدوا متى شئتم.
book-confirm-charge = تأكيد، { $total } على حساب الغرفة
book-confirm-free = تأكيد، لا شيء للدفع
book-release = إعادة الأماكن
book-on-the-bill = يُضاف المبلغ إلى حساب الغرفة، وتدفعونه في الاستقبال عند المغادرة.
book-lapsed-title = انتهت مدة الاحتفاظ
book-lapsed = انقضى الوقت، وعادت الأماكن متاحة للجميع. لم يُحتسب عليكم شيء.
book-released-title = أُعيدت الأماكن
book-released = الأماكن متاحة للآخرين من جديد. لم يُحتسب عليكم شيء.
book-cancelled-title = أُلغي الحجز
book-cancelled-free = أُلغي الحجز، ولم يُحتسب شيء.
book-cancelled-kept = أُلغي الحجز. بقي { $kept } على حساب الغرفة، وخُصم منه { $returned }.
book-try-again = عرض هذا الوقت من جديد
book-for = لمن
book-show = أظهروا هذا عند المدخل
book-ticket-of = تذكرة { $name }
book-arrived = سُجّل الدخول عند { $wall }
book-over-text = انتهى هذا الموعد. نرجو أن يكون وقتًا طيبًا.
book-calendar = إضافة إلى التقويم
book-move = تغيير الموعد
book-cancel = إلغاء
book-cancel-free = الإلغاء الآن بلا مقابل.
book-cancel-back = الإلغاء الآن بلا مقابل. يُخصم { $total } من حساب الغرفة.
book-cancel-part = إن ألغيتم الآن يبقى { $kept } على حساب الغرفة ويُخصم منه { $returned }.
book-cancel-nothing = إن ألغيتم الآن يبقى المبلغ كاملًا، { $kept }، على حساب الغرفة.
book-cancel-button = نعم، إلغاء
book-cancel-button-kept = نعم، إلغاء مقابل { $kept }
book-costs = التكلفة
book-answers = ما أخبرتمونا به
book-history = ما جرى
book-fact-held = { $n ->
    [zero] لم يُحتفظ بأماكن
    [one] احتُفظ بمكان واحد
    [two] احتُفظ بمكانين
    [few] احتُفظ بـ { $n } أماكن
    [many] احتُفظ بـ { $n } مكانًا
   *[other] احتُفظ بـ { $n } مكان
}
book-fact-confirmed = تم الحجز
book-fact-charged = تم الحجز، { $total } على حساب الغرفة
book-fact-lapsed = انتهت مدة الاحتفاظ
book-fact-released = أُعيدت الأماكن
book-fact-cancelled = أُلغي الحجز
book-fact-kept = أُلغي الحجز، واحتُسب { $kept }
book-fact-moved = تغيّر الموعد من { $from } إلى { $to }
book-fact-checked-in = سُجّل دخول { $name }
book-move-title = موعد آخر
book-move-now = الآن: { $day }، { $wall }
book-move-lead = الأشخاص أنفسهم وبالسعر نفسه. لا يُترك موعدكم القديم إلا بعد أن يصبح الجديد لكم.
book-move-choose = الموعد الجديد
book-move-button = الانتقال إلى هذا الموعد
book-move-none = لا موعد آخر يتسع لكم جميعًا.
book-move-none-day = لا وقت يتسع لكم جميعًا في هذا اليوم. جرّبوا يومًا آخر.
book-move-late = انقضى وقت تغيير الموعد.
book-refused-full = { $n ->
    [0] شُغل آخر مكان للتو.
    [zero] شُغل آخر مكان للتو.
    [one] بقي مكان واحد فقط. لم نحتفظ بشيء.
    [two] بقي مكانان فقط. لم نحتفظ بشيء.
    [few] بقيت { $n } أماكن فقط. لم نحتفظ بشيء.
    [many] بقي { $n } مكانًا فقط. لم نحتفظ بشيء.
   *[other] بقي { $n } مكان فقط. لم نحتفظ بشيء.
}
book-refused-taken = سبقكم أحدهم بلحظة وأصبح هذا الوقت له. لم نحتفظ بشيء.
book-refused-past = بدأ هذا بالفعل.
book-refused-late = يجب الحجز قبل البداية بمدة { $time } على الأقل.
book-refused-early = يُتاح الحجز ابتداءً من { $day }.
book-refused-called-off = ألغى المنتجع هذا الموعد. لم يُحتسب عليكم شيء.
book-refused-age = عمر { $name } غير مناسب لهذا.
book-refused-nobody = اختاروا من سيشارك.
book-refused-going = { $name } من المشاركين بالفعل.
book-refused-clash = لدى { $name } في الوقت نفسه، عند { $wall }: { $title }.
book-refused-after = هذا بعد مغادرتكم.
book-refused-before = هذا قبل إقامتكم.
book-refused-holds = نحتفظ لكم بثلاثة مواعيد بالفعل. أكّدوا أحدها أو أعيدوه أولًا.
book-refused-used-up = استُخدم للتو ما تشمله باقتكم. انظروا إلى السعر مرة أخرى من فضلكم.
book-refused-answer = أجيبوا عن هذا أولًا من فضلكم.
book-refused-answer-wrong = الإجابة طويلة جدًا أو ليست من الخيارات.
book-refused-expired = انتهت مدة الاحتفاظ قبل لحظة. لم يُحتسب عليكم شيء.
book-refused-price = السعر الآن { $total }. انظروا إليه مرة أخرى من فضلكم.
book-refused-fee = إن ألغيتم الآن يُحتسب { $fee }. أكّدوا مرة أخرى من فضلكم.
book-refused-move-late = كان تغيير الموعد مجانيًا حتى الوقت المذكور فقط. يبقى حجزكم كما هو.
book-refused-checked-in = سُجّل دخول أحدكم، لذلك يبقى الحجز كما هو.
book-refused-state = تغيّر هذا الحجز في هذه الأثناء. هذه حاله الآن.
