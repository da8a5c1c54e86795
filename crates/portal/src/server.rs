//! The server: from a listening socket to the last answer.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use motcua_contract::API_ROOT;
use serde_json::json;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;
use tower_http::catch_panic::CatchPanicLayer;
use tracing::{error, info, warn};

use crate::app_files::{self, AppFiles};
use crate::clock::Clock;
use crate::demo::Pace;
use crate::portal::{OpenError, Portal};
use crate::sandbox::identity;
use crate::web::refusal::{Answer, Refusal};
use crate::web::shield::{self, Origin};
use crate::web::{answer, log};
use crate::{api, sandbox, store};

/// How long the head of a request may take to arrive, and an idle connection stays open.
const HEAD_TIME: Duration = Duration::from_secs(30);
/// How long answers under way may take once the server is told to stop.
const DRAIN_TIME: Duration = Duration::from_secs(10);
/// How long to wait before accepting again when the system has no more sockets.
const BREATH: Duration = Duration::from_millis(100);

/// From where a request comes: the address at the other end of its connection. Behind a proxy
/// that is the proxy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// Host and port; port 0 picks a free one.
    pub listen: String,
    /// The data directory.
    pub data: PathBuf,
    /// The folder the app was built into; without it only the API answers.
    pub app: Option<PathBuf>,
    /// Other portals that the app's pages may ask.
    pub connect: Vec<Origin>,
    /// The portal’s own program, which looks into files in a process apart.
    pub program: PathBuf,
    /// What time it is.
    pub clock: Clock,
    /// An automatic officer, and how fast it is; on a sandbox only.
    pub demo: Option<Pace>,
}

/// Why the server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The portal cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Dossiers that reach an authority are no demonstration.
    #[error("--demo is for a portal for trying out; this one's settings do not say `sandbox`")]
    DemoWithoutSandbox,
    /// The address cannot be listened on.
    #[error("cannot listen on {listen}: {error}")]
    Listen {
        /// The address asked for.
        listen: String,
        /// What the system says.
        error: io::Error,
    },
}

/// A server that listens and has not begun to answer.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    portal: Arc<Portal>,
    router: Router,
    demo: Option<Pace>,
}

impl Server {
    /// Opens the portal and the socket.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        let failed = |error| StartError::Listen {
            listen: options.listen.clone(),
            error,
        };
        // The socket first: an address in use is found out before the catalogue is read.
        let listener = TcpListener::bind(&options.listen).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let mut portal = Portal::open(
            &options.data,
            options.program.clone(),
            address,
            options.clock.clone(),
        )?;
        portal.demonstrates = options.demo.is_some();
        let portal = Arc::new(portal);
        if options.demo.is_some() && !portal.settings.portal.sandbox {
            return Err(StartError::DemoWithoutSandbox);
        }
        let router = router(&portal, &options);
        Ok(Self {
            demo: options.demo,
            listener,
            address,
            portal,
            router,
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until `stop` comes true, finishes what is under way, closes the database.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let follower = tokio::spawn(Arc::clone(&self.portal).follow());
        let housekeeper = tokio::spawn(Arc::clone(&self.portal).keep_house());
        let accountant = tokio::spawn(Arc::clone(&self.portal).keep_accounts());
        let checker = tokio::spawn(Arc::clone(&self.portal).check_files());
        let postman = self.portal.settings.push.offered;
        let postman = postman.then(|| tokio::spawn(Arc::clone(&self.portal).push()));
        let officer = self
            .demo
            .map(|pace| tokio::spawn(Arc::clone(&self.portal).demonstrate(pace)));
        let connections = GracefulShutdown::new();
        let mut stop = std::pin::pin!(stop);
        loop {
            tokio::select! {
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, peer)) => self.serve(stream, Peer(peer.ip()), &connections),
                    Err(error) => {
                        warn!(%error, "a connection could not be accepted");
                        tokio::time::sleep(BREATH).await;
                    }
                },
                () = &mut stop => break,
            }
        }
        drop(self.listener);
        info!("stopping");
        self.portal.bell.close();
        if tokio::time::timeout(DRAIN_TIME, connections.shutdown())
            .await
            .is_err()
        {
            warn!("some answers were broken off");
        }
        follower.abort();
        housekeeper.abort();
        accountant.abort();
        checker.abort();
        for one in [officer, postman].into_iter().flatten() {
            one.abort();
        }
        self.portal.close();
    }

    fn serve(&self, stream: TcpStream, peer: Peer, connections: &GracefulShutdown) {
        // Answers are written at once; waiting for more to send only delays them.
        let _ = stream.set_nodelay(true);
        let named = self.router.clone().map_request(
            move |mut request: http::Request<hyper::body::Incoming>| {
                request.extensions_mut().insert(peer);
                request
            },
        );
        let service = TowerToHyperService::new(named);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_TIME)
            .serve_connection(TokioIo::new(stream), service);
        let connection = connections.watch(connection);
        // A client that goes away or speaks no HTTP is no event worth a line.
        tokio::spawn(async move { drop(connection.await) });
    }
}

