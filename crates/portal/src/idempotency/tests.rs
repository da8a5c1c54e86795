use super::*;
use axum::Router;
use axum::body::Body as Contents;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use http::header::{CONTENT_TYPE, COOKIE, LOCATION};
use http_body_util::BodyExt;
use motcua_contract::session::Assurance;
use serde::{Deserialize, Serialize};
use tower::ServiceExt;

use crate::clock::Clock;
use crate::session::{owner, people};

const KEY: &str = "8f0c1f9a-54a1-4c1e-9e0f-6f2f1d2a7b3c";

/// A thing to create; `broken` ones are refused after they were written.
#[derive(Clone, Serialize, Deserialize)]
struct Thing {
    name: String,
    #[serde(default)]
    broken: bool,
}

/// A portal that creates things, and the folder it keeps them in.
struct Workshop {
    portal: Arc<Portal>,
    clock: Clock,
    _folder: tempfile::TempDir,
}

/// What a browser keeps of an answer.
struct Seen {
    status: u16,
    location: String,
    cookie: Option<String>,
}

impl Workshop {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::held_at(1_800_000_000);
        let listening = ([127, 0, 0, 1], 1).into();
        let portal = Portal::open(
            folder.path(),
            "motcua-portal".into(),
            listening,
            clock.clone(),
        )
        .expect("a portal");
        let portal = Arc::new(portal);
        let schema = "CREATE TABLE thing (name TEXT, owner TEXT) STRICT";
        let made = portal.transact(|t| Ok(t.execute_batch(schema)?)).await;
        made.expect("a table");
        Self {
            portal,
            clock,
            _folder: folder,
        }
    }

    async fn send(&self, key: &str, name: &str, cookie: Option<&str>) -> Seen {
        let broken = name == "broken";
        let thing = Thing {
            name: name.into(),
            broken,
        };
        let mut request = Request::post("/")
            .header(CONTENT_TYPE, "application/json")
            .header(HEADER, key);
        if let Some(cookie) = cookie {
            request = request.header(COOKIE, cookie);
        }
        let body = serde_json::to_vec(&thing).expect("JSON");
        let request = request.body(Contents::from(body)).expect("a request");
        let router = Router::new()
            .route("/", post(make))
            .with_state(Arc::clone(&self.portal));
        let response = router.oneshot(request).await.expect("an answer");
        let text = |name| {
            let value: Option<&HeaderValue> = response.headers().get(name);
            value.map(|value| value.to_str().expect("text").to_owned())
        };
        Seen {
            status: response.status().as_u16(),
            location: text(LOCATION).unwrap_or_default(),
            cookie: text(SET_COOKIE).map(|line| line.split(';').next().expect("a pair").into()),
        }
    }

    async fn count(&self, table: &'static str) -> u32 {
        let sql = format!("SELECT count(*) FROM {table}");
        let count = self
            .portal
            .ask(move |c| c.query_row(&sql, [], |row| row.get(0)));
        count.await.expect("a number")
    }
}

async fn make(
    State(portal): State<Arc<Portal>>,
    visitor: Visitor,
    Keyed { value, call }: Keyed<Thing>,
) -> Result<Response, Refusal> {
    portal
        .create(visitor, call, move |transaction, owner, _| {
            transaction.execute(
                "INSERT INTO thing VALUES (?1, ?2)",
                params![value.name, owner],
            )?;
            if value.broken {
                return Err(Refusal::not_found());
            }
            let address = format!("/things/{}", transaction.last_insert_rowid());
            Ok(Reply::json(StatusCode::CREATED, &value).header(LOCATION, &address))
        })
        .await
}

#[tokio::test]
async fn a_call_sent_again_is_made_once_and_answered_alike() {
    let workshop = Workshop::open().await;
    let first = workshop.send(KEY, "a", None).await;
    assert_eq!((first.status, first.location.as_str()), (201, "/things/1"));
    let cookie = first.cookie.expect("a guest gets a session");
    for _ in 0..3 {
        let again = workshop.send(KEY, "a", Some(&cookie)).await;
        assert_eq!((again.status, again.location.as_str()), (201, "/things/1"));
        assert_eq!(again.cookie, None);
    }
    assert_eq!(workshop.count("thing").await, 1);
    assert_eq!(workshop.send(KEY, "b", Some(&cookie)).await.status, 422);
    assert_eq!(workshop.count("thing").await, 1);
}

#[tokio::test]
async fn a_double_tap_makes_one_thing() {
    let workshop = Workshop::open().await;
    let (one, other) = tokio::join!(workshop.send(KEY, "a", None), workshop.send(KEY, "a", None));
    assert_eq!((one.status, other.status), (201, 201));
    assert_eq!(workshop.count("thing").await, 1);
}

