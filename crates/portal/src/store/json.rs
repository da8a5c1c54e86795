//! Columns that hold values of the contract.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A column of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Json<T>(pub(crate) T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0);
        let text = text.map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        Ok(text.into())
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let read = serde_json::from_str(value.as_str()?);
        read.map(Self)
            .map_err(|error| FromSqlError::Other(error.into()))
    }
}

/// A column with the word that the contract has for a value of an enumeration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<T>(pub(crate) T);

impl<T: Serialize> ToSql for Word<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match serde_json::to_value(&self.0) {
            Ok(Value::String(word)) => Ok(word.into()),
            Ok(_) => Err(rusqlite::Error::ToSqlConversionFailure("no word".into())),
            Err(error) => Err(rusqlite::Error::ToSqlConversionFailure(error.into())),
        }
    }
}

impl<T: DeserializeOwned> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = Value::String(value.as_str()?.into());
        let read = serde_json::from_value(word);
        read.map(Self)
            .map_err(|error| FromSqlError::Other(error.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use motcua_contract::dossier::payment::PaymentState;
    use motcua_contract::text::LocalText;
    use rusqlite::Connection;

    #[test]
    fn values_come_back_as_they_were_kept() {
        let connection = Connection::open_in_memory().expect("a database");
        let text = LocalText::new("Đã nộp", "Paid");
        let (state, back, word): (Word<PaymentState>, Json<LocalText>, String) = connection
            .query_row(
                "SELECT ?1, ?2, ?1",
                (Word(PaymentState::Refused), Json(&text)),
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .expect("a row");
        assert_eq!(
            (state.0, back.0, word.as_str()),
            (PaymentState::Refused, text, "refused")
        );
    }
}
