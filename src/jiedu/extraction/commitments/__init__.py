"""Plan sentences → the measures they announce: ``commit.commit`` reads a release."""
