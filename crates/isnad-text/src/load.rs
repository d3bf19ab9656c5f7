//! What is wrong with a file that a user brings.

/// Why a user's file of words, names, rules or cues cannot be used: the file, the line, and what is wrong with it.
///
/// Every layer that reads a file reports it so.
///
/// ```
/// use isnad_text::LoadError;
/// let error = LoadError::new("mine.tsv", 3, "the name has no word");
/// assert_eq!(error.to_string(), "mine.tsv:3: the name has no word");
/// assert_eq!((error.file(), error.line(), error.cause()), ("mine.tsv", 3, "the name has no word"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {cause}")]
pub struct LoadError {
    file: String,
    line: usize,
    cause: String,
}

impl LoadError {
    /// An error on a line, counted from 1; `file` is the name under which the caller knows the file.
    ///
    /// ```
    /// let error = isnad_text::LoadError::new("mine.tsv", 3, "the name has no word");
    /// assert_eq!(error.line(), 3);
    /// ```
    #[must_use]
    pub fn new(file: &str, line: usize, cause: impl Into<String>) -> LoadError {
        LoadError { file: file.to_string(), line, cause: cause.into() }
    }

    /// An error at a byte of the file's text.
    ///
    /// ```
    /// let error = isnad_text::LoadError::at("a\nb", "mine.toml", 2, "there is no `b`");
    /// assert_eq!(error.to_string(), "mine.toml:2: there is no `b`");
    /// ```
    #[must_use]
    pub fn at(source: &str, file: &str, byte: usize, cause: impl Into<String>) -> LoadError {
        let line = source.bytes().take(byte).filter(|&b| b == b'\n').count() + 1;
        LoadError::new(file, line, cause)
    }

    /// The file, as the caller named it.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// What is wrong.
    #[must_use]
    pub fn cause(&self) -> &str {
        &self.cause
    }
}
