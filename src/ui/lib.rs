//! The kit: every visible part of Portico that is not a page.
//!
//! One component a file, in the order in which a page is read. Components know the tokens of `style/` and
//! nothing else: texts, ids and addresses come in as props, so that the kit never speaks a language of its own.
//! The same tree is rendered on the server and in the browser; what only a browser can do is in [`browser`].
//! All faces of all components are shown by [`Gallery`] (`/dev/kit`).

// the frame of a page
mod app_shell;
mod auth_shell;
mod brand_mark;
mod live_regions;
mod nav_item;
mod page_header;
mod side_nav;
mod still;
mod tabs;
mod title;
mod toasts;

// surfaces
mod banner;
mod card;
mod dialog;
mod menu;
mod table;

// saying something
mod avatar;
mod badge;
mod empty_state;
mod error_state;
mod found;
mod icon;
mod skeleton;
mod tone;

// asking for something
mod ask;
mod button;
mod checkbox;
mod code_field;
mod copy_field;
mod copy_text;
mod countdown;
mod error_summary;
mod field;
mod field_frame;
mod file_field;
mod load_more;
mod password_field;
mod radio_card;
mod search_field;
mod select_field;
mod switch;
mod text_area;

pub mod browser;
mod data;
mod each;
mod feedback;
#[cfg(not(target_arch = "wasm32"))]
pub mod gallery;
pub mod live;

pub use app_shell::AppShell;
pub use ask::Ask;
pub use auth_shell::AuthShell;
pub use avatar::{Avatar, AvatarShape};
pub use badge::Badge;
pub use banner::Banner;
pub use brand_mark::MARK;
pub use button::{Button, LinkButton, Look};
pub use card::Card;
pub use checkbox::Checkbox;
pub use code_field::CodeField;
pub use copy_field::CopyField;
pub use copy_text::CopyText;
pub use countdown::Countdown;
pub use data::{Data, Readable, data, outlined};
pub use dialog::{Dialog, DialogActions};
pub use each::each;
pub use empty_state::EmptyState;
pub use error_state::ErrorState;
pub use error_summary::{ErrorSummary, FieldError};
pub use feedback::{Feedback, Toast, provide_feedback, use_feedback};
pub use field::Field;
pub use field_frame::FieldFrame;
pub use file_field::FileField;
pub use found::{found, found_by};
#[cfg(not(target_arch = "wasm32"))]
pub use gallery::Gallery;
pub use icon::Icon;
pub use live_regions::LiveRegions;
pub use load_more::LoadMore;
pub use menu::{Menu, MenuButton, MenuGroup, MenuLink, MenuUnavailable};
pub use nav_item::NavItem;
pub use page_header::PageHeader;
pub use password_field::PasswordField;
pub use radio_card::RadioCard;
pub use search_field::SearchField;
pub use select_field::{SelectField, SelectOption};
pub use side_nav::SideNav;
pub use skeleton::Skeleton;
pub use still::still;
pub use switch::Switch;
pub use table::{Column, Sorted, Table};
pub use tabs::{TabItem, Tabs};
pub use text_area::TextArea;
pub use title::{SiteName, Title};
pub use toasts::Toasts;
pub use tone::Tone;
