//! Words about papers: photographing, choosing, sending them.

messages! {
    limits: "Ảnh chụp hoặc {types}. Mỗi tệp tối đa {size}, tối đa {n} tệp. Ảnh được thu nhỏ và ghép thành một tệp PDF ngay trên máy bạn." / "Photos or {types}. Each file at most {size}, at most {n} files. Photos are shrunk and joined into one PDF on your device.";
    limits_unknown: "Ảnh chụp hoặc tệp PDF. Ảnh được thu nhỏ và ghép thành một tệp PDF ngay trên máy bạn." / "Photos or PDF files. Photos are shrunk and joined into one PDF on your device.";
    not_offered: "Cổng này chưa nhận giấy tờ trên mạng. Bạn mang bản giấy đến bộ phận một cửa." / "This portal does not take papers online yet. Bring them to the counter.";
    take: "Chụp ảnh" / "Take a photo";
    take_next: "Chụp trang tiếp" / "Photograph the next page";
    choose: "Chọn ảnh hoặc tệp" / "Choose photos or files";
    for_paper: "{action}: {name}" / "{action}: {name}";
    working: "Đang xử lý ảnh…" / "Preparing the photo…";

    pages: "Các trang đã chụp" / "Photographed pages";
    page: "Trang {n}" / "Page {n}";
    page_picture: "Ảnh trang {n} trên {total}" / "Picture of page {n} of {total}";
    up: "Lên" / "Up";
    up_page: "Lên: trang {n}" / "Up: page {n}";
    down: "Xuống" / "Down";
    down_page: "Xuống: trang {n}" / "Down: page {n}";
    turn: "Xoay" / "Turn";
    turn_page: "Xoay trang {n}" / "Turn page {n}";
    remove: "Bỏ" / "Remove";
    remove_page: "Bỏ trang {n}" / "Remove page {n}";
    join_one: "Xong, gửi giấy này (1 trang)" / "Done, send this paper (1 page)";
    join: "Xong, gửi giấy này ({n} trang)" / "Done, send this paper ({n} pages)";
    join_hint: "Xem lại từng trang có rõ chữ không. Giấy này chưa được gửi." / "Check that each page is legible. This paper has not been sent yet.";
    attached: "Ảnh kèm theo" / "Attached photos";
    attached_optional: "Kèm ảnh hoặc tệp (không bắt buộc)" / "Attach photos or files (optional)";
    pages_name: "{name}.pdf" / "{name}.pdf";

    files: "Các tệp đã thêm" / "Files added";
    file_pages_one: "{size}, 1 trang" / "{size}, 1 page";
    file_pages: "{size}, {n} trang" / "{size}, {n} pages";
    waiting: "Đang chờ gửi" / "Waiting to be sent";
    waiting_network: "Chờ có mạng để gửi tiếp. Bạn cứ làm tiếp phần khác." / "Waiting for the network to go on. You can do other parts meanwhile.";
    sending: "Đang gửi: {n} %" / "Sending: {n} %";
    sent: "Đã gửi đủ, đang chờ cổng xác nhận" / "All sent, waiting for the portal to confirm";
    received: "Cổng đã nhận đủ, đúng từng byte" / "The portal has received it, byte for byte";
    checked: "Cổng đã nhận và kiểm tra xong" / "The portal has received and checked it";
    paused: "Tạm dừng ở {n} %" / "Paused at {n} %";
    refused: "Cổng không nhận tệp này. {why}" / "The portal does not take this file. {why}";
    refused_type: "Loại tệp này không được nhận. Hãy chụp ảnh giấy, hoặc lưu thành PDF." / "This kind of file is not taken. Photograph the paper, or save it as PDF.";
    refused_large: "Tệp quá lớn. Hãy chụp lại từng trang, hoặc tách tệp thành nhiều phần." / "The file is too large. Photograph its pages, or split it.";
    refused_other: "Hãy bỏ tệp này và thêm lại." / "Remove this file and add it again.";
    failed: "Gửi nhiều lần không được. Hãy thử lại, hoặc bỏ và thêm lại tệp." / "Sending failed several times. Try again, or remove the file and add it anew.";
    pause: "Tạm dừng" / "Pause";
    pause_file: "Tạm dừng gửi {name}" / "Pause sending {name}";
    resume: "Gửi tiếp" / "Go on";
    resume_file: "Gửi tiếp {name}" / "Go on sending {name}";
    again: "Thử lại" / "Try again";
    again_file: "Thử lại: {name}" / "Try again: {name}";
    remove_file: "Bỏ {name}" / "Remove {name}";
    progress: "Tiến độ gửi {name}" / "Progress of {name}";

    said_page: "Đã thêm trang {n}." / "Page {n} is added.";
    said_moved: "Trang này giờ là trang {n} trên {total}." / "This page is now page {n} of {total}.";
    said_turned: "Đã xoay trang {n}." / "Page {n} is turned.";
    said_removed_page: "Đã bỏ một trang, còn {n} trang." / "A page is removed, {n} left.";
    said_joined: "Đã ghép {n} trang thành {name}, đang gửi." / "{n} pages are joined into {name}, being sent.";
    said_added: "Đã thêm {name}, đang gửi." / "{name} is added, being sent.";
    said_removed: "Đã bỏ {name}." / "{name} is removed.";
    said_received: "Cổng đã nhận đủ {name}." / "The portal has received {name}.";
    said_refused: "Cổng không nhận {name}. Xem lý do bên cạnh tệp." / "The portal does not take {name}. The reason stands beside the file.";
    said_failed: "Chưa gửi được {name}." / "{name} could not be sent.";
    said_paused: "Đã tạm dừng {name}." / "{name} is paused.";
    said_resumed: "Đang gửi tiếp {name}." / "Going on with {name}.";

    wrong_type: "{name}: cổng chỉ nhận {types}. Hãy chụp ảnh giấy, hoặc lưu thành PDF." / "{name}: the portal only takes {types}. Photograph the paper, or save it as PDF.";
    wrong_size: "{name} nặng {size}, cổng chỉ nhận đến {limit}. Hãy chụp ảnh từng trang thay cho tệp này, hoặc tách thành nhiều tệp." / "{name} has {size}, the portal takes {limit}. Photograph its pages instead, or split it into several files.";
    wrong_empty: "{name} là tệp rỗng. Hãy chọn lại." / "{name} is empty. Choose another.";
    wrong_photo: "Máy không mở được ảnh {name} (có thể là HEIC hoặc bị hỏng). Hãy chụp bằng nút “Chụp ảnh”, hoặc lưu ảnh thành JPEG." / "This device cannot open {name} (perhaps HEIC, or damaged). Use “Take a photo”, or save it as JPEG.";
    wrong_memory: "Máy không đủ bộ nhớ cho ảnh {name}. Hãy đóng bớt ứng dụng khác, hoặc chụp ở cỡ nhỏ hơn." / "This device has not enough memory for {name}. Close other apps, or take a smaller photo.";
    wrong_pdf: "{name} không phải PDF mở được. Hãy lưu lại thành PDF, hoặc chụp ảnh giấy." / "{name} is not a PDF that can be opened. Save it again, or photograph the paper.";
    wrong_unread: "Không đọc được {name}. Hãy chọn lại tệp." / "{name} cannot be read. Choose it again.";
    too_many: "Ở đây chỉ thêm được {n} tệp. Hãy bỏ bớt một tệp, hoặc gộp các trang vào một tệp." / "Only {n} files can be added here. Remove one, or put the pages into one file.";
    joined_large: "Ghép lại thành {size}, quá {limit} cổng nhận. Hãy bỏ bớt trang, gửi làm hai tệp." / "Joined they have {size}, more than the {limit} the portal takes. Remove some pages and send two files.";
    not_kept: "Máy không còn chỗ để giữ tệp này. Hãy xóa bớt ảnh hoặc tệp trên máy rồi thêm lại." / "This device has no room for the file. Free some, then add it again.";
    no_hash: "Trình duyệt này không kiểm tra được tệp (cần địa chỉ https). Chưa gửi được giấy tờ từ đây." / "This browser cannot verify files (it needs an https address). Papers cannot be sent from here.";

    held_title: "Bạn đã nộp giấy này trước đây" / "You have handed this in before";
    held_lead: "Dùng lại thì không phải chụp nữa." / "Use it again and there is nothing to photograph.";
    held_number: "Số {number}" / "No. {number}";
    held_issued: "Cấp ngày {day}" / "Issued {day}";
    held_with: "Nộp cùng hồ sơ {code}" / "Handed in with dossier {code}";
    held_see: "Xem" / "See it";
    held_see_what: "Xem {name}" / "See {name}";
    held_use: "Dùng lại" / "Use it again";
    held_use_what: "Dùng lại {name}" / "Use {name} again";
    held_chosen: "Dùng lại giấy đã có trên cổng" / "Using the paper the portal has";
    held_undo: "Không dùng, tôi nộp giấy khác" / "Do not use it, I hand in another";
    said_held: "Dùng lại {name}. Không cần chụp nữa." / "{name} is used again. There is nothing to photograph.";
    said_not_held: "Không dùng lại nữa. Bạn chụp hoặc chọn tệp." / "Not used again. Take a photo or choose a file.";

    elsewhere: "Tệp gửi từ máy khác" / "File sent from another device";
    lack_on_its_way: "Một tệp đang được gửi. Chờ cổng nhận đủ." / "A file is being sent. Wait until the portal has received it.";
    lack_paused: "Một tệp đang tạm dừng. Bấm “Gửi tiếp” để cổng nhận đủ." / "A file is paused. Press “Go on” so that the portal receives it.";
    lack_unjoined: "Giấy này đã chụp nhưng chưa gửi. Bấm “Xong, gửi giấy này”." / "This paper is photographed but not sent. Press “Done, send this paper”.";
    lack_refused: "Có tệp chưa gửi được. Bỏ tệp đó hoặc thêm lại." / "A file could not be sent. Remove it or add it again.";
}
