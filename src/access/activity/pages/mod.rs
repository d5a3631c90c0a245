//! One's own activity, as a part of the security page.

mod recent_activity;

pub use recent_activity::RecentActivity;
