//! Puts things that need each other into an order.

/// An order in which each of `needs.len()` things comes after all that it needs, or one of
/// those that need themselves.
pub(super) fn order(needs: &[Vec<usize>]) -> Result<Vec<usize>, usize> {
    let mut open: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut needed_by = vec![Vec::new(); needs.len()];
    for (thing, needs) in needs.iter().enumerate() {
        for need in needs {
            needed_by[*need].push(thing);
        }
    }
    let mut order: Vec<usize> = (0..needs.len()).filter(|thing| open[*thing] == 0).collect();
    let mut next = 0;
    while let Some(done) = order.get(next).copied() {
        next += 1;
        for thing in &needed_by[done] {
            open[*thing] -= 1;
            if open[*thing] == 0 {
                order.push(*thing);
            }
        }
    }
    match open.iter().position(|open| *open > 0) {
        None => Ok(order),
        Some(stuck) => Err(on_the_circle(stuck, needs, &open)),
    }
}

/// Whoever is stuck needs somebody who is stuck; after as many steps as there are things one
/// walks on the circle.
fn on_the_circle(stuck: usize, needs: &[Vec<usize>], open: &[usize]) -> usize {
    let step = |at: usize| needs[at].iter().copied().find(|need| open[*need] > 0);
    (0..needs.len()).fold(stuck, |at, _| step(at).unwrap_or(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_needed_comes_first() {
        assert_eq!(order(&[vec![2], vec![0, 2], vec![]]), Ok(vec![2, 0, 1]));
    }

    #[test]
    fn a_circle_is_named_by_one_that_stands_on_it() {
        let circle = order(&[vec![1], vec![2], vec![3], vec![2]]);
        assert!(matches!(circle, Err(2 | 3)), "{circle:?}");
        assert_eq!(order(&[vec![0]]), Err(0));
    }
}
