//! Records as JSON: byte for byte what `serde_json` writes, without its look at every byte of every name and string.

use serde::de::value::Error;
use serde::ser::{self, Error as _, Impossible, Serialize};

use super::Record;

impl Record<'_> {
    /// This record as JSON on one line. `serde_json::to_string` writes the same, and takes three times as long.
    ///
    /// ```
    /// use isnad::text::OffsetUnit;
    /// let document = isnad::Analyzer::new().analyze("نص قصير."); // "A short text."
    /// let record = document.record("a.txt", OffsetUnit::Bytes);
    /// assert_eq!(record.to_json(), serde_json::to_string(&record)?);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::with_capacity(1 << 14);
        // A record holds only what `Json` can write.
        let _ = self.serialize(Json(&mut out));
        out
    }
}

/// Writes a value behind what has been written.
struct Json<'o>(&'o mut String);

/// Writes a list or an object up to its closing bracket.
struct Items<'o> {
    out: &'o mut String,
    first: bool,
    close: char,
}

impl<'o> Json<'o> {
    fn plain(self, written: &str) -> Result<(), Error> {
        self.0.push_str(written);
        Ok(())
    }

    fn items(self, open: char, close: char) -> Items<'o> {
        self.0.push(open);
        Items { out: self.0, first: true, close }
    }

    fn string(&mut self, text: &str) {
        self.0.push('"');
        if is_plain(text.as_bytes()) {
            self.0.push_str(text);
        } else {
            text.chars().for_each(|c| self.escaped(c));
        }
        self.0.push('"');
    }

    fn escaped(&mut self, c: char) {
        match c {
            '"' => self.0.push_str("\\\""),
            '\\' => self.0.push_str("\\\\"),
            '\n' => self.0.push_str("\\n"),
            '\r' => self.0.push_str("\\r"),
            '\t' => self.0.push_str("\\t"),
            '\u{8}' => self.0.push_str("\\b"),
            '\u{c}' => self.0.push_str("\\f"),
            c if c < ' ' => self.0.push_str(&format!("\\u{:04x}", c as u32)),
            c => self.0.push(c),
        }
    }

    fn number(self, n: u64) -> Result<(), Error> {
        if n < 10 {
            self.0.push(char::from(b'0' + n as u8));
            return Ok(());
        }
        let mut digits = [0; 20]; // as many as the largest has
        let (mut rest, mut start) = (n, digits.len());
        while rest > 0
            && let Some(digit) = start.checked_sub(1).and_then(|at| digits.get_mut(at))
        {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            start -= 1;
        }
        self.plain(digits.get(start..).and_then(|d| str::from_utf8(d).ok()).unwrap_or_default())
    }
}

/// Whether no byte of a text is escaped in JSON, which holds of nearly all. Eight bytes are looked at a time.
fn is_plain(text: &[u8]) -> bool {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    // The high bit of each byte that is below a bound of at most 128.
    let below = |bytes: u64, bound: u8| bytes.wrapping_sub(EACH * u64::from(bound)) & !bytes & (EACH * 0x80);
    let odd = |bytes: u64| {
        let [quote, slash] = [b'"', b'\\'].map(|mark| below(bytes ^ (EACH * u64::from(mark)), 1));
        below(bytes, b' ') | quote | slash
    };
    match (text.last_chunk::<8>(), text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (Some(last), ..) => {
            let (chunks, _) = text.as_chunks::<8>();
            chunks.iter().chain([last]).all(|chunk| odd(u64::from_ne_bytes(*chunk)) == 0)
        }
        (None, Some(first), Some(last)) => {
            let [first, last] = [first, last].map(|half| u64::from(u32::from_ne_bytes(*half)));
            odd(first << 32 | last) == 0
        }
        _ => text.iter().all(|&b| b >= b' ' && b != b'"' && b != b'\\'),
    }
}

impl<'o> Items<'o> {
    /// The place of the next item.
    fn next(&mut self) -> Json<'_> {
        if !core::mem::take(&mut self.first) {
            self.out.push(',');
        }
        Json(self.out)
    }

    fn end(self) -> Result<(), Error> {
        self.out.push(self.close);
        Ok(())
    }
}

