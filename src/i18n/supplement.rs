//! Words about what an officer asks for in addition, and about answering it.

messages! {
    requests: "Yêu cầu bổ sung" / "What was asked for in addition";
    round: "Lần {n}" / "Request {n}";
    asked: "Yêu cầu lúc {time}" / "Asked at {time}";
    answer_by: "Gửi chậm nhất {time}." / "Send it by {time}.";
    promised_after: "Hẹn trả sau khi bổ sung: {time}." / "Promised since you answered: {time}.";
    answer: "Bổ sung ngay" / "Send what is asked for";
    save_notice: "Lưu phiếu yêu cầu bổ sung" / "Save the notice";
    officer_said: "Cán bộ trả lời:" / "The officer’s answer:";
    state_open: "Chờ bạn gửi" / "Waits for you";
    state_answered: "Đã gửi, chờ cán bộ xem" / "Sent, the officer has not looked yet";
    state_accepted: "Đạt" / "In order";
    state_refused: "Chưa đạt" / "Not in order";
    state_expired: "Đã quá hạn" / "Too late";

    title: "Bổ sung hồ sơ" / "Send what was asked for";
    lead_one: "Cán bộ cần bạn sửa 1 mục." / "The officer asks you to mend 1 thing.";
    lead: "Cán bộ cần bạn sửa {n} mục. Bạn gửi tất cả cùng một lần." / "The officer asks you to mend {n} things. You send them all together.";
    last_round: "Đây là lần yêu cầu thứ hai và là lần cuối (khoản 4 Điều 20 Nghị định 63/2010/NĐ-CP)." / "This is the second request, and the last there may be (Decree 63/2010, Article 20.4).";
    item: "Mục {n} trên {total}: {title}" / "Item {n} of {total}: {title}";
    why: "Vì sao cần sửa" / "What is wrong";
    note: "Lời nhắn cho cán bộ" / "Your words to the officer";
    note_answer_hint: "Không bắt buộc, trừ khi bạn giữ nguyên câu trả lời." / "Not required, unless you keep the answer as it is.";
    note_paper_hint: "Không bắt buộc. Nếu không có giấy này, bạn viết vì sao." / "Not required. If you do not have this paper, say why.";
    cannot_here: "Ứng dụng này chưa sửa được mục này. Bạn viết lời nhắn, hoặc hỏi nơi tiếp nhận." / "This app cannot mend this item. Write a few words, or ask the counter.";
    fault_paper: "{title}: thêm tệp, hoặc viết vì sao bạn không có." / "{title}: add a file, or write why you do not have it.";
    fault_same: "{title}: câu trả lời chưa đổi. Bạn sửa lại, hoặc viết vì sao giữ nguyên." / "{title}: the answer is the same. Mend it, or write why it stays.";
    fault_words: "{title}: viết lời nhắn cho cán bộ." / "{title}: write a few words to the officer.";
    send: "Gửi tất cả cho cán bộ" / "Send it all to the officer";
    sending: "Đang gửi…" / "Sending…";
    sending_text: "Đừng lo nếu mất mạng hay lỡ đóng trang: mở lại là gửi tiếp, và cán bộ chỉ nhận một lần." / "If the network goes or the page closes, open it again: it goes on, and the officer gets it once.";
    unclear: "Chưa rõ cổng đã nhận chưa" / "Not known whether the portal has it";
    unclear_text: "Đã gửi nhưng chưa có câu trả lời đọc được. Sẽ tự hỏi lại sau {n} giây, hoặc ngay khi có mạng." / "It was sent, but no answer that can be read came back. We ask again in {n} seconds, or as soon as there is a network.";
    ask_now: "Hỏi lại ngay" / "Ask again now";
    sign_in: "Cần đăng nhập để gửi" / "Sign in to send";
    sign_in_text: "Cổng chưa nhận vì phiên đăng nhập không còn. Đăng nhập xong là gửi tiếp đúng bản này." / "The portal has not taken it because nobody is signed in. Sign in, and the very same thing is sent.";
    refused: "Cổng chưa nhận phần bổ sung" / "The portal has not taken it";
    refused_text: "Không có gì được ghi ở cổng, và những gì bạn làm vẫn còn nguyên." / "Nothing was kept at the portal, and all you did is still here.";
    done: "Đã gửi phần bổ sung" / "It is sent";
    done_text: "Cán bộ sẽ xem tiếp. Thời gian giải quyết chạy lại từ bây giờ; hẹn trả mới có ở hồ sơ." / "The officer goes on with it. The time runs again from now; the new date stands in the dossier.";
    to_dossier: "Về hồ sơ" / "Back to the dossier";
    nothing: "Hiện không có yêu cầu bổ sung nào chờ bạn." / "Nothing is asked of you now.";
    newer_form: "Biểu mẫu của hồ sơ này mới hơn ứng dụng. Bạn tải lại trang, hoặc liên hệ nơi tiếp nhận." / "This dossier’s form is newer than the app. Load the page again, or ask the counter.";
}
