//! What the page says by itself: toasts and announcements.
//!
//! [`provide_feedback`] once at the root of the app; a component takes the handle while it is rendered
//! (`let feedback = use_feedback();`) and uses it in its handlers.

use leptos::prelude::*;

use crate::Tone;

/// A short message that leaves by itself, unless it is an error.
#[derive(Clone)]
pub struct Toast {
    pub(crate) id: u32,
    pub(crate) text: String,
    pub(crate) tone: Tone,
    pub(crate) undo: Option<(String, Callback<()>)>,
    pub(crate) seconds: u32,
}

impl Toast {
    /// A toast that stays for eight seconds of attention.
    pub fn new(text: impl Into<String>) -> Self {
        Self { id: 0, text: text.into(), tone: Tone::Success, undo: None, seconds: 8 }
    }

    /// An error stays until it is dismissed. Say it where it happened as well.
    pub fn error(text: impl Into<String>) -> Self {
        Self { tone: Tone::Danger, seconds: 0, ..Self::new(text) }
    }

    /// A button that takes the action back; the toast then stays for ten seconds.
    pub fn with_undo(mut self, label: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) -> Self {
        self.undo = Some((label.into(), Callback::new(move |()| undo())));
        self.seconds = 10;
        self
    }
}

/// The handle to say something.
#[derive(Clone, Copy)]
pub struct Feedback {
    pub(crate) toasts: RwSignal<Vec<Toast>>,
    pub(crate) status: RwSignal<String>,
    pub(crate) alert: RwSignal<String>,
    shown: StoredValue<u32>,
}

impl Feedback {
    fn new() -> Self {
        Self {
            toasts: RwSignal::default(),
            status: RwSignal::default(),
            alert: RwSignal::default(),
            shown: StoredValue::new(0),
        }
    }

    /// Shows a toast and reads it out.
    pub fn toast(&self, mut toast: Toast) {
        self.shown.update_value(|it| *it += 1);
        toast.id = self.shown.get_value();
        if toast.tone == Tone::Danger {
            self.alert(toast.text.clone());
        } else {
            self.announce(toast.text.clone());
        }
        self.toasts.update(|all| all.push(toast));
    }

    /// Reads a text out when the screen reader has finished its sentence.
    pub fn announce(&self, text: impl Into<String>) {
        say(self.status, text.into());
    }

    /// Reads a text out at once. For what went wrong.
    pub fn alert(&self, text: impl Into<String>) {
        say(self.alert, text.into());
    }

    pub(crate) fn dismiss(&self, id: u32) {
        self.toasts.update(|all| all.retain(|it| it.id != id));
    }
}

/// The same text twice must change the region, or it is not read out again.
fn say(region: RwSignal<String>, text: String) {
    region.update(|old| *old = if *old == text { format!("{text}\u{a0}") } else { text });
}

/// Makes the handle available to everything below. Call it once, at the root.
pub fn provide_feedback() -> Feedback {
    let feedback = Feedback::new();
    provide_context(feedback);
    feedback
}

/// The handle of the page. Without a root (a component shown on its own) it speaks into the void.
pub fn use_feedback() -> Feedback {
    use_context().unwrap_or_else(Feedback::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_announcement_twice_changes_the_region() {
        Owner::new().with(|| {
            let feedback = Feedback::new();
            feedback.announce("Saved");
            let first = feedback.status.get_untracked();
            feedback.announce("Saved");
            assert_ne!(first, feedback.status.get_untracked());
        });
    }

    #[test]
    fn a_dismissed_toast_takes_no_other_with_it() {
        Owner::new().with(|| {
            let feedback = Feedback::new();
            feedback.toast(Toast::new("One"));
            feedback.toast(Toast::error("Two"));
            feedback.dismiss(1);
            let left: Vec<_> = feedback.toasts.get_untracked().into_iter().map(|it| it.text).collect();
            assert_eq!(left, ["Two"]);
            assert_eq!(feedback.alert.get_untracked(), "Two");
        });
    }
}
