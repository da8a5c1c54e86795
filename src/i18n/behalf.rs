//! Words of filing for somebody else.

messages! {
    question: "Bạn nộp cho ai?" / "For whom are you filing?";
    oneself: "Cho chính tôi" / "For myself";
    choose: "Chọn người bạn nộp hồ sơ cho." / "Choose for whom you are filing.";
    as_parent: "Bạn là cha hoặc mẹ" / "You are a parent";
    as_guardian: "Bạn là người giám hộ" / "You are the guardian";
    as_authorised: "Bạn được ủy quyền" / "You are authorised in writing";
    as_representative: "Bạn là người đại diện" / "You represent it";
    as_helper: "Bạn giúp nộp hồ sơ" / "You help them file";
    as_other: "Bạn được làm thay" / "You may act for them";
    until: "{how}, đến hết ngày {day}" / "{how}, until {day}";
    asking: "Đang hỏi cổng bạn được nộp thay cho ai…" / "Asking the portal for whom you may file…";
    unclear: "Chưa hỏi được cổng bạn được nộp thay cho ai. Bạn thử lại, hoặc cứ bắt đầu hồ sơ của chính bạn." / "The portal could not be asked for whom you may file. Try again, or begin an application of your own.";
    title: "Nộp cho ai" / "For whom";
    yourself: "Cho chính bạn" / "For yourself";
    for_name: "Nộp thay cho {name}" / "Filed for {name}";
    for_somebody: "Nộp thay cho người khác" / "Filed for somebody else";
    change: "Đổi người" / "Change";
    change_what: "Những câu được điền sẵn mà bạn chưa sửa, và giấy tờ lấy từ cổng, sẽ được xóa khỏi bản này. Những gì bạn tự điền vẫn còn." / "Answers that were prefilled and that you have not changed, and papers taken from the portal, are removed. What you filled in yourself stays.";
    use_this: "Dùng lựa chọn này" / "Use this";
    never_mind: "Thôi" / "Never mind";
    changed: "Đã đổi: {whom}." / "Changed: {whom}.";
    changed_cleared: "Đã đổi: {whom}. Đã xóa {n} câu được điền sẵn." / "Changed: {whom}. {n} prefilled answer(s) removed.";
    lost: "Bạn không còn quyền nộp thay trong hồ sơ này: quyền đã hết hạn, không gồm dịch vụ này, hoặc thuộc về tài khoản khác. Bạn chọn lại trước khi gửi." / "You may no longer file for this person: the right has ended, does not cover this service, or belongs to another account. Choose again before you send.";
    sign_in: "Đăng nhập bằng tài khoản được quyền nộp thay để gửi hồ sơ này." / "Sign in with the account that may file for them to send this.";
    nothing_of_theirs: "Bạn điền thông tin của người này, không phải của bạn." / "Fill in this person’s details, not your own.";
}
