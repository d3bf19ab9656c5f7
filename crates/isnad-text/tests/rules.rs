//! A set of rules finds what each pattern finds alone: what is asked before a rule is tried turns no match away.

use isnad_text::pattern::{Classes, Pattern, Piece, Pieces, Rule, RuleSet};
use isnad_text::{Key, RuleId};
use proptest::prelude::*;

const CLASSES: [&str; 5] = ["a", "b", "c", "d", "e"];

const PATTERNS: [&str; 8] = [
    "X:( a ) b{0,3} c",
    "a X:( b+ | c d ) >[e]",
    "(a b{1,5} | b a?) X:( [c | d] ) e",
    "a X:( b )",
    "X:( [a & !b] c{0,2} ) !>[d]",
    "a (b | c)? (c >[d] | d)? X:( e )",
    "<[b] X:( a{1,4} ) d",
    "(>[a] X:( a ) | X:( b )) c? [d & !e] e",
];

proptest! {
    #[test]
    fn a_set_finds_what_each_finds_alone(
        tokens in prop::collection::vec((prop::collection::vec((1u64..32, 1u16..4), 1..3), any::<bool>(), 0u8..8), 1..24)
    ) {
        let mut pieces = Pieces::for_tokens(tokens.len());
        for (n, (of_token, joins, phrase)) in tokens.iter().enumerate() {
            let most = (tokens.len() - n) as u16;
            let word = Key(n as u64 + 1);
            let piece = |&(classes, longest): &(u64, u16)| {
                let tokens = if *phrase == 0 { longest.min(most) } else { 1 };
                Piece { tokens, ..Piece::word(word, Classes(classes)) }
            };
            let mut list: Vec<Piece> = of_token.iter().map(piece).collect();
            list.sort_by_key(|p| core::cmp::Reverse(p.tokens));
            let list = pieces.list(list);
            pieces.push(list, *joins || n % 7 > 0);
        }
        let rule = |source: &&str| {
            let pattern = Pattern::parse(source, &CLASSES, &|_| None).unwrap();
            Rule { id: RuleId::new("test"), pattern, priority: 0 }
        };
        let rules: Vec<Rule> = PATTERNS.iter().map(rule).collect();
        let mut alone = Vec::new();
        for at in 0..tokens.len() {
            for (n, rule) in rules.iter().enumerate() {
                alone.extend(rule.pattern.match_at(&pieces, at).map(|found| (at, n, found)));
            }
        }
        let mut together = Vec::new();
        let rules = RuleSet::new(rules);
        rules.matcher().each_in(&pieces, 0..tokens.len(), |at, n, found| together.push((at, n, found)));
        prop_assert_eq!(together, alone);
    }
}
