//! The choices of each action, between the person's identification and the signature.

mod block_cards;
mod block_certificate;
mod block_password;
mod choosing;
mod hand_out_card;
mod order;
mod order_token;
mod order_voice;
mod temporary;

use rocket::{Route, routes};

use service::cases::desk::Kind;

/// Each action's own routes, below its address.
pub fn routes() -> Vec<(Kind, Vec<Route>)> {
    vec![
        (Kind::Order, routes![order::ask, order::choose]),
        (Kind::BlockCards, routes![block_cards::ask, block_cards::choose]),
        (Kind::HandOutCard, routes![hand_out_card::ask, hand_out_card::choose]),
        (Kind::Temporary, routes![temporary::ask, temporary::choose]),
        (Kind::BlockPassword, routes![block_password::ask, block_password::choose]),
        (Kind::OrderVoice, routes![order_voice::ask, order_voice::choose]),
        (Kind::OrderToken, routes![order_token::ask, order_token::choose]),
        (Kind::BlockCertificate, routes![block_certificate::ask, block_certificate::choose]),
    ]
}
