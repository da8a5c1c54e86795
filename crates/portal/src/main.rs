//! The reference portal's commands.

use std::io::{IsTerminal, Write};
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use motcua_portal::demo::Pace;
use motcua_portal::server::{Options, Server};
use motcua_portal::{Clock, Origin, inspector};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// The reference portal of Một Cửa.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API and the app; the address is printed once it is ready.
    Serve {
        /// Host and port; port 0 picks a free one.
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: String,
        /// Where the database is kept, and settings that replace the built-in ones.
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// The folder the app was built into.
        #[arg(long)]
        app: Option<PathBuf>,
        /// Another portal that the app's pages may ask, like `https://portal.example`.
        #[arg(long, value_name = "ORIGIN")]
        connect: Vec<Origin>,
        /// Have an automatic officer move each dossier along, on a portal for trying out.
        #[arg(long)]
        demo: bool,
        /// How many times faster the automatic officer works.
        #[arg(long, value_name = "TIMES", default_value = "1", requires = "demo")]
        demo_speed: NonZeroU32,
    },
    /// Take in a newer catalogue; a portal that runs on the same data takes it up.
    Import {
        /// The data directory.
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// The day the catalogue was taken from its source, yyyy-MM-dd.
        #[arg(long, value_name = "DAY", value_parser = day)]
        as_of: Option<String>,
        /// Procedures as JSON lines, gzipped or not.
        file: PathBuf,
    },
    /// Say what the input is: how the portal looks into files, in a process apart.
    #[command(name = inspector::COMMAND, hide = true)]
    LookInside,
    /// Say where the input's signatures are, in the same way.
    #[command(name = inspector::SIGNATURES, hide = true)]
    LookForSignatures,
    /// Print the contract that the portal conforms to.
    Openapi,
}

fn day(text: &str) -> Result<String, String> {
    let shape: Vec<usize> = text.split('-').map(str::len).collect();
    let digits = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    if digits && shape == [4, 2, 2] {
        Ok(text.into())
    } else {
        Err("a day is written like 2026-07-20".into())
    }
}

fn main() -> ExitCode {
    // The log goes to stderr: stdout carries the address and the documents.
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_env_filter(filter)
        .init();
    let done = match Arguments::parse().command {
        Command::Serve {
            listen,
            data,
            app,
            connect,
            demo,
            demo_speed,
        } => std::env::current_exe()
            .map_err(Into::into)
            .and_then(|program| {
                serve(Options {
                    listen,
                    data,
                    app,
                    connect,
                    program,
                    clock: Clock::default(),
                    demo: demo.then(|| Pace::new(demo_speed)),
                })
            }),
        Command::Import { data, as_of, file } => import(&data, as_of.as_deref(), &file),
        Command::LookInside => inspector::look_inside().map_err(Into::into),
        Command::LookForSignatures => inspector::look_for_signatures().map_err(Into::into),
        Command::Openapi => say(&motcua_contract::openapi::text()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("motcua-portal: {error}");
            ExitCode::FAILURE
        }
    }
}

type Done = Result<(), Box<dyn std::error::Error>>;

#[tokio::main]
async fn serve(options: Options) -> Done {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let server = Server::start(options).await?;
    say(&format!("http://{}/\n", server.address()))?;
    server
        .run(async {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        })
        .await;
    Ok(())
}

fn import(data: &std::path::Path, as_of: Option<&str>, file: &std::path::Path) -> Done {
    let imported = motcua_portal::import(data, file, as_of)
        .map_err(|error| format!("{}: {error}; nothing was changed", file.display()))?;
    let what = if imported.changed {
        "in force"
    } else {
        "in force already"
    };
    say(&format!(
        "{} procedures {what}, {} retired, version {}\n",
        imported.services, imported.retired, imported.version
    ))
}

/// Writes to stdout at once, whoever reads it.
fn say(text: &str) -> Done {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
