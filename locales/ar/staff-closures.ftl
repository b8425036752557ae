close-title = إلغاء أو إغلاق
close-lead = اختاروا ما لن يعود قابلًا للحجز. يظهر أولًا كل من حجزه، ولا يُكتب شيء قبل أن يُتخذ قرار لكل حجز. الموعد الواحد يُلغى من جدول اليوم.
close-resource = ملعب أو غرفة أو شخص
close-offer = كل ما في عرض خلال يوم
close-which = أيّها
close-from = من
close-until = حتى
close-span-hint = من 00:00 حتى 00:00 يعني اليوم كله.
close-show = إظهار من يعنيهم الأمر
close-none = لا شيء هنا لإلغائه: إما أنه غير موجود أو أنه أُلغي كله من قبل.
close-more = إغلاق ملعب أو شخص أو عرض
close-link-what = إلغاء: { $title }، { $wall }
close-nobody = لم يحجزه أحد.
close-affected = { $n ->
    [zero] لا حجوزات معنيّة.
    [one] حجز واحد معنيّ. اختاروا مصيره.
    [two] حجزان معنيّان. اختاروا مصير كل منهما.
    [few] { $n } حجوزات معنيّة. اختاروا مصير كل منها.
    [many] { $n } حجزًا معنيًّا. اختاروا مصير كل منها.
   *[other] { $n } حجز معنيّ. اختاروا مصير كل منها.
}
close-room-name = الغرفة { $room }، { $name }
close-choice = ما مصيره؟
close-keep = يبقى
close-keep-hint = يُقام كما حُجز، ولا يمكن لغيره الحجز.
close-move = النقل إلى { $when }
close-same-time = يبقى الساعة { $wall } ويتولّاه آخر
close-move-hint = بالسعر نفسه ودون رسوم
close-move-none = لا موعد آخر يتسع لهم جميعًا.
close-cancel = إلغاء مع إعادة كل شيء
close-cancel-back = سيعود { $total } إلى الضيف.
close-cancel-free = لم يكن هناك ما يُدفع.
close-held = محجوزة مؤقتًا وغير مؤكدة: تعود الأماكن متاحة، وما دُفع عنها يُعاد تلقائيًا.
close-fresh = جديد أو منقول
close-reason = السبب
close-reason-hint = يقرؤه الضيوف كما هو، ويبقى في السجل أيضًا.
close-button = إلغاء
close-refused-reason = يُرجى ذكر السبب: سيقرؤه الضيوف. لم يُكتب شيء.
close-refused-choice = { $n ->
    [zero] لا حجوزات بلا قرار.
    [one] حجز واحد ما زال بلا قرار. لم يُكتب شيء.
    [two] حجزان ما زالا بلا قرار. لم يُكتب شيء.
    [few] { $n } حجوزات ما زالت بلا قرار. لم يُكتب شيء.
    [many] { $n } حجزًا ما زال بلا قرار. لم يُكتب شيء.
   *[other] { $n } حجز ما زال بلا قرار. لم يُكتب شيء.
}
close-refused-wrong = { $who }: لا يمكن اختيار هذا هنا. لم يُكتب شيء.
close-refused-changed = تغيّرت الحجوزات في هذه الأثناء. لم يُكتب شيء، وخياراتكم محفوظة. يُرجى النظر في القائمة مرة أخرى.
close-refused-came = جديد أو منقول: { $who }.
close-refused-gone = لم يعد معنيًّا: { $who }.
close-refused-move = { $who }: لم ينجح ذلك، ولهذا لم يُكتب شيء. { $why }
close-refused-already = ألغى { $by } هذا من قبل.
close-refused-over = انتهى هذا بالفعل.
close-refused-span = يُرجى اختيار الشيء واليوم ووقت ينتهي بعد بدايته.
closures-title = ملغى أو مغلق
closures-reopen = إعادة الفتح
closures-reopen-what = إعادة الفتح: { $title }، { $wall }
tickets-undo = تراجع
tickets-undo-who = تراجع: { $name } لم يصل بعد
tickets-undo-late = لا يمكن التراجع عن الدخول إلا في اليوم نفسه.
tickets-undo-changed = تغيّرت هذه التذكرة في هذه الأثناء. هكذا أصبحت الآن.
tickets-missed = لم يحضر
tickets-missed-who = { $name }: لم يحضر
tickets-missed-by = لم يحضر، بحسب { $by }
tickets-missed-undo-who = تراجع: قد يحضر { $name } بعد
allow-more = أماكن إضافية
allow-beyond = أماكن فوق العدد المعتاد
allow-do = السماح
allow-hold-of = تغيير ما يحجزه { $name } مؤقتًا
allow-keep-until = الإبقاء حتى
allow-keep = الإبقاء مدة أطول
allow-release = إعادة الأماكن
allow-refused-until = اختاروا وقتًا من اليوم بعد نهاية الحجز المؤقت الحالية ولا يتجاوز البداية. لم يتغير شيء.
allow-refused-beyond = يمكن إضافة 500 مكان على الأكثر.
allow-refused-taken = المشغول أكثر من ذلك. لم يتغير شيء.
allow-refused-changed = تغيّر هذا في هذه الأثناء. وهذه حاله الآن.
edit-title = تغيير المواعيد
edit-link = تغيير الوقت أو الأماكن
edit-which = أيّها
edit-this = هذا فقط
edit-following = هذا وكل ما يليه في هذا الوقت
edit-all = الكل من اليوم في هذا الوقت
edit-at = البداية
edit-capacity = الأماكن
edit-dropped = لم يعد يُقام
edit-taken = { $n ->
    [zero] لا أماكن مشغولة.
    [one] مكان واحد مشغول. من حجز يحتفظ بحجزه؛ ولنقله ألغوا الموعد.
    [two] مكانان مشغولان. من حجز يحتفظ بحجزه؛ ولنقله ألغوا الموعد.
    [few] { $n } أماكن مشغولة. من حجز يحتفظ بحجزه؛ ولنقله ألغوا الموعد.
    [many] { $n } مكانًا مشغولًا. من حجز يحتفظ بحجزه؛ ولنقله ألغوا الموعد.
   *[other] { $n } مكان مشغول. من حجز يحتفظ بحجزه؛ ولنقله ألغوا الموعد.
}
edit-button = تغيير
edit-done = تغيّر التقويم.
edit-sold = في هذه الأيام حجوزات، فيُقام فيها كما بيع: { $days }.
edit-refused-at = اكتبوا وقتًا لم يأتِ بعد.
edit-refused-over = بدأ أو أُلغي، فلا يمكن تغييره.
edit-refused-nothing = لن يتغير شيء. غيّروا الوقت أو عدد الأماكن.
edit-refused-capacity = اكتبوا عدد أماكن من 1 إلى 1000.
tickets-twice = أُدخل { $name } مرتين: في { $at } بواسطة { $by } وفي { $again-at } بواسطة { $again-by }. يُرجى التحقق.
door-away = لا توجد شبكة. تُفحص تذاكر اليوم على هذا الهاتف وتُرسل فور عودة الشبكة.
door-kept = { $n ->
    [zero] لا شيء ينتظر الإرسال
    [one] عملية مسح واحدة تنتظر الإرسال
    [two] عمليتا مسح تنتظران الإرسال
    [few] { $n } عمليات مسح تنتظر الإرسال
    [many] { $n } عملية مسح تنتظر الإرسال
   *[other] { $n } عملية مسح تنتظر الإرسال
}
door-already = سبق إدخال { $name }.
door-unknown = ليست بين تذاكر اليوم التي يعرفها هذا الهاتف.
tickets-says = ما ذكروه عن أنفسهم
