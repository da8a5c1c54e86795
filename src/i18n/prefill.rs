//! Words about what is filled in from what is known.

messages! {
    filled: "Đã điền sẵn {n} mục từ những gì cổng đã biết về bạn." / "{n} answers were filled in from what the portal knows about you.";
    unavailable: "Chưa lấy được thông tin để điền sẵn. Bạn tự điền như thường." / "What could be filled in cannot be fetched now. Fill it in by hand.";
    offer: "Điền sẵn từ {source}?" / "Fill it in from {source}?";
    consent: "Tôi đồng ý để cổng này lấy {what} của tôi từ {source} để điền sẵn hồ sơ. Tôi có thể rút lại đồng ý bất cứ lúc nào." / "I agree that this portal takes my {what} from {source} to fill in applications. I can withdraw this at any time.";
    agree: "Đồng ý và điền sẵn" / "Agree and fill in";
    no_need: "Không bắt buộc: bạn vẫn tự điền được." / "You need not: everything can be filled in by hand.";
    where_to_withdraw: "Xem và rút lại điều đã đồng ý" / "See and withdraw what you agreed to";
    consent_failed: "Cổng chưa ghi nhận được đồng ý của bạn. Bạn thử lại nhé." / "The portal could not record your consent. Please try again.";
    from: "Lấy từ {source}" / "From {source}";
    from_on: "Lấy từ {source}, ngày {day}" / "From {source}, as of {day}";
    wrong: "Không đúng?" / "Not right?";
    wrong_lead: "Sửa ngay ô trên là được. Nếu muốn, báo để nơi giữ dữ liệu kiểm tra lại." / "Simply mend the answer above. If you like, tell whoever keeps the data to look into it.";
    wrong_note: "Sai ở đâu (không bắt buộc)" / "What is wrong (optional)";
    report: "Báo sai" / "Report it";
    not_now: "Thôi" / "Not now";
    report_failed: "Chưa gửi được lời báo. Bạn thử lại nhé." / "The report could not be sent. Please try again.";
    reported: "Đã báo cho {to}. Mã để hỏi: {id}." / "Reported to {to}. Reference: {id}.";
    disputed: "bạn đã báo là không đúng" / "you have reported it as wrong";
    full_name: "họ và tên" / "full name";
    date_of_birth: "ngày sinh" / "date of birth";
    sex: "giới tính" / "sex";
    citizen_id: "số định danh cá nhân" / "citizen ID number";
    ethnicity: "dân tộc" / "ethnicity";
    nationality: "quốc tịch" / "nationality";
    permanent_residence: "nơi thường trú" / "permanent residence";
    current_residence: "nơi ở hiện tại" / "current residence";
    phone: "số điện thoại" / "telephone";
    email: "email" / "email address";
}
