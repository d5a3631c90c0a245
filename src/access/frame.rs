//! The frame of pages outside the portal: sign-in, reset, invitation, set-up.
