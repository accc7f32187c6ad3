//! The values of a statement's places, the same for both engines: SQLite's four kinds of values.

use std::fmt::Write;

use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};

use crate::store::StoreError;
use crate::store::error::of_sqlite;

/// The values of a statement.
pub enum Values<'v> {
    /// For `?1`, `?2` and so on.
    InOrder(Vec<ToSqlOutput<'v>>),
    /// For `:name`.
    ByName(Vec<(&'static str, ToSqlOutput<'v>)>),
}

impl Values<'_> {
    /// How a statement was called, for comparing two runs of it.
    pub fn shown(&self) -> String {
        let values: Vec<_> = match self {
            Self::InOrder(values) => values.iter().map(literal).collect(),
            Self::ByName(values) => {
                values.iter().map(|(name, value)| format!("{name} = {}", literal(value))).collect()
            }
        };
        values.join(", ")
    }
}

/// A value as SQL writes it.
fn literal(value: &ToSqlOutput<'_>) -> String {
    let value = match value {
        ToSqlOutput::Borrowed(value) => *value,
        ToSqlOutput::Owned(value) => ValueRef::from(value),
        _ => ValueRef::Null,
    };
    match value {
        ValueRef::Null => "NULL".into(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => format!("'{}'", String::from_utf8_lossy(text).replace('\'', "''")),
        ValueRef::Blob(bytes) => {
            format!("x'{}'", hex(bytes))
        }
    }
}

/// Bytes in capital hexadecimal digits, as SQL writes them.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut digits, byte| {
        let _ = write!(digits, "{byte:02X}");
        digits
    })
}

/// What has the values of a statement: an array, a tuple, a list of them, or [`Named`] ones.
pub trait Params {
    fn values(&self) -> Result<Values<'_>, StoreError>;
}

/// Values by the names of their places.
pub struct Named<'v, const N: usize>(pub [(&'static str, &'v dyn ToSql); N]);

fn value(one: &(impl ToSql + ?Sized)) -> Result<ToSqlOutput<'_>, StoreError> {
    one.to_sql().map_err(of_sqlite)
}

impl<const N: usize> Params for Named<'_, N> {
    fn values(&self) -> Result<Values<'_>, StoreError> {
        let named = self.0.iter().map(|(name, one)| Ok((*name, value(*one)?)));
        named.collect::<Result<_, StoreError>>().map(Values::ByName)
    }
}

impl Params for Vec<Value> {
    fn values(&self) -> Result<Values<'_>, StoreError> {
        self.iter().map(value).collect::<Result<_, _>>().map(Values::InOrder)
    }
}

impl Params for [&dyn ToSql; 0] {
    fn values(&self) -> Result<Values<'_>, StoreError> {
        Ok(Values::InOrder(Vec::new()))
    }
}

macro_rules! arrays {
    ($($length:literal)*) => {$(
        impl<T: ToSql> Params for [T; $length] {
            fn values(&self) -> Result<Values<'_>, StoreError> {
                self.iter().map(value).collect::<Result<_, _>>().map(Values::InOrder)
            }
        }
    )*};
}
arrays!(1 2 3 4 5 6 7 8);

macro_rules! tuples {
    ($($part:ident)*) => {
        impl<$($part: ToSql),*> Params for ($($part,)*) {
            #[expect(non_snake_case, reason = "each part is called by its type")]
            fn values(&self) -> Result<Values<'_>, StoreError> {
                let ($($part,)*) = self;
                Ok(Values::InOrder(vec![$(value($part)?),*]))
            }
        }
    };
}
tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);
tuples!(A B C D E F G);
tuples!(A B C D E F G H);
tuples!(A B C D E F G H I);
tuples!(A B C D E F G H I J);
tuples!(A B C D E F G H I J K);
tuples!(A B C D E F G H I J K L);
tuples!(A B C D E F G H I J K L M);
tuples!(A B C D E F G H I J K L M N);