fn router(portal: &Arc<Portal>, options: &Options) -> Router {
    let files = options.app.as_deref().map(AppFiles::new);
    let api = Router::new()
        .route("/api", any(nowhere))
        .route("/api/{*rest}", any(nowhere))
        .route("/healthz", get(healthy))
        .method_not_allowed_fallback(async || Refusal::method())
        .with_state(Arc::clone(portal))
        .nest(API_ROOT, api::routes(Arc::clone(portal)))
        .merge(sandbox::routes(portal));
    let api = if portal.provider.is_sandbox() {
        api.nest(identity::PATH, identity::routes(portal))
    } else {
        api
    };
    let all = match files {
        Some(files) => api.fallback_service(any(app_files::serve).with_state(files)),
        None => api.fallback(nowhere),
    };
    outermost(all, &options.connect)
}

/// What every answer passes through, whoever gives it.
fn outermost(router: Router, connect: &[Origin]) -> Router {
    router
        .layer(from_fn_with_state(shield::policy(connect), shield::set))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(log::record))
}

async fn nowhere() -> Refusal {
    Refusal::not_found()
}

/// `GET /healthz`: whether the portal can read its database.
async fn healthy(State(portal): State<Arc<Portal>>) -> Answer {
    let in_force = portal
        .ask(|connection| store::read::in_force(connection))
        .await?;
    Ok(answer::json(&json!({
        "status": "ok",
        "catalogue": in_force.map(|catalogue| catalogue.version),
    })))
}

/// A fault in the program: the client learns that, and the log where.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature is the layer's"
)]
fn panicked(what: Box<dyn std::any::Any + Send>) -> Response {
    let words = what
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| what.downcast_ref::<&str>().copied());
    error!(
        panic = words.unwrap_or("without words"),
        "a handler panicked"
    );
    Refusal::internal().into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::extract::Request;
    use http_body_util::BodyExt;
    use motcua_contract::problem::{MEDIA_TYPE, Problem, kind};
    use tower::ServiceExt;

    #[tokio::test]
    async fn a_panic_becomes_a_problem_that_can_be_quoted_and_tells_nothing() {
        let router = Router::new().route("/", get(async || -> () { panic!("a secret") }));
        let router = outermost(router, &[]);
        let request = Request::get("/").body(axum::body::Body::empty());
        let response = router
            .oneshot(request.expect("a request"))
            .await
            .expect("an answer");
        assert_eq!(response.headers()["content-type"], MEDIA_TYPE);
        let body = response
            .into_body()
            .collect()
            .await
            .expect("a body")
            .to_bytes();
        let problem: Problem = serde_json::from_slice(&body).expect("a problem");
        assert_eq!(
            (problem.status, problem.kind.as_str()),
            (500, kind::INTERNAL)
        );
        assert!(problem.instance.is_some());
        assert!(!String::from_utf8_lossy(&body).contains("secret"));
    }
}
