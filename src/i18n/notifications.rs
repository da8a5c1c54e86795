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

    guest_sign_in: "Đăng nhập để nhận thông báo" / "Sign in to be notified";
    guest_gets_list: "Mọi thay đổi của các hồ sơ của bạn ở một chỗ, cái mới nhất trước." / "Every change of your dossiers in one place, the latest first.";
    guest_gets_ways: "Tin nhắn SMS, email hay thông báo đẩy, cách nào cổng có và bạn chọn." / "SMS, email or push notifications, whichever the portal has and you choose.";
    guest_gets_devices: "Xem được trên mọi máy của bạn." / "To be read on any device of yours.";
    guest_without: "Theo dõi không cần đăng nhập" / "Follow without signing in";
    guest_known: "Hồ sơ đã nộp từ máy này. Mở ra là thấy tình trạng mới nhất." / "Dossiers sent from this device. Open one to see how it stands now.";
    guest_none: "Máy này chưa giữ mã hồ sơ nào." / "This device keeps no dossier’s code yet.";
    guest_look_up: "Tra cứu hồ sơ bằng mã" / "Look a dossier up by its code";

    ways: "Cách báo tin cho bạn" / "How you are told";
    ways_lead: "Ngoài trang này, cổng có thể báo cho bạn bằng những cách sau. Tin gửi đi không nói gì về nội dung hồ sơ." / "Beside this page, the portal can tell you in these ways. What is sent says nothing of what is in the dossier.";
    ways_none: "Cổng này chỉ báo tin trên trang này." / "This portal tells you on this page only.";
    push: "Thông báo đẩy" / "Push notifications";
    push_here: "Thông báo đẩy trên máy này" / "Push notifications on this device";
    push_looking: "Đang xem máy này có nhận được không…" / "Finding out whether this device can receive them…";
    push_not_supported: "Trình duyệt này không nhận được thông báo đẩy. Trên iPhone, iPad: thêm trang này vào màn hình chính, mở từ biểu tượng đó rồi bật." / "This browser cannot receive push notifications. On an iPhone or iPad: add this page to the home screen, open it from that icon and turn them on there.";
    push_shared: "Bạn đã cho biết đây là máy dùng chung, nên không bật được ở đây: người khác sẽ thấy tin của bạn." / "You said that this is a shared device, so they cannot be turned on here: others would see your news.";
    push_blocked: "Trước đây bạn đã chặn thông báo của trang này. Để mở lại: bấm biểu tượng bên trái địa chỉ trang, mở Quyền hoặc Cài đặt trang, cho phép Thông báo, rồi tải lại trang." / "You blocked this page’s notifications earlier. To mend it: press the icon left of the page’s address, open Permissions or Site settings, allow Notifications, then reload the page.";
    push_others: "Đang bật trên {n} máy khác của bạn." / "Turned on for {n} other device(s) of yours.";
    push_question: "Máy này sẽ hiện những gì?" / "What will this device show?";
    push_what: "Khi hồ sơ của bạn có thay đổi, máy hiện một tin ngắn, cả khi bạn không mở trang này: hồ sơ nào và cần làm gì." / "When one of your dossiers changes, a short message shows, even while this page is closed: which dossier, and what to do.";
    push_never: "Tin không bao giờ có tên bạn, giấy tờ hay nội dung hồ sơ, vì ai cầm máy cũng đọc được màn hình khóa." / "It never holds your name, papers or anything of the case, since whoever holds the device can read its lock screen.";
    push_next: "Bấm Tiếp tục, trình duyệt hỏi thì bạn chọn Cho phép. Bạn tắt được bất cứ lúc nào; đăng xuất cũng là tắt." / "Press Go on, and choose Allow when the browser asks. You can turn it off at any time; signing out turns it off too.";
    push_go_on: "Tiếp tục" / "Go on";
    push_asking: "Đang bật… Trình duyệt hỏi thì bạn chọn Cho phép." / "Turning on… Choose Allow when the browser asks.";
    push_ending: "Đang tắt…" / "Turning off…";
    push_not_now: "Trình duyệt chưa được phép, nên chưa bật. Bạn bật lại khi nào muốn." / "The browser was not allowed to, so nothing is turned on. Turn it on whenever you like.";
    push_unreachable: "Chưa bật được: trình duyệt không liên lạc được với dịch vụ thông báo của nó. Bạn kiểm tra mạng rồi thử lại nhé." / "Not turned on: the browser does not reach its push service. Check the network and try again.";
    push_unclear: "Chưa rõ cổng đã ghi nhận máy này chưa. Bạn thử lại nhé." / "It is not known whether the portal took note of this device. Please try again.";
    push_refused: "Cổng không nhận dịch vụ thông báo của trình duyệt này. Bạn dùng cách khác nhé." / "The portal does not take this browser’s push service. Please use another way.";
    push_end_unclear: "Máy này không hiện tin nữa, nhưng chưa rõ cổng đã ghi nhận chưa. Bạn thử lại nhé." / "This device shows nothing any more, but it is not known whether the portal took note. Please try again.";
    push_again: "Thử lại" / "Try again";
    push_again_which: "Thử lại: {way}" / "Try again: {way}";
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
    no_device: "Chưa bật trên máy nào. Bật ở mục Thông báo trước." / "It is turned on for no device yet. Turn it on under Notifications first.";
    to_centre: "Đến Thông báo" / "To Notifications";
    saved: "Đã lưu cách nhận tin cho hồ sơ này." / "How you hear of this dossier is saved.";
    saving: "Đang lưu…" / "Saving…";
    save_failed: "Chưa rõ cổng đã lưu chưa. Bạn thử lại nhé." / "It is not known whether the portal saved it. Please try again.";

    line: "Thông báo" / "Notifications";
    line_unread: "Thông báo: {n} chưa đọc" / "Notifications: {n} unread";
}
