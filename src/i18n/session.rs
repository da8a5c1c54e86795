//! Words about signing in, staying signed in and signing out.

messages! {
    asking: "Đang xem bạn đã đăng nhập chưa…" / "Finding out whether you are signed in…";
    unclear: "Chưa hỏi được cổng xem bạn đã đăng nhập chưa. Bạn vẫn làm tiếp được; những gì bạn khai được giữ trên máy này." / "The portal could not be asked whether you are signed in. You can go on; what you type is kept on this device.";
    ask_again: "Hỏi lại" / "Ask again";
    guest: "Bạn chưa đăng nhập. Đăng nhập thì biểu mẫu được điền sẵn và bạn làm tiếp được trên máy khác." / "You are not signed in. When you are, forms are filled in for you and you can go on with another device.";
    sign_in: "Đăng nhập" / "Sign in";
    sign_in_again: "Đăng nhập lại" / "Sign in again";
    signed_in_as: "Bạn đang đăng nhập:" / "You are signed in as";
    assurance_low: "Tài khoản định danh mức 1: một số việc cần mức 2." / "Identity of level 1: some services need level 2.";
    sign_out: "Đăng xuất" / "Sign out";
    sign_out_question: "Đăng xuất khỏi máy này?" / "Sign out on this device?";
    sign_out_loses: "Có hồ sơ đang làm chỉ nằm trên máy này. Đăng xuất thì khóa mở chúng bị hủy và không ai đọc lại được, kể cả bạn." / "There are drafts that exist on this device only. Signing out destroys their key: nobody can read them again, not even you.";
    sign_out_yes: "Đăng xuất và bỏ các bản đó" / "Sign out and lose them";
    stay: "Chưa đăng xuất" / "Stay signed in";
    sign_out_failed: "Cổng chưa trả lời nên bạn vẫn đang đăng nhập. Bạn thử lại nhé." / "The portal did not answer, so you are still signed in. Please try again.";
    signed_out: "Bạn đã đăng xuất." / "You have signed out.";
    failed_title: "Chưa đăng nhập được" / "You are not signed in";
    failed_cancelled: "Bạn đã quay lại trước khi đăng nhập xong." / "You turned back before signing in was finished.";
    failed_unavailable: "Hệ thống định danh đang không trả lời. Lỗi không phải do bạn." / "The identity system does not answer. It is not your fault.";
    failed_not_found: "Hệ thống định danh không tìm thấy dữ liệu của bạn. Công an xã, phường có thể kiểm tra và cập nhật giúp bạn." / "The identity system does not find your data. The police of your commune can look into it.";
    failed_assurance: "Tài khoản định danh của bạn ở mức 1, cổng này cần mức 2. Công an xã, phường làm mức 2 cho bạn tại chỗ, mang theo thẻ căn cước." / "Your identity is of level 1 and this portal asks for level 2. The police of your commune raise it on the spot; bring your identity card.";
    failed_expired: "Lần đăng nhập này kéo dài quá lâu. Bạn bắt đầu lại nhé." / "It took too long. Please start again.";
    failed_unknown: "Cổng không nói rõ vì sao." / "The portal does not say why.";
    failed_else: "Những gì bạn đã khai vẫn còn nguyên. Bạn có thể đăng nhập lại, làm tiếp mà không đăng nhập nếu cổng cho phép, hoặc đến bộ phận một cửa." / "Everything you typed is still here. You can sign in again, go on without signing in where the portal allows it, or go to a one-stop counter.";
    ending: "Phiên đăng nhập sắp hết" / "Your session is about to end";
    ending_text: "Còn khoảng {n} phút. Những gì bạn đã khai được giữ lại dù bạn chọn cách nào." / "About {n} min are left. What you typed is kept whatever you choose.";
    over: "Phiên đăng nhập đã hết" / "Your session has ended";
    over_text: "Phiên đăng nhập đã hết. Những gì bạn đã khai vẫn còn trên máy này; đăng nhập lại là làm tiếp ngay chỗ đang dở." / "Your session has ended. What you typed is still on this device; sign in again to go on where you were.";
    extend: "Ở lại thêm" / "Stay signed in";
    extended: "Phiên đăng nhập đã được kéo dài." / "Your session has been extended.";
    extend_failed: "Chưa kéo dài được phiên đăng nhập. Bạn thử lại nhé." / "The session could not be extended. Please try again.";
    let_it_end: "Để phiên hết" / "Let it end";
    go_on_as_guest: "Làm tiếp, chưa đăng nhập" / "Go on without signing in";
    not_offered_here: "Cổng này chưa có mục này." / "This portal does not offer this.";
    devices: "Máy đang đăng nhập" / "Devices signed in";
    devices_lead: "Thấy máy lạ thì đăng xuất máy đó ngay." / "If one of them is not yours, sign it out at once.";
    device_seen: "Dùng lần cuối {time}" / "Last used {time}";
    device_this: "Máy này" / "This device";
    device_end: "Đăng xuất {name}" / "Sign out {name}";
    device_end_short: "Đăng xuất" / "Sign out";
    device_ended: "Đã đăng xuất {name}." / "{name} is signed out.";
    device_failed: "Cổng chưa trả lời nên chưa chắc đã đăng xuất. Bạn thử lại nhé." / "The portal did not answer, so it may not be signed out. Please try again.";
    everywhere: "Đăng xuất khỏi mọi máy" / "Sign out everywhere";
    everywhere_done: "Đã đăng xuất khỏi mọi máy." / "You are signed out everywhere.";
}
