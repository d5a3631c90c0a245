//! What a person sees of their sessions.

mod device_list;

pub(crate) use device_list::{DeviceList, TrustedList};
