//! The judges: programs that know nothing of ours, in a folder with what they were handed.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use rocket::http::{ContentType, Status};

use crate::people::Person;
use crate::site::{Folder, Site};

/// What a judge said, and whether it was content.
#[derive(Debug)]
pub struct Verdict {
    pub content: bool,
    pub said: String,
}

impl Verdict {
    fn of(output: &Output) -> Self {
        let said = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said)).concat();
        Self { content: output.status.success(), said }
    }

    #[track_caller]
    pub fn is_content(&self) -> &Self {
        assert!(self.content, "{}", self.said);
        self
    }

    #[track_caller]
    pub fn refuses(&self, because: &str) -> &Self {
        assert!(!self.content && self.said.contains(because), "{}", self.said);
        self
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.said.contains(words), "not {words:?}: {}", self.said);
        self
    }
}

/// A folder in which judges work.
pub struct Court<'s> {
    pub site: &'s Site,
    folder: Folder,
}

impl<'s> Court<'s> {
    /// With the certificates of the authorities, `primary.pem` and `i.pem`.
    pub fn of(site: &'s Site) -> Self {
        let court = Self { site, folder: Folder::new() };
        for ca in ["primary", "i"] {
            court.fetch(&format!("/cert/{ca}.cer"), &format!("{ca}.cer"));
            court.openssl(&format!("x509 -inform DER -in {ca}.cer -out {ca}.pem")).is_content();
        }
        court
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn keep(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.file(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.file(name)).unwrap()
    }

    /// Fetches what everybody can fetch.
    #[track_caller]
    pub fn fetch(&self, path: &str, name: &str) {
        let (status, _, bytes) = self.site.browser().fetches(path);
        assert_eq!(status, Status::Ok, "{path}");
        self.keep(name, &bytes);
    }

    /// Fetches the certificate of somebody who is logged on, as `<name>.pem`.
    #[track_caller]
    pub fn fetch_certificate(&self, person: &Person<'_>, name: &str) {
        let (status, _, bytes) = person.browser.fetches("/selvbetjening/certifikat/fil/pem");
        assert_eq!(status, Status::Ok);
        self.keep(&format!("{name}.pem"), &bytes);
    }

    /// Fetches the revocation lists of both authorities, as `primary.crl` and `i.crl`.
    pub fn fetch_lists(&self) {
        for ca in ["primary", "i"] {
            self.fetch(&format!("/crl/{ca}.crl"), &format!("{ca}.der"));
            self.openssl(&format!("crl -inform DER -in {ca}.der -out {ca}.crl")).is_content();
        }
    }

    /// OpenSSL with words that hold no blanks.
    pub fn openssl(&self, words: &str) -> Verdict {
        self.run("openssl", words)
    }

    /// Another judge.
    pub fn run(&self, judge: &str, words: &str) -> Verdict {
        self.run_with(judge, &words.split_whitespace().collect::<Vec<_>>())
    }

    /// Another judge, by words that may hold blanks.
    pub fn run_with(&self, judge: &str, words: &[&str]) -> Verdict {
        let mut command = Command::new(judge);
        command.args(words).current_dir(self.folder.path());
        Verdict::of(&command.output().unwrap_or_else(|error| panic!("{judge}: {error}")))
    }

    /// A judge in Python, or a script for one.
    pub fn python(&self, words: &str) -> Verdict {
        static TOOLS: OnceLock<PathBuf> = OnceLock::new();
        let tools = TOOLS.get_or_init(|| {
            let install = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judges/install");
            let told = Command::new(install).output().unwrap();
            assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
            PathBuf::from(String::from_utf8(told.stdout).unwrap().trim())
        });
        let (judge, words) = words.split_once(' ').unwrap();
        self.run(tools.join(judge).to_str().unwrap(), words)
    }

    /// Whether a certificate is to be relied on now, by the world's clock: chain, policy, validity, and the lists as they are
    /// now.
    pub fn verify(&self, name: &str) -> Verdict {
        self.fetch_lists();
        let now = self.site.now().as_second();
        self.openssl(&format!(
            "verify -x509_strict -policy_check -purpose any -crl_check_all -attime {now} -CAfile primary.pem \
             -untrusted i.pem -CRLfile primary.crl -CRLfile i.crl {name}.pem"
        ))
    }

    /// What the answer about a certificate says, with a number that only this answer has.
    pub fn ask(&self, name: &str) -> Verdict {
        let question = format!("ocsp -issuer i.pem -cert {name}.pem -reqout {name}.question");
        self.openssl(&question).is_content();
        let kind = ContentType::new("application", "ocsp-request");
        let (status, kind, answer) =
            self.site.browser().asks("/ocsp", kind, &self.read(&format!("{name}.question")));
        assert_eq!((status, kind), (Status::Ok, Some(ContentType::new("application", "ocsp-response"))));
        self.keep(&format!("{name}.answer"), &answer);
        let verdict = self.judge_answer(name, "sha1");
        assert!(
            !verdict.said.contains("no nonce"),
            "the number of the question comes back: {}",
            verdict.said
        );
        verdict
    }

    /// Judges an answer that lies in the folder.
    pub fn judge_answer(&self, name: &str, hash: &str) -> Verdict {
        let now = self.site.now().as_second();
        self.openssl(&format!(
            "ocsp -no_nonce -issuer i.pem -{hash} -cert {name}.pem -reqin {name}.question -respin {name}.answer -CAfile primary.pem \
             -verify_other i.pem -attime {now}"
        ))
    }
}
