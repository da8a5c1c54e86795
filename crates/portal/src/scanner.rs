//! A malware scanner that speaks clamd's protocol (clamd(8): `zINSTREAM`).

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use serde::Deserialize;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

/// How much goes into one piece; each is sent with its length before it.
const PIECE: usize = 64 * 1024;
/// The longest answer that is read.
const ANSWER: u64 = 4096;
const COMMAND: &[u8] = b"zINSTREAM\0";

/// Where the scanner listens: `tcp:127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum Address {
    /// Host and port.
    Tcp(String),
    /// A socket in the file system.
    Unix(PathBuf),
}

impl FromStr for Address {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':') {
            Some(("tcp", address)) if address.contains(':') => Ok(Self::Tcp(address.into())),
            Some(("unix", path)) if path.starts_with('/') => Ok(Self::Unix(path.into())),
            _ => Err("a scanner's address is like tcp:127.0.0.1:3310 or unix:/run/clamd.ctl"),
        }
    }
}

impl TryFrom<String> for Address {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// What the scanner says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Scan {
    /// Nothing found.
    Clean,
    /// Flagged; the name of what was found.
    Flagged(String),
}

/// Why the scanner says nothing of a file: it stays unchecked, to be asked about again.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ScanError {
    /// It cannot be reached, or broke off.
    #[error("the scanner does not answer: {0}")]
    Unreachable(#[from] std::io::Error),
    /// It took too long.
    #[error("the scanner did not answer in time")]
    Slow,
    /// It does not want to scan.
    #[error("the scanner answered: {0}")]
    Unwilling(String),
}

/// Has a file scanned.
pub(crate) async fn scan(
    at: &Address,
    patience: Duration,
    file: impl AsyncRead + Unpin,
) -> Result<Scan, ScanError> {
    let asked = async {
        match at {
            Address::Tcp(address) => ask(TcpStream::connect(address).await?, file).await,
            Address::Unix(path) => ask(UnixStream::connect(path).await?, file).await,
        }
    };
    let answer = timeout(patience, asked)
        .await
        .map_err(|_| ScanError::Slow)??;
    read(&answer)
}

async fn ask(
    mut scanner: impl AsyncRead + AsyncWrite + Unpin,
    file: impl AsyncRead + Unpin,
) -> std::io::Result<Vec<u8>> {
    let sent = send(&mut scanner, file).await;
    let mut answer = Vec::new();
    (&mut scanner).take(ANSWER).read_to_end(&mut answer).await?;
    // A scanner that has had enough says so and hangs up while bytes still come: what it
    // said counts more than that it hung up.
    match sent {
        Err(error) if answer.is_empty() => Err(error),
        _ => Ok(answer),
    }
}

async fn send(
    scanner: &mut (impl AsyncWrite + Unpin),
    mut file: impl AsyncRead + Unpin,
) -> std::io::Result<()> {
    scanner.write_all(COMMAND).await?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = file.read(&mut piece).await?;
        let length = u32::try_from(read).expect("a piece is small");
        scanner.write_u32(length).await?;
        if read == 0 {
            return scanner.flush().await;
        }
        scanner.write_all(&piece[..read]).await?;
    }
}

/// `stream: OK`, `stream: NAME FOUND`, or anything else.
fn read(answer: &[u8]) -> Result<Scan, ScanError> {
    let text = String::from_utf8_lossy(answer);
    let text = text.trim_matches(['\0', '\n', ' ']);
    let verdict = text.strip_prefix("stream: ").unwrap_or(text);
    if verdict == "OK" {
        return Ok(Scan::Clean);
    }
    match verdict.strip_suffix(" FOUND") {
        Some(name) => Ok(Scan::Flagged(name.into())),
        None => Err(ScanError::Unwilling(text.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clean_answer_is_clean() {
        assert!(matches!(read(b"stream: OK\0"), Ok(Scan::Clean)));
        let flagged = read(b"stream: Eicar-Test-Signature FOUND\0");
        assert!(matches!(flagged, Ok(Scan::Flagged(name)) if name == "Eicar-Test-Signature"));
        for other in [
            b"".as_slice(),
            b"OK?",
            b"INSTREAM size limit exceeded. ERROR\0",
            b"stream: NOT OK\0",
            b"\xff\xfe",
        ] {
            assert!(matches!(read(other), Err(ScanError::Unwilling(_))));
        }
    }

    #[test]
    fn an_address_is_a_host_with_a_port_or_a_socket() {
        let tcp = Address::Tcp("127.0.0.1:3310".into());
        assert_eq!("tcp:127.0.0.1:3310".parse(), Ok(tcp));
        let unix = Address::Unix("/run/clamav/clamd.ctl".into());
        assert_eq!("unix:/run/clamav/clamd.ctl".parse(), Ok(unix));
        for wrong in ["", "127.0.0.1:3310", "tcp:3310", "unix:clamd.ctl"] {
            assert!(wrong.parse::<Address>().is_err(), "{wrong}");
        }
    }

    #[tokio::test]
    async fn a_file_goes_over_in_pieces_with_their_lengths_and_an_empty_one_at_the_end() {
        let file = vec![7; PIECE + 3];
        let mut sent = Vec::new();
        send(&mut sent, file.as_slice()).await.expect("memory");
        let mut expected = b"zINSTREAM\0\x00\x01\x00\x00".to_vec();
        expected.extend(&file[..PIECE]);
        expected.extend(b"\0\0\0\x03\x07\x07\x07\0\0\0\0");
        assert!(sent == expected);
    }

    #[tokio::test(start_paused = true)]
    async fn a_scanner_that_never_answers_is_given_up() {
        let socket = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a socket");
        let address = socket.local_addr().expect("an address").to_string();
        let address = Address::Tcp(address);
        let asked = scan(&address, Duration::from_secs(30), b"x".as_slice());
        assert!(matches!(asked.await, Err(ScanError::Slow)));
    }
}
