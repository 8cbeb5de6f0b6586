-- A subtree is a range of numbers: whoever asks for the units below one finds them without reading all.
create index unit_tree on unit (tree_from);
