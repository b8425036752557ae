//! Pieces that several pages draw: tags and cards.
