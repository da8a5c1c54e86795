//! Words of rating a dossier, and of what is published of all ratings.

messages! {
    title: "Đánh giá mức độ hài lòng" / "Rate this dossier";
    lead: "Chọn mức cho những điều bạn muốn nói; câu nào không có ý kiến thì để trống." / "Choose a level for whatever you want to speak about; leave the rest blank.";
    confidential: "Đánh giá của bạn được giữ kín: cán bộ và người khác không xem được. Cổng chỉ công bố số liệu gộp của dịch vụ và cơ quan, khi có đủ lượt đánh giá. Lời nhận xét không bao giờ được công bố." / "Your rating is confidential: neither officers nor others see it. Only figures over the service and the authority are published, once enough people have rated. What you write is never published.";
    change_for_a_while: "Mỗi hồ sơ có một đánh giá. Gửi rồi vẫn sửa được trong một thời gian; cổng cho biết đến khi nào." / "There is one rating a dossier. It can still be changed for a while; the portal says until when.";
    clear: "Bỏ câu trả lời" / "Clear the answer";
    clear_of: "Bỏ câu trả lời: {question}" / "Clear the answer: {question}";
    cleared: "Đã bỏ câu trả lời." / "The answer is cleared.";
    comment: "Lời nhận xét (không bắt buộc)" / "Your words (optional)";
    comment_hint: "Đừng viết số định danh, số điện thoại, số tài khoản hay thư điện tử." / "Leave out ID, phone and account numbers and email addresses.";
    personal_number: "Có một dãy số giống số định danh, số điện thoại hoặc số tài khoản. Bạn bỏ dãy số đó đi: nhận xét không cần đến." / "There is a number that looks like an ID, phone or account number. Take it out: it is not needed here.";
    personal_email: "Có một địa chỉ thư điện tử. Bạn bỏ địa chỉ đó đi: nhận xét không cần đến." / "There is an email address. Take it out: it is not needed here.";
    personal_gone: "Không còn thông tin cá nhân." / "No personal data any more.";
    lacks_answer: "Chọn mức cho ít nhất một câu." / "Choose a level for at least one question.";
    send: "Gửi đánh giá" / "Send the rating";
    send_change: "Gửi đánh giá đã sửa" / "Send the changed rating";
    keep_as_it_is: "Không sửa nữa" / "Leave it as it is";
    sending: "Đang gửi đánh giá…" / "Sending the rating…";
    not_known: "Chưa rõ cổng đã nhận đánh giá hay chưa. Bạn gửi lại: dù gửi mấy lần, hồ sơ vẫn chỉ có một đánh giá." / "It is not known whether the portal has the rating. Send it again: however often you do, there is only one.";
    refused: "Cổng chưa nhận đánh giá. {why}" / "The portal did not take the rating. {why}";
    thanks: "Cảm ơn bạn đã đánh giá" / "Thank you for your rating";
    thanks_text: "Cổng đã nhận. Đánh giá của bạn được cộng vào số liệu của dịch vụ và của cơ quan giải quyết." / "The portal has it. Your rating counts towards the figures of the service and of the authority.";
    to_figures: "Xem số liệu của dịch vụ" / "See the service’s figures";
    to_quality: "Xem chất lượng phục vụ của cổng" / "See how well the portal serves";
    given: "Đánh giá của bạn" / "Your rating";
    given_at: "Gửi lúc {time}." / "Sent at {time}.";
    until: "Bạn sửa được đến {time}." / "You can change it until {time}.";
    closed: "Đã hết thời gian sửa." / "It can no longer be changed.";
    change: "Sửa đánh giá" / "Change the rating";
    your_comment: "Lời nhận xét" / "Your words";
    too_early: "Bạn đánh giá được khi hồ sơ đã có kết quả hoặc đã kết thúc." / "You can rate once the result is there or the dossier has ended.";
    not_asked: "Cổng này không hỏi đánh giá." / "This portal does not ask for ratings.";
    no_such_dossier: "Cổng không có hồ sơ mã này, hoặc hồ sơ không phải của bạn." / "The portal has no dossier with this code, or it is not yours.";

    line_title: "Đánh giá" / "Rating";
    line_open: "Hồ sơ đã xong. Bạn thấy việc phục vụ thế nào?" / "The dossier is finished. How well were you served?";
    line_rate: "Đánh giá hồ sơ này" / "Rate this dossier";
    line_given: "Bạn đã đánh giá lúc {time}." / "You rated it at {time}.";
    line_see: "Xem hoặc sửa đánh giá" / "See or change the rating";
    line_read: "Xem đánh giá của bạn" / "See your rating";

    figures: "Người dùng đánh giá" / "How people rate it";
    figures_count: "{n} lượt đánh giá từ {from} đến {to}." / "{n} ratings from {from} to {to}.";
    figures_share: "{part} trong {of} câu trả lời ở nửa trên của thang ({share})" / "{part} of {of} answers in the better half of the scale ({share})";
    figures_few: "Chưa đủ lượt đánh giá: số liệu được công bố khi có từ {minimum} lượt, để không ai đoán ra ai đã nói gì." / "Not enough ratings yet: figures are published from {minimum} on, so that nobody can tell who said what.";
    figures_failed: "Chưa tải được số liệu đánh giá." / "The figures could not be loaded.";
}
