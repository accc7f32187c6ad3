//! For which question each secret is good that was shown, heard or approved; kept beside the site, and never asked of it.

use std::collections::{BTreeMap, BTreeSet};

use rules::words::CarrierKind;

use super::pages::{For, Question};

/// A code that the token in use showed.
#[derive(Clone, Debug)]
struct Code {
    digits: String,
    counter: usize,
}

/// A key that was read out.
#[derive(Clone, Debug)]
struct Heard {
    key: String,
    question: usize,
    void: bool,
}

/// What may follow from an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub kind: CarrierKind,
    pub what: For,
}

/// What is known.
#[derive(Debug, Default)]
pub struct Claims {
    /// How many questions were asked; the last one lives, until it is answered.
    asked: usize,
    ended: BTreeSet<usize>,
    codes: Vec<Code>,
    spent: usize,
    heard: Vec<Heard>,
    /// The questions with a call that may be taken, the newest last.
    calls: Vec<usize>,
    approved: BTreeSet<usize>,
    /// What each question is for, and the kind that it goes to by now.
    goes_to: BTreeMap<usize, Claim>,
}

impl Claims {
    /// A new question takes the place of all before it.
    pub fn asks(&mut self) -> usize {
        self.asked += 1;
        self.asked
    }

    /// A question goes to a kind from now on; an approval before is replaced when it is asked again.
    pub fn goes_to(&mut self, question: &Question) {
        let now = Claim { kind: question.by, what: question.what.clone() };
        if self.goes_to.insert(question.nth, now.clone()) != Some(now) {
            self.approved.remove(&question.nth);
        }
    }

    /// Whether this is the question that can be answered.
    pub fn lives(&self, question: usize) -> bool {
        question == self.asked && !self.ended.contains(&question)
    }

    /// The question that could be answered is over.
    pub fn ends(&mut self) {
        self.ended.insert(self.asked);
    }

    /// What may follow from an answer on this page: the question that can be answered is the page's, or one for the same
    /// text in the same window.
    fn of(&self, page: &Question) -> Option<Claim> {
        let live = self.goes_to.get(&self.asked).filter(|_| self.lives(self.asked))?;
        let same = page.nth == self.asked || (page.what == live.what && page.what != For::LogOn);
        same.then(|| live.clone())
    }

    /// The token showed a code.
    pub fn shows(&mut self, digits: String) {
        let counter = self.codes.len();
        self.codes.push(Code { digits, counter });
    }

    /// Another token is in use: what the one before showed is good for nothing.
    pub fn has_another_token(&mut self) {
        self.codes.clear();
        self.spent = 0;
    }

    /// The telephone was called for a question.
    pub fn calls(&mut self, question: usize) {
        self.heard.iter_mut().for_each(|heard| heard.void = true);
        self.calls.push(question);
    }

    /// The telephone was taken.
    pub fn hears(&mut self, key: String) {
        let question = self.calls.last().copied().expect("somebody called");
        self.heard.push(Heard { key, question, void: false });
    }

    /// The request of the question that lives was approved.
    pub fn approves(&mut self) {
        self.approved.insert(self.asked);
    }

    /// The secrets that could be typed where this kind is asked, the oldest first.
    pub fn shown(&self, kind: CarrierKind) -> Vec<String> {
        match kind {
            CarrierKind::Token => self.codes.iter().map(|code| code.digits.clone()).collect(),
            CarrierKind::Voice => self.heard.iter().map(|heard| heard.key.clone()).collect(),
            CarrierKind::Card | CarrierKind::App => Vec::new(),
        }
    }

    /// What may follow when this is typed on this page.
    pub fn of_typed(&self, page: &Question, typed: &str) -> Option<Claim> {
        let claim = self.of(page)?;
        let good = match claim.kind {
            CarrierKind::Token => {
                self.codes.iter().any(|code| code.digits == typed && code.counter >= self.spent)
            }
            CarrierKind::Voice => {
                let good = |heard: &Heard| heard.key == typed && heard.question == self.asked && !heard.void;
                self.heard.iter().any(good)
            }
            CarrierKind::App => return self.of_approved(page),
            CarrierKind::Card => false,
        };
        good.then_some(claim)
    }

    /// What may follow when this page goes on.
    pub fn of_approved(&self, page: &Question) -> Option<Claim> {
        let claim = self.of(page)?;
        let good = claim.kind == CarrierKind::App && self.approved.contains(&self.asked);
        good.then_some(claim)
    }

    /// An answer counted: its question is over, and a code and those before it are spent.
    pub fn counted(&mut self, kind: CarrierKind, typed: &str) {
        self.ends();
        if kind == CarrierKind::Token {
            let of = self.codes.iter().find(|code| code.digits == typed && code.counter >= self.spent);
            self.spent = of.map_or(self.spent, |code| code.counter + 1);
        }
    }

    /// Whether this was good for something once, but is not for this page.
    pub fn is_stale(&self, page: &Question, typed: &str) -> bool {
        let shown = [CarrierKind::Token, CarrierKind::Voice]
            .into_iter()
            .any(|kind| self.shown(kind).iter().any(|one| one == typed));
        shown && self.of_typed(page, typed).is_none()
    }
}
