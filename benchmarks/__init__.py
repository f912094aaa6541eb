"""Speed and memory, side by side with what the work rests on; ``python -m benchmarks --corpora DIR``."""
