"""Programs that make the models the package carries; each prints its scores on text it was not trained on."""
