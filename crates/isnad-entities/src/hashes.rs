//! Values by hashes: what a text says of its names while it is read.

/// A map from hashes. One is looked for in a bounded number of places, so that no text can make it slow: where so many
/// hashes fall together that there is no room, the later ones are left out.
#[derive(Debug)]
pub(crate) struct ByHash<V> {
    /// Indices of `all`, one more; 0 where a place is free.
    places: Vec<u32>,
    all: Vec<(u64, V)>,
}

/// Places in which a hash is looked for.
const NEAR: usize = 16;

impl<V: Default> ByHash<V> {
    /// With room for about so many.
    pub(crate) fn with_room(values: usize) -> ByHash<V> {
        ByHash { places: vec![0; (values * 2).next_power_of_two().max(16)], all: Vec::with_capacity(values) }
    }

    /// The value of a hash, made if there is none, and its index; nothing if there is no room.
    pub(crate) fn entry(&mut self, hash: u64) -> Option<(usize, &mut V)> {
        if self.all.len() * 2 > self.places.len() {
            self.grow();
        }
        for n in 0..NEAR {
            let place = self.place(hash, n);
            let slot = self.places.get_mut(place)?;
            if *slot == 0 {
                self.all.push((hash, V::default()));
                *slot = self.all.len() as u32;
            }
            let at = *slot as usize - 1;
            if self.all.get(at).is_some_and(|entry| entry.0 == hash) {
                return self.all.get_mut(at).map(|entry| (at, &mut entry.1));
            }
        }
        None
    }

    pub(crate) fn get(&self, hash: u64) -> Option<&V> {
        for n in 0..NEAR {
            let at = self.places.get(self.place(hash, n))?.checked_sub(1)?;
            let (of, value) = self.all.get(at as usize)?;
            if *of == hash {
                return Some(value);
            }
        }
        None
    }

    /// The values in the order of their indices.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.all.iter_mut().map(|entry| &mut entry.1)
    }

    pub(crate) fn at_mut(&mut self, index: usize) -> Option<&mut V> {
        self.all.get_mut(index).map(|entry| &mut entry.1)
    }

    fn grow(&mut self) {
        self.places = vec![0; self.places.len() * 4];
        for (at, (hash, _)) in self.all.iter().enumerate() {
            let mut near = (0..NEAR).map(|n| self.place(*hash, n));
            let free = near.find(|&place| self.places.get(place) == Some(&0));
            if let Some(slot) = free.and_then(|place| self.places.get_mut(place)) {
                *slot = at as u32 + 1;
            }
        }
    }

    #[inline]
    fn place(&self, hash: u64, n: usize) -> usize {
        ((hash >> 40) as usize + n) & (self.places.len() - 1)
    }
}
