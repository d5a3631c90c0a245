//! Who else has access, as a page of the portal.

mod people_page;

pub use people_page::PeoplePage;
