// Made from data/short_nouns.tsv by `cargo run -p isnad-dev`. Not to be edited.
pub(crate) static SHORT_NOUNS: crate::LexiconTable = crate::LexiconTable {
    bits: 5,
    buckets: ::std::borrow::Cow::Borrowed(&[
        0,0,1,1,2,2,3,3,3,5,6,6,7,7,7,8,8,9,9,9,9,9,10,10,10,10,10,10,10,10,10,10,10,]),
    edges: ::std::borrow::Cow::Borrowed(&[
        crate::Edge{key:853428234569866348,from:0,to:1},crate::Edge{key:1857174999295769168,from:0,to:2},crate::Edge{key:3069844051403023682,from:0,to:7},crate::Edge{key:4714299171080208402,from:0,to:8},
        crate::Edge{key:4758761721672724436,from:0,to:6},crate::Edge{key:5554007848969274055,from:0,to:3},crate::Edge{key:6539891487949125130,from:0,to:10},crate::Edge{key:8116574514346937892,from:0,to:4},
        crate::Edge{key:9759815436987959067,from:0,to:5},crate::Edge{key:12206361226573079650,from:0,to:9},]),
    nodes: ::std::borrow::Cow::Borrowed(&[
        0,0,1,2,3,4,5,6,7,8,9,10,]),
    entries: ::std::borrow::Cow::Borrowed(&[
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:0,len:4},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:4,len:4},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:8,len:4},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:12,len:4},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:16,len:4},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:20,len:4},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:24,len:4},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:28,len:4},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:32,len:4},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:36,len:4},]),
    phrases: ::std::borrow::Cow::Borrowed("حيسدتلخطجبأمأبأخبيسي"),
};
