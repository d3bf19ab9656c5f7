//! What the feature `serde` writes.

#[test]
fn numbers_and_bounds_are_written_exactly_and_read_back() {
    let found = isnad_numerals::find("أكثر من ثلث مليون دولار"); // more than a third of a million dollars
    let json = serde_json::to_value(&found[0]).unwrap();
    assert_eq!((json["low"].as_str(), json["unit"].as_str()), (Some("1000000/3"), Some("USD")));
    let bounds = found[0].interval();
    let again = serde_json::from_str(&serde_json::to_string(&bounds).unwrap()).unwrap();
    assert_eq!(bounds, again);
}

#[test]
fn quantities_are_read_back() {
    // "about 3 million dinars, two soldiers, 20 %, between 10 and 20 km"
    let found = isnad_numerals::find("نحو 3 ملايين دينار، وجنديان، و20%، وبين 10 و20 كيلومترا");
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Vec<isnad_numerals::Quantity>>(&json).unwrap(), found);
    assert!(json.contains("\"unit_candidates\":[\""));
}
