//! The portal at work: its settings, its database, and the catalogue in force.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use motcua_contract::portal::{Capability, CatalogueSource, Limits, Portal as Description};
use motcua_contract::search::{PAGE_SIZE_MAX, QUERY_CHARACTERS};
use tokio::sync::Semaphore;
use tracing::{error, info};

use crate::catalogue::{Catalogue, CatalogueError};
use crate::changes::Bell;
use crate::clock::Clock;
use crate::contract::Contract;
use crate::dossier::papers::ATTACHMENTS;
use crate::forms::Forms;
use crate::payment::gateway::Gateway;
use crate::places::Places;
use crate::push::Push;
use crate::push::vapid::Vapid;
use crate::sandbox::gateway::SandboxGateway;
use crate::sandbox::identity::Key;
use crate::settings::{Settings, SettingsError};
use crate::sign_in::provider::Provider;
use crate::signed::anchors::Anchors;
use crate::signed::seal::Seal;
use crate::store::import::{CatalogueFile, ImportError, Imported};
use crate::store::read::{self, InForce};
use crate::store::{Store, StoreError, secrets};
use crate::uploads::Intake;

pub(crate) use forms::FormOfCase;

mod database;
mod forms;

/// The national catalogue as it came with the program; see `data/PROVENANCE.md`.
const EMBEDDED: &[u8] = include_bytes!("../data/procedures.jsonl.gz");
/// The day on which the embedded catalogue was taken from its source.
const EMBEDDED_AS_OF: &str = "2026-07-20";
/// The version of the contract that this portal speaks.
const API_VERSION: &str = "1.0";
/// How many streams of changes there may be at once.
const STREAMS: usize = 2000;
/// How often the portal looks whether another catalogue is in force.
const LOOK: Duration = Duration::from_millis(500);

/// See the module.
pub(crate) struct Portal {
    /// Wakes the streams that tell changes.
    pub(crate) bell: Bell,
    /// The places for such streams.
    pub(crate) streams: Arc<Semaphore>,
    /// Whether an automatic officer is at work.
    pub(crate) demonstrates: bool,
    pub(crate) clock: Clock,
    pub(crate) settings: Settings,
    /// Who says who people are.
    pub(crate) provider: Provider,
    /// The authorities whose signatures on results hold.
    pub(crate) anchors: Anchors,
    /// Signs the results that the portal writes, where it is for trying out.
    pub(crate) seal: Option<Seal>,
    /// Signs what the sandbox says about its people.
    pub(crate) sandbox_key: Key,
    pub(crate) places: Places,
    pub(crate) contract: Contract,
    /// Who takes the money.
    pub(crate) gateway: Arc<dyn Gateway>,
    /// The same, where the portal's own pages play it.
    pub(crate) sandbox_gateway: Arc<SandboxGateway>,
    pub(crate) intake: Intake,
    /// Tells devices.
    pub(crate) push: Push,
    /// Under which lookups that found nothing are counted.
    pub(crate) lookup_key: Vec<u8>,
    store: Arc<Store>,
    pub(crate) forms: Forms,
    current: RwLock<Arc<Catalogue>>,
}

