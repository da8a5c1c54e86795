//! The list of somebody's dossiers, over real HTTP: of somebody who has a few of them and of a
//! helper who has two thousand, for the same page of ten.
//!
//! `cargo bench -p motcua-portal` prints them beside one whole dossier of each, which costs the
//! same however many there are: what a list may cost is to be held against that.

use std::net::SocketAddr;
use std::ops::Range;
use std::time::{Duration, Instant};

use serde_json::Value;

use portal::{Connection, numbered, sample, serve};

mod portal;

const FEW: u32 = 20;
const MANY: u32 = 2_000;
/// How often each is asked, all in turn, so that what else the machine does falls on all alike.
const ROUNDS: u32 = 200;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let address = serve(folder.path().join("data"));
    let sample = sample(address);
    // No number twice: a first request sent again is answered as the first time, to the same guest.
    let numbers = [0..FEW, FEW..FEW + MANY];
    let mut people = numbers.map(|numbers| Person::with(address, &sample, numbers));
    for _ in 0..ROUNDS {
        people.iter_mut().for_each(Person::ask);
    }
    for person in &people {
        println!("listing: {}", person.says());
    }
    let [few, many] = people;
    println!(
        "listing: {MANY} take {:.1} times as long as {FEW}",
        middle(&many.lists).as_secs_f64() / middle(&few.lists).as_secs_f64()
    );
}

/// Somebody with so many dossiers, and how long each answer took.
struct Person {
    connection: Connection,
    count: u32,
    code: String,
    lists: Vec<Duration>,
    searches: Vec<Duration>,
    wholes: Vec<Duration>,
}

impl Person {
    fn with(address: SocketAddr, sample: &Value, numbers: Range<u32>) -> Self {
        let mut connection = Connection::new(address);
        let count = numbers.end - numbers.start;
        for number in numbers {
            let (key, sent) = numbered(sample, number);
            let (status, body) = connection.post("/api/v1/dossiers", &key, &sent);
            assert_eq!(status, 201, "{body}");
        }
        let list = connection.get("/api/v1/dossiers");
        assert_eq!(list["total"], count);
        Self {
            connection,
            count,
            code: list["items"][0]["code"].as_str().expect("a code").into(),
            lists: Vec::new(),
            searches: Vec::new(),
            wholes: Vec::new(),
        }
    }

    fn ask(&mut self) {
        let whole = format!("/api/v1/dossiers/{}", self.code);
        for (path, times) in [
            ("/api/v1/dossiers", &mut self.lists),
            ("/api/v1/dossiers?q=nguyen%20van", &mut self.searches),
            (whole.as_str(), &mut self.wholes),
        ] {
            let begun = Instant::now();
            self.connection.get(path);
            times.push(begun.elapsed());
        }
    }

    fn says(&self) -> String {
        let ms = |times: &[Duration]| middle(times).as_secs_f64() * 1000.0;
        format!(
            "of {} dossiers a page takes {:.2} ms in the middle, a search {:.2} ms, a whole \
             dossier {:.2} ms",
            self.count,
            ms(&self.lists),
            ms(&self.searches),
            ms(&self.wholes)
        )
    }
}

fn middle(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}
