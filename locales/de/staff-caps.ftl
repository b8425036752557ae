desk-cap-title = Wer wie viel aufs Zimmer schreiben darf
desk-cap-slip = Eigener Zettel
desk-cap-new-slip = Neuer eigener Zettel
