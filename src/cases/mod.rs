//! One file per intention, or family of intentions; each is one transaction.
