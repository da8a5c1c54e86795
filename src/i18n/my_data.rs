//! Words of the screen about one's own data.

messages! {
    title: "Dữ liệu của tôi" / "My data";
    lead: "Cổng này biết gì về bạn, ai đã dùng, và bạn có thể làm gì." / "What this portal knows of you, who has used it, and what you can do about it.";
    entry: "Ai đã xem, điều bạn đã đồng ý, tải về, xóa, máy đang đăng nhập" / "Who looked, what you agreed to, download, deletion, devices";

    log: "Ai đã xem hoặc dùng dữ liệu của bạn" / "Who looked at or used your data";
    log_lead: "Lần gần nhất đứng đầu." / "The latest comes first.";
    log_none: "Chưa có ai xem hoặc dùng dữ liệu của bạn qua cổng này." / "Nobody has looked at or used your data through this portal.";
    log_what: "Dữ liệu:" / "Data:";
    log_why: "Mục đích:" / "Purpose:";
    log_dossier: "Hồ sơ {code}" / "Dossier {code}";
    log_more: "Xem thêm lần trước đó" / "Show earlier ones";

    consents: "Những điều bạn đã đồng ý" / "What you agreed to";
    consents_none: "Bạn chưa đồng ý cho cổng lấy dữ liệu của bạn từ nơi nào." / "You have not agreed that the portal takes your data from anywhere.";
    given: "Đồng ý lúc {time}" / "Agreed at {time}";
    lasts: "có hiệu lực đến {time}" / "in force until {time}";
    ended: "đã hết hiệu lực lúc {time}" / "ended at {time}";
    withdrawn_at: "Đã rút lại lúc {time}" / "Withdrawn at {time}";
    withdrawn_tag: "Đã rút lại" / "Withdrawn";
    ended_tag: "Đã hết hiệu lực" / "Ended";
    withdraw: "Rút lại" / "Withdraw";
    withdraw_which: "Rút lại: {text}" / "Withdraw: {text}";
    withdraw_question: "Rút lại đồng ý này?" / "Withdraw this consent?";
    withdraw_follows: "Những gì cổng đã lấy theo đồng ý này không còn dùng để điền sẵn cho bạn. Hồ sơ đã nộp không thay đổi. Việc bạn đã đồng ý và rút lại vẫn được ghi lại." / "What the portal took under this consent no longer fills in anything for you. Dossiers you sent do not change. That you agreed and withdrew stays on record.";
    withdraw_yes: "Rút lại đồng ý" / "Withdraw it";
    withdraw_no: "Giữ nguyên" / "Keep it";
    withdrawn: "Đã rút lại đồng ý." / "The consent is withdrawn.";
    withdraw_failed: "Chưa rõ cổng đã ghi nhận chưa. Bạn thử lại nhé: rút lại hai lần không sao cả." / "It is not known whether the portal took it. Please try again: withdrawing twice does no harm.";

    export: "Tải về mọi dữ liệu của bạn" / "Take all your data with you";
    export_lead: "Một tệp nén có mọi thứ cổng giữ về bạn: thông tin, hồ sơ, giấy tờ, tin nhắn. Ai mở được tệp đều đọc được, nên hãy giữ cẩn thận." / "One compressed file with all that the portal holds about you: facts, dossiers, papers, messages. Whoever opens it can read it, so keep it safe.";
    export_start: "Chuẩn bị tệp" / "Put the file together";
    export_again: "Chuẩn bị tệp mới" / "Put a new file together";
    export_asked: "Đang hỏi cổng…" / "Asking the portal…";
    export_preparing: "Cổng đang chuẩn bị tệp. Bạn có thể làm việc khác rồi quay lại; trang này tự hỏi lại." / "The portal is putting the file together. You can do something else meanwhile; this page asks again by itself.";
    export_ready: "Tệp dữ liệu của bạn đã sẵn sàng." / "The file with your data is ready.";
    export_save: "Tải tệp {name} ({size})" / "Download {name} ({size})";
    export_until: "Tệp được giữ đến {time}, sau đó bị xóa." / "The file is kept until {time} and then deleted.";
    export_expired: "Tệp đã bị xóa theo hạn. Bạn chuẩn bị tệp mới nhé." / "The file was deleted when its time was up. Put a new one together.";
    export_failed: "Cổng không chuẩn bị được tệp. Bạn thử lại nhé." / "The portal could not put the file together. Please try again.";
    export_unknown: "Cổng chưa cho tệp. Bạn hỏi lại sau nhé." / "The portal has no file yet. Ask again later.";
    export_unclear: "Chưa rõ cổng đã nhận yêu cầu chưa. Thử lại không tạo tệp thứ hai." / "It is not known whether the portal took the request. Trying again makes no second file.";

    deletion: "Xóa dữ liệu của bạn" / "Delete your data";
    deletion_lead: "Pháp luật cho xóa một phần; phần còn lại cơ quan phải giữ." / "The law lets you delete some of it; the rest the authority must keep.";
    deletion_goes: "Sẽ bị xóa" / "What goes";
    deletion_stays: "Phải giữ lại, và vì sao" / "What must stay, and why";
    deletion_here: "Dữ liệu trên chính máy này là việc khác: xóa ở Cài đặt." / "What is kept on this device is another matter: erase it in Settings.";
    deletion_understood: "Tôi hiểu: những gì bị xóa không lấy lại được." / "I understand: what is deleted cannot be brought back.";
    deletion_tick: "Đánh dấu vào ô này nếu bạn thật sự muốn xóa." / "Tick this box if you really want to delete it.";
    deletion_do: "Xóa dữ liệu của tôi" / "Delete my data";
    deletion_asked: "Đang yêu cầu cổng xóa…" / "Asking the portal to delete it…";
    deletion_before: "Lần gần nhất bạn yêu cầu xóa: {time}." / "You last asked for it at {time}.";
    deletion_done: "Cổng đã nhận yêu cầu xóa lúc {time}." / "The portal took your request at {time}.";
    deletion_by: "Xóa xong chậm nhất {time}." / "It is deleted by {time} at the latest.";
    deletion_went: "Những gì bị xóa" / "What is deleted";
    deletion_unclear: "Chưa rõ cổng đã nhận yêu cầu chưa. Thử lại không gây hại." / "It is not known whether the portal took the request. Trying again does no harm.";
    deletion_refused: "Cổng không nhận yêu cầu này." / "The portal does not accept this request.";
}
