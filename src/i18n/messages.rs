//! Words of the messages between a person and the officers.

messages! {
    title: "Trao đổi với cán bộ" / "Messages with the officer";
    about: "Hồ sơ {code}" / "Dossier {code}";
    thread: "Tin nhắn" / "Messages";
    none: "Chưa có tin nhắn nào về hồ sơ này." / "There are no messages about this dossier yet.";
    you: "Bạn" / "You";
    read_at: "Cán bộ đã đọc lúc {time}" / "Read by the officer at {time}";
    unread_there: "Cán bộ chưa đọc" / "Not read by the officer yet";
    attachments: "Tệp đính kèm:" / "Attached:";
    earlier: "Xem tin cũ hơn" / "Show older messages";
    refresh: "Xem có tin mới không" / "Look for new messages";
    refreshing: "Đang hỏi cổng…" / "Asking the portal…";
    nothing_new: "Chưa có tin mới." / "There is nothing new.";
    came: "Có {n} tin nhắn mới." / "{n} new message(s).";
    refresh_failed: "Chưa hỏi được cổng. Tin đang thấy có thể chưa đủ." / "The portal could not be asked. There may be newer messages.";

    write: "Viết cho cán bộ" / "Write to the officer";
    write_label: "Tin nhắn của bạn" / "Your message";
    write_hint: "Nói ngắn gọn điều bạn muốn hỏi. Tin nhắn thuộc về hồ sơ và được lưu cùng hồ sơ." / "Say briefly what you want to know. The message belongs to the dossier and is kept with it.";
    kept_here: "Những gì bạn viết được giữ trên máy này đến khi gửi xong." / "What you write is kept on this device until it is sent.";
    kept_in_memory: "Máy dùng chung: những gì bạn viết không được lưu, và mất khi bạn đóng trang." / "Shared device: what you write is not kept, and is gone when you close the page.";
    send: "Gửi" / "Send";
    sending: "Đang gửi…" / "Sending…";
    send_again: "Gửi lại" / "Send again";
    waiting: "Đang chờ tệp…" / "Waiting for the files…";
    waits_for_files: "Cổng đang nhận và kiểm tra tệp. Tin nhắn tự gửi ngay sau đó." / "The portal is receiving and checking the files. The message goes by itself right after.";
    sent: "Đã gửi tin nhắn." / "The message is sent.";
    empty: "Bạn chưa viết gì." / "You have not written anything.";
    unclear: "Chưa rõ cổng đã nhận tin nhắn chưa. Gửi lại không làm cán bộ nhận hai lần." / "It is not known whether the portal has the message. Sending it again does not deliver it twice.";
    refused: "Cổng không nhận tin nhắn này." / "The portal does not accept this message.";
    closed: "Hồ sơ này không còn nhận tin nhắn. Bạn vẫn đọc được những gì đã trao đổi." / "This dossier takes no more messages. What was written can still be read.";

    line_title: "Trao đổi và báo tin" / "Messages and news";
    line_open: "Trao đổi với cán bộ" / "Messages with the officer";
    line_unread: "Trao đổi với cán bộ: {n} tin chưa đọc" / "Messages with the officer: {n} unread";
    line_ways: "Cách nhận tin về hồ sơ này" / "How to hear of this dossier";
}
