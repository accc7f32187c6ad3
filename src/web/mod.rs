//! What all pages share: sessions, guards, forms, texts, errors, rendering.
