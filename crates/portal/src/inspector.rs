//! Looking into files in a process apart, which may die of what it finds.
//!
//! A file from anybody may unpack without end or break the library that reads it. So the
//! portal starts its own program once for each file, hands it the file as its input and
//! nothing else (no arguments, no environment, no file it could write), and bounds its
//! memory and time. If it dies, the file is at fault, and the portal goes on.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Resource, Rlimit, setrlimit};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::process::Command;
use tokio::time::timeout;

use crate::signed::place::{self, Place};
use crate::sniffing::{self, Fault, Finding};

/// The command of the portal's program that looks into its input.
pub const COMMAND: &str = "look-inside";
/// The command that looks for the signatures of a PDF.
pub const SIGNATURES: &str = "look-for-signatures";
/// Memory in bytes, the program's own included: a file of ten megabytes takes a tenth.
const MEMORY: u64 = 512 << 20;
/// Seconds of work; a file of ten megabytes takes a fraction of one.
const WORK: u64 = 10;
/// How long to wait for an answer, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);
/// The signals that end a process which broke its bounds, or which its input broke:
/// ILL, ABRT, BUS, SEGV, XCPU and XFSZ, by Linux's numbers.
const ITS_OWN_DEATHS: [i32; 6] = [4, 6, 7, 11, 24, 25];

/// The program to start.
#[derive(Clone, Debug)]
pub(crate) struct Inspector {
    program: PathBuf,
}

impl Inspector {
    /// `program` is the portal's own.
    pub(crate) fn new(program: PathBuf) -> Self {
        Self { program }
    }

    /// What is in a file. An error says nothing about the file: ask again later.
    pub(crate) async fn look(&self, file: File) -> io::Result<Finding> {
        let said: Option<Finding> = self.ask(COMMAND, file).await?;
        Ok(said.unwrap_or(Finding::Faulty(Fault::Damaged)))
    }

    /// Where the signatures of a PDF are; nothing where it cannot be read. An error says nothing
    /// about the file.
    pub(crate) async fn signatures(&self, file: File) -> io::Result<Option<Vec<Place>>> {
        let said: Option<Option<Vec<Place>>> = self.ask(SIGNATURES, file).await?;
        Ok(said.flatten())
    }

    /// What the process says of a file; nothing where it died of it.
    async fn ask<T: DeserializeOwned>(&self, command: &str, file: File) -> io::Result<Option<T>> {
        let process = Command::new(&self.program)
            .arg(command)
            .env_clear()
            .stdin(file)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Of its own group: a signal to the portal from the terminal is not for it.
            .process_group(0)
            .kill_on_drop(true)
            .spawn()?;
        let output = timeout(PATIENCE, process.wait_with_output())
            .await
            .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        said(output.status, &output.stdout)
    }
}

/// What the process's end says.
fn said<T: DeserializeOwned>(end: ExitStatus, said: &[u8]) -> io::Result<Option<T>> {
    if end.success() {
        return serde_json::from_slice(said)
            .map(Some)
            .map_err(io::Error::from);
    }
    let its_own = end
        .signal()
        .is_none_or(|signal| ITS_OWN_DEATHS.contains(&signal));
    if its_own {
        Ok(None)
    } else {
        Err(io::Error::other(
            "the process that looks into files was ended",
        ))
    }
}

/// Looks into the input and says on the output what it is: the other side of
/// [`Inspector::look`].
pub fn look_inside() -> io::Result<()> {
    let bytes = bounded_input()?;
    say(&sniffing::look(&bytes))
}

/// Looks for the signatures of the input and says on the output where they are: the other side
/// of [`Inspector::signatures`].
pub fn look_for_signatures() -> io::Result<()> {
    let bytes = bounded_input()?;
    say(&place::find(&bytes))
}

/// Bounds the process, and reads its input.
fn bounded_input() -> io::Result<Vec<u8>> {
    for (resource, most) in [
        (Resource::As, MEMORY),
        (Resource::Cpu, WORK),
        // No file is written, nor left behind as a picture of the memory.
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ] {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn say(what: &impl Serialize) -> io::Result<()> {
    let said = serde_json::to_vec(what)?;
    io::stdout().lock().write_all(&said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_dies_of_a_file_says_nothing_but_that() {
        for end in [ITS_OWN_DEATHS[0], ITS_OWN_DEATHS[5], 101 << 8] {
            let end = ExitStatus::from_raw(end);
            assert_eq!(said::<Finding>(end, b"").expect("a finding"), None);
        }
    }

    #[test]
    fn a_process_that_somebody_ended_says_nothing_about_the_file() {
        const KILLED: i32 = 9;
        assert!(said::<Finding>(ExitStatus::from_raw(KILLED), b"").is_err());
        assert!(said::<Finding>(ExitStatus::from_raw(0), b"half an ans").is_err());
    }
}
