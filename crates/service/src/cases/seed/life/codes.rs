//! Temporary passwords and cards that seeded persons receive, and temporary passwords that they type.

use crate::cases::app::content::{Content, shelf_context};
use crate::cases::seed::error::SeedError;
use crate::cases::seed::life::Life;
use crate::cases::seed::scene::Played;
use crate::store::post::LetterState;
use rules::actor::{Actor, Channel, Stamp};
use rules::cards::DrawnCard;
use rules::nemid::Issuer;
use rules::nemid::temporary::{Delivery, TemporaryPlace};
use rules::places::{BORGERSERVICE, Place};
use rules::temporary;
use rules::temporary::{NewTemporary, TemporaryAction, TemporaryVerdict, TypedDigits};
use rules::words::{PinLetterSerial, TemporaryPasswordCode};

impl Life<'_> {
    /// A temporary password is posted: by the bank for its own NemID; otherwise ordered by the holder, or
    /// issued by an officer to unlock.
    pub fn is_posted_a_code(&mut self) -> Played {
        self.is_posted_a_code_for(TemporaryAction::Resend)
    }

    /// The same for one of the counter's actions.
    pub fn is_posted_a_code_for(&mut self, action: TemporaryAction) -> Played {
        let (code, new) = self.new_temporary(Delivery::Posted)?;
        match self.nemid.issuer.clone() {
            Issuer::Bank(bank) | Issuer::Business(bank) => {
                let by = Actor::Bank { bank, staff: None };
                self.does(by, Channel::Bank, |nemid, stamp| {
                    temporary::issue_at_bank(nemid, action, &new, stamp)
                })?;
            }
            Issuer::Employer(_) => {
                let by = Actor::Operator { staff: None };
                self.does(by, Channel::Operator, |nemid, stamp| {
                    temporary::issue(nemid, action, &new, stamp)
                })?;
            }
            Issuer::Public if action == TemporaryAction::Unlock => {
                self.officer(BORGERSERVICE, |nemid, stamp| temporary::issue(nemid, action, &new, stamp))?;
            }
            Issuer::Public => self.holder(|nemid, stamp| temporary::issue(nemid, action, &new, stamp))?,
        }
        let by = self.scene.world.act.stamped(Stamp::clock(self.at));
        by.post_pin_letter(&self.nemid, new.serial, &code)?;
        Ok(())
    }

    /// A PIN letter from an office's stock is handed over and opened.
    pub fn is_handed_a_code(&mut self, office: Place) -> Played {
        let world = self.scene.world;
        let (code, new) = self.new_temporary(Delivery::HandedOut)?;
        let content = Content::PinLetter {
            serial: new.serial,
            digits: code.reveal().to_owned(),
            place: TemporaryPlace::Selvbetjening,
            issued: None,
        };
        let sealed = world.act.app.seal(&shelf_context(new.serial), &content)?;
        world.act.tx.shelve_letter(&office.word(), new.serial, &sealed)?;
        world.act.tx.hand_out_letter(&office.word(), new.serial, self.nemid.number, self.at)?;
        world.act.tx.open_stock_letter(new.serial, self.at)?;
        let action = TemporaryAction::Resend;
        self.officer(office, |nemid, stamp| temporary::issue(nemid, action, &new, stamp))?;
        let at_counter = world.act.stamped(Stamp::clock(self.at));
        let letter = at_counter.hand_over_pin_letter(&self.nemid, new.serial, &code, &office.word())?;
        Ok(world.act.tx.move_letter(letter, LetterState::Opened)?)
    }

    fn new_temporary(&self, delivery: Delivery) -> Result<(TemporaryPasswordCode, NewTemporary), SeedError> {
        let world = self.scene.world;
        let code = world.secrets.code().ok_or_else(|| self.unlawful("no temporary password is left"))?;
        let serial: PinLetterSerial = world.chance().pin_letter_serial();
        let place = match &self.nemid.issuer {
            Issuer::Bank(bank) | Issuer::Business(bank) => TemporaryPlace::Netbank(bank.clone()),
            Issuer::Public | Issuer::Employer(_) => TemporaryPlace::Selvbetjening,
        };
        let (hash, fingerprint) = (code.hash.clone(), world.act.app.tokens.digits(&code.digits));
        Ok((code.digits.clone(), NewTemporary { hash, fingerprint, serial, delivery, place }))
    }

    /// The card that an order handed over came from an office's stock, and is opened.
    pub fn took_from_shelf(&mut self, office: Place, card: &DrawnCard) -> Played {
        let tx = self.scene.world.act.tx;
        tx.hand_out_card(&office.word(), &card.number, self.nemid.number, self.at)?;
        tx.open_stock_card(&card.number, self.at)?;
        Ok(())
    }

    /// One more card is handed over at a counter.
    pub fn is_handed_a_card(&mut self, office: Place) -> Played {
        let card = self.scene.world.card();
        self.scene.world.act.tx.shelve_card(&office.word(), &card)?;
        self.officer(office, |nemid, stamp| rules::cards::hand_out(nemid, &card, stamp))?;
        self.took_from_shelf(office, &card)
    }

    /// Mistypes the live temporary password a number of times.
    pub fn mistypes_code(&mut self, times: usize) -> Played {
        (0..times).try_for_each(|_| self.types_code(false, TemporaryPlace::Selvbetjening))
    }

    /// Types the live temporary password, right or wrong, at a place.
    pub fn types_code(&mut self, right: bool, here: TemporaryPlace) -> Played {
        let channel = match here {
            TemporaryPlace::Selvbetjening => Channel::Selvbetjening,
            TemporaryPlace::Netbank(_) => Channel::Bank,
        };
        self.does(Actor::Visitor, channel, |nemid, stamp| {
            let against = nemid.temporary.as_ref().map(|one| one.hash.clone()).unwrap_or_default();
            let digits = if right { TypedDigits::Right } else { TypedDigits::Wrong };
            let judged = temporary::judge(nemid, &TemporaryVerdict { against, digits }, &here, stamp);
            judged.map(|(events, _)| events).ok_or("no temporary password")
        })
    }
}
