//! Who is still told, and of how many.

use kernel::Ts;

/// How long somebody whose access ended counts as if they still had it, in microseconds (SEC-11): a stolen session would else
/// first take out whoever could see whom it lets in.
pub const REMEMBERED: i64 = 30 * Ts::DAY;
/// Most addresses that one mail lists, the newest; the page of who has access shows all.
pub(super) const MOST_LISTED: usize = 20;
