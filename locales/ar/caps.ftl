cap-title = من يمكنه التسجيل على حساب الغرفة
cap-title-mine = مالكم لهذا اليوم
cap-hint = كل حدّ هو ليوم واحد، ويحسب ما يُسجَّل على حساب الغرفة من الهاتف الخاص بكل شخص. لما يزيد عليه يمكنهم أن يسألوكم، فتجيبون من هاتفكم.
cap-none = بلا حدّ
cap-nothing = يمكن التصفح دون الإنفاق
cap-of-day = حتى { $amount } في اليوم
cap-spent = أُنفق اليوم { $amount }
cap-spent-today = أُنفق اليوم
cap-change = تغيير
cap-amount = الحدّ الأعلى في اليوم، { $coin }
cap-amount-hint = فارغ: بلا حدّ. 0: للتصفح دون الإنفاق.
cap-save = حفظ
cap-let-sign-in = منح دخول خاص
cap-new-slip = إنشاء دخول جديد
cap-see-slip = عرضه
cap-slip = الدخول
cap-slip-of = دخول { $name }
cap-slip-lead = يُمسح هذا الرمز بهاتف { $name } أو تُكتب البيانات يدويًا. دخول جديد ينهي هذا.
cap-not-an-amount = لم نفهم هذا المبلغ. اكتبوه هكذا: 15 أو 12.50، أو اتركوا الحقل فارغًا.
cap-adults-only = لا يمكن أن يفعل ذلك إلا شخص بالغ من مجموعتكم.
cap-over = هذا أكثر مما يمكنكم تسجيله على حساب الغرفة اليوم: بقي { $left }. لم يضع شيء، ويمكن لشخص بالغ من مجموعتكم أن يوافق.
ask-button = { $n ->
    [zero] اسألوا { $name }
    [one] اسألوا { $name }
    [two] اسألوا { $name } والآخرين
    [few] اسألوا { $name } والآخرين
    [many] اسألوا { $name } والآخرين
   *[other] اسألوا { $name } والآخرين
}
ask-see = عرض سؤالكم
ask-order-hint = يبقى طلبكم محفوظًا أثناء الانتظار. يبدأ المطبخ حين يوافق أحدهم.
ask-title = سؤال من { $name }
ask-what = ماذا
ask-when = متى
ask-costs = التكلفة
ask-why = بضع كلمات إن شئتم
ask-yes = نعم، سجّلوا { $amount } على الغرفة
ask-not-now = ليس الآن
ask-take-back = غيّرت رأيي
ask-see-booking = عرض الحجز
ask-waiting = بانتظار الموافقة
ask-until = حتى { $time }
ask-kept = لم يُسأل أحد بعد.
ask-waits-mine = أُرسل السؤال. نخبركم فور وصول الجواب؛ الوقت متاح حتى { $until }.
ask-waits = ينتظر { $name } جوابكم؛ الوقت متاح حتى { $until }.
ask-approved-by = جاءت الموافقة من { $name }.
ask-declined-by = جواب { $name }: ليس الآن. ربما في وقت آخر.
ask-declined-why = جواب { $name }: ليس الآن. «{ $reason }»
ask-withdrawn = انتهى هذا الأمر ولا حاجة إلى جواب.
ask-over-mine = لم يجب أحد في الوقت المحدد ولم يُسجَّل شيء. يمكنكم اختياره من جديد والسؤال مرة أخرى.
ask-over = انتهى وقت الجواب ولم يُسجَّل شيء.
ask-state-waiting = بانتظار الجواب
ask-state-approved = تمت الموافقة
ask-state-declined = ليس الآن
ask-state-withdrawn = انتهى
ask-state-over = انتهى الوقت
ask-no-answered = لهذا السؤال جواب بالفعل: { $state }.
ask-no-over = انتهى وقت الجواب ولم يُسجَّل شيء.
ask-no-price = تغيّرت التكلفة الآن: { $total }. لم يُسجَّل شيء؛ إن كنتم موافقين فقولوا نعم مرة أخرى.
ask-no-nobody = لا يوجد في مجموعتكم شخص بالغ آخر يمكنه الموافقة. يسعد مكتب الاستقبال بمساعدتكم.
book-fact-asked = طُلب { $total }، والأماكن محجوزة حتى { $until }
book-fact-approved = وافق على طلب { $name }
book-fact-not-approved = الجواب: ليس الآن
book-fact-not-approved-why = الجواب: ليس الآن. { $reason }
order-by-for = { $who }، لأجل { $name }
notice-asked = طلب من { $name }: «{ $title }»، { $amount }. يمكنكم الجواب حتى { $until }.
notice-ask-approved = وافق { $name } على «{ $title }»، { $amount }.
notice-ask-declined = جواب { $name } على «{ $title }»: ليس الآن. ربما في وقت آخر.
notice-ask-declined-why = جواب { $name } على «{ $title }»: ليس الآن. { $reason }
notice-ask-over = لم يجب أحد في الوقت المحدد على طلب { $name }: «{ $title }». لم يُسجَّل شيء.
