//! What the statement of a list ends with, as SQL. A macro that becomes a literal, as `directory`'s fragments are.

/// The rows behind a cursor, one more than a part, in the order of an index that ends with the sort key and the id: a seek by
/// row values, never an offset. It ends the conditions of a statement. `key` and `id` are its columns, `after` and `after_id`
/// the cursor's values, such as `"$2"`.
///
/// The number of rows is written out, because PostgreSQL would take a bound one for a tenth of the table.
#[macro_export]
macro_rules! part_behind {
    ($key:literal, $id:literal, $after:literal, $after_id:literal) => {
        concat! {
            "(", $key, ", ", $id, ") > (", $after, ", ", $after_id, ") ORDER BY ", $key, ", ", $id, " LIMIT 51"
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::PART;

    #[test]
    fn a_statement_asks_for_one_row_more_than_a_part() {
        let text = part_behind!("a.sort_key", "a.id", "$2", "$3");
        assert_eq!(
            text,
            format!("(a.sort_key, a.id) > ($2, $3) ORDER BY a.sort_key, a.id LIMIT {}", PART + 1)
        );
    }
}