#[tokio::test]
async fn a_guest_whose_first_answer_was_lost_is_the_same_guest_at_the_next_try() {
    let workshop = Workshop::open().await;
    workshop.send(KEY, "a", None).await;
    let again = workshop.send(KEY, "a", None).await;
    assert_eq!(again.location, "/things/1");
    let cookie = again.cookie.expect("the cookie that was lost");
    assert_eq!(workshop.send(KEY, "a", Some(&cookie)).await.status, 201);
    assert_eq!(workshop.count("thing").await, 1);
    // Somebody else who happened to choose the same key is somebody else.
    assert_eq!(workshop.send(KEY, "b", None).await.location, "/things/2");
}

#[tokio::test]
async fn what_a_guest_began_is_the_person_s_once_they_sign_in() {
    let workshop = Workshop::open().await;
    let guest = workshop.send(KEY, "a", None).await.cookie;
    let (now, access) = (
        workshop.clock.now(),
        workshop.portal.settings.access.clone(),
    );
    let token = workshop.portal.transact(move |t| {
        let guest: Owner = t.query_row("SELECT owner FROM session", [], |row| row.get(0))?;
        let person = people::met(t, ("issuer", "subject"), "Nguyễn Mẫu An", now)?;
        owner::hand_over(t, &guest, &person)?;
        let arrival = rows::Arrival {
            owner: &Owner::Person(person),
            assurance: Assurance::High,
            device: "",
        };
        Ok(rows::begin(t, &arrival, now, &access)?.token)
    });
    let person = format!("session={}", token.await.expect("a session"));
    let again = workshop.send(KEY, "a", Some(&person)).await;
    assert_eq!(again.location, "/things/1");
    // The guest is gone, and so is the way in that the lost answer had left open.
    let stranger = workshop.send(KEY, "a", guest.as_deref()).await;
    assert_eq!(stranger.location, "/things/2");
    assert!(stranger.cookie.is_some_and(|cookie| cookie != person));
}

#[tokio::test]
async fn a_refusal_undoes_everything_and_is_not_kept() {
    let workshop = Workshop::open().await;
    let refused = workshop.send(KEY, "broken", None).await;
    assert_eq!((refused.status, refused.cookie), (404, None));
    for table in ["thing", "session", "first_answer"] {
        assert_eq!(workshop.count(table).await, 0, "{table}");
    }
    assert_eq!(workshop.send(KEY, "mended", None).await.status, 201);
}

#[tokio::test]
async fn a_key_that_is_missing_or_of_no_use_is_refused() {
    let workshop = Workshop::open().await;
    for key in ["short", &"k".repeat(101), "clé-clé-clé-clé-clé"] {
        assert_eq!(workshop.send(key, "a", None).await.status, 400, "{key}");
    }
    let request = Request::post("/")
        .header(CONTENT_TYPE, "application/json")
        .body(Contents::from(r#"{"name": "a"}"#));
    let router = Router::new().route("/", post(make));
    let router = router.with_state(Arc::clone(&workshop.portal));
    let response = router.oneshot(request.expect("a request")).await;
    assert_eq!(response.expect("an answer").status(), 400);
    assert_eq!(workshop.count("thing").await, 0);
}

#[tokio::test]
async fn first_answers_last_a_day_and_go_away_after() {
    let workshop = Workshop::open().await;
    let cookie = workshop.send(KEY, "a", None).await.cookie;
    workshop.clock.advance(Duration::from_secs(86_399));
    let now = workshop.clock.now();
    workshop
        .portal
        .transact(move |t| crate::housekeeping::sweep(t, now))
        .await
        .expect("swept");
    let again = workshop.send(KEY, "a", cookie.as_deref()).await;
    assert_eq!(again.location, "/things/1");
    workshop.clock.advance(Duration::from_secs(2 * 86_400));
    let now = workshop.clock.now();
    workshop
        .portal
        .transact(move |t| crate::housekeeping::sweep(t, now))
        .await
        .expect("swept");
    assert_eq!(workshop.count("first_answer").await, 0);
}

#[tokio::test]
async fn an_answer_kept_is_the_answer_given_byte_for_byte() {
    let reply = Reply::json(StatusCode::CREATED, &"ơ").header(LOCATION, "/a");
    let headers = r#"[["content-type","application/json"],["location","/a"]]"#;
    assert_eq!(unpacked(201, headers, "\"ơ\"".into()), reply);
    let response = reply.into_response();
    assert_eq!(response.headers()[CONTENT_TYPE], "application/json");
    let body = response.into_body().collect().await.expect("a body");
    assert_eq!(body.to_bytes(), "\"ơ\"");
}
