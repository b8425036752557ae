desk-cap-title = من يمكنه تسجيل كم على الغرفة
desk-cap-slip = بطاقة خاصة
desk-cap-new-slip = بطاقة خاصة جديدة
