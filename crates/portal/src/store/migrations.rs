//! The schema, one step after the other; `user_version` counts the steps taken.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// Each step is taken once, in this order, and never changed after a release.
const STEPS: &[&str] = &[
    include_str!("migrations/1_catalogue.sql"),
    include_str!("migrations/2_people.sql"),
    include_str!("migrations/3_papers.sql"),
    include_str!("migrations/4_dossiers.sql"),
    include_str!("migrations/6_forms.sql"),
    include_str!("migrations/7_issued.sql"),
    include_str!("migrations/8_life.sql"),
    include_str!("migrations/9_guesses.sql"),
    include_str!("migrations/10_notices.sql"),
    include_str!("migrations/11_ratings.sql"),
    include_str!("migrations/12_feedback.sql"),
    include_str!("migrations/13_my_data.sql"),
    include_str!("migrations/14_push.sql"),
    include_str!("migrations/15_representation.sql"),
    include_str!("migrations/16_results.sql"),
    include_str!("migrations/17_signatures.sql"),
];

/// Takes the steps that are missing, all or none.
pub(super) fn run(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let taken: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if taken > STEPS.len() {
        return Err(StoreError::FromTheFuture {
            found: taken,
            known: STEPS.len(),
        });
    }
    for step in &STEPS[taken..] {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", STEPS.len())?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_run_changes_nothing_and_a_later_schema_is_refused() {
        let mut connection = Connection::open_in_memory().expect("a database");
        run(&mut connection).expect("the first run");
        run(&mut connection).expect("the second run");
        connection
            .pragma_update(None, "user_version", 99)
            .expect("a pragma");
        let error = run(&mut connection).expect_err("a schema from the future");
        assert!(matches!(error, StoreError::FromTheFuture { found: 99, .. }));
    }
}
