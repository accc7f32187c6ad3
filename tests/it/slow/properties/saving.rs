//! A NemID is loaded exactly as it was saved, after every decision of random histories, to the last count.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use proptest::collection::vec;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};
use rules::actor::Stamp;
use rules::nemid::{Event, NemId};
use rules::words::{Address, PersonName};
use service::testing::Citizen;
use service::testing::{Place, Store, StoreError, Tx};

use super::action::{self, Command};
use super::hold;
use super::start::{self, Enrolment};
use super::trial::Trial;

/// A folder of its own, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NTH: AtomicU32 = AtomicU32::new(0);
        let nth = NTH.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("selvbetjening-saving-{}-{nth}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn holder(nemid: &NemId) -> Citizen {
    Citizen {
        cpr: nemid.holder,
        name: PersonName::parse("Inger Holm").unwrap(),
        address: Address::parse("Strandvejen 1", "6700", "Esbjerg").ok(),
        stated: None,
        document: None,
        pid: None,
        died: None,
        note: (String::new(), String::new()),
        section: String::new(),
    }
}

/// Each decision recorded by the unit of work and loaded again; the pairs that should be alike.
fn saved_and_loaded(
    tx: &Tx<'_>,
    begun: &NemId,
    history: &[(Vec<Event>, Stamp)],
) -> Result<Vec<(NemId, Option<NemId>)>, StoreError> {
    tx.save_citizen(&holder(begun))?;
    let mut stands = begun.clone();
    let mut pairs = Vec::new();
    for (events, stamp) in history {
        stands = tx.save_events(&stands, events, stamp, &|_| [0; 32])?;
        pairs.push((stands.clone(), tx.nemid(stands.number)?));
    }
    Ok(pairs)
}

fn live(start: &Enrolment, commands: &[Command]) -> TestCaseResult {
    let mut trial = Trial::begin(start)?;
    for command in commands {
        trial.takes(command)?;
    }
    let (folder, begun, history) = (Folder::new(), start::make(start).0, trial.history);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let _inside = runtime.enter();
    let store = Store::open(&Place::below(&folder.0)).unwrap();
    let pairs = runtime
        .block_on(store.write(move |tx| saved_and_loaded(tx, &begun, &history)))
        .map_err(|error: StoreError| proptest::test_runner::TestCaseError::fail(error.to_string()))?;
    for (saved, loaded) in &pairs {
        hold(loaded.as_ref() == Some(saved), format!("saved {saved:?}, loaded {loaded:?}"))?;
    }
    let last = pairs.last().map(|(saved, _)| NemId { version: 0, ..saved.clone() });
    hold(last.as_ref() == Some(&trial.nemid), "the events alone do not lead to where it stands")
}

#[test]
fn loading_what_was_saved_gives_the_same_nemid() {
    let config = Config { cases: 32, failure_persistence: None, ..Config::default() };
    let lives = (start::beginnings(), vec(action::commands(), 1..80));
    let outcome = TestRunner::new(config).run(&lives, |(start, commands)| live(&start, &commands));
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}
