//! The values that are typed, printed and stored, each parsed once, at the edge of the program.
//!
//! Inside there are only these types, so that a value of one of them is known to have its shape. Secrets have types of
//! their own that nobody can print by accident; the only way to their text is `reveal`. Every refusal has a `code()`,
//! by which the pages find its sentence.

mod alphabet;
mod carrier_number;
mod contact;
mod contact_error;
mod cpr;
mod digits;
mod documents;
mod email;
mod key;
mod numbers;
mod password;
mod person;
mod pin;
mod postal;
mod secrets;
pub(crate) mod spelling;
mod typed_user_id;
mod user_id;
mod world_name;

pub use crate::words::carrier_number::{
    CarrierId, CarrierIdError, CarrierKind, CarrierNumber, CarrierNumberError,
};
pub use crate::words::contact::{Contact, Mobile};
pub use crate::words::contact_error::ContactError;
pub use crate::words::cpr::{CprNumber, CprNumberError};
pub use crate::words::digits::{Digits, NotDigits};
pub use crate::words::documents::{DocumentError, DocumentNumber, Pid};
pub use crate::words::email::Email;
pub use crate::words::key::{KEYS_PER_CARD, Key, KeyError, KeyNumber, KeyPosition};
pub use crate::words::numbers::{KeyCardNumber, NemIdNumber, NumberError, PinLetterSerial};
pub use crate::words::password::{NewPassword, PasswordContext, PasswordFault, PasswordFaults};
pub use crate::words::person::{Address, PersonError, PersonName, Postcode};
pub use crate::words::pin::{Pin, PinError};
pub use crate::words::postal::{AbroadError, AddressAbroad, PostalAddress, PostalError};
pub use crate::words::secrets::{SecretError, TemporaryPasswordCode, TypedPassword};
pub use crate::words::spelling::{as_on_a_keyboard, is_blank};
pub use crate::words::typed_user_id::{TypedNumber, TypedUserId, TypedUserIdError};
pub use crate::words::user_id::{UserId, UserIdFault};
pub use crate::words::world_name::{PointName, WorldName, WorldNameError, WorldSource};
