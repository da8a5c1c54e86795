//! Words of the notification centre and of the ways to be told.

messages! {
    title: "Thông báo" / "Notifications";
    lead: "Những gì đã xảy ra với hồ sơ của bạn." / "What happened to your dossiers.";
    list: "Đã xảy ra" / "What happened";
    none: "Chưa có thông báo nào. Khi hồ sơ của bạn thay đổi, bạn đọc được ở đây." / "There is nothing yet. When one of your dossiers changes, you can read it here.";
    unread_count: "{n} thông báo chưa đọc" / "{n} unread";
    all_read: "Bạn đã đọc hết." / "You have read everything.";
    unread: "Chưa đọc" / "Unread";
    mark_all: "Đánh dấu đã đọc hết" / "Mark all as read";
    marked: "Đã đánh dấu đọc hết." / "All are marked as read.";
    mark_failed: "Cổng chưa ghi nhận. Bạn thử lại nhé." / "The portal has not taken it. Please try again.";
    came: "Có {n} thông báo mới." / "{n} new notification(s).";
    more: "Xem thêm thông báo cũ hơn" / "Show older ones";
    open: "Mở hồ sơ {code}" / "Open dossier {code}";
    open_messages: "Đọc tin nhắn của hồ sơ {code}" / "Read the messages of dossier {code}";
    open_payment: "Xem khoản phải nộp của hồ sơ {code}" / "See what is to be paid for dossier {code}";

    ways: "Cách báo tin cho bạn" / "How you are told";
    ways_lead: "Ngoài trang này, cổng có thể báo cho bạn bằng những cách sau. Tin gửi đi không nói gì về nội dung hồ sơ." / "Beside this page, the portal can tell you in these ways. What is sent says nothing of what is in the dossier.";
    ways_none: "Cổng này chỉ báo tin trên trang này." / "This portal tells you on this page only.";
    sms: "Tin nhắn SMS" / "SMS";
    email: "Email" / "Email";
    zalo: "Zalo" / "Zalo";
    identity_app: "Ứng dụng định danh" / "Identity app";
    on: "Đang dùng" / "In use";
    off: "Không dùng" / "Not used";
    confirming: "Chờ bạn xác nhận" / "Waiting for you to confirm";
    turn_on: "Bật" / "Turn on";
    turn_off: "Tắt" / "Turn off";
    change: "Đổi nơi nhận" / "Change where to";
    turn_on_which: "Bật: {way}" / "Turn on: {way}";
    turn_off_which: "Tắt: {way}" / "Turn off: {way}";
    change_which: "Đổi nơi nhận: {way}" / "Change where to: {way}";
    phone_label: "Số điện thoại nhận tin ({way})" / "Telephone number ({way})";
    email_label: "Địa chỉ email nhận tin" / "Email address";
    save: "Lưu" / "Save";
    cancel: "Thôi" / "Cancel";
    address_empty: "Cho biết gửi đến đâu." / "Say where to send it.";
    turned_on: "Đã bật: {way}." / "Turned on: {way}.";
    turned_off: "Đã tắt: {way}." / "Turned off: {way}.";
    to_confirm: "{way}: cổng chờ bạn xác nhận." / "{way}: the portal waits for you to confirm.";
    way_failed: "Chưa rõ cổng đã ghi nhận chưa. Bạn thử lại nhé." / "It is not known whether the portal took it. Please try again.";

    dossier_title: "Cách nhận tin về hồ sơ" / "How to hear of the dossier";
    dossier_about: "Hồ sơ {code}" / "Dossier {code}";
    dossier_lead: "Chọn riêng cho hồ sơ này. Trên trang Thông báo của cổng bạn luôn đọc được, dù không chọn cách nào." / "Choose for this dossier alone. You can always read it under Notifications on the portal, whatever you choose.";
    dossier_which: "Báo cho tôi bằng" / "Tell me by";
    no_address: "Chưa có nơi nhận. Thêm ở mục Thông báo trước." / "There is no address yet. Add one under Notifications first.";
    to_centre: "Đến Thông báo" / "To Notifications";
    saved: "Đã lưu cách nhận tin cho hồ sơ này." / "How you hear of this dossier is saved.";
    saving: "Đang lưu…" / "Saving…";
    save_failed: "Chưa rõ cổng đã lưu chưa. Bạn thử lại nhé." / "It is not known whether the portal saved it. Please try again.";

    line: "Thông báo" / "Notifications";
    line_unread: "Thông báo: {n} chưa đọc" / "Notifications: {n} unread";
}
