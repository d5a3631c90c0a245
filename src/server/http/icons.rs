//! Icons that were drawn. Each is drawn once however often it is asked for, so that nobody keeps us drawing: anybody may
//! ask, also those who go away before it is done.

use axum::body::Bytes;
use kernel::{AppError, FirmId};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::OnceCell;

/// Most icons that are kept, and what they weigh together, in bytes. A firm has five.
const MOST: usize = 500;
const HEAVIEST: usize = 64 * 1024 * 1024;

/// The firm, and the file's name, which says its logo or its colour.
type Name = (FirmId, String);
type Cell = Arc<OnceCell<Bytes>>;

/// Those that are kept, the one asked for last at the end.
#[derive(Clone, Default)]
pub struct Icons(Arc<Mutex<VecDeque<(Name, Cell)>>>);

impl Icons {
    /// The icon of this name; `draw` is for the first who asks. What failed is drawn again for the next.
    ///
    /// # Errors
    /// Those of `draw`.
    pub async fn get(
        &self,
        name: Name,
        draw: impl Future<Output = Result<Vec<u8>, AppError>> + Send + 'static,
    ) -> Result<Bytes, AppError> {
        let (all, cell) = (self.clone(), self.cell(name));
        // Goes on to its end: who asks and goes away would have it drawn again and again.
        let drawing = tokio::spawn(async move {
            let drawn = cell.get_or_try_init(|| async { draw.await.map(Bytes::from) }).await.cloned();
            all.make_room();
            drawn
        });
        drawing.await.unwrap_or(Err(AppError::Busy))
    }

    fn cell(&self, name: Name) -> Cell {
        let mut kept = self.kept();
        let found = kept.iter().position(|(known, _)| *known == name).and_then(|at| kept.remove(at));
        let (name, cell) = found.unwrap_or_else(|| (name, Cell::default()));
        kept.push_back((name, cell.clone()));
        cell
    }

    fn make_room(&self) {
        let mut kept = self.kept();
        let mut total: usize = kept.iter().map(|(_, cell)| weight(cell)).sum();
        while kept.len() > MOST || total > HEAVIEST {
            let Some((_, cell)) = kept.pop_front() else { return };
            total -= weight(&cell);
        }
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<(Name, Cell)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn weight(cell: &Cell) -> usize {
    cell.get().map_or(0, Bytes::len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::time::Duration;

    fn named(name: &str) -> Name {
        (FirmId(uuid::Uuid::nil()), name.to_owned())
    }

    #[derive(Clone, Default)]
    struct Pencil(Arc<AtomicUsize>);

    impl Pencil {
        async fn draw(self, bytes: usize) -> Result<Vec<u8>, AppError> {
            tokio::time::sleep(Duration::from_millis(20)).await;
            self.0.fetch_add(1, SeqCst);
            Ok(vec![7; bytes])
        }

        fn times(&self) -> usize {
            self.0.load(SeqCst)
        }
    }

    #[tokio::test]
    async fn an_icon_is_drawn_once_however_many_ask() {
        let (icons, pencil) = (Icons::default(), Pencil::default());
        let asked = (0..50).map(|_| icons.get(named("a"), pencil.clone().draw(3)));
        let all = futures::future::join_all(asked).await;
        assert!(all.iter().all(|one| matches!(one, Ok(png) if png[..] == [7; 3])));
        icons.get(named("a"), pencil.clone().draw(3)).await.expect("it is kept");
        assert_eq!(pencil.times(), 1);
        // That of another firm of the same name, or of another name, is another.
        let other = (FirmId(uuid::Uuid::max()), "a".to_owned());
        for name in [other, named("b")] {
            icons.get(name, pencil.clone().draw(3)).await.expect("it is drawn");
        }
        assert_eq!(pencil.times(), 3);
    }

    #[tokio::test]
    async fn who_goes_away_has_had_it_drawn_once_like_everybody() {
        let (icons, pencil) = (Icons::default(), Pencil::default());
        for _ in 0..10 {
            let asked = icons.get(named("a"), pencil.clone().draw(3));
            let _ = tokio::time::timeout(Duration::from_millis(5), asked).await;
        }
        icons.get(named("a"), pencil.clone().draw(3)).await.expect("it is drawn");
        assert_eq!(pencil.times(), 1);
    }

    #[tokio::test]
    async fn what_failed_is_drawn_for_the_next_who_asks() {
        let (icons, pencil) = (Icons::default(), Pencil::default());
        assert_eq!(icons.get(named("a"), async { Err(AppError::Busy) }).await, Err(AppError::Busy));
        let broken = icons.get(named("a"), async { panic!("a decoder's fault") });
        assert_eq!(broken.await, Err(AppError::Busy));
        assert!(icons.get(named("a"), pencil.draw(3)).await.is_ok());
    }

    #[tokio::test]
    async fn what_nobody_has_asked_for_longest_makes_room() {
        let (icons, pencil) = (Icons::default(), Pencil::default());
        for name in ["a", "b", "a", "c"] {
            icons.get(named(name), pencil.clone().draw(HEAVIEST / 2)).await.expect("it is drawn");
        }
        assert_eq!(pencil.times(), 3);
        icons.get(named("a"), pencil.clone().draw(1)).await.expect("it is kept");
        assert_eq!(pencil.times(), 3);
        icons.get(named("b"), pencil.clone().draw(1)).await.expect("it is drawn again");
        assert_eq!(pencil.times(), 4);
        for count in 0..MOST + 5 {
            icons.get(named(&count.to_string()), async { Ok(vec![]) }).await.expect("it is drawn");
        }
        assert_eq!(icons.kept().len(), MOST);
    }
}
