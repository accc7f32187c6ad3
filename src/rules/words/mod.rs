//! The words that are typed, printed and stored, each parsed once, at the edge.