impl<'o> ser::Serializer for Json<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'o>;
    type SerializeTuple = Items<'o>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Items<'o>;
    type SerializeStruct = Items<'o>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, v: bool) -> Result<(), Error> {
        self.plain(if v { "true" } else { "false" })
    }

    fn serialize_i8(self, v: i8) -> Result<(), Error> {
        self.serialize_i64(v.into())
    }

    fn serialize_i16(self, v: i16) -> Result<(), Error> {
        self.serialize_i64(v.into())
    }

    fn serialize_i32(self, v: i32) -> Result<(), Error> {
        self.serialize_i64(v.into())
    }

    fn serialize_i64(self, v: i64) -> Result<(), Error> {
        if v < 0 {
            self.0.push('-');
        }
        self.number(v.unsigned_abs())
    }

    fn serialize_u8(self, v: u8) -> Result<(), Error> {
        self.number(v.into())
    }

    fn serialize_u16(self, v: u16) -> Result<(), Error> {
        self.number(v.into())
    }

    fn serialize_u32(self, v: u32) -> Result<(), Error> {
        self.number(v.into())
    }

    fn serialize_u64(self, v: u64) -> Result<(), Error> {
        self.number(v)
    }

    fn serialize_f32(self, v: f32) -> Result<(), Error> {
        self.serialize_f64(v.into())
    }

    /// The shortest digits that read back as the same number; with an exponent from 1e16 on and below 1e-5.
    fn serialize_f64(self, v: f64) -> Result<(), Error> {
        let size = v.abs();
        match size {
            _ if !size.is_finite() => self.plain("null"),
            0.0 | 1e-5..1e16 if v.fract() == 0.0 => self.plain(&format!("{v}.0")),
            1e-5..1e16 => self.plain(&v.to_string()),
            _ => {
                let written = format!("{v:e}");
                self.plain(&if size < 1.0 { written } else { written.replace('e', "e+") })
            }
        }
    }

    fn serialize_char(mut self, v: char) -> Result<(), Error> {
        self.string(v.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(mut self, v: &str) -> Result<(), Error> {
        self.string(v);
        Ok(())
    }

    fn serialize_bytes(self, v: &[u8]) -> Result<(), Error> {
        v.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.plain("null")
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.plain("null")
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), Error> {
        self.plain("null")
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<(), Error> {
        Err(Error::custom("no variant of a record holds a value"))
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Items<'o>, Error> {
        Ok(self.items('[', ']'))
    }

    fn serialize_tuple(self, _len: usize) -> Result<Items<'o>, Error> {
        Ok(self.items('[', ']'))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error::custom("no struct of a record is without names"))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error::custom("no variant of a record holds a value"))
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Items<'o>, Error> {
        Ok(self.items('{', '}'))
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Items<'o>, Error> {
        Ok(self.items('{', '}'))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error::custom("no variant of a record holds a value"))
    }
}

impl ser::SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<(), Error> {
        Items::end(self)
    }
}

impl ser::SerializeTuple for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<(), Error> {
        Items::end(self)
    }
}

impl ser::SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Error> {
        key.serialize(self.next())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.out.push(':');
        value.serialize(Json(self.out))
    }

    fn end(self) -> Result<(), Error> {
        Items::end(self)
    }
}

impl ser::SerializeStruct for Items<'_> {
    type Ok = ();
    type Error = Error;

    /// The names of fields have nothing to escape.
    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        let Json(out) = self.next();
        out.push('"');
        out.push_str(key);
        out.push_str("\":");
        value.serialize(Json(out))
    }

    fn end(self) -> Result<(), Error> {
        Items::end(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: &impl Serialize) -> String {
        let mut out = String::new();
        value.serialize(Json(&mut out)).unwrap();
        out
    }

    #[test]
    fn numbers_and_strings_are_as_serde_json_writes_them() {
        let doubles =
            [0.0, -0.0, 1.0, 12.5, 0.1, 1e-4, 12e-6, 1e-5, 9.5e-6, 1e15, 1e16, 123456789e10, 1e300, f64::NAN];
        for n in doubles {
            assert_eq!(json(&n), serde_json::to_string(&n).unwrap());
            assert_eq!(json(&-n), serde_json::to_string(&-n).unwrap());
        }
        for n in [0, 7, 10, 99, 1234, i64::MAX, -1, -10, i64::MIN] {
            assert_eq!(json(&n), serde_json::to_string(&n).unwrap());
        }
        let odd: String = (0..200).filter_map(char::from_u32).collect();
        for text in ["", "نص", "\"نص\\", &odd] {
            assert_eq!(json(&text), serde_json::to_string(&text).unwrap());
        }
    }
}
