//! How values go to PostgreSQL and come back: one of SQLite's kinds of values becomes what a place of a statement is of there.

use std::error::Error;

use bytes::{BufMut, BytesMut};
use postgres::types::{FromSql, IsNull, ToSql, Type};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};

type Failure = Box<dyn Error + Sync + Send>;

/// A value that comes from PostgreSQL.
pub(super) struct Cell(pub Value);

impl FromSql<'_> for Cell {
    fn from_sql(kind: &Type, raw: &[u8]) -> Result<Self, Failure> {
        Ok(Self(match *kind {
            Type::INT8 => Value::Integer(i64::from_sql(kind, raw)?),
            Type::INT4 => Value::Integer(i32::from_sql(kind, raw)?.into()),
            Type::INT2 => Value::Integer(i16::from_sql(kind, raw)?.into()),
            Type::BOOL => Value::Integer(bool::from_sql(kind, raw)?.into()),
            Type::BYTEA => Value::Blob(raw.to_vec()),
            _ => Value::Text(String::from_sql(kind, raw)?),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Failure> {
        Ok(Self(Value::Null))
    }

    fn accepts(kind: &Type) -> bool {
        is_known(kind)
    }
}

/// A value that goes to PostgreSQL.
#[derive(Debug)]
pub struct Bound<'v>(pub &'v ToSqlOutput<'v>);

impl ToSql for Bound<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Failure> {
        let value = match self.0 {
            ToSqlOutput::Borrowed(value) => *value,
            ToSqlOutput::Owned(value) => ValueRef::from(value),
            _ => return Err("a value of another engine".into()),
        };
        match (value, kind) {
            (ValueRef::Null, _) => return Ok(IsNull::Yes),
            (ValueRef::Integer(number), &Type::INT8) => out.put_i64(number),
            (ValueRef::Integer(number), &Type::INT4) => out.put_i32(number.try_into()?),
            (ValueRef::Integer(number), &Type::INT2) => out.put_i16(number.try_into()?),
            (ValueRef::Integer(number), &Type::BOOL) => out.put_u8(u8::from(number != 0)),
            (ValueRef::Integer(number), _) if is_text(kind) => out.put_slice(number.to_string().as_bytes()),
            (ValueRef::Text(text), _) if is_text(kind) => out.put_slice(text),
            (ValueRef::Blob(bytes), &Type::BYTEA) => out.put_slice(bytes),
            (value, kind) => return Err(format!("{} is no {kind}", value.data_type()).into()),
        }
        Ok(IsNull::No)
    }

    fn accepts(kind: &Type) -> bool {
        is_known(kind)
    }

    postgres::types::to_sql_checked!();
}

fn is_text(kind: &Type) -> bool {
    [Type::TEXT, Type::VARCHAR, Type::NAME, Type::BPCHAR, Type::UNKNOWN].contains(kind)
}

fn is_known(kind: &Type) -> bool {
    is_text(kind) || [Type::INT8, Type::INT4, Type::INT2, Type::BOOL, Type::BYTEA].contains(kind)
}
