//! Words about applications being written: where they are safe, which there are.

messages! {
    full: "Máy này hết chỗ nên chưa lưu được thay đổi mới nhất. Hãy xóa bớt ảnh hay tệp trên máy, hoặc tải hồ sơ về thành tệp." / "This device is full, so the newest change is not saved. Free some room, or take the application away as a file.";
    no_storage: "Trình duyệt không cho lưu trên máy này (cửa sổ riêng tư hoặc bị chặn). Đừng đóng trang; bạn có thể tải hồ sơ về thành tệp." / "The browser does not let us save here (private window, or blocked). Do not close the page; you can take the application away as a file.";
    gone: "Hồ sơ này đã bị xóa khỏi máy, hoặc bạn đã đăng xuất ở thẻ khác. Thay đổi mới không được lưu; bạn có thể tải về thành tệp." / "This application was deleted from the device, or you signed out in another tab. New changes are not saved; you can take it away as a file.";
    other_tab: "Hồ sơ này vừa được sửa ở thẻ khác, nên thay đổi ở thẻ này chưa được lưu." / "This application was just changed in another tab, so what changed in this one is not saved.";
    keep_this_tab: "Giữ bản ở thẻ này" / "Keep this tab’s version";
    try_again: "Lưu lại" / "Save again";

    list_title: "Đang làm dở" / "Not finished yet";
    continue_: "Làm tiếp" / "Continue";
    continue_name: "Làm tiếp {name}" / "Continue {name}";
    changed_at: "Sửa lần cuối lúc {time}" / "Last changed at {time}";
    here: "Trên máy này" / "On this device";
    here_and_portal: "Trên máy này và trên cổng" / "On this device and on the portal";
    portal_only: "Trên cổng, sửa từ {device}" / "On the portal, changed on {device}";
    portal_only_unknown: "Trên cổng, sửa từ máy khác" / "On the portal, changed on another device";
    sections: "Xong {done} trên {total} phần" / "{done} of {total} sections done";
    sending: "Đã bấm nộp, chưa rõ kết quả" / "Sent, the answer is not known yet";
    supplement: "Phần bổ sung cán bộ yêu cầu, trên máy này" / "An answer to the officer’s request, on this device";
    take_away: "Tải về" / "Take away";
    take_away_name: "Tải về: {name}" / "Take away: {name}";
    take_away_file: "Tải về thành tệp" / "Take away as a file";
    taken_away: "Đã tải {file} về máy. Tệp này không mã hóa: hãy giữ cẩn thận." / "{file} was downloaded. It is not encrypted: keep it safe.";
    delete: "Xóa" / "Delete";
    delete_name: "Xóa {name}" / "Delete {name}";
    delete_question: "Xóa bản đang làm dở “{name}”?" / "Delete the unfinished “{name}”?";
    delete_what: "Những gì bạn đã điền và giấy tờ đã thêm sẽ mất. Không lấy lại được." / "What you filled in and the papers you added will be gone. This cannot be undone.";
    delete_yes: "Xóa hẳn" / "Delete it";
    delete_no: "Giữ lại" / "Keep it";
    deleted: "Đã xóa {name}." / "{name} is deleted.";
    delete_failed: "Chưa xóa được bản trên cổng. Bạn thử lại khi có mạng nhé." / "The portal’s copy could not be deleted. Try again when you are online.";
    empty: "Bạn không có hồ sơ nào đang làm dở." / "You have nothing unfinished.";
    portal_unread: "Chưa xem được các bản trên cổng: {why}" / "The portal’s copies cannot be seen now: {why}";

    bring_back: "Mở từ tệp" / "Open from a file";
    bring_back_hint: "Chọn tệp .json đã tải về trước đây." / "Choose a .json file taken away before.";
    brought_back: "Đã mở lại {name} từ tệp." / "{name} was opened from the file.";
    file_not_json: "Tệp này không phải hồ sơ tải về từ đây (không đọc được JSON)." / "This is not an application taken away from here (it is no JSON).";
    file_other: "Tệp này không phải hồ sơ tải về từ đây." / "This file is not an application taken away from here.";
    file_newer: "Tệp này do bản mới hơn của ứng dụng tạo ra. Hãy tải lại trang để cập nhật rồi thử lại." / "This file was made by a newer version of the app. Reload the page to update, then try again.";
    file_part: "Tệp bị thiếu hoặc sai ở “{part}”." / "The file is incomplete or wrong at “{part}”.";
    file_too_large: "Tệp lớn hơn {size} nên không phải hồ sơ tải về từ đây." / "The file is larger than {size}, so it is not an application taken away from here.";

    conflict_title: "Hồ sơ này đã được sửa ở nơi khác" / "This application was changed elsewhere";
    conflict_lead: "Chưa có gì bị mất. Bạn chọn giữ bản nào." / "Nothing is lost. Choose which version to keep.";
    conflict_here: "Bản trên máy này, sửa lúc {time}" / "On this device, changed at {time}";
    conflict_there: "Bản trên cổng, sửa từ {device} lúc {time}" / "On the portal, changed on {device} at {time}";
    conflict_there_unknown: "Bản trên cổng, sửa từ máy khác lúc {time}" / "On the portal, changed on another device at {time}";
    conflict_differs: "Khác nhau ở" / "They differ in";
    conflict_value_here: "Máy này" / "This device";
    conflict_value_there: "Bản kia" / "The other";
    conflict_nothing: "(trống)" / "(empty)";
    conflict_more: "và {n} chỗ khác" / "and {n} more";
    part_papers: "Giấy tờ" / "Papers";
    part_delivery: "Cách nhận kết quả" / "How to get the result";
    part_case: "Trường hợp" / "Case";
    part_other: "Một câu trả lời" / "An answer";
    yes: "Có" / "Yes";
    no: "Không" / "No";
    keep_here: "Giữ bản trên máy này" / "Keep this device’s";
    keep_there: "Lấy bản kia" / "Take the other";
    keep_both: "Giữ cả hai" / "Keep both";
    kept_here: "Đã giữ bản trên máy này." / "This device’s version is kept.";
    kept_there: "Đã lấy bản kia." / "The other version is taken.";
    kept_both: "Đã giữ cả hai: bản kia thành một hồ sơ riêng trong “Đang làm dở”." / "Both are kept: the other one stands by itself under “Not finished yet”.";

}
