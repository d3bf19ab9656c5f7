//! Names of the variants of an enum: one list for programs, files and people.

/// A name that no variant of an enum bears.
///
/// ```
/// use isnad_text::TokenKind;
/// let error = "wrod".parse::<TokenKind>().unwrap_err();
/// assert_eq!(error.name(), "wrod");
/// assert!(error.to_string().starts_with("unknown name `wrod`, expected one of `word`, `number`, "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown name `{name}`, expected one of `{}`", .known.join("`, `"))]
pub struct UnknownName {
    name: String,
    known: Vec<&'static str>,
}

impl UnknownName {
    /// Made by `from_str` of an enum, and by readers of files that have words of their own.
    #[doc(hidden)]
    #[must_use]
    pub fn new(name: &str, known: impl IntoIterator<Item = &'static str>) -> UnknownName {
        UnknownName { name: name.to_string(), known: known.into_iter().collect() }
    }

    /// The name as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names that there are.
    ///
    /// ```
    /// use isnad_text::{ParagraphKind, UnknownName};
    /// let error: UnknownName = "poem".parse::<ParagraphKind>().unwrap_err();
    /// assert_eq!(error.known(), ["prose", "heading", "byline", "item"]);
    /// ```
    #[must_use]
    pub fn known(&self) -> &[&'static str] {
        &self.known
    }
}

/// An enum of kinds with their names. Every layer makes its kinds with it, so that each of them has `ALL`, `as_str`,
/// `Display`, `FromStr` with the error [`UnknownName`], and behind the feature `serde` of its crate reads and writes the
/// same names.
///
/// ```
/// isnad_text::names! {
///     /// Where the sun stands.
///     pub enum Half {
///         /// Before noon.
///         Morning = "morning",
///         /// After it.
///         Evening = "evening",
///     }
/// }
/// assert_eq!(Half::ALL, [Half::Morning, Half::Evening]);
/// assert_eq!(Half::Evening.as_str(), "evening");
/// assert_eq!(Half::Morning.to_string().parse(), Ok(Half::Morning));
/// assert_eq!("noon".parse::<Half>().unwrap_err().name(), "noon");
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! names {
    (
        $(#[$attribute:meta])*
        pub enum $kind:ident {
            $($(#[$of_variant:meta])* $variant:ident = $name:literal,)+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum $kind {
            $($(#[$of_variant])* #[cfg_attr(feature = "serde", serde(rename = $name))] $variant,)+
        }

        impl $kind {
            /// All of them, in the order in which they are declared.
            pub const ALL: &'static [$kind] = &[$($kind::$variant),+];

            /// Its name, which `FromStr` reads back and the record holds.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($kind::$variant => $name,)+
                }
            }
        }

        impl ::core::fmt::Display for $kind {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::str::FromStr for $kind {
            type Err = $crate::UnknownName;

            fn from_str(name: &str) -> Result<$kind, $crate::UnknownName> {
                match name {
                    $($name => Ok($kind::$variant),)+
                    _ => Err($crate::UnknownName::new(name, $kind::ALL.iter().map(|kind| kind.as_str()))),
                }
            }
        }
    };
}

/// Serialises a type as the text that its `Display` writes in the alternate form, and reads it back by its `FromStr`, behind
/// the feature `serde` of its crate.
#[doc(hidden)]
#[macro_export]
macro_rules! as_text {
    ($($kind:ident: $what:literal),+ $(,)?) => {$(
        #[cfg(feature = "serde")]
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&::core::format_args!("{self:#}"))
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$kind, D::Error> {
                struct Reader;

                impl serde::de::Visitor<'_> for Reader {
                    type Value = $kind;

                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.write_str($what)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$kind, E> {
                        text.parse().map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(Reader)
            }
        }
    )+};
}
