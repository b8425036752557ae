catalog-title = ماذا لدينا
catalog-lead = كل الأسعار لكم أنتم: ما تشمله باقة { $package } مُعلَّم.
catalog-lead-public = تجوّلوا كما تشاؤون. بعد تسجيل الدخول ترون ما تشمله باقتكم.
catalog-search = ابحثوا في كل شيء
catalog-search-hint = بحث
catalog-filters = التصفية
catalog-show-only = عرض فقط
catalog-only-today = ما زال متاحًا اليوم
catalog-only-included = بلا دفع إضافي لي
catalog-only-wished = قائمة أمنياتي
catalog-for-child = لطفل
catalog-any-age = أي عمر
catalog-age = { $n ->
    [0] أقل من سنة
    [zero] { $n } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
catalog-apply = عرض
catalog-found = { $n ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $n } نتائج
    [many] { $n } نتيجة
   *[other] { $n } نتيجة
}
catalog-empty = لم نجد ما يطابق هذا تمامًا. جرّبوا كلمة أخرى أو قلّلوا من التصفية.
catalog-empty-wished = لا شيء في قائمة أمنياتكم بعد. المسوا القلب عند كل ما يعجبكم، وستجدونه هنا.
catalog-show-all = عرض الكل
catalog-categories = الأقسام
catalog-all = الكل
catalog-all-of = الكل ({ $n })
catalog-take-away = إزالة:
catalog-free = مجانًا
catalog-included = مشمول
catalog-left-today = مشمول · بقي اليوم { $left-n } من { $of-n }
catalog-left-then = مشمول · بقي في ذلك اليوم { $left-n } من { $of-n }
catalog-left-stay = مشمول · بقي { $left-n } من { $of-n }
catalog-wished = في قائمة أمنياتكم
catalog-wish = قائمة الأمنيات
catalog-wish-sign-in = سجّلوا الدخول لحفظ قائمة أمنيات
catalog-watch = أخبروني عند انخفاض السعر
catalog-back = العودة إلى كل العروض
catalog-place = المكان
catalog-duration = المدة
catalog-comes-in = يصلكم عادةً خلال
catalog-for-whom = لمن
catalog-bring = أحضروا معكم
catalog-ages-from = { $n ->
    [zero] من { $n } سنة
    [one] من سنة واحدة
    [two] من سنتين
    [few] من { $n } سنوات
    [many] من { $n } سنة
   *[other] من { $n } سنة
}
catalog-ages-to = { $n ->
    [zero] حتى { $n } سنة
    [one] حتى سنة واحدة
    [two] حتى سنتين
    [few] حتى { $n } سنوات
    [many] حتى { $n } سنة
   *[other] حتى { $n } سنة
}
catalog-ages-between = { $to-n ->
    [zero] من { $from-n } إلى { $to-n } سنة
    [one] من { $from-n } إلى { $to-n } سنة
    [two] من { $from-n } إلى سنتين
    [few] من { $from-n } إلى { $to-n } سنوات
    [many] من { $from-n } إلى { $to-n } سنة
   *[other] من { $from-n } إلى { $to-n } سنة
}
catalog-ages-all = كل الأعمار
catalog-adult-needed = دون السادسة عشرة برفقة شخص بالغ
catalog-prices = الأسعار
catalog-price-piece = للقطعة
catalog-price-person = للشخص
catalog-price-others = باقي الضيوف
catalog-option-same = بلا زيادة
catalog-option-more = + { $price }
catalog-package = في باقتكم
catalog-gives-always = مشمول، بقدر ما تشاؤون.
catalog-gives-day-person = { $n ->
    [zero] غير مشمول.
    [one] مرة في اليوم لكل واحد منكم.
    [two] مرتان في اليوم لكل واحد منكم.
    [few] { $n } مرات في اليوم لكل واحد منكم.
    [many] { $n } مرة في اليوم لكل واحد منكم.
   *[other] { $n } مرة في اليوم لكل واحد منكم.
}
catalog-gives-day-room = { $n ->
    [zero] غير مشمول.
    [one] مرة في اليوم لغرفتكم.
    [two] مرتان في اليوم لغرفتكم.
    [few] { $n } مرات في اليوم لغرفتكم.
    [many] { $n } مرة في اليوم لغرفتكم.
   *[other] { $n } مرة في اليوم لغرفتكم.
}
catalog-gives-stay-person = { $n ->
    [zero] غير مشمول.
    [one] مرة خلال إقامتكم لكل واحد منكم.
    [two] مرتان خلال إقامتكم لكل واحد منكم.
    [few] { $n } مرات خلال إقامتكم لكل واحد منكم.
    [many] { $n } مرة خلال إقامتكم لكل واحد منكم.
   *[other] { $n } مرة خلال إقامتكم لكل واحد منكم.
}
catalog-gives-stay-room = { $n ->
    [zero] غير مشمول.
    [one] مرة خلال إقامتكم لغرفتكم.
    [two] مرتان خلال إقامتكم لغرفتكم.
    [few] { $n } مرات خلال إقامتكم لغرفتكم.
    [many] { $n } مرة خلال إقامتكم لغرفتكم.
   *[other] { $n } مرة خلال إقامتكم لغرفتكم.
}
catalog-now-left-today = بقي اليوم { $left-n } من { $of-n }.
catalog-now-left-stay = بقي { $left-n } من { $of-n }.
catalog-used-up-today = استُخدمت حصة اليوم. المرة الإضافية بسعر { $price }، وغدًا تعود مشمولة.
catalog-used-up-stay = استُخدمت الحصة كلها. المرة الإضافية بسعر { $price }.
catalog-questions = عمّا سنسألكم
catalog-optional = إن أحببتم
catalog-policy = إن تغيّرت خططكم
catalog-policy-free = التغيير والإلغاء مجانيان في أي وقت.
catalog-policy-free-start = التغيير والإلغاء مجانيان حتى البداية.
catalog-policy-free-before = التغيير والإلغاء مجانيان حتى { $time } قبل البداية.
catalog-policy-late = { $n ->
    [50] بعد ذلك يُحتسب نصف السعر.
    [100] بعد ذلك يُحتسب السعر كاملًا.
   *[other] بعد ذلك يُحتسب { $n }٪ من السعر.
}
catalog-policy-later = { $n ->
    [50] بعد ذلك يُحتسب نصف السعر.
    [100] بعد ذلك يُحتسب السعر كاملًا.
   *[other] بعد ذلك يُحتسب { $n }٪ من السعر.
}
catalog-policy-started = { $n ->
    [0] بعد البداية لا يُحتسب شيء.
    [50] بعد البداية يُحتسب نصف السعر.
    [100] بعد البداية يُحتسب السعر كاملًا.
   *[other] بعد البداية يُحتسب { $n }٪ من السعر.
}
catalog-policy-flat = ما يُحتسب عند الإلغاء: { $kept }
catalog-keep-nothing = مجانًا
catalog-keep-half = النصف
catalog-keep-all = السعر كاملًا
catalog-keep-percent = { $n }٪
catalog-until = حتى { $when }
catalog-until-before = حتى { $time } قبلها
catalog-until-start = حتى البداية
catalog-afterwards = بعد ذلك
catalog-order = اختيار وطلب
catalog-book = اختيار الوقت
catalog-for-everybody = للجميع
catalog-per-piece = للقطعة
catalog-per-person = للشخص
catalog-missed-refund = إن لم تأتوا يعود إليكم كل شيء، بلا أسئلة.
catalog-missed-policy = إن لم تأتوا يُحتجز ما يُحتجز عند الإلغاء لحظة البداية تمامًا.
catalog-missed-keep = إن لم تأتوا فلا يُعاد شيء.
catalog-guarantee = { $n ->
    [one] لم يكن كما تمنيتم؟ يمكنكم طلب استعادة مالكم حتى اليوم التالي.
    [two] لم يكن كما تمنيتم؟ يمكنكم طلب استعادة مالكم خلال يومين بعده.
    [few] لم يكن كما تمنيتم؟ يمكنكم طلب استعادة مالكم خلال { $n } أيام بعده.
    [many] لم يكن كما تمنيتم؟ يمكنكم طلب استعادة مالكم خلال { $n } يومًا بعده.
   *[other] لم يكن كما تمنيتم؟ يمكنكم طلب استعادة مالكم خلال { $n } يوم بعده.
}
catalog-deposit = تأمين { $price }
catalog-deposit-back = يُعاد عند حضوركم
