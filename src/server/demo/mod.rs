//! The demo firm (being written).
