//! (filled with the matrix)
