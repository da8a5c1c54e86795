//! A [`Remote`] that screens watch.
//!
//! Whatever is loaded, the reactive system is given one type, which forgets what it holds: what a
//! signal, an effect and a request are made of would else be compiled, and fetched, once for each of
//! the fifty resources (measured with [`crate::json`] on 2026-11-22: 600 of 3,590 kB of code as
//! linked went, and 12 of 149 kB of the first load).

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

use super::Remote;

/// Something asked for, whatever it is.
pub(crate) trait Asked: Any + Send + Sync {
    /// Where it stands, without what was answered.
    fn stage(&self) -> Remote<()>;
}

impl<T: Send + Sync + 'static> Asked for Remote<T> {
    fn stage(&self) -> Remote<()> {
        match self {
            Self::Loading => Remote::Loading,
            Self::Slow => Remote::Slow,
            Self::Ready { kept_at, .. } => Remote::Ready {
                value: (),
                kept_at: kept_at.clone(),
            },
            Self::Failed(failure) => Remote::Failed(failure.clone()),
        }
    }
}

/// A [`Remote`] that has forgotten what it is of.
pub(crate) type Held = Arc<dyn Asked>;

/// The signal behind [`Watched`], for what need not know what is loaded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stage(RwSignal<Holder>);

#[derive(Clone)]
struct Holder(Held);

impl fmt::Debug for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.stage(), f)
    }
}

impl Stage {
    /// Where it stands; whoever asks is told when that changes.
    pub(crate) fn get(self) -> Remote<()> {
        self.held().stage()
    }

    /// The same for who need not be told; none once the screen that asked is gone.
    pub(crate) fn try_get_untracked(self) -> Option<Remote<()>> {
        Some(self.0.try_get_untracked()?.0.stage())
    }

    /// What stands there.
    pub(crate) fn held(self) -> Held {
        self.0.get().0
    }

    /// Puts `held` there; says whether anybody can still see it.
    pub(crate) fn put(self, held: Held) -> bool {
        self.0.try_set(Holder(held)).is_none()
    }
}

/// A `Remote<T>` that is told of when it changes. Copied freely: all copies are the same.
pub(crate) struct Watched<T> {
    stage: Stage,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watched<T> {}

impl<T> fmt::Debug for Watched<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.stage.fmt(f)
    }
}

impl<T: Send + Sync + 'static> Watched<T> {
    /// Asked, no answer yet.
    pub(crate) fn new() -> Self {
        Self {
            stage: Stage(RwSignal::new(Holder(Arc::new(Remote::<T>::Loading)))),
            of: PhantomData,
        }
    }

    /// Where it stands, for what need not know the type.
    pub(crate) fn stage(self) -> Stage {
        self.stage
    }

    /// Reads it; whoever reads is told when it changes.
    pub(crate) fn with<U>(self, read: impl FnOnce(&Remote<T>) -> U) -> U {
        read(typed(&*self.stage.held()))
    }

    /// Reads it without being told.
    pub(crate) fn with_untracked<U>(self, read: impl FnOnce(&Remote<T>) -> U) -> U {
        read(typed(&*self.stage.0.get_untracked().0))
    }

    /// The same; none once the screen that asked is gone.
    pub(crate) fn try_with_untracked<U>(self, read: impl FnOnce(&Remote<T>) -> U) -> Option<U> {
        Some(read(typed(&*self.stage.0.try_get_untracked()?.0)))
    }

    /// Changes it; says whether anybody can still see it.
    pub(crate) fn set(self, now: Remote<T>) -> bool {
        self.stage.put(Arc::new(now))
    }
}

/// What [`Watched`] put in, only ever as this type.
pub(crate) fn typed<T: Send + Sync + 'static>(held: &dyn Asked) -> &Remote<T> {
    let any: &dyn Any = held;
    any.downcast_ref().expect("a Watched<T> holds a Remote<T>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_read_and_its_stage_told_without_its_type() {
        let owner = Owner::new();
        owner.set();
        let watched = Watched::<u8>::new();
        assert_eq!(watched.stage().get(), Remote::Loading);
        let kept_at = Some("2026-11-22T08:00:00+07:00".to_owned());
        let ready = Remote::Ready { value: 7, kept_at };
        assert!(watched.set(ready.clone()));
        watched.with_untracked(|now| assert_eq!(*now, ready));
        let Remote::Ready { value: (), kept_at } = watched.stage().get() else {
            panic!("{watched:?}")
        };
        assert_eq!(kept_at.as_deref(), Some("2026-11-22T08:00:00+07:00"));
    }

    #[test]
    fn nobody_sees_what_is_put_in_after_the_screen_has_gone() {
        let owner = Owner::new();
        owner.set();
        let watched = Watched::<u8>::new();
        owner.cleanup();
        assert!(!watched.set(Remote::Slow));
        assert_eq!(watched.try_with_untracked(|_| ()), None);
        assert_eq!(watched.stage().try_get_untracked(), None);
    }
}
