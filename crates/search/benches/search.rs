//! Time and memory of building an index and of asking it, at the size of the real
//! catalogue (2,642), of the whole national one (6,700) and of ten times that.
//!
//! First a table of each query's time over all queries of the tests, with the 95th
//! percentile; then divan's, which also counts the memory a query takes.

#[path = "../tests/common/catalogue.rs"]
mod catalogue;
#[path = "../tests/common/synthetic.rs"]
mod synthetic;

use std::hint::black_box;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use catalogue::{Procedure, index, procedures};
use divan::{AllocProfiler, Bencher};
use motcua_search::{Index, marks};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const SIZES: [usize; 3] = [2_642, 6_700, 67_000];

fn main() {
    for (size, (procedures, index)) in SIZES.into_iter().zip(catalogues()) {
        let queries = synthetic::queries();
        let prefixes: Vec<String> = queries.iter().flat_map(|query| prefixes(query)).collect();
        println!("{size} services ({} indexed)", index.len());
        println!("  build    {:>9.2?}", build_time(procedures));
        report("search", &queries, |query| {
            black_box(index.search(query));
        });
        report("suggest", &prefixes, |prefix| {
            black_box(index.suggest(prefix, 8));
        });
    }
    divan::main();
}

/// Every beginning of a query that someone sees suggestions for while typing it.
fn prefixes(query: &str) -> Vec<String> {
    let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| query[..end].to_owned()).collect()
}

/// The best of three: the others were held up by the machine.
fn build_time(procedures: &[Procedure]) -> Duration {
    let once = || {
        let start = Instant::now();
        black_box(index(procedures));
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

/// Prints the spread of times over all queries, each the best of three.
fn report(what: &str, queries: &[String], ask: impl Fn(&str)) {
    let mut times: Vec<(Duration, &str)> = queries
        .iter()
        .map(|query| {
            let once = || {
                let start = Instant::now();
                ask(query);
                start.elapsed()
            };
            (
                (0..3).map(|_| once()).min().unwrap_or_default(),
                query.as_str(),
            )
        })
        .collect();
    times.sort_unstable();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    let (p50, p95, most) = (at(0.5).0, at(0.95).0, at(1.0));
    println!(
        "  {what:<8} p50 {p50:>9.2?}  p95 {p95:>9.2?}  most {:>9.2?} ({:?}), {} queries",
        most.0,
        most.1,
        times.len()
    );
}

/// The catalogues of all sizes with their indexes, built once.
fn catalogues() -> &'static [(Vec<Procedure>, Index); 3] {
    static CATALOGUES: OnceLock<[(Vec<Procedure>, Index); 3]> = OnceLock::new();
    CATALOGUES.get_or_init(|| {
        SIZES.map(|size| {
            let procedures = synthetic::grown(procedures(), size);
            let index = index(&procedures);
            (procedures, index)
        })
    })
}

fn of_size(size: usize) -> &'static (Vec<Procedure>, Index) {
    let at = SIZES
        .iter()
        .position(|known| *known == size)
        .unwrap_or_default();
    &catalogues()[at]
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn build(bencher: Bencher, size: usize) {
    bencher.bench(|| index(&of_size(size).0));
}

#[divan::bench(args = SIZES)]
fn search_a_common_query(bencher: Bencher, size: usize) {
    bencher.bench(|| of_size(size).1.search("làm giấy khai sinh cho con"));
}

#[divan::bench(args = SIZES)]
fn search_a_whole_question(bencher: Bencher, size: usize) {
    bencher.bench(|| of_size(size).1.search("mất bằng lái xe thì phải làm sao"));
}

#[divan::bench(args = SIZES)]
fn search_words_that_most_services_hold(bencher: Bencher, size: usize) {
    bencher.bench(|| of_size(size).1.search("cấp giấy chứng nhận"));
}

#[divan::bench(args = SIZES)]
fn search_a_mistyped_query(bencher: Bencher, size: usize) {
    bencher.bench(|| of_size(size).1.search("giaykhaisinh chocon"));
}

#[divan::bench(args = SIZES)]
fn suggest_after_one_letter(bencher: Bencher, size: usize) {
    bencher.bench(|| of_size(size).1.suggest("c", 8));
}

#[divan::bench]
fn mark_a_name(bencher: Bencher) {
    let name = "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con";
    bencher.bench(|| marks(black_box(name), black_box("giay khai sinh cho con")));
}
