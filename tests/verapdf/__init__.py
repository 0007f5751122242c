"""The veraPDF validator, run by hand: the reference for PDF/UA-1, slow and in Java."""
