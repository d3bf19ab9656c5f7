// Made from data/abbreviations.tsv by `cargo run -p isnad-dev`. Not to be edited.
pub(crate) static ABBREVIATIONS: crate::LexiconTable = crate::LexiconTable {
    bits: 6,
    buckets: ::std::borrow::Cow::Borrowed(&[
        0,1,2,2,3,3,4,4,4,4,5,5,5,5,5,5,5,5,5,5,5,5,5,6,6,6,6,6,6,6,7,7,8,8,8,8,8,8,8,8,10,11,11,11,11,11,11,12,
        13,14,14,14,15,15,15,15,15,16,16,16,16,16,16,16,17,]),
    edges: ::std::borrow::Cow::Borrowed(&[
        crate::Edge{key:3118273927079124,from:0,to:16},crate::Edge{key:341451655194219645,from:0,to:12},crate::Edge{key:944061120173181950,from:0,to:9},crate::Edge{key:1523724099185935648,from:0,to:11},
        crate::Edge{key:2601098762696825968,from:0,to:5},crate::Edge{key:6611455711376666572,from:0,to:4},crate::Edge{key:8638579604518364414,from:0,to:13},crate::Edge{key:8941683700239580236,from:0,to:3},
        crate::Edge{key:11421636964184788308,from:0,to:6},crate::Edge{key:11483958736407635502,from:0,to:8},crate::Edge{key:11753311286465047549,from:0,to:14},crate::Edge{key:13537466510452514034,from:0,to:15},
        crate::Edge{key:13713835591764345658,from:0,to:10},crate::Edge{key:13946601821535487002,from:0,to:1},crate::Edge{key:14747957148645742616,from:0,to:17},
        crate::Edge{key:16341172245604820178,from:0,to:2},crate::Edge{key:18368125163790467937,from:0,to:7},]),
    nodes: ::std::borrow::Cow::Borrowed(&[
        0,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,]),
    entries: ::std::borrow::Cow::Borrowed(&[
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:0,len:2},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:2,len:2},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:4,len:2},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:6,len:2},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:8,len:2},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:10,len:2},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:12,len:4},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:16,len:2},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:18,len:2},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:20,len:2},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:22,len:2},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:24,len:2},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:26,len:2},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:28,len:3},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:31,len:2},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:33,len:2},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:35,len:2},]),
    phrases: ::std::borrow::Cow::Borrowed("دأمصبقهـجتطسDrMrMrsStNovs"),
};
