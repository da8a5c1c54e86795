//! Servers to test against: one that all readers share, and fresh ones.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;

use motcua_portal::Clock;
use motcua_portal::demo::Pace;
use motcua_portal::server::{Options, Server};
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::Notify;

/// When each stage's clock stands still: noon in Vietnam on 20 November 2026.
pub(crate) const NOON: i64 = 1_795_150_800;

/// A running server with its data and a small app.
pub(crate) struct Stage {
    pub(crate) address: SocketAddr,
    pub(crate) data: PathBuf,
    pub(crate) clock: Clock,
    stop: Arc<Notify>,
    thread: Option<JoinHandle<()>>,
    _folder: TempDir,
}

impl Stage {
    /// Starts a server on a free port, over an empty data directory.
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// The same with settings for uploads.
    pub(crate) fn with_uploads(uploads: &Value) -> Self {
        let built_in = include_str!("../../data/portal.json");
        let mut settings: Value = serde_json::from_str(built_in).expect("JSON");
        settings["uploads"] = uploads.clone();
        Self::with(&[("portal.json", settings)])
    }

    /// The same with files of settings in the data directory.
    pub(crate) fn with(settings: &[(&str, Value)]) -> Self {
        Self::start(settings, None)
    }

    /// With an automatic officer so many times faster than one can read.
    pub(crate) fn demo(times: u32) -> Self {
        let times = std::num::NonZeroU32::new(times).expect("some");
        Self::start(&[], Some(Pace::new(times)))
    }

    fn start(settings: &[(&str, Value)], demo: Option<Pace>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::held_at(NOON);
        let app = folder.path().join("app");
        build_app(&app);
        let options = Options {
            listen: "127.0.0.1:0".into(),
            data: folder.path().join("data"),
            app: Some(app),
            connect: vec!["https://other.example".parse().expect("an origin")],
            program: env!("CARGO_BIN_EXE_motcua-portal").into(),
            clock: clock.clone(),
            demo,
        };
        let data = options.data.clone();
        std::fs::create_dir_all(&data).expect("a folder");
        for (name, content) in settings {
            std::fs::write(data.join(name), content.to_string()).expect("a file");
        }
        let stop = Arc::new(Notify::new());
        let stopped = Arc::clone(&stop);
        let (tell, told) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async {
                let server = Server::start(options).await.expect("a server");
                tell.send(server.address()).expect("someone waits");
                server.run(stopped.notified()).await;
            });
        });
        Self {
            address: told.recv().expect("an address"),
            data,
            clock,
            stop,
            thread: Some(thread),
            _folder: folder,
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.stop.notify_one();
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(
                ended.is_ok() || std::thread::panicking(),
                "the server panicked"
            );
        }
    }
}

/// The server that tests share which only read.
pub(crate) fn shared() -> SocketAddr {
    static SHARED: OnceLock<Stage> = OnceLock::new();
    SHARED.get_or_init(Stage::new).address
}

/// What a build of the app leaves behind, in small.
fn build_app(folder: &Path) {
    std::fs::create_dir_all(folder).expect("a folder");
    let files: [(&str, &[u8]); 7] = [
        ("index.html", b"<!doctype html><title>app</title>"),
        ("config.json", b"{}"),
        ("sw.js", b"// sw"),
        ("motcua-0123456789abcdef_bg.wasm", b"plain wasm"),
        ("motcua-0123456789abcdef_bg.wasm.br", b"brotli wasm"),
        ("motcua-0123456789abcdef_bg.wasm.gz", b"gzip wasm"),
        ("app.webmanifest", b"{}"),
    ];
    for (name, content) in files {
        std::fs::write(folder.join(name), content).expect("a file");
    }
}
