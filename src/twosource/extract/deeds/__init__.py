"""Acts besides killing and hurting, who did them and whom they were aimed at."""
