"""How good and how fast: the gate over the scorers, its floors and recorded runs, and the speed measure."""
