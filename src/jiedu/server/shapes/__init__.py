"""The twins of jiedu's types at the edge: what requests ask and what answers hold."""
