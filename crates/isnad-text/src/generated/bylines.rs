// Made from data/bylines.tsv by `cargo run -p isnad-dev`. Not to be edited.
pub(crate) static BYLINES: crate::LexiconTable = crate::LexiconTable {
    bits: 6,
    buckets: ::std::borrow::Cow::Borrowed(&[
        0,0,0,1,1,1,1,1,1,1,1,1,1,1,1,1,2,2,3,3,3,4,4,4,4,5,5,6,6,6,6,6,6,7,7,7,7,7,8,9,9,9,9,9,9,9,10,10,10,10,
        11,11,13,13,13,13,13,13,13,13,15,16,17,17,18,]),
    edges: ::std::borrow::Cow::Borrowed(&[
        crate::Edge{key:753032975433561215,from:0,to:14},crate::Edge{key:4451554494201138031,from:0,to:9},crate::Edge{key:9315044100355273306,from:17,to:18},crate::Edge{key:5806483517706279633,from:0,to:10},
        crate::Edge{key:7020904939074928968,from:0,to:7},crate::Edge{key:7666498567593848440,from:0,to:13},crate::Edge{key:9366901850854992820,from:0,to:11},crate::Edge{key:10706929557047142536,from:0,to:12},
        crate::Edge{key:11237239357046284221,from:0,to:6},crate::Edge{key:13202851289663157793,from:0,to:3},crate::Edge{key:14335004404962183188,from:0,to:2},crate::Edge{key:14803160983879607467,from:0,to:5},
        crate::Edge{key:14890710149732344211,from:0,to:4},crate::Edge{key:17148040079516660707,from:0,to:8},crate::Edge{key:17232023171084475977,from:0,to:16},crate::Edge{key:17502432826901916809,from:0,to:1},
        crate::Edge{key:17713380615561138590,from:0,to:17},crate::Edge{key:18387923168781222145,from:0,to:15},]),
    nodes: ::std::borrow::Cow::Borrowed(&[
        0,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,16,17,]),
    entries: ::std::borrow::Cow::Borrowed(&[
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:0,len:8},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:8,len:6},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:14,len:8},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:22,len:10},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:32,len:10},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:42,len:10},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:52,len:10},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:62,len:10},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:72,len:12},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:84,len:14},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:98,len:10},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:108,len:12},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:120,len:14},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:134,len:6},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:140,len:6},
        crate::Entry{id:0,flags:crate::PhraseFlags(0),start:146,len:10},crate::Entry{id:0,flags:crate::PhraseFlags(0),start:156,len:17},]),
    phrases: ::std::borrow::Cow::Borrowed("بقلمكتبكتبتإعدادترجمةتحريرتصويرتقريرالمصدرالمصادرمراسلمراسلةمتابعاتخاصنشرتاريخآخر تحديث"),
};
