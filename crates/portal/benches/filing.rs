//! Submissions a second, over real HTTP, into a real database on this machine's disk.
//!
//! `cargo bench -p motcua-portal` prints them. Each client is a guest with a connection of
//! its own that files one application after the other, each checked by the form's rules and
//! written in a transaction of its own.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use portal::{Connection, numbered, sample, serve};

mod portal;

const CLIENTS: u32 = 8;
const LASTS: Duration = Duration::from_secs(10);

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let address = serve(folder.path().join("data"));
    let sample = sample(address);
    let count = Arc::new(AtomicU32::new(0));
    let started = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let (sample, count) = (sample.clone(), Arc::clone(&count));
            std::thread::spawn(move || file(address, &sample, &count, started))
        })
        .collect();
    let mut times: Vec<Duration> = clients
        .into_iter()
        .flat_map(|client| client.join().expect("a client"))
        .collect();
    times.sort_unstable();
    let elapsed = started.elapsed().as_secs_f64();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!(
        "filing: {:.0} submissions a second by {CLIENTS} clients; an answer takes {:.1} ms in the \
         middle, {:.1} ms at the 99th percentile",
        times.len() as f64 / elapsed,
        at(50),
        at(99)
    );
}

/// Files until the time is up; how long each took.
fn file(to: SocketAddr, sample: &Value, count: &AtomicU32, started: Instant) -> Vec<Duration> {
    let mut connection = Connection::new(to);
    let mut times = Vec::new();
    while started.elapsed() < LASTS {
        let number = count.fetch_add(1, Ordering::Relaxed);
        let (key, sent) = numbered(sample, number);
        let begun = Instant::now();
        let (status, body) = connection.post("/api/v1/dossiers", &key, &sent);
        assert_eq!(status, 201, "{body}");
        times.push(begun.elapsed());
    }
    times
}