/// Why the portal cannot start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The settings.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The folder of the files that people hand in.
    #[error("cannot use the folder of files in the data directory: {0}")]
    Files(#[from] std::io::Error),
    /// What sends web push.
    #[error("web push: {0}")]
    Push(#[from] reqwest::Error),
    /// What signs results on a portal for trying out.
    #[error("the seal in the database cannot be used")]
    Seal,
    /// The first import.
    #[error("the catalogue that came with the program: {0}")]
    Import(#[from] ImportError),
    /// The stored catalogue.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Portal {
    /// Opens the portal on a data directory; an empty one gets the embedded catalogue.
    /// `program` is its own, to look into files with; `listening` is where the server answers.
    pub(crate) fn open(
        data: &Path,
        program: PathBuf,
        listening: SocketAddr,
        clock: Clock,
    ) -> Result<Self, OpenError> {
        let settings = Settings::load(data)?;
        if settings.sign_in.issuer.is_none() && !settings.portal.sandbox {
            let reason = "name an issuer: in a portal that is no sandbox nobody is invented";
            let file = data.join("sign_in.json");
            return Err(SettingsError::new(file, reason.into()).into());
        }
        let provider = Provider::new(&settings.sign_in, listening)
            .map_err(|reason| SettingsError::new(data.join("sign_in.json"), reason))?;
        let store = Arc::new(Store::open(data)?);
        let in_force = match store.with(|connection| read::in_force(connection))? {
            Some(in_force) => in_force,
            None => first_import(&store, &clock)?,
        };
        let intake = Intake::open(data, program)?;
        let current = store.with(|connection| Catalogue::load(connection, in_force, &settings))?;
        info!(
            services = current.services.len(),
            version = current.in_force.version,
            "catalogue ready"
        );
        let lookup_key = store.with(secrets::lookups)?;
        let key = store.with(secrets::gateway)?;
        let gateway = SandboxGateway::new(Arc::clone(&store), clock.clone(), key);
        let sandbox_gateway = Arc::new(gateway);
        let push_key = match &settings.push.key {
            Some(key) => key.clone(),
            None => store.with(secrets::push)?,
        };
        let push = Push::new(Vapid::new(&push_key), &settings)?;
        let mut anchors = settings.signatures.anchors.clone();
        let seal = match settings.portal.sandbox {
            true => Some(sandbox_seal(&store, &clock, &mut anchors)?),
            false => None,
        };
        let forms = Forms::new(settings.portal.guest_filing);
        Ok(Self {
            bell: Bell::new(),
            demonstrates: false,
            streams: Arc::new(Semaphore::new(STREAMS)),
            clock,
            gateway: Arc::clone(&sandbox_gateway) as Arc<dyn Gateway>,
            sandbox_gateway,
            settings,
            provider,
            anchors,
            seal,
            sandbox_key: Key::new(),
            places: Places::load(),
            contract: Contract::new(),
            intake,
            forms,
            push,
            lookup_key,
            store,
            current: RwLock::new(Arc::new(current)),
        })
    }

    /// The catalogue in force; an answer uses one and the same to its end.
    pub(crate) fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Today in Vietnam.
    pub(crate) fn today(&self) -> String {
        self.clock.now().day()
    }

    /// Takes up each catalogue that another process imports, for as long as it runs.
    pub(crate) async fn follow(self: Arc<Self>) {
        let mut look = tokio::time::interval(LOOK);
        look.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut refused = None;
        loop {
            look.tick().await;
            let Ok(Some(in_force)) = self.ask(|connection| read::in_force(connection)).await else {
                continue;
            };
            let id = in_force.id;
            if id == self.catalogue().in_force.id || refused == Some(id) {
                continue;
            }
            let portal = Arc::clone(&self);
            let taken = tokio::task::spawn_blocking(move || portal.take_up(in_force)).await;
            refused = match taken {
                Ok(Ok(())) => None,
                Ok(Err(error)) => {
                    error!(%error, "the new catalogue was not taken up");
                    Some(id)
                }
                Err(error) => {
                    error!(%error, "taking up the new catalogue was broken off");
                    Some(id)
                }
            };
        }
    }

    fn take_up(&self, in_force: InForce) -> Result<(), CatalogueError> {
        let next = self
            .store
            .with(|connection| Catalogue::load(connection, in_force, &self.settings))?;
        info!(
            services = next.services.len(),
            version = next.in_force.version,
            "catalogue taken up"
        );
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(next);
        Ok(())
    }

    /// Closes the database.
    pub(crate) fn close(&self) {
        self.store.close();
    }

    /// From how many ratings on figures are published. Everybody in a demonstration is
    /// invented, and whoever tries it shall see their rating count.
    pub(crate) fn least_ratings(&self) -> u32 {
        if self.demonstrates {
            1
        } else {
            self.settings.ratings.minimum.max(1)
        }
    }

    /// What can be done here.
    fn capabilities(&self) -> Vec<Capability> {
        let mut all = vec![
            Capability::CatalogueSnapshot,
            Capability::LifeEvents,
            Capability::Places,
            Capability::SignIn,
            Capability::Profile,
            Capability::MyData,
            Capability::Drafts,
            Capability::Uploads,
            Capability::Filing,
        ];
        if self.settings.portal.guest_filing {
            all.push(Capability::GuestFiling);
        }
        all.extend([
            Capability::Payments,
            Capability::Signatures,
            Capability::Tracking,
            Capability::Lookups,
            Capability::LiveChanges,
            Capability::Notifications,
            Capability::Ratings,
            Capability::Feedback,
            Capability::Quality,
        ]);
        all
    }

    /// What the portal says about itself.
    pub(crate) fn description(&self) -> Description {
        let file = &self.settings.portal;
        let catalogue = self.catalogue();
        Description {
            name: file.name.clone(),
            operator: file.operator.clone(),
            description: file.description.clone(),
            sandbox: file.sandbox,
            api_version: API_VERSION.into(),
            languages: file.languages.clone(),
            capabilities: self.capabilities(),
            limits: Limits {
                query_characters: QUERY_CHARACTERS,
                page_size: PAGE_SIZE_MAX,
                upload_bytes: Some(file.uploads.bytes),
                upload_types: file.uploads.media_types(),
                uploads_per_paper: Some(file.uploads.per_paper.get()),
                attachments: Some(ATTACHMENTS as u32),
            },
            hotline: file.hotline.clone(),
            counters: file.counters.clone(),
            notices: file.notices.clone(),
            featured: catalogue.featured.clone(),
            catalogue: CatalogueSource {
                version: catalogue.in_force.version.clone(),
                services: catalogue.services.len() as u32,
                as_of: catalogue.in_force.as_of.clone(),
                source: file.source.clone(),
                gaps: file.gaps.clone(),
            },
            rating: Some(self.settings.ratings.form()),
        }
    }
}

/// The sandbox's own seal, whose authority is trusted from now on.
fn sandbox_seal(store: &Store, clock: &Clock, anchors: &mut Anchors) -> Result<Seal, OpenError> {
    let kept = store.with(|connection| secrets::seal(connection, clock.now()))?;
    let seal = std::str::from_utf8(&kept).ok().and_then(Seal::read);
    let seal = seal.ok_or(OpenError::Seal)?;
    seal.trust(anchors).map_err(|_| OpenError::Seal)?;
    Ok(seal)
}

fn first_import(store: &Store, clock: &Clock) -> Result<InForce, OpenError> {
    let file = CatalogueFile::read(EMBEDDED)?;
    let today = clock.now().day();
    store.with(|connection| file.store(connection, Some(EMBEDDED_AS_OF), &today))?;
    let in_force = store.with(|connection| read::in_force(connection))?;
    Ok(in_force.expect("an import leaves a catalogue in force"))
}

/// Imports a catalogue file (JSON lines, gzipped or not) into a data directory. A portal
/// that runs on it takes it up within a second; a file with a fault changes nothing.
pub fn import(data: &Path, file: &Path, as_of: Option<&str>) -> Result<Imported, ImportError> {
    let catalogue = CatalogueFile::read(std::fs::File::open(file)?)?;
    let store = Store::open(data)?;
    let today = Clock::default().now().day();
    let imported = store.with(|connection| catalogue.store(connection, as_of, &today))?;
    store.close();
    Ok(imported)
}
