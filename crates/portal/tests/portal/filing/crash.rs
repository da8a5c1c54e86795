//! The portal is killed while it files: there is one dossier or none, and after a retry one.

use std::time::Instant;

use super::applicant::Applicant;
use crate::process::{serve, stop};
use crate::uploads::sender::new_key;

/// How often it is killed, each time a little later in the request.
const KILLS: u32 = 6;

#[test]
fn whenever_it_is_killed_a_retry_makes_exactly_one_dossier() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut child, mut address) = serve(folder.path());
    let mut applicant = Applicant::new(address);
    let mut filed = 0;
    // How long a whole submission takes tells when to strike within one.
    let started = Instant::now();
    let first = applicant.submission();
    let begun = Instant::now();
    applicant.filed(&first);
    filed += 1;
    let whole = begun.elapsed();
    assert!(started.elapsed() >= whole);
    for kill in 0..KILLS {
        let mut sent = applicant.submission();
        sent["answers"]["request"] = format!("Lần {kill}").into();
        for answer in sent["answers"]
            .as_object_mut()
            .expect("answers")
            .values_mut()
        {
            if *answer == "Nguyễn Văn Thử" {
                *answer = format!(
                    "Nguyễn Văn Thử {}",
                    ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu"][kill as usize]
                )
                .into();
            }
        }
        let key = new_key();
        let sending = applicant.clone();
        let (sent_again, key_again) = (sent.clone(), key.clone());
        let request = std::thread::spawn(move || {
            // Cut off, it has no answer that could be read.
            let _ = std::panic::catch_unwind(|| sending.file(&key, &sent));
        });
        let strike = Instant::now() + whole * kill / KILLS;
        while Instant::now() < strike {
            std::hint::spin_loop();
        }
        stop(child, "-KILL");
        let _ = request.join();

        (child, address) = serve(folder.path());
        applicant.sender.to = address;
        let before = applicant.count();
        assert!(
            before == filed || before == filed + 1,
            "{before} after {filed}"
        );
        let retried = applicant.file(&key_again, &sent_again);
        assert_eq!(
            retried.status,
            201,
            "{}",
            String::from_utf8_lossy(&retried.body)
        );
        filed += 1;
        assert_eq!(applicant.count(), filed);
    }
    let (_, well) = stop(child, "-TERM");
    assert!(well);
}
